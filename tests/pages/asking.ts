/** Whole pages that ask for a token's code, in the manners of many banks. `data-want` names the role. */
import type { Page } from './snippets.ts';

const frame = (title: string, body: string): string =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body>
  <header><a href="#">文字サイズ</a> <a href="#">ヘルプ一覧</a> <a href="#">ログアウト</a></header>
  <nav><ul><li><a href="#">口座情報</a></li><li><a href="#">振込・振替</a></li><li><a href="#">ワンタイムパスワード申請</a></li></ul></nav>
  <main>${body}</main><footer><p>Copyright 見本銀行</p></footer></body></html>`;

export const ASKING: Page[] = [
  {
    title: 'a shinkin registration page with 確認用 cells',
    html: frame(
      'ワンタイムパスワード利用開始',
      `<h1>ワンタイムパスワード利用開始</h1><ol><li>ワンタイムパスワード登録</li><li>処理結果</li></ol>
      <form action="/x" method="post"><h2>ワンタイムパスワードの登録</h2>
      <table><tr><th>シリアル番号(半角英数字)</th><td class="must">必須</td><td><input data-want="serial" type="text" name="k1" maxlength="12"></td></tr>
      <tr><th>ワンタイムパスワード(半角数字)</th><td class="must">必須</td><td><input data-want="current" type="password" name="k2" maxlength="6"></td></tr>
      <tr><th>ログイン時のワンタイムパスワード認証要否</th><td class="must">必須</td><td><label><input type="radio" name="k3">認証する</label><label><input type="radio" name="k3">認証しない</label></td></tr></table>
      <h2>確認用パスワード入力</h2><p>お客様カードの(1)、(2)に対応した数字を半角でそれぞれ入力してください。</p>
      <table><tr><th>ア</th><th>イ</th><th>ウ</th><th>エ</th></tr><tr><td></td><td></td><td>(1)</td><td>(2)</td></tr></table>
      <table><tr><th>(1)(ウ)</th><th>(2)(エ)</th></tr><tr><td><input type="password" maxlength="2" name="c1"></td><td><input type="password" maxlength="2" name="c2"></td></tr></table>
      <button>実行</button></form>`,
    ),
  },
  {
    title: 'a shinkin transfer whose field is only called パスワード(半角数字)',
    html: frame(
      '振込',
      `<h1>振込</h1><ul class="steps"><li>振込内容の入力</li><li>振込内容の確認</li></ul>
      <h2>振込内容</h2><table><tr><th>振込金額</th><td>10,000円</td></tr><tr><th>受取人</th><td>シンキン タロウ</td></tr></table>
      <form action="/t"><h2>ワンタイムパスワードの入力</h2><table><tr><th>パスワード(半角数字)</th><td>必須</td><td><input data-want="current" type="password" name="p" maxlength="6"></td></tr></table>
      <p>ワンタイムパスワード 表示された6桁の数字をパスワード入力欄に入力してください</p>
      <p>※同じパスワードは連続して使用できませんので、新たなパスワードを使用してください。</p><button>振込実行</button></form>`,
    ),
  },
  {
    title: 'a credit union login step, 画面ID BLI023',
    html: frame(
      'ログイン',
      `<p>画面ID : BLI023</p><h1>ログイン (ワンタイムパスワード認証)</h1>
      <p>ワンタイムパスワードを入力し、「次へ」ボタンを押して下さい。</p><form><h2>ワンタイムパスワードの入力</h2>
      <table><tr><th>【必須】 ワンタイムパスワード<br>(半角数字)</th><td><input data-want="current" type="text" name="BTX0010" maxlength="6" autocomplete="off"></td></tr></table>
      <input type="button" value="中止する"><input type="submit" value="次へ"></form>`,
    ),
  },
  {
    title: 'a credit union 利用開始 with a software keyboard',
    html: frame(
      'ワンタイムパスワード利用開始',
      `<h1>ワンタイムパスワード利用開始（ソフトウェアトークン確認）</h1><p>ソフトウェアトークン確認 &gt; ソフトウェアトークン完了</p><form>
      <h2>ワンタイムパスワードの入力</h2><div class="line"><div>ワンタイムパスワード</div><div><input data-want="current" type="password" name="BPW0010" id="pswd001" maxlength="8">
      <input type="checkbox" id="sk"><label for="sk">ソフトウェアキーボードを使用して入力する</label></div></div>
      <table class="keys"><tr><td>数字</td><td><button type="button">0</button></td><td><button type="button">1文字クリア</button></td></tr></table><button>利用開始する</button></form>`,
    ),
  },
  {
    title: '利用中止 with contract ID and login password on the same page',
    html: frame(
      'ワンタイムパスワード利用中止',
      `<h1>ワンタイムパスワード利用中止</h1><form><h2>利用者認証</h2><table><tr><th>契約者ID（利用者番号）</th><td><input name="a" maxlength="12"></td></tr>
      <tr><th>ログインパスワード</th><td><input type="password" name="b" maxlength="12"></td></tr></table>
      <h2>ワンタイムパスワードの入力</h2><table><tr><th>パスワード（半角数字）</th><td><input data-want="current" type="password" name="c" maxlength="6"></td></tr></table></form>`,
    ),
  },
  {
    title: '交換, first step',
    html: frame(
      'ワンタイムパスワード交換',
      `<h1>ワンタイムパスワード交換</h1><form><h2>旧トークンの認証</h2><p>旧トークン（現在ご利用中のトークン）に表示されているワンタイムパスワードを入力してください。</p>
      <table><tr><th>ワンタイムパスワード(半角数字)</th><td>必須</td><td><input data-want="old" type="password" maxlength="6"></td></tr></table><button>次へ</button></form>`,
    ),
  },
  {
    title: '交換, second step, labels without 新',
    html: frame(
      'ワンタイムパスワード交換',
      `<h1>ワンタイムパスワード交換</h1><form><h2>新しいトークンの登録</h2>
      <table><tr><th>シリアル番号(半角英数字)</th><td>必須</td><td><input data-want="serial" maxlength="12"></td></tr>
      <tr><th>ワンタイムパスワード(半角数字)</th><td>必須</td><td><input data-want="new" type="password" maxlength="6"></td></tr></table></form>`,
    ),
  },
  {
    title: 'a regional bank with th/td and a note inside the header cell',
    html: frame(
      '本人確認',
      `<h2>ご本人さまの確認</h2><form><table><tbody><tr><th scope="row">ワンタイムパスワード<p class="note">お手元のトークンに表示されている6桁の数字を入力してください。</p></th>
      <td><input data-want="current" type="tel" name="otpw" maxlength="6" autocomplete="new-password"></td></tr></tbody></table></form>`,
    ),
  },
  {
    title: 'a city bank: dl rows and a password card',
    html: frame(
      'お振込内容の確認',
      `<h1>お振込内容の確認</h1><form><dl><dt>お振込先</dt><dd>見本銀行 本店</dd><dt>お振込金額</dt><dd>5,000円</dd></dl>
      <dl><dt>パスワードカードに表示された6桁の数字</dt><dd><input data-want="current" type="password" name="z9" maxlength="6"></dd></dl><button>実行する</button></form>`,
    ),
  },
  {
    title: 'a login page with store number, account number, PIN and code',
    html: frame(
      'ログイン',
      `<h1>ログイン</h1><form><p><label for="s">店番号</label><input id="s" type="tel" maxlength="3"></p><p><label for="a">口座番号</label><input id="a" type="tel" maxlength="7"></p>
      <p><label for="p">ログインパスワード</label><input id="p" type="password" autocomplete="current-password"></p>
      <p><label for="t">ワンタイムパスワード（トークンをご利用の方のみ）</label><input data-want="current" id="t" type="tel" maxlength="6"></p></form>`,
    ),
  },
  {
    title: 'an online bank with six boxes in a labelled group',
    html: frame(
      'ワンタイムパスワード認証',
      `<h1>ワンタイムパスワード認証</h1><p>アプリに表示された6桁の数字を入力してください。</p><form><div role="group" aria-label="ワンタイムパスワード">
      ${[1, 2, 3, 4, 5, 6].map((n) => `<input data-want="current" type="tel" inputmode="numeric" maxlength="1" aria-label="${n}桁目">`).join('')}</div></form>`,
    ),
  },
  {
    title: 'eight boxes, one per span, under a legend',
    html: frame(
      '認証',
      `<form><fieldset><legend>ワンタイムパスワード（8桁）</legend>${Array.from({ length: 8 }, () => '<span class="box"><input data-want="current" type="text" size="1" maxlength="1"></span>').join('<span>-</span>')}</fieldset></form>`,
    ),
  },
  {
    title: 'six boxes of which only the first is enabled yet',
    html: frame(
      '認証',
      `<h2>ワンタイムパスワードの入力</h2><form><div><input data-want="current" maxlength="1">${'<input data-want="current" maxlength="1" disabled>'.repeat(5)}</div></form>`,
    ),
  },
  {
    title: 'a label with middle dots and full-width hyphens',
    html: frame(
      'ログオン',
      '<table><tr><td>ワンタイム・パスワ－ド</td><td>：</td><td><input data-want="current" type="password" size="10" maxlength="6"></td></tr></table>',
    ),
  },
  {
    title: 'a business bank: トークン in the heading, パスワード in the row',
    html: frame(
      'トークン認証',
      `<h1>トークン認証</h1><form><p>ハードウェアトークンに表示されている数字を入力してください。</p><table><tr><th>パスワード</th><td><input data-want="current" type="password" maxlength="8"></td></tr></table></form>`,
    ),
  },
  {
    title: 'ワンタイムコード from an authenticator app',
    html: frame(
      '二段階認証',
      `<h1>二段階認証</h1><p>認証アプリに表示されている認証コードを入力してください。</p><form><label for="c">認証コード</label><input data-want="current" id="c" type="text" inputmode="numeric" maxlength="6"></form>`,
    ),
  },
  {
    title: 'a limit change with amounts above and the code in the last block',
    html: frame(
      '利用限度額変更',
      `<h1>利用限度額変更</h1><form><h2>変更後の限度額</h2><table><tr><th>1日あたりの利用限度額</th><td><input name="g" maxlength="8">万円</td></tr><tr><th>1回あたりの利用限度額</th><td><input name="h" maxlength="8">万円</td></tr></table>
      <h2>ワンタイムパスワードの入力</h2><table><tr><th>パスワード(半角数字)</th><td>必須</td><td><input data-want="current" type="password" maxlength="6"></td></tr></table></form>`,
    ),
  },
  {
    title: '収納サービス with its own six-digit 確認番号',
    html: frame(
      '収納サービス',
      `<h1>収納サービス</h1><form><h2>払込情報</h2><table><tr><th>納付番号</th><td><input maxlength="20"></td></tr><tr><th>確認番号（半角数字6桁）</th><td><input type="tel" maxlength="6"></td></tr></table>
      <h2>ワンタイムパスワードの入力</h2><table><tr><th>パスワード(半角数字)</th><td>必須</td><td><input data-want="current" type="password" maxlength="6"></td></tr></table></form>`,
    ),
  },
  {
    title: 'a header row above the fields',
    html: frame(
      'ログイン',
      `<form><table><thead><tr><th>お客様番号</th><th>ログオンパスワード</th><th>ワンタイムパスワード</th></tr></thead>
      <tbody><tr><td><input name="q1"></td><td><input type="password" name="q2"></td><td><input data-want="current" type="password" name="q3" maxlength="6"></td></tr></tbody></table></form>`,
    ),
  },
  {
    title: 'a floating label behind the field',
    html: frame(
      'Login',
      '<form><div class="f"><input data-want="current" id="fl" type="text" placeholder=" " maxlength="6"><label for="fl">ワンタイムパスワード</label></div></form>',
    ),
  },
  {
    title: 'an English bank page',
    html: `<!doctype html><html lang="en"><title>Authorise payment</title><body><h1>Authorise payment</h1><form><p>Amount: JPY 10,000</p>
      <label for="m">Memo</label><input id="m"><label for="e">One-time password shown on your token</label><input data-want="current" id="e" inputmode="numeric" maxlength="6"><button>Submit</button></form></body></html>`,
  },
  {
    title: 'an English login step with an authenticator app',
    html: `<!doctype html><html lang="en"><title>Two-factor authentication</title><body><h1>Two-factor authentication</h1><p>Open your authenticator app and enter the 6-digit code.</p>
      <form><label for="e">Verification code</label><input data-want="current" id="e" name="app_totp" inputmode="numeric" autocomplete="one-time-code" maxlength="6"><button>Verify</button></form></body></html>`,
  },
  {
    title: 'a page with the usual warning against mails in the bank’s name',
    html: frame(
      'ログイン',
      `<h1>ログイン（ワンタイムパスワード認証）</h1><ul><li>当組合を装ったメールにご注意下さい。当組合ではメールでワンタイムパスワードの入力を頂くような依頼をすることは絶対にありません。</li></ul>
      <form><h2>ワンタイムパスワードの入力</h2><table><tr><th>ワンタイムパスワード</th><td><input data-want="current" type="text" maxlength="6"></td></tr></table>
      <p>入力後、「送信」ボタンを押してください。パスワードをお忘れの場合は再設定用メールを送信します。</p></form>`,
    ),
  },
  {
    title: 'SMS in one section, the token in another',
    html: frame(
      '追加認証',
      `<h1>追加認証</h1><section><h2>SMSで認証する</h2><p>登録の電話番号に認証番号を送信しました。</p><form><label for="s1">認証番号</label><input id="s1" maxlength="6"><button>認証番号を再送する</button></form></section>
      <section><h2>トークンで認証する</h2><form><label for="s2">ワンタイムパスワード</label><input data-want="current" id="s2" maxlength="6"></form></section>`,
    ),
  },
  {
    title: 'a dialog over a transfer page',
    html: frame(
      '振込',
      `<h1>振込</h1><form><label for="y">金額</label><input id="y"></form><dialog open><h2>ワンタイムパスワード</h2><p>6桁の数字を入力してください。</p><form method="dialog"><input data-want="current" type="tel" maxlength="6"><button>実行</button></form></dialog>`,
    ),
  },
  {
    title: 'a page of divs without a table and with an asterisk',
    html: frame(
      '本人認証',
      `<div class="ttl">本人認証</div><form><div class="row"><div class="c1"><span>*</span><span>ワンタイムパスワード</span></div><div class="c2"><div><div><input data-want="current" type="password"></div></div><div class="hint">半角数字6桁</div></div></div></form>`,
    ),
  },
  {
    title: 'a header that spans two rows',
    html: frame(
      '登録',
      `<h2>トークンの登録</h2><table><tr><th rowspan="2">ワンタイムパスワード</th><td>トークンに表示された数字を入力してください</td></tr><tr><td><input data-want="current" type="password" maxlength="6"></td></tr></table>`,
    ),
  },
  {
    title: 'an insurance portal: ログインID on the page before, a lone code field now',
    html: frame(
      'ログイン',
      `<h1>ログイン</h1><form><p>ソフトウェアトークンで生成したワンタイムパスワードを入力してください</p><input data-want="current" type="text" inputmode="numeric" maxlength="6"><button>認証する</button></form>`,
    ),
  },
];
