/** Fragments N: fields beside the code, or instead of it; where a code is wanted too, it is marked. */
import type { Page } from './snippets.ts';

export const BESIDE: Page[] = [
  {
    title: "N01: SKC login page: OTP buttons beside the password field",
    html: `<h1>ログイン</h1>
      <table>
      <tr><th>契約者ID(利用者番号)</th><td><input type="text" name="userId" maxlength="12"></td></tr>
      <tr><th>パスワード</th><td><input type="password" name="loginPwd" maxlength="12"></td></tr></table>
      <div>ワンタイムパスワード <a href="#">利用開始</a> <a href="#">交換</a> <a href="#">利用中止</a></div>`,
  },
  {
    title: "N02: SKC pre-registration: title has ワンタイムパスワード, fields are ID/login password",
    html: `<title>ワンタイムパスワード利用開始</title>
      <h1>ワンタイムパスワード利用開始</h1>
      <h2>契約者ID（利用者番号）・ログインパスワードの入力</h2>
      <table>
      <tr><th>契約者ID（利用者番号）</th><td><input name="userId"></td></tr>
      <tr><th>ログインパスワード</th><td><input type="password" name="loginPwd" maxlength="12"></td></tr></table>`,
  },
  {
    title: "N03: BOT001 token issue: 利用開始パスワード 4-8 digits ×2 + mail ×2",
    html: `<h1>トークン発行（ソフトウェアトークン発行情報入力）</h1>
      <h2>送付先メールアドレスの指定</h2>
      <table>
      <tr><th>【必須】携帯電話メールアドレス</th><td><input type="text"></td></tr>
      <tr><th>【必須】携帯電話メールアドレス(確認用)</th><td><input type="text"></td></tr></table>
      <h2>利用開始パスワードの指定</h2>
      <table>
      <tr><th>【必須】利用開始パスワード</th><td><input type="password" maxlength="8"></td></tr>
      <tr><th>【必須】利用開始パスワード(確認用)</th><td><input type="password" maxlength="8"></td></tr></table>`,
  },
  {
    title: "N04: 確認用パスワード single field (AnserParaSOL transfers)",
    html: `<h1>ワンタイムパスワード申請</h1>
      <h2>確認用パスワード</h2>
      <table>
      <tr><th>確認用パスワード</th><td><input type="password" maxlength="12"></td></tr></table>`,
  },
  {
    title: "N05: forced login password change",
    html: `<h1>ログインパスワードの強制変更</h1>
      <table>
      <tr><th>新しいログインパスワード(半角英数字)</th><td><input type="password" maxlength="12"></td><td><input type="password" maxlength="12"></td></tr></table>`,
  },
  {
    title: "N06: Pay-easy 収納サービス: 収納機関番号(5) 納付番号(20) 確認番号(6)!",
    html: `<h1>収納サービス（税金・各種料金の払込み）</h1>
      <table>
      <tr><th>収納機関番号</th><td><input type="tel" maxlength="5"></td></tr>
      <tr><th>納付番号</th><td><input type="tel" maxlength="20"></td></tr>
      <tr><th>確認番号（半角数字6桁）</th><td><input type="tel" maxlength="6"></td></tr>
      <tr><th>納付区分</th><td><input type="tel" maxlength="10"></td></tr></table>`,
  },
  {
    title: "N07: transfer input: 支店, 口座番号(7), 金額, 電話番号",
    html: `<h1>振込</h1>
      <table>
      <tr><th>支店コード</th><td><input type="tel" maxlength="3"></td></tr>
      <tr><th>口座番号</th><td><input type="tel" maxlength="7"></td></tr>
      <tr><th>振込金額</th><td><input type="text" name="kingakuDisp" maxlength="10"></td></tr>
      <tr><th>電話番号</th><td><input type="tel"></td></tr></table>`,
  },
  {
    title: "N08: 限度額変更 amounts + OTP in last block",
    html: `<h1>利用限度額変更</h1>
      <table>
      <tr><th>1日あたりの限度額</th><td><input maxlength="8"></td></tr></table>
      <h2>ワンタイムパスワードの入力</h2>
      <table>
      <tr><th>ワンタイムパスワード</th><td><input data-want="current" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "N09: birth date 8 digits",
    html: `<table>
      <tr><th>生年月日（半角数字8桁）</th><td><input type="tel" maxlength="8"></td></tr></table>`,
  },
  {
    title: "N10: birth date 6 boxes yy mm dd? (yyyy/mm/dd 3 boxes)",
    html: `<div>生年月日 <input maxlength="4">年<input maxlength="2">月<input maxlength="2">日</div>`,
  },
  {
    title: "N11: card CVC セキュリティコード",
    html: `<label for="cv">セキュリティコード</label><input id="cv" type="tel" maxlength="4">
      <label for="cv2">セキュリティコード（CVV）</label><input id="cv2" type="password" autocomplete="cc-csc">`,
  },
  {
    title: "N12: captcha 画像に表示された6桁の数字",
    html: `<div>画像に表示された6桁の数字を入力してください</div><input type="text" maxlength="6" name="code">`,
  },
  {
    title: "N13: coupon code",
    html: `<label for="cp">クーポンコード</label><input id="cp" name="code" maxlength="6">`,
  },
  {
    title: "N14: site search mentioning ワンタイムパスワード",
    html: `<form role="search"><input type="text" name="q" placeholder="検索（例：ワンタイムパスワード）"></form>`,
  },
  {
    title: "N15: 6-digit 店番+口座 in one",
    html: `<label for="b6">店番号・口座番号</label><input id="b6" type="tel" maxlength="6">`,
  },
  {
    title: "N16: ATM 暗証番号 4 boxes",
    html: `<label for="a4">キャッシュカードの暗証番号（半角数字4桁）</label><input id="a4" type="password" maxlength="4">`,
  },
  {
    title: "N17: 第二暗証 6 digits",
    html: `<label for="a6">第2暗証（6桁）</label><input id="a6" type="password" maxlength="6">`,
  },
  {
    title: "N18: 取引パスワード digit positions ×4 maxlength 1",
    html: `<h2>取引パスワード</h2>
      <div>左から2桁目<input type="password" maxlength="1">4桁目<input type="password" maxlength="1">5桁目<input type="password" maxlength="1">8桁目<input type="password" maxlength="1"></div>`,
  },
  {
    title: "N19: 資金移動用 grid: 10 boxes of maxlength 1, 8 disabled",
    html: `<h2>資金移動用パスワード入力</h2>
      <form>
      <div><input type="password" maxlength="1"><input type="password" maxlength="1" disabled><input type="password" maxlength="1" disabled><input type="password" maxlength="1" disabled><input type="password" maxlength="1" disabled><input type="password" maxlength="1" disabled><input type="password" maxlength="1" disabled><input type="password" maxlength="1" disabled><input type="password" maxlength="1" disabled><input type="password" maxlength="1"></div></form>`,
  },
  {
    title: "N20: 確認用 grid all 10 enabled ",
    html: `<h2>確認用パスワード入力</h2>
      <form>
      <table>
      <tr><th>ア</th><th>イ</th><th>ウ</th><th>エ</th><th>オ</th><th>カ</th><th>キ</th><th>ク</th></tr>
      <tr><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td><td><input type="password" maxlength="2"></td></tr></table></form>`,
  },
  {
    title: "N21: 合言葉",
    html: `<h1>合言葉の入力</h1>
      <label for="ai">母親の旧姓は？</label><input id="ai" name="BPW0010" type="password">`,
  },
  {
    title: "N22: SMS認証番号 6桁 (other channel: show, but do not fill from token)",
    html: `<label for="sm">SMSで送信した認証番号（6桁）</label><input id="sm" type="tel" maxlength="6">`,
  },
  {
    title: "N23: メール認証コード",
    html: `<label for="me">メールに記載の確認コード</label><input id="me" inputmode="numeric" maxlength="6">`,
  },
  {
    title: "N24: Help page with OTP explanation and a contact form",
    html: `<h1>ワンタイムパスワードとは</h1><p>ワンタイムパスワードは、利用時に都度変更されるパスワードです。</p>
      <h2>お問い合わせ</h2>
      <label for="n1">お名前</label><input id="n1">
      <label for="n2">電話番号</label><input id="n2" type="tel">`,
  },
  {
    title: "N25: zip code 3+4",
    html: `<label for="zp">郵便番号</label><input id="zp" maxlength="3"> - <input maxlength="4" aria-label="郵便番号下4桁">`,
  },
  {
    title: "N26: JP Post okyakusamaBangou 4-4-5",
    html: `<div>お客さま番号 <input name="okyakusamaBangou1" maxlength="4">-<input name="okyakusamaBangou2" maxlength="4">-<input name="okyakusamaBangou3" maxlength="5"></div>`,
  },
  {
    title: "N27: My Number 12 digits",
    html: `<label for="mn">マイナンバー（12桁）</label><input id="mn" type="tel" maxlength="12">`,
  },
  {
    title: "N28: honeypot hidden by CSS",
    html: `<div style="display:none"><input name="otp" maxlength="6"></div>
      <label for="r1">お名前</label><input id="r1">`,
  },
  {
    title: "N29: recovery code field",
    html: `<label for="rc">ワンタイムパスワードが使えない場合のリカバリーコード</label><input id="rc" maxlength="16">`,
  },
  {
    title: "N30: token name setting in app portal",
    html: `<label for="tn">トークン表示名</label><input id="tn" maxlength="20">`,
  },
  {
    title: "N31: サービスID/ユーザーID/利用開始パスワード (token app page)",
    html: `<table>
      <tr><th>サービスID</th><td><input maxlength="8"></td></tr>
      <tr><th>ユーザーID</th><td><input maxlength="10"></td></tr>
      <tr><th>利用開始パスワード</th><td><input type="password" maxlength="8"></td></tr></table>`,
  },
  {
    title: "N32: fund transfer memo 6 digits 受付番号",
    html: `<label for="uk">受付番号</label><input id="uk" maxlength="12">
      <label for="uk2">振込依頼人番号</label><input id="uk2" maxlength="6">`,
  },
  {
    title: "N33: トランザクション認証用ワンタイムパスワード (gamashin FAQ): a plain time-based code must NOT be offered",
    html: `<h1>振込</h1>
      <table>
      <tr><th>トランザクション認証用ワンタイムパスワード</th><td><input type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "N34: phishing copy on a non-bank origin (markup identical to P03)",
    html: `<h2>ワンタイムパスワードの入力</h2>
      <table>
      <tr><th>パスワード(半角数字)</th><td>必須</td><td><input data-want="current" type="password" maxlength="6"></td></tr></table>`,
  },
  {
    title: "N35: the field is already filled and correct",
    html: `<table>
      <tr><th>ワンタイムパスワード</th><td><input data-want="current" type="password" maxlength="6" value="123456"></td></tr></table>`,
  },
];
