/** Codes that are wanted one after the other, each with a neighbour whose second field is another thing. */
import { boot, frame, shinkin, tr, wants } from './everyday-shells.ts';
import type { Page } from './snippets.ts';

const six = '<input type="password" maxlength="6">';
const two = (title: string, ask: string, first: string, second: string, more = ''): string => shinkin(title, `<p>${ask}</p><table>${tr(first, six)}${tr(second, six)}${more}</table><input type="submit" value="実行">`);

export const CONSECUTIVE: Page[] = [
  { title: 'the first and the second time', html: wants('- current current', two('トークンの時刻合わせ', 'トークンの時計を合わせます。', 'ワンタイムパスワード（１回目）', 'ワンタイムパスワード（２回目）')) },
  { title: 'by turns alone', html: wants('- current current', two('トークンの時刻合わせ', 'トークンに出ているワンタイムパスワードを、続けて２回ご入力ください。', '１回目', '２回目')) },
  { title: 'one password or the other by turns', html: two('取引用パスワードの変更', '取引用パスワードを２回ご入力ください。', '１回目', '２回目') },
  { title: 'the same again to confirm', html: wants('- current -', two('ログイン', 'トークンに出ている数字をご入力ください。', 'ワンタイムパスワード', 'ワンタイムパスワード（確認のため２回目）')) },
  { title: 'what is shown now and what is shown next', html: wants('- current current', two('生成機の調整', 'トークンに続けて表示された２つのワンタイムパスワードを入力します。', '①今表示されているワンタイムパスワード', '②次に表示されたワンタイムパスワード')) },
  { title: 'three in a row', html: wants('- current current current', two('トークンの再同期', 'ワンタイムパスワードを３回続けて入力してください。', 'ワンタイムパスワード（1つ目）', 'ワンタイムパスワード（2つ目）', tr('ワンタイムパスワード（3つ目）', six))) },
  { title: 'the third without the second', html: wants('- current -', two('トークンの再同期', 'ワンタイムパスワードを入力してください。', 'ワンタイムパスワード', 'ワンタイムパスワード（3つ目）')) },
  { title: 'with the number of the token', html: wants('- serial current current', shinkin('トークンの再同期', `<p>トークンの番号と、続けて2つのワンタイムパスワードを入力してください。</p><table>${tr('シリアル番号', '<input maxlength="12">')}${tr('1回目のワンタイムパスワード', six)}${tr('2回目のワンタイムパスワード', `${six} 30秒ほどで数字が変わります。`)}</table>`)) },
  { title: 'OTP 1 and OTP 2 under a legend', html: wants('current current', frame('Resync', '<form><fieldset><legend>Resync OTP token</legend><table><tr><td><label for="q1">OTP 1</label></td><td><input id="q1"></td></tr><tr><td><label for="q2">OTP 2</label></td><td><input id="q2"></td></tr></table></fieldset><button>Resync</button></form>')) },
  { title: 'OTPs of two people', html: wants('current -', frame('Approval', '<form><table><tr><td><label for="q1">OTP</label></td><td><input id="q1"></td></tr><tr><td><label for="q2">OTP of the other approver</label></td><td><input id="q2"></td></tr></table><button>Approve</button></form>')) },
  { title: 'first and second OTP by placeholder', html: wants('- - current current -', boot('Synchronize OTP Token', '<input name="username" placeholder="Username"><input type="password" placeholder="Password"><input name="first_code" placeholder="First OTP"><input name="second_code" placeholder="Second OTP"><input name="token" placeholder="Token ID">')) },
  { title: 'MFA code 1 and MFA code 2', html: wants('- current current', boot('Assign MFA device', '<div><label for="dn">Device name</label><input id="dn" maxlength="64"></div><ol><li>Open your authenticator app and scan the code.</li><li>Fill in two consecutive codes from your MFA device below.</li></ol><div><label for="m1">MFA code 1</label><input id="m1" maxlength="6"></div><div><label for="m2">MFA code 2</label><input id="m2" maxlength="6"></div>')) },
  { title: 'first code and second code', html: wants('current current', boot('Synchronise your authenticator', '<p>Enter two consecutive codes from your authenticator app.</p><p><label>First code <input></label></p><p><label>Second code <input></label></p>')) },
  { title: 'first code and second code of a voucher', html: boot('Redeem', '<p>Enter both codes of your voucher.</p><p><label>First code <input></label></p><p><label>Second code <input></label></p>') },
  { title: 'wait for the next one', html: wants('current current', boot('Synchronise your token', '<div role="alert">Your token is out of step. Please enter two consecutive one-time passwords.</div><div><label for="s1">1. One-time password displayed now</label><input id="s1" maxlength="6"></div><p>Wait until the number changes.</p><div><label for="s2">2. Next one-time password</label><input id="s2" maxlength="6"></div>')) },
];
