/** What a customer does on the bank's pages by hand. */
import type { Customer } from '../../mock-bank/customers.ts';
import { button, rowField } from '../browser/find.ts';
import type { View } from '../browser/view.ts';

export async function login(page: View, customer: Customer, password: string): Promise<void> {
  await page.type(rowField('契約者ID'), customer.contract);
  await page.type(`(//input[@type='password'])[1]`, password);
  await page.click(`//button[starts-with(normalize-space(.), 'ログイン')]`);
}

export async function logout(page: View): Promise<void> {
  await page.click(button('ログアウト'));
}

/** What stands in the two cells or positions that the bank asks for, from the customer's card. */
export async function placesAsked(page: View, { card, transferPassword }: Customer): Promise<[string, string]> {
  const words = await page.textOf('//body');
  const cells = [...words.matchAll(/\([12]\)\(([ア-ク])\)/g)].map(([, cell = '']) => card?.[cell] ?? '');
  const positions = /左から(\d+)、(\d+)桁目/.exec(words)?.slice(1).map((at) => transferPassword?.[Number(at) - 1] ?? '') ?? [];
  const [first = '', second = ''] = card ? cells : positions;
  return [first, second];
}

export async function answerPlaces(page: View, customer: Customer): Promise<void> {
  const [first, second] = await placesAsked(page, customer);
  await page.type(`//input[@name='BPW0020']`, first);
  await page.type(`//input[@name='BPW0030']`, second);
}

/** From the login page to ワンタイムパスワードの登録, for a customer whose first login is done. */
export async function toRegistration(page: View, customer: Customer): Promise<void> {
  await page.click(`//a[normalize-space(.)='利用開始']`);
  // The login page has a field of the same name: the next page must be there first.
  await page.waitFor(rowField('ログインパスワード'));
  await page.type(rowField('契約者ID'), customer.contract);
  await page.type(rowField('ログインパスワード'), customer.password ?? '');
  await page.click(button('次へ'));
  await page.waitFor(rowField('シリアル番号'));
}
