/** Which of several codes in a row a text asks for. */
import { expect, it } from 'vitest';
import { turnIn } from '../../../lib/autofill/consecutive.ts';

it.each([
  'ワンタイムパスワード', 'ワンタイムパスワード（１回目）', '1回目', 'OTP 1', 'MFA code 1', 'First OTP', '今表示されているワンタイムパスワード', 'ワンタイムパスワード。１回で入力してください', '',
  '確認のため2回目のワンタイムパスワード', 'ワンタイムパスワード（再入力）2回目', 'もう一度ワンタイムパスワード2', 'Confirm the second OTP', 'Re-enter code 2', 'OTP 12', '第2暗証番号', '2段階認証コード', '次の画面へ進みます',
])('the first, or the only one: %s', (text) => expect(turnIn(text)).toBe(1));

it.each([
  'ワンタイムパスワード（２回目）', '2回目', '二回目の表示番号', 'ワンタイムパスワード(2つ目)', '2個目の数字', '②次に表示されたワンタイムパスワード', '次のワンタイムパスワード', '次の番号', 'ワンタイムパスワード。続けて表示されたもの',
  '表示番号。表示が切り替わった後の数字', 'ワンタイムパスワード。※再度ボタンを押し、2回目に表示された数字', 'OTP2', 'OTP (2)', 'MFA code #2', 'Second OTP', '2nd code', 'Next one-time password', 'パスワード２',
])('the second: %s', (text) => expect(turnIn(text)).toBe(2));

it.each(['ワンタイムパスワード（３回目）', '三つ目のワンタイムパスワード', 'OTP3', 'third code', '3rd OTP'])('the third: %s', (text) => expect(turnIn(text)).toBe(3));
