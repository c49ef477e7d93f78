/** ログインID and ログインパスワード. */
import { customerOf, type CustomerRow } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { isPassword } from '../passwords.ts';
import { clear, enter, fail } from '../tries.ts';
import type { World } from '../world.ts';

const EMPTY = 'ログインIDとログインパスワードを入力してください。';
const FORM = 'ログインIDとログインパスワードは半角英数字6～12桁で入力してください。';
const WRONG = 'ログインIDまたはログインパスワードに誤りがあります。';
const PAUSED = 'ログインパスワードの誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。';
const LOCKED = 'ログインパスワードの誤りが続いたため、ログインを停止しています。お取引店へご連絡ください。';

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
  const right = isPassword(customer?.password, password);
  const subject = `login ${institution} ${contract}`;
  return world.store.transaction<{ customer: CustomerRow } | { objection: string }>(async (tables) => {
    const gate = await enter(tables, subject, world.now());
    if (gate !== 'open') return { objection: gate === 'locked' ? LOCKED : PAUSED };
    if (right && customer) {
      await clear(tables, subject);
      return { customer };
    }
    await fail(tables, subject, world.now());
    return { objection: WRONG };
  });
}
