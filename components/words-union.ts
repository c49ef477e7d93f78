/** Words of a credit union's enrolment, as far as the manual gives them; terms and caution are our own text. */
import { catalogue } from './catalogue.ts';

interface UnionWords {
  heading: (institution: string) => string;
  lead: string;
  needs: string;
  needsOwn: string[];
  needsNotes: string[];
  service: { label: string; hint: string };
  user: { label: string; hint: string };
  password: { label: string; hint: string };
  terms: string;
  termsText: string[];
  agree: string;
  /** This form has one box only. */
  consentMissing: string;
  send: string;
  sending: string;
  /** Where an issue at a shinkin bank says 発行. */
  failed: string;
  lastStep: string;
  done: { heading: string; added: string; next: string; toName: string };
  name: {
    heading: string;
    lead: string;
    display: string;
    before: string;
    none: string;
    after: string;
    example: (institution: string) => string;
    preview: string;
    optional: string;
    /** The way out of a change. */
    leave: string;
    register: string;
    working: string;
    renamed: string;
    renamedBody: (name: string) => string;
  };
  caution: { heading: string; lines: string[]; loss: string; working: string };
  start: {
    heading: string;
    body: (name: string) => string;
    by: (moment: string) => string;
    steps: string[];
    backHeading: string;
    back: string[];
  };
}

export const unionWords = catalogue({
  ja: (): UnionWords => ({
    heading: (institution) => `${institution}のトークン初期設定`,
    lead: 'サービスIDとユーザーID、利用開始パスワードを入力し、「送信」を押してください。',
    needs: 'ご用意いただくもの',
    needsOwn: ['サービスIDとユーザーID（「トークン発行のご案内」メール、または金融機関の画面の「トークン情報」）', '利用開始パスワード（「トークン発行」のときに決めた4～8桁の数字）'],
    needsNotes: [
      '金融機関の「ワンタイムパスワード申請内容選択」（画面ID BOP001）の画面は、閉じずにそのままにしておいてください。',
      '利用開始パスワードを忘れたときは、この手続きはできません。金融機関の画面で「トークン発行」をもう一度行ってください。',
      '初期設定は、「トークン発行」から72時間以内に行ってください。',
    ],
    service: { label: 'サービスID', hint: '「トークン発行のご案内」メール、または金融機関の画面の「トークン情報」にあります。' },
    user: { label: 'ユーザーID', hint: 'サービスIDと同じところにあります。' },
    password: { label: '利用開始パスワード', hint: '「トークン発行」のときにご自分で決めた、4～8桁の数字です。' },
    terms: 'ご利用にあたって',
    termsText: [
      'トークンは、1度限りのパスワード（ワンタイムパスワード）を60秒ごとに作る道具です。鍵札では、この6桁の数字を「番号」と呼びます。',
      '鍵札は個人が利用するための道具で、どの金融機関とも提携していません。',
      '金融機関の手続きをするパソコンに番号を表示すると、別の機器（スマートフォンなど）に表示するより安全性は下がります。',
      'そのパソコンがウイルスに感染したり乗っ取られたりすると、パスワードと番号の両方が盗まれるおそれがあります。',
    ],
    agree: '上記の内容に同意する',
    consentMissing: '同意の確認が済んでいません。内容をお読みになり、「上記の内容に同意する」にチェックを入れてください。',
    send: '送信',
    sending: '発行元と安全に鍵を取り交わしています',
    failed: '初期設定は完了していません',
    lastStep: '初期設定完了',
    done: {
      heading: 'トークン初期設定完了',
      added: 'トークン追加が正常に完了しました。',
      next: 'このあと、トークンの表示名と注意事項を確かめると、番号が表示されます。',
      toName: '次へ',
    },
    name: {
      heading: 'トークン表示名設定',
      lead: '必要に応じ、トークン表示名を設定します。トークン表示名に、任意の文言を追加・変更することができます。',
      display: 'トークン表示名',
      before: '変更前の追加文言',
      none: '未登録',
      after: '［任意］変更後の追加文言',
      example: (institution) => `（例）追加文言に「本店用」と入力すると、トークン表示名は「${institution} 本店用」となります。`,
      preview: '登録後のトークン表示名',
      optional: '追加文言が必要ない場合は、欄を空にして「登録」を押してください。',
      leave: '変更しない場合は、この画面を閉じてください。',
      register: '登録',
      working: '登録しています',
      renamed: '表示名を登録しました',
      renamedBody: (name) => `トークン表示名は「${name}」です。この画面は閉じてかまいません。`,
    },
    caution: {
      heading: 'ご注意ください',
      lines: [
        'このトークンの番号は、ログインと振込が本当にお客さまご本人のものかを確かめる、大切な鍵です。',
        '番号、利用開始パスワード、鍵札のパスフレーズを、電話・メール・ほかの画面でだれにも教えないでください。金融機関の職員がおたずねすることもありません。',
        '番号は、ご自分で開いたお取引の金融機関の画面にだけ入力してください。メールやメッセージのリンクから開いた画面には入力しないでください。',
        'パソコンをなくしたとき、盗まれたとき、身に覚えのない取引があったときは、ただちに金融機関へお電話ください。',
      ],
      loss: '紛失・盗難のときは（連絡先と印刷）',
      working: '保存しています',
    },
    start: {
      heading: 'あとは金融機関の画面で「利用開始」です',
      body: (name) => `${name}のトークンの番号が、ツールバーの鍵札に表示されるようになりました。金融機関の画面で「利用開始」をすると使えるようになります。`,
      by: (moment) => `${moment}までに「利用開始」をしてください。過ぎると「トークン発行」からのやり直しになります。`,
      steps: [
        '開いたままにしてある金融機関の「ワンタイムパスワード申請内容選択」（画面ID BOP001）の画面に戻ります。',
        '「ワンタイムパスワード利用開始」を押します。',
        '鍵札を開いて「このページに入力」を押すと、ワンタイムパスワードが入ります。',
        '「利用開始する」を押します。',
        '「ワンタイムパスワードの利用を開始しました。」と表示されたら、「ワンタイムパスワード申請内容選択へ」、「トップページへ」の順に押して終わりです。',
      ],
      backHeading: '金融機関の画面を閉じてしまったとき、時間切れになったとき',
      back: [
        '金融機関のログイン画面を開き、ログインします。',
        'トップページで「ワンタイムパスワード申請」を押します。',
        '「ワンタイムパスワード申請メニュー」で「ワンタイムパスワード申請」を押します。',
        '「ワンタイムパスワード申請内容選択」（画面ID BOP001）の画面になります。',
      ],
    },
  }),
  en: (): UnionWords => ({
    heading: (institution) => `Setting up a token of ${institution}`,
    lead: 'Enter the service ID, the user ID and the 利用開始パスワード, then choose “Send”.',
    needs: 'What to have at hand',
    needsOwn: ['The service ID and the user ID (in the mail 「トークン発行のご案内」, or under 「トークン情報」 on the bank’s page)', 'The 利用開始パスワード (the 4 to 8 digits that you chose at 「トークン発行」)'],
    needsNotes: [
      'Leave the bank’s page 「ワンタイムパスワード申請内容選択」 (BOP001) open.',
      'If you have forgotten the 利用開始パスワード, this cannot be done. Do 「トークン発行」 at the bank again.',
      'Set the token up within 72 hours of 「トークン発行」.',
    ],
    service: { label: 'Service ID (サービスID)', hint: 'In the mail 「トークン発行のご案内」, or under 「トークン情報」 on the bank’s page.' },
    user: { label: 'User ID (ユーザーID)', hint: 'At the same place as the service ID.' },
    password: { label: '利用開始パスワード', hint: 'The 4 to 8 digits that you chose yourself at 「トークン発行」.' },
    terms: 'Before you use it',
    termsText: [
      'A token makes a password that works once (a one-time password), a new one every 60 seconds. Kagifuda calls these six digits the “code”.',
      'Kagifuda is a tool for private use and is affiliated with no bank.',
      'Codes on the PC that does the banking are weaker than codes on a second device, such as a telephone.',
      'If that PC is infected or taken over, both the password and the code can be stolen.',
    ],
    agree: 'I agree to the above',
    consentMissing: 'Your consent is missing. Please read the text and tick “I agree to the above”.',
    send: 'Send',
    sending: 'Agreeing on a key with the issuer',
    failed: 'The token is not set up yet',
    lastStep: 'Set up',
    done: {
      heading: 'The token is set up',
      added: 'The token was added.',
      next: 'Next come its display name and a caution; after them it shows codes.',
      toName: 'Next',
    },
    name: {
      heading: 'Display name of the token',
      lead: 'If you like, add words behind the name, or change them.',
      display: 'Display name',
      before: 'Added words before the change',
      none: 'none',
      after: '[Optional] Added words after the change',
      example: (institution) => `Example: with “本店用” the display name becomes “${institution} 本店用”.`,
      preview: 'Display name after saving',
      optional: 'If you need no added words, leave the field empty and choose “Save”.',
      leave: 'To leave it as it is, close this page.',
      register: 'Save',
      working: 'Saving',
      renamed: 'The display name is saved',
      renamedBody: (name) => `The display name is “${name}”. You can close this page.`,
    },
    caution: {
      heading: 'Please take care',
      lines: [
        'The codes of this token are an important key: they tell the bank that a login or a transfer is really yours.',
        'Tell nobody a code, the 利用開始パスワード or your Kagifuda passphrase: not by telephone, not by mail, not on other pages. Staff of your institution never ask for them.',
        'Enter codes only on pages of your institution that you opened yourself. Never enter one on a page that a link in a mail or a message opened.',
        'If the PC is lost or stolen, or a transaction is not yours, call your institution at once.',
      ],
      loss: 'Loss or theft (whom to call, and printing)',
      working: 'Saving',
    },
    start: {
      heading: 'Now choose 「利用開始」 at the bank',
      body: (name) => `Kagifuda in the toolbar now shows the codes of ${name}. To use them, start the token on the bank’s page.`,
      by: (moment) => `Start it by ${moment}. After that you would have to begin again at 「トークン発行」.`,
      steps: [
        'Go back to the bank’s page that you left open: 「ワンタイムパスワード申請内容選択」 (BOP001).',
        'Choose 「ワンタイムパスワード利用開始」.',
        'Open Kagifuda and choose “Fill this page”: it enters the one-time password.',
        'Choose 「利用開始する」.',
        'When the page says 「ワンタイムパスワードの利用を開始しました。」, choose 「ワンタイムパスワード申請内容選択へ」 and then 「トップページへ」. You are done.',
      ],
      backHeading: 'If the bank’s page was closed or timed out',
      back: [
        'Open the bank’s login page and log in.',
        'On the top page choose 「ワンタイムパスワード申請」.',
        'In 「ワンタイムパスワード申請メニュー」 choose 「ワンタイムパスワード申請」.',
        'You are at 「ワンタイムパスワード申請内容選択」 (BOP001).',
      ],
    },
  }),
});
