/** 利用者認証: contract ID and login password, at login and before every errand about a token. */
import { customerOf, type CustomerRow } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { isPassword } from '../passwords.ts';
import { answered } from '../tries.ts';
import type { World } from '../world.ts';

export type Authentication = { customer: CustomerRow } | { objection: string };

const SENTENCES = {
  wrong: '契約者ID（利用者番号）またはパスワードに誤りがあります。',
  paused: 'パスワードの誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。',
  locked: 'パスワードの誤りが続いたため、ログインを停止しています。お取引店へご連絡ください。',
};

/** An unknown contract and a wrong password read the same, take the same time and are counted and paused alike. */
export async function authenticate(
  world: World,
  { institution, contract: typed, password }: { institution: string; contract: string; password: string },
): Promise<Authentication> {
  const contract = asDigits(typed);
  if (contract === '' || password === '') return { objection: '契約者ID（利用者番号）とパスワードを入力してください。' };
  const formed = /^\d{1,12}$/.test(contract);
  const customer = formed ? await customerOf(world.store, institution, contract) : undefined;
  const right = isPassword(customer?.password, password) && customer !== undefined;
  if (!formed) return { objection: SENTENCES.wrong };
  const subject = `login ${institution} ${contract}`;
  const objection = await world.store.transaction((tables) => answered(tables, world.now(), { subject, right }, SENTENCES));
  return customer && objection === null ? { customer } : { objection: objection ?? SENTENCES.wrong };
}

/** The same before 利用開始, 交換 and 利用中止, where the first password is not enough. */
export async function authenticateErrand(
  world: World,
  given: { institution: string; contract: string; password: string },
): Promise<Authentication> {
  const result = await authenticate(world, given);
  if ('customer' in result && result.customer.must_change)
    return { objection: '初回ログインがお済みではありません。先にログインして、ログインパスワードを変更してください。' };
  return result;
}
