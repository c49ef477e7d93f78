/** Fragments of pages. `data-want` names the role a field must be found in; a field without it must be left alone. */
export interface Page {
  title: string;
  html: string;
}

/** P: a code is wanted. */
export const WANTING: Page[] = [
  {
    title: "P01: SKC register page (the manuals): table th/td, serial + OTP(type=password) + radio + 資金移動用 digits",
    html: `<h1>ワンタイムパスワード利用開始</h1>
      <h2>ワンタイムパスワードの登録</h2>
      <table>
      <tr><th>シリアル番号(半角英数字)</th><td>必須</td><td><input data-want="serial" type="text" name="a1" maxlength="12"></td></tr>
      <tr><th>ワンタイムパスワード(半角数字)</th><td>必須</td><td><input data-want="current" type="password" name="a2" maxlength="6"></td></tr>
      <tr><th>ログイン時のワンタイムパスワード認証要否</th><td>必須</td><td><input type="radio" name="r"><input type="radio" name="r"></td></tr></table>
      <h2>資金移動用パスワード入力</h2><p>資金移動用パスワードの左から1、10桁目の数字をそれぞれ半角で入力してください。</p>
      <table>
      <tr><td>1</td><td>10</td></tr>
      <tr><td><input type="password" name="b1" maxlength="1"></td><td><input type="password" name="b2" maxlength="1"></td></tr></table>`,
  },
  {
    title: "P02: same with 確認用パスワード (1)(ウ)(2)(カ) two-digit cells",
    html: `<h1>ワンタイムパスワード利用開始</h1>
      <h2>ワンタイムパスワードの登録</h2>
      <table>
      <tr><th>シリアル番号(半角英数字)</th><td><input data-want="serial" type="text"></td></tr>
      <tr><th>ワンタイムパスワード(半角数字)</th><td><input data-want="current" type="password" maxlength="6"></td></tr></table>
      <h2>確認用パスワード入力</h2><p>お客様カードの(1)、(2)に対応した数字を半角でそれぞれ入力してください。</p>
      <table>
      <tr><th>(1)(ウ)</th><th>(2)(カ)</th></tr>
      <tr><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td></tr></table>`,
  },
  {
    title: "P03: SKC transfer confirm: label only パスワード(半角数字), heading ワンタイムパスワードの入力",
    html: `<h1>振込</h1>
      <h2>ワンタイムパスワードの入力</h2>
      <table>
      <tr><th>パスワード(半角数字)</th><td>必須</td><td><input data-want="current" type="password" name="pwd" maxlength="6"></td></tr></table><p>ワンタイムパスワード 表示された6桁の数字をパスワード入力欄に入力してください</p>`,
  },
  {
    title: "P04: SKC login with OTP step (BLI-like) [必須] ワンタイムパスワード (半角数字)",
    html: `<h1>ログイン（ワンタイムパスワード認証）</h1><p>画面ID : BLI023</p>
      <h2>ワンタイムパスワードの入力</h2>
      <dl><dt>【必須】ワンタイムパスワード<br>(半角数字)</dt><dd><input data-want="current" type="text" id="txtBox001" name="BTX0010" maxlength="6" autocomplete="off"></dd></dl>`,
  },
  {
    title: "P05: AnserParaSOL with opaque names and div layout, password type",
    html: `<h1>ワンタイムパスワード利用開始（ソフトウェアトークン確認）</h1>
      <h2>ワンタイムパスワードの入力</h2>
      <div class="row">
      <div class="l">ワンタイムパスワード</div>
      <div class="r"><input data-want="current" type="password" id="pswd001" name="BPW0010" maxlength="8">
      <label><input type="checkbox" id="pswd001_check">ソフトウェアキーボードを使用して入力する</label></div></div>`,
  },
  {
    title: "P06: exchange step 1: 現在ご利用中のトークンのOTP",
    html: `<h1>ワンタイムパスワード交換</h1>
      <h2>現ワンタイムパスワードの認証</h2>
      <table>
      <tr><th>ワンタイムパスワード(旧トークン)</th><td><input data-want="old" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "P07: exchange step 2: 新しいトークン serial+OTP",
    html: `<h1>ワンタイムパスワード交換</h1>
      <h2>新しいトークンの登録</h2>
      <table>
      <tr><th>新しいシリアル番号</th><td><input data-want="serial" type="text" maxlength="12"></td></tr>
      <tr><th>新しいワンタイムパスワード</th><td><input data-want="new" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "P08: exchange on ONE page: old OTP + new serial + new OTP",
    html: `<h1>トークン交換</h1>
      <table>
      <tr><th>現在のワンタイムパスワード</th><td><input data-want="old" type="password" maxlength="6"></td></tr>
      <tr><th>新シリアル番号</th><td><input data-want="serial" maxlength="12"></td></tr>
      <tr><th>新ワンタイムパスワード</th><td><input data-want="new" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "P09: stop page: 利用中止",
    html: `<h1>ワンタイムパスワード利用中止</h1>
      <table>
      <tr><th>契約者ID（利用者番号）</th><td><input type="text" maxlength="12"></td></tr>
      <tr><th>ログインパスワード</th><td><input type="password" maxlength="12"></td></tr>
      <tr><th>ワンタイムパスワード</th><td><input data-want="current" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "P10: login page with id+password+OTP on one page",
    html: `<h1>ログイン</h1>
      <label for="u">契約者ID</label><input id="u" name="userId">
      <label for="p">ログインパスワード</label><input id="p" name="loginPwd" type="password" maxlength="12">
      <label for="o">ワンタイムパスワード（半角数字6桁）</label><input data-want="current" id="o" name="x3" type="password" maxlength="6">`,
  },
  {
    title: "P11: half-width kana label ﾜﾝﾀｲﾑﾊﾟｽﾜｰﾄﾞ, full-width maxlength hint",
    html: `<table>
      <tr><td>ﾜﾝﾀｲﾑﾊﾟｽﾜｰﾄﾞ（６桁）</td><td><input data-want="current" type="tel" maxlength="6"></td></tr></table>`,
  },
  {
    title: "P12: label split by <br> and spaces: ワンタイム / パスワード",
    html: `<table>
      <tr><th>ワンタイム<br>　パスワード<span>必須</span></th><td><input data-want="current" type="password"></td></tr></table>`,
  },
  {
    title: "P13: 8-digit OTP",
    html: `<label for="z">ワンタイムパスワード（8桁）</label><input data-want="current" id="z" type="tel" maxlength="8">`,
  },
  {
    title: "P14: six boxes maxlength 1, label above",
    html: `<h2>ワンタイムパスワード</h2>
      <form>
      <div><input data-want="current" type="tel" maxlength="1" name="d1"><input data-want="current" type="tel" maxlength="1" name="d2"><input data-want="current" type="tel" maxlength="1" name="d3"><input data-want="current" type="tel" maxlength="1" name="d4"><input data-want="current" type="tel" maxlength="1" name="d5"><input data-want="current" type="tel" maxlength="1" name="d6"></div></form>`,
  },
  {
    title: "P15: autocomplete=one-time-code, no label",
    html: `<input data-want="current" type="text" inputmode="numeric" autocomplete="one-time-code">`,
  },
  {
    title: "P16: webauthn token list autocomplete=\"section-x one-time-code\"",
    html: `<input data-want="current" type="text" autocomplete="section-a one-time-code" maxlength="6">`,
  },
  {
    title: "P17: aria-labelledby",
    html: `<span id="lb">ワンタイムパスワード</span><input data-want="current" aria-labelledby="lb" type="password" maxlength="6">`,
  },
  {
    title: "P18: placeholder only",
    html: `<input data-want="current" placeholder="ワンタイムパスワード" type="text">`,
  },
  {
    title: "P19: MUFG-like: tel input label with <span class=speech>",
    html: `<label for="t1">ワンタイムパスワード<span class="speech">半角数字6桁</span></label><input data-want="current" id="t1" name="OTP" type="tel" maxlength="6">`,
  },
  {
    title: "P20: トークンに表示された6桁の数字",
    html: `<div>トークンに表示された6桁の数字を入力してください</div>
      <div><input data-want="current" type="password" name="q" maxlength="6"></div>`,
  },
  {
    title: "P21: readonly until software keyboard is closed",
    html: `<table>
      <tr><th>ワンタイムパスワード</th><td><input data-want="current" type="password" readonly maxlength="6"></td></tr></table>`,
  },
  {
    title: "P22: authenticator text: 認証アプリの6桁",
    html: `<label for="k">認証アプリに表示された6桁の認証コード</label><input data-want="current" id="k" inputmode="numeric" maxlength="6">`,
  },
  {
    title: "P23: English: One-Time Password",
    html: `<label for="k2">One-Time Password</label><input data-want="current" id="k2" type="password" maxlength="6">`,
  },
  {
    title: "P24: English OTP page of same bank",
    html: `<h1>Transfer</h1>
      <h2>Enter your one-time password</h2>
      <table>
      <tr><td>Password (numeric)</td><td><input data-want="current" type="password" maxlength="6" name="pw"></td></tr></table>`,
  },
  {
    title: "P25: td/td rows, header in previous row",
    html: `<table>
      <tr><td>ワンタイムパスワード</td></tr>
      <tr><td><input data-want="current" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "P26: 現ワンタイムパスワードの認証",
    html: `<h1>ワンタイムパスワード交換</h1>
      <h2>現ワンタイムパスワードの認証</h2>
      <table>
      <tr><th>現ワンタイムパスワード</th><td><input data-want="old" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "P27: login page where the OTP row is display:none until the server asks (SPA/legacy toggle)",
    html: `<form>
      <label>契約者ID<input name="userId"></label>
      <div id="otpRow"><span>ワンタイムパスワード</span><input data-want="current" type="password" maxlength="6"></div></form>`,
  },
];
