/** What is said of a field behind it, in a description, in a heading or in two sentences; each with a neighbour that means something else. */
import { boot, frame, shinkin, six, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const hinted = (label: string, hint: string): string => `<div><span>${label}</span><div><input maxlength="6"><small>${hint}</small></div></div>`;
const described = (label: string, hint: string): string => `<div><label for="z">${label}</label><input id="z" type="password" inputmode="numeric" maxlength="6" aria-describedby="zh"><p id="zh">${hint}</p></div>`;
const steps = (last: string, field: string): string => `<ol><li><h2>手順1　認証アプリを用意する</h2><p>お使いの端末に入れてください。</p></li><li><h2>${last}</h2><form><p>${field}</p><p>取引暗証<br><input type="password"></p></form></li></ol>`;
const dialog = (name: string, words: string, field: string): string => `<h1>設定</h1><p><label>備考<input></label></p><div role="dialog" aria-labelledby="dn"><h5 id="dn">${name}</h5><p>${words}</p>${field}</div>`;
const tabs = (chosen: string): string =>
  `<title>2段階認証</title><h3>2段階認証</h3><div><div id="t1">${chosen}</div><div id="t2">音声</div></div><div role="tabpanel" aria-labelledby="t1"><div><label for="v">認証コード</label><input id="v" maxlength="6" placeholder="6桁"></div></div>`;

export const EVERYDAY_HINTS: Page[] = [
  { title: 'a bank’s own name, explained in small print behind the field', html: wants('- current', boot('ログイン', `${hinted('お客さま番号', '半角数字')}${hinted('変動パスワード', 'お手元のトークンのボタンを押すと表示される6桁の数字です。')}`)) },
  { title: 'the same name, explained as something else', html: boot('ログイン', `${hinted('お客さま番号', '半角数字')}${hinted('変動パスワード', '毎月郵送する用紙の6桁の数字です。')}`) },
  { title: 'the number of a soft token, with what its app shows', html: wants('- current', boot('振込', `${hinted('金額', '円')}${hinted('ソフトトークンの番号', 'アプリ「みほんトークン」の画面に表示される番号です。')}`)) },
  { title: 'another password before the one that is asked for', html: wants('- - current', shinkin('割当', `<table>${tr('管理者の暗号', '<input type="password">')}${tr('管理者のトークンに表示中の番号', six)}</table>`)) },
  { title: 'a company’s code, and behind it the code’s own name', html: wants('- - current', shinkin('ログイン', `<p><span>企業コード</span><input maxlength="12"><span>トークンに表示されている数字</span>${six}</p>`)) },
  { title: 'any password whose description says what it is', html: wants('- current', boot('加入者サイト', `<label>加入者番号<input></label>${described('追加パスワード', '認証アプリに30秒間表示されるワンタイムパスワード（6桁）です。未設定の方は空欄のままお進みください。')}`)) },
  { title: 'any password whose description says that it is another', html: boot('加入者サイト', `<label>加入者番号<input></label>${described('追加パスワード', '開設のときにお届けした6桁の数字です。')}`) },

  { title: 'a login password whose description speaks of the next page', html: boot('ログイン', `<label>契約者番号<input></label>${described('パスワード', '次の画面でワンタイムパスワードを入力します。')}`) },
  { title: 'a password whose description says that the token comes later', html: boot('ログイン', `<label>契約者番号<input></label>${described('パスワード', '半角英数字。トークンに表示される6桁の数字は、後ほど入力します。')}`) },
  { title: 'a bank’s own name, with what is asked for on the next page behind it', html: boot('ログイン', `${hinted('契約者番号', '半角数字')}${hinted('みほんパスワード', '次のページで、トークンに表示される6桁の数字を入力します。')}`) },
  { title: 'a description of the field, and what comes next', html: wants('- current', boot('ログイン', `<label>契約者番号<input></label>${described('追加パスワード', 'トークンに表示される6桁の数字です。入力後、次の画面へお進みください。')}`)) },
  { title: 'a bank’s own name, and that it isn’t the token’s number', html: boot('ログイン', `${hinted('みほんコード', 'トークンに表示される番号とは異なります。')}${hinted('みほんパスワード', 'トークンに表示される6桁の数字と同じものは設定できません。')}`) },
  { title: 'a login password with the app’s code behind it', html: boot('Log in', `<label>User<input></label>${described('Password', 'If you use two-factor authentication, append the code from your authenticator app.')}`) },
  { title: 'a login password before the app’s code', html: boot('Log in', `<label>User<input></label>${described('Password', 'We will then ask for the code from your authenticator app.')}`) },
  { title: 'a password that is the app’s code', html: wants('- current', boot('Log in', `<label>User<input></label>${described('Password', 'Enter the 6-digit code from your authenticator app. It is not the password of your account.')}`)) },
  { title: 'what the browser is to keep as the password, whatever its description speaks of', html: boot('ログイン', `<label>契約者番号<input></label>${described('パスワード', 'トークンに表示される6桁の数字も必要です。').replace('type="password"', 'type="password" autocomplete="current-password"')}`) },

  { title: 'what is shown, under the heading of the last step', html: wants('current -', frame('認証アプリの登録', steps('手順2　表示された6桁の数字を入力', '<input maxlength="6">'))) },
  { title: 'what is shown by nobody knows what', html: frame('口座の登録', steps('手順2　受付票の6桁の数字を入力', '<input maxlength="6">')) },
  { title: 'what is shown in a picture', html: frame('認証アプリの登録', steps('手順2　画像に表示された6桁の数字を入力', '<input maxlength="6">')) },
  { title: 'what is shown in a message', html: frame('認証アプリの登録', steps('手順2　SMSに表示された6桁の数字を入力', '<input maxlength="6">')) },
  { title: 'what is shown, under a heading of pictures', html: '<title>認証アプリの登録</title><h1>認証アプリの登録</h1><h2>画像認証</h2><h3>表示された数字を入力してください</h3><form><p><input maxlength="6"></p></form>' },
  { title: 'the second of two numbered steps in a cell', html: wants('- current', frame('ログイン', `<form><p>お客さま番号 <input></p><p><b>トークン</b>をご用意ください。</p><table><tr><td>1. トークンのボタンを押す</td></tr><tr><td>2. 表示された番号を入力<br><input type="tel" maxlength="6"></td></tr></table></form>`)) },
  { title: 'the same steps at a machine', html: frame('ログイン', '<form><p>お客さま番号 <input></p><p><b>受付機</b>をご利用ください。</p><table><tr><td>1. 受付機のボタンを押す</td></tr><tr><td>2. 発行された番号を入力<br><input type="tel" maxlength="6"></td></tr></table></form>') },
  { title: 'an app and what it shows, in two sentences', html: wants('current', boot('ご本人の確認', '<p>「みほんカードアプリ」を起動し、[ワンタイムパスワード表示] を押してください。表示された6桁のパスワードを入力し、[次へ] を押してください。</p><dl><dt>ご利用先</dt><dd>見本商店</dd></dl><label for="p">パスワード</label><input id="p" type="password" maxlength="6">')) },
  { title: 'an app, and a password that is known', html: boot('ご本人の確認', '<p>「みほんカードアプリ」でもお手続きいただけます。いつものパスワードを入力し、[次へ] を押してください。</p><dl><dt>ご利用先</dt><dd>見本商店</dd></dl><label for="p">パスワード</label><input id="p" type="password" maxlength="6">') },
  { title: 'six ケタ that an app shows', html: wants('- current', boot('買付', '<label>金額<input></label><div><h2>アプリ認証番号</h2><p>みほんアプリの「認証番号を表示」に出ている6ケタの番号を入力してください（1分ごとに更新）。</p><div><input maxlength="6"></div></div>')) },
  { title: 'a key fob by its kind, in the field itself', html: wants('- - current', boot('代理店', '<input placeholder="代理店コード（7桁）"><input type="password" placeholder="パスワード"><input type="password" maxlength="6" placeholder="パスコード（キーホルダー型トークンの6桁）">')) },
  { title: 'a sample in brackets is no label', html: wants('current', boot('確認', '<p>認証アプリに表示中の6桁の数字を入力してください。</p><input maxlength="6" placeholder="例）012345">')) },

  { title: 'a dialog that needs the code of an app, over a form of its own', html: wants('- current', frame('設定', dialog('二段階認証', '続けるには、認証アプリ（Authy など）の認証コードが必要です。', '<input placeholder="123456">'))) },
  { title: 'a dialog that needs something else', html: frame('設定', dialog('ご確認', '続けるには、店舗でお渡しした整理番号が必要です。', '<input placeholder="123456">')) },
  { title: 'the chosen tab is of the app', html: wants('current', tabs('認証アプリ')) },
  { title: 'the chosen tab is of messages', html: tabs('SMS') },
  { title: 'a code of an app, behind one that was sent', html: wants('- current', boot('電話番号の変更', `${hinted('SMS認証番号', '新しい電話番号あてのSMSに記載された番号')}${hinted('Google認証コード', 'アプリの番号')}`)) },
  { title: 'the name of an app over a field for what was sent', html: boot('Confirm', '<p>We have sent a code to your phone.</p><label>Authenticator code<input></label>') },
  { title: 'a security code that an app makes', html: wants('current', boot('確認', '<p>お使いの認証アプリで生成された6桁のセキュリティコードを入力してください。</p><label>セキュリティコード<input type="tel" maxlength="6"></label>')) },
  { title: 'a security code on a card, where apps are spoken of', html: boot('お支払い', '<p>認証アプリはご利用いただけません。</p><label>カード番号<input></label><label>セキュリティコード<input type="tel" maxlength="4"></label>') },

  { title: 'a label in two languages', html: wants('- current', frame('TOTP登録', `<table>${tr('端末の名前<br>Device name', '<input>')}${tr('認証コード<br>Authentication code', '<input size="6"><br>アプリが表示する数字 / digits shown in your app')}</table>`)) },
  { title: 'another label in two languages', html: frame('登録', `<table>${tr('端末の名前<br>Device name', '<input>')}${tr('割引番号<br>Discount number', '<input size="6">')}</table>`) },
  { title: 'a label in two languages of which one says more', html: frame('トークンでログイン', `<table>${tr('企業コード<br>Access code', '<input maxlength="8">')}${tr('ご署名<br>Signature', '<input>')}</table>`) },
  { title: 'codes of the old phone and of the new one', html: wants('old new', '<title>認証アプリの機種変更</title><h1>認証アプリの機種変更</h1><div><h2>① 旧端末</h2><label for="a">旧スマートフォンのコード</label><input id="a" maxlength="6"></div><div><h2>② 新端末</h2><label for="b">新しいスマートフォンのコード</label><input id="b" maxlength="6"></div>') },
  { title: 'an old token’s value in a table', html: wants('- - current', '<title>Login</title><h1>Login</h1><table><tr><td>username</td><td><input></td></tr><tr><td>OTP PIN</td><td><input type="password"></td></tr><tr><td>OTP value</td><td><input name="otp"></td></tr></table>') },
  { title: 'one field for a password, with or without a code behind it', html: boot('Log in', '<label>Username<input></label><label>Password<input type="password" placeholder="Password or Password+One-Time Password"></label>') },
  { title: 'a key to be copied right before the field', html: wants('current', '<h1>認証アプリの登録</h1><p>認証アプリに表示された6桁の数字を入力してください。</p><form><span>Secret: JBSW Y3DP EHPK 3PXP</span><input maxlength="6" placeholder="6つの数字"></form>') },
  { title: 'a digital token in an app, and a warning behind it', html: wants('- current', boot('Add payee', '<label>Account number<input></label><div><p>Get your 6-digit OTP from <b>Digital Token</b> in the Mihon app and key it in.</p><input type="password" maxlength="6"></div><p>Never disclose your OTP. SMS OTP is no longer available for this service.</p>')) },

  { title: 'another sentence of apps that generate codes, with an “etc.” in it', html: wants('current', '<h1>Enable two-factor authentication</h1><h2>Setup authenticator app</h2><p>Authenticator apps like Mihon, Migoto, etc. generate one-time passwords that are used as a second factor.</p><form><label for="c">Verify the code from the app</label><input id="c" maxlength="6"></form>') },
  { title: 'a button that generates a code elsewhere', html: '<h1>Log in</h1><p>We will text you. Generate one-time password.</p><form><label for="c">Verify the code</label><input id="c" maxlength="6"></form>' },
  { title: 'six boxes that are called 1-6 to 6-6', html: wants('current current current current current current', `<h1>Enter your code</h1><p>Enter the 6-digit code from your authenticator app.</p><form>${[1, 2, 3, 4, 5, 6].map((place) => `<div><input type="number" aria-label="${place}-6" maxlength="1"></div>`).join('')}</form>`) },
  { title: 'boxes without a limit behind one that takes all', html: wants('current current current current current current', `<h1>Two-step authentication</h1><p>Enter the 6-digit code from your authenticator app to continue.</p><fieldset><legend>Authentication code</legend><input inputmode="numeric" maxlength="6" aria-label="Digit 1 of 6">${[2, 3, 4, 5, 6].map((place) => `<input inputmode="numeric" aria-label="Digit ${place} of 6">`).join('')}</fieldset>`) },
  { title: 'either code in one field, by its declaration', html: wants('current', '<div role="dialog"><h1>多要素認証</h1><p>認証コードか8桁のバックアップコードを入力してください。</p><form><label>見本認証コード／バックアップコードを入力</label><input placeholder="6桁の認証コード／8桁のバックアップコード" maxlength="10" autocomplete="one-time-code"></form></div>') },
  { title: 'only a code on paper, where an app can’t be used', html: '<h1>多要素認証</h1><p>認証アプリが使えない場合は、バックアップコードを入力してください。</p><form><label>コード<input maxlength="10"></label></form>' },
  { title: 'a security code of an app, above what is to be copied', html: wants('- - current', '<h2>2要素認証有効化</h2><p>認証アプリで以下のQRコードを読み取り、表示されたセキュリティコードを入力してください。</p><div><label>アカウント</label><input readonly value="taro@example.jp"></div><div><label>キー</label><input readonly value="ABCD EFGH IJKL MNOP"></div><div><label for="s">セキュリティコード</label><input id="s" maxlength="6"></div>') },
];
