/** ログインID and ログインパスワード. */
import { customerOf, type CustomerRow } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { isPassword } from '../passwords.ts';
import { answered } from '../tries.ts';
import type { World } from '../world.ts';

const EMPTY = 'ログインIDとログインパスワードを入力してください。';
const FORM = 'ログインIDとログインパスワードは半角英数字6～12桁で入力してください。';
const SENTENCES = {
  wrong: 'ログインIDまたはログインパスワードに誤りがあります。',
  paused: 'ログインパスワードの誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。',
  locked: 'ログインパスワードの誤りが続いたため、ログインを停止しています。お取引店へご連絡ください。',
};

const SIX_TO_TWELVE = /^[A-Za-z0-9]{6,12}$/;

/**
 * An ID that nobody has reads, counts, pauses and locks like a wrong password: nobody learns here who is a customer.
 * Its counter stays as a row; the limit of forms per address keeps their number small.
 */
export async function authenticate(
  world: World,
  { institution, id, password }: { institution: string; id: string; password: string },
): Promise<{ customer: CustomerRow } | { objection: string }> {
  const contract = asDigits(id);
  if (contract === '' || password === '') return { objection: EMPTY };
  if (!SIX_TO_TWELVE.test(contract) || !SIX_TO_TWELVE.test(password)) return { objection: FORM };
  const customer = await customerOf(world.store, institution, contract);
  const right = isPassword(customer?.password, password) && customer !== undefined;
  const subject = `login ${institution} ${contract}`;
  const objection = await world.store.transaction((tables) => answered(tables, world.now(), { subject, right }, SENTENCES));
  return customer && objection === null ? { customer } : { objection: objection ?? SENTENCES.wrong };
}
