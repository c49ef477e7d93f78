/** Pages that want two or three codes one after the other: a token's clock or counter is put right by them (RFC 4226, 7.4), or a new one is proved. */
import { normalise } from './words.ts';

const SECOND = /2(回|つ|個|度)目|二(回|つ)目|次(に|の)([^。]{0,12}表示|§|番号|コード)|続けて[^。]{0,6}表示|切り?替わった(後|あと)|\b(second|2nd|next)\b|(§|code|コード|番号|パスワード|token)[ #(]*2\)?$/;
const THIRD = /3(回|つ|個|度)目|三(回|つ)目|\b(third|3rd)\b|(§|code|コード|番号|パスワード|token)[ #(]*3\)?$/;
/** The same once more. */
const AGAIN = /もう[1一]度|再(度|入力)|確認(用|の(ため|為))|again|confirm|re-?(enter|type)/;

/** Which of such codes a field is for, by its label (the first sentence) and what stands beside it; 1 where nothing is said. */
export function turnIn(text: string): 1 | 2 | 3 {
  const [label = '', ...beside] = text.split('。').filter((one) => one.trim() !== '').map(normalise);
  if (AGAIN.test(label)) return 1;
  const saying = [label, ...beside];
  if (saying.some((one) => THIRD.test(one))) return 3;
  return saying.some((one) => SECOND.test(one)) ? 2 : 1;
}
