/** Words of the settings of the lock: the ways to open it, their proof, the PIN, what the loss kit shows. */
import { catalogue } from './catalogue.ts';

interface WaysWords {
  proof: {
    passphrase: string;
    byPasskey: (deed: string) => string;
    cancel: string;
    working: string;
  };
  heading: string;
  lead: string;
  kinds: { passphrase: string; passkey: string };
  addedOn: (day: string) => string;
  addedLongAgo: string;
  onlyWay: string;
  /** Where nothing else can be added. */
  onlyPassphrase: string;
  remove: { open: (kind: string) => string; question: Record<'passphrase' | 'passkey', string>; yes: string; done: string };
  change: { open: string; set: string; done: string };
  addPassphrase: { open: string; lead: string; set: string; done: string };
  addPasskey: { open: string; lead: string; set: string; done: string };
  newPassphrase: string;
  newAgain: string;
  pin: {
    heading: string;
    lead: string;
    isSet: string;
    isNot: string;
    open: string;
    again: string;
    newPin: string;
    newAgain: string;
    rule: string;
    set: string;
    drop: string;
    done: string;
    dropped: string;
    differ: string;
    faults: Record<'length' | 'digits' | 'guessable', string>;
  };
  loss: { heading: string; lead: string; hide: string; hidden: string; shown: string };
  kept: { heading: string; lead: string; transfer: string; health: string };
}

export const waysWords = catalogue({
  ja: (): WaysWords => ({
    proof: {
      passphrase: '今のパスフレーズ',
      byPasskey: (deed) => `パスキーで確認して${deed}`,
      cancel: 'やめる',
      working: '確認しています',
    },
    heading: 'ロックを解除する方法',
    lead: '2つ以上あると、1つが使えなくなっても解除できます。',
    kinds: { passphrase: 'パスフレーズ', passkey: 'パスキー' },
    addedOn: (day) => `${day}に追加`,
    addedLongAgo: '追加した日は記録されていません',
    onlyWay: '解除する方法がこれだけのため、削除できません。先に別の方法を追加してください。',
    onlyPassphrase: 'このブラウザーで使える方法は、パスフレーズだけです。変更はできますが、削除はできません。',
    remove: {
      open: (kind) => `${kind}を削除`,
      question: {
        passphrase: 'このパスフレーズでは解除できなくなります。残る方法がパスキーだけのときは、パスキーがなくなると、だれにも元に戻せません。',
        passkey: 'このパスキーでは解除できなくなります。パソコンに残ったパスキーそのものは、パソコンの設定から削除できます。',
      },
      yes: '削除する',
      done: '削除しました。PINを設定していたときは、もう一度設定してください。',
    },
    change: { open: 'パスフレーズを変更', set: '変更する', done: 'パスフレーズを変更しました。前のパスフレーズの控えは破棄してください。' },
    addPassphrase: {
      open: 'パスフレーズを追加',
      lead: 'パスキーがなくなったときの予備になります。紙に書いて、パソコンとは別の場所に保管してください。',
      set: '追加する',
      done: 'パスフレーズを追加しました。',
    },
    addPasskey: {
      open: 'パスキーを追加',
      lead: '指紋や顔、Windows Helloなどで解除できるようになります。このあと、ブラウザーの案内にしたがってください。',
      set: '追加する',
      done: 'パスキーを追加しました。',
    },
    newPassphrase: '新しいパスフレーズ',
    newAgain: '新しいパスフレーズ（確認）',
    pin: {
      heading: 'PIN（短い番号での解除）',
      lead: 'ブラウザーを閉じるまでのあいだ、短い番号で解除できます。ブラウザーを閉じるか、5回間違えると、PINは消えます。そのときは、いつもの方法で解除してください。',
      isSet: 'PINを設定しています。',
      isNot: 'PINは設定していません。',
      open: 'PINを設定',
      again: 'PINを変更',
      newPin: '新しいPIN',
      newAgain: '新しいPIN（確認）',
      rule: '6～12桁の数字です。生年月日や並んだ数字、キャッシュカードの暗証番号は使わないでください。',
      set: '設定する',
      drop: 'PINをやめる',
      done: 'PINを設定しました。',
      dropped: 'PINをやめました。',
      differ: '2つのPINが一致しません。もう一度入力してください。',
      faults: {
        length: '6～12桁で入力してください。',
        digits: '数字だけで入力してください。',
        guessable: '推測されやすい番号です。同じ数字や並んだ数字、くり返し、日付や年のような番号を避けてください。',
      },
    },
    loss: {
      heading: '紛失・盗難のときの控え',
      lead: '「紛失・盗難のときは」の画面には、金融機関の名前と電話番号、シリアル番号が、ロック中でも表示されます。パソコンをほかの人も使うときは、ロック中は隠すことができます。隠すときは、先に印刷しておくと安心です。',
      hide: 'ロック中は控えを隠す',
      hidden: 'ロック中は控えを隠します。',
      shown: 'ロック中も控えを表示します。',
    },
    kept: {
      heading: '保存した内容',
      lead: '一般のトークンの取り込みと書き出し、保存の状態の確認ができます。',
      transfer: '取り込みと書き出し',
      health: '保存の状態',
    },
  }),
  en: (): WaysWords => ({
    proof: {
      passphrase: 'Present passphrase',
      byPasskey: (deed) => `${deed}, confirmed by a passkey`,
      cancel: 'Cancel',
      working: 'Confirming',
    },
    heading: 'Ways to unlock',
    lead: 'With two or more, you can still unlock when one of them is gone.',
    kinds: { passphrase: 'Passphrase', passkey: 'Passkey' },
    addedOn: (day) => `added on ${day}`,
    addedLongAgo: 'the day it was added is not recorded',
    onlyWay: 'This is the only way to unlock, so it cannot be removed. Add another way first.',
    onlyPassphrase: 'The passphrase is the only way that this browser can use. You can change it, but not remove it.',
    remove: {
      open: (kind) => `Remove: ${kind}`,
      question: {
        passphrase: 'This passphrase will no longer unlock Kagifuda. If only passkeys are left, nobody can restore anything once they are gone.',
        passkey: 'This passkey will no longer unlock Kagifuda. The passkey itself stays on the PC; you can delete it in the PC’s settings.',
      },
      yes: 'Remove',
      done: 'Removed. If you had a PIN, please set it again.',
    },
    change: { open: 'Change the passphrase', set: 'Change', done: 'The passphrase is changed. Destroy any note of the former one.' },
    addPassphrase: {
      open: 'Add a passphrase',
      lead: 'It is your spare for when a passkey is gone. Write it on paper and keep it away from the PC.',
      set: 'Add',
      done: 'The passphrase is added.',
    },
    addPasskey: {
      open: 'Add a passkey',
      lead: 'You can then unlock by fingerprint, face, Windows Hello or the like. The browser will guide you.',
      set: 'Add',
      done: 'The passkey is added.',
    },
    newPassphrase: 'New passphrase',
    newAgain: 'New passphrase (again)',
    pin: {
      heading: 'PIN (unlock with a short number)',
      lead: 'Until the browser is closed you can unlock with a short number. When the browser is closed, or after five wrong tries, the PIN is gone; then unlock as usual.',
      isSet: 'A PIN is set.',
      isNot: 'No PIN is set.',
      open: 'Set a PIN',
      again: 'Change the PIN',
      newPin: 'New PIN',
      newAgain: 'New PIN (again)',
      rule: '6 to 12 digits. Not a birthday, not digits in a row, not the number of your cash card.',
      set: 'Set',
      drop: 'Stop using the PIN',
      done: 'The PIN is set.',
      dropped: 'The PIN is no longer used.',
      differ: 'The two PINs are not the same. Please type them again.',
      faults: {
        length: 'Please use 6 to 12 digits.',
        digits: 'Please use digits only.',
        guessable: 'This is easy to guess. Avoid the same digit, digits in a row, repeats, and anything like a date or a year.',
      },
    },
    loss: {
      heading: 'The list for loss or theft',
      lead: 'The page “Loss or theft” shows institution, telephone and serial number even while locked. If others use this PC too, you can hide the list while locked. Best print it first.',
      hide: 'Hide the list while locked',
      hidden: 'The list is hidden while locked.',
      shown: 'The list is shown while locked too.',
    },
    kept: {
      heading: 'What is kept',
      lead: 'Import and export standard tokens, and see how the storage is.',
      transfer: 'Import and export',
      health: 'Storage status',
    },
  }),
});
