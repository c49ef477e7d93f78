/** 確認用パスワード （振込取引時に使用するパスワード）: one word from the customer's papers, typed whole. */
import { keyboardInput, type Entry } from './fields.ts';
import type { Look } from './frame.ts';
import { papersOf, type CustomerRow } from '../customers.ts';
import { asDigits, equalDigits } from '../digits.ts';
import type { Tables } from '../store.ts';
import { answered } from '../tries.ts';
import type { World } from '../world.ts';

const EMPTY = '確認用パスワードを入力してください。';
const SENTENCES = {
  wrong: '確認用パスワードに誤りがあります。',
  paused: '確認用パスワードの誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。',
  locked: '確認用パスワードの誤りが続いたため、お取引を停止しています。お取引店へご連絡ください。',
};

/** The name that it comes back under. */
export const WORD = 'BPW0010';

export const wordEntry = (look: Look): Entry => ({
  label: '確認用パスワード',
  must: true,
  control: keyboardInput(look, { id: 'pswd001', name: WORD, length: 12, keys: 'letters' }),
});

/**
 * The sentence of the refusal; null when it is right. Within the transaction of what it confirms, which must return
 * its failure and not throw: the count of wrong tries has to stay.
 */
export async function checkWord(world: Pick<World, 'seal' | 'now'>, tables: Tables, customer: CustomerRow, typed: string): Promise<string | null> {
  const word = asDigits(typed);
  if (word === '') return EMPTY;
  const subject = `card ${customer.institution} ${customer.contract}`;
  const right = equalDigits(papersOf(world, customer).digits, word);
  return answered(tables, world.now(), { subject, right }, SENTENCES);
}
