/** Words for a vault that can't be read: the popup's short face, and the page that goes on from there. */
import type { Damage } from '../lib/messages/health.ts';
import { catalogue } from './catalogue.ts';

interface Step {
  heading: string;
  body: string[];
  act: string;
}

interface RecoveryWords {
  face: { heading: string; body: string; steps: string[]; go: string };
  title: string;
  looking: string;
  what: Record<Exclude<Damage['primary']['state'], 'whole'>, string>;
  calm: string[];
  again: Step & { still: string };
  save: Step & { saving: string; saved: (name: string) => string };
  salvage: Step & { open: string; nothing: string };
  call: Step;
  aside: Step & { summary: string; sure: string; working: string };
  done: {
    heading: string;
    nothing: string;
    kept: (tokens: number) => string;
    keptNone: string;
    spent: string;
    lost: string;
    lostBody: string;
    next: string[];
    call: string;
    health: string;
    settings: string;
  };
  fine: { heading: string; body: string; health: string };
  none: { heading: string; body: string; start: string };
}

export const recoveryWords = catalogue({
  ja: (): RecoveryWords => ({
    face: {
      heading: '保存した内容を読めません',
      body: 'あわてなくて大丈夫です。鍵札は何も上書きしていません。お客さまの口座には影響ありません。',
      steps: ['ブラウザーを終了し、もう一度開いてください。', '直らないときは、拡張機能を削除せず、下のボタンからお進みください。'],
      go: '保存した内容を確認する',
    },
    title: '保存した内容を確認する',
    looking: '保存した内容を確認しています',
    what: {
      damaged: '保存した内容の一部が壊れていて、トークンを表示できません。',
      missing: '保存した内容が見つからず、トークンを表示できません。閲覧データの消去などで、なくなったのかもしれません。',
    },
    calm: [
      'お客さまの口座やお金に、影響はありません。',
      '鍵札は、何も上書きしていません。',
      '拡張機能は削除せず、下の手順を上から1つずつお試しください。',
    ],
    again: {
      heading: 'ブラウザーを開き直す',
      body: ['ブラウザーの画面をすべて閉じて、もう一度開くと、読めるようになることがあります。', '開き直したら、次のボタンを押してください。'],
      act: 'もう一度確認する',
      still: '確認しましたが、まだ読めません。次の手順へお進みください。',
    },
    save: {
      heading: '今の内容を控えておく',
      body: [
        '今ある内容を、そのままファイルに保存します。直し方を相談するときの手がかりになります。',
        'トークンの秘密には鍵がかかっていて、パスフレーズがなければ使えません。金融機関の名前・電話番号とシリアル番号は、読める形で入ることがあります。',
      ],
      act: 'ファイルに保存する',
      saving: '保存しています',
      saved: (name) => `「${name}」という名前で保存しました。`,
    },
    salvage: {
      heading: '読めるトークンを取り戻す',
      body: ['壊れていないトークンだけを取り出して、また使えるようにします。', '今ある内容は消さず、ブラウザーの中に別に残します。'],
      act: 'トークンを取り戻す',
      open: '取り戻す手続きをはじめる',
      nothing: '読めるトークンは残っていませんでした。何も変更していません。次の手順へお進みください。',
    },
    call: {
      heading: '金融機関に連絡する',
      body: ['取り戻せないトークンは、お取引の金融機関で再発行できます。連絡先は次のページにあります。'],
      act: '紛失・盗難のときは',
    },
    aside: {
      summary: '最後の手段：始めからやり直す',
      heading: '始めからやり直す',
      body: [
        '上の手順で戻らないときだけ、お使いください。',
        '今ある内容は削除せず、ブラウザーの中に別に残します。',
        '前のトークンは表示できなくなります。金融機関で再発行の手続きが必要です。',
        'ロックの設定（パスフレーズなど）も、新しく決めます。',
      ],
      sure: '前のトークンを表示できなくなることが分かりました',
      act: '始めからやり直す',
      working: '準備しています',
    },
    done: {
      heading: 'トークンを取り戻しました',
      nothing: 'トークンは取り戻せませんでした',
      kept: (tokens) => `${tokens}個のトークンを、また使えます。`,
      keptNone: '読めるトークンは残っていませんでした。発行の途中だったものは、続きから再開できます。壊れた内容は、ブラウザーの中に別に残しています。',
      spent: '念のため、今の番号と次の番号は使用済みにしました。新しい番号に変わるまで、少しお待ちください。',
      lost: '取り戻せなかったトークン',
      lostBody: '次の金融機関へお電話のうえ、トークンの再発行をご依頼ください。',
      next: [
        'ツールバーの鍵札を開き、トークンがそろっているかお確かめください。',
        '足りないトークンがあれば、お取引の金融機関へお電話のうえ、再発行をご依頼ください。',
        'ロックを解除する方法が減っていることがあります。設定でお確かめください。',
      ],
      call: '紛失・盗難のときは',
      health: '保存の状態を見る',
      settings: '設定を開く',
    },
    fine: {
      heading: '保存した内容は読めます',
      body: 'ツールバーの鍵札を開いて、そのままお使いください。',
      health: '保存の状態を見る',
    },
    none: { heading: 'まだ何も保存していません', body: '「はじめる」から設定してください。', start: 'はじめる' },
  }),
  en: (): RecoveryWords => ({
    face: {
      heading: 'What was saved cannot be read',
      body: 'No need to worry: nothing was overwritten, and your accounts are not affected.',
      steps: ['Close the browser and open it again.', 'If that does not help, leave the extension installed and go on with the button below.'],
      go: 'Check what was saved',
    },
    title: 'Check what was saved',
    looking: 'Checking what was saved',
    what: {
      damaged: 'Part of what was saved is damaged, so your tokens cannot be shown.',
      missing: 'What was saved cannot be found, so your tokens cannot be shown. It may have gone when browsing data was cleared.',
    },
    calm: [
      'Your accounts and your money are not affected.',
      'Kagifuda has overwritten nothing.',
      'Leave the extension installed, and try the steps below, one after the other.',
    ],
    again: {
      heading: 'Open the browser again',
      body: ['Close every window of the browser and open it again: that alone may help.', 'Then press this button.'],
      act: 'Check again',
      still: 'Checked: it still cannot be read. Please go on to the next step.',
    },
    save: {
      heading: 'Keep a copy of what is there',
      body: [
        'This saves what is there to a file, as it is. It helps whoever you ask for advice.',
        'The secrets of your tokens are sealed in it and are useless without your passphrase. Institutions, telephone and serial numbers may be readable.',
      ],
      act: 'Save to a file',
      saving: 'Saving',
      saved: (name) => `Saved as “${name}”.`,
    },
    salvage: {
      heading: 'Bring back the tokens that can be read',
      body: ['This takes out the tokens that are not damaged, so that you can use them again.', 'What is there now is not deleted: it is kept aside in the browser.'],
      act: 'Bring tokens back',
      open: 'Begin',
      nothing: 'No token was left that can be read. Nothing was changed. Please go on to the next step.',
    },
    call: {
      heading: 'Call your institution',
      body: ['A token that cannot be brought back can be issued again by your institution. The next page says whom to call.'],
      act: 'Loss or theft',
    },
    aside: {
      summary: 'Last resort: start over',
      heading: 'Start over',
      body: [
        'Only when the steps above did not help.',
        'What is there now is not deleted: it is kept aside in the browser.',
        'Your former tokens can no longer be shown. Your institution has to issue new ones.',
        'You also choose a new passphrase or passkey.',
      ],
      sure: 'I understand that my former tokens can no longer be shown',
      act: 'Start over',
      working: 'Preparing',
    },
    done: {
      heading: 'Tokens were brought back',
      nothing: 'No token could be brought back',
      kept: (tokens) => (tokens === 1 ? 'You can use 1 token again.' : `You can use ${tokens} tokens again.`),
      keptNone: 'No token was left that can be read. An issue that was under way can go on. The damaged content is kept aside in the browser.',
      spent: 'To be safe, the present code and the next one count as used. Please wait a little for a new one.',
      lost: 'Tokens that could not be brought back',
      lostBody: 'Please call these institutions and ask for a new token.',
      next: [
        'Open Kagifuda in the toolbar and check that all your tokens are there.',
        'If one is missing, call its institution and ask for a new token.',
        'There may be fewer ways to unlock than before. Check them in the settings.',
      ],
      call: 'Loss or theft',
      health: 'See the storage status',
      settings: 'Open the settings',
    },
    fine: {
      heading: 'What was saved can be read',
      body: 'Open Kagifuda in the toolbar and use it as before.',
      health: 'See the storage status',
    },
    none: { heading: 'Nothing is saved yet', body: 'Choose “Get started” to begin.', start: 'Get started' },
  }),
});
