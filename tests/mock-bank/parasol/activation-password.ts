/** 利用開始パスワード: 4～8桁の数字. Only five tries are allowed on it, so the first five that anybody would try are not. */
import { asDigits } from '../digits.ts';

/** One digit or one pair again and again; digits that count up or down, also past 9 and 0. */
function isTrivial(digits: string): boolean {
  if (/^(\d{1,2})\1+$/.test(digits)) return true;
  const steps = digits.slice(1).split('').map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** The digits, or the sentence for what is wrong with what was typed. */
export function readActivationPassword(first: string, second: string): { password: string } | { objection: string } {
  const [password, again] = [asDigits(first), asDigits(second)];
  if (password === '' || again === '') return { objection: '利用開始パスワードを2か所とも入力してください。' };
  if (!/^[0-9]{4,8}$/.test(password)) return { objection: '利用開始パスワードは4～8桁の半角数字で入力してください。' };
  if (password !== again) return { objection: '利用開始パスワードと確認のための入力が一致しません。' };
  if (isTrivial(password)) return { objection: '同じ数字の繰り返しや連続した数字など、推測されやすい利用開始パスワードは登録できません。' };
  return { password };
}
