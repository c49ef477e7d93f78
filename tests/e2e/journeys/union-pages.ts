/** What a customer of あかぎ信用組合 does: on the bank's pages by hand, and in the enrolment tab. */
import type { Customer } from '../../mock-bank/customers.ts';
import type { MockBank } from '../../mock-bank/start.ts';
import { follow } from '../bank/customer.ts';
import { button, checkbox, field, fieldAfter, text } from '../browser/find.ts';
import type { View } from '../browser/view.ts';

export interface Ids {
  serviceId: string;
  userId: string;
}

export const screen = (page: View, id: string): Promise<void> => page.waitFor(text(`画面ID : ${id}`));

/** The login page and its two fields; what comes after depends on the token. */
export async function logIn(page: View, bank: MockBank, customer: Customer): Promise<void> {
  await page.front();
  await page.go(bank.address('parasol.localhost', '/ib/index.do?PT=BS&CCT0080=2143'));
  await page.type(fieldAfter('ログインID'), customer.contract);
  await page.type(fieldAfter('ログインパスワード'), customer.password ?? '');
  await follow(page, `//button[normalize-space(.)='ログイン']`);
}

/** From BTP001: ワンタイムパスワード申請 → 申請メニュー → BOP001. */
export async function toChoice(page: View): Promise<void> {
  await follow(page, `//main//a[normalize-space(.)='ワンタイムパスワード申請']`);
  await screen(page, 'BOM001');
  await follow(page, `//main//a[normalize-space(.)='ワンタイムパスワード申請']`);
  await screen(page, 'BOP001');
}

const confirmBy = async (page: View, { confirmPassword }: Customer): Promise<void> =>
  await page.type(`(//main//input[@type='password'])[1]`, confirmPassword ?? '');

/** STEP 1 of the manual, from BOP001 back to it; the IDs are read from トークン情報. */
export async function issueToken(page: View, customer: Customer, password: string): Promise<Ids> {
  await follow(page, button('トークン発行'));
  await screen(page, 'BOT001');
  await page.type(fieldAfter('携帯電話メールアドレス'), customer.mail ?? '');
  await page.type(fieldAfter('携帯電話メールアドレス (確認用)'), customer.mail ?? '');
  for (const which of [1, 2]) await page.type(`(//main//input[@type='password'])[${which}]`, password);
  await follow(page, button('次へ'));
  await screen(page, 'BOT002');
  await confirmBy(page, customer);
  await follow(page, button('確定する'));
  await screen(page, 'BOT003');
  await follow(page, button('ワンタイムパスワード申請内容選択へ'));
  await page.waitFor(text('トークン発行済'));
  const [, serviceId = '', userId = ''] = /サービスID\s*([0-9A-Z]+)\s*ユーザー?ID\s*([0-9A-Z]+)/.exec(await page.textOf('//main')) ?? [];
  return { serviceId, userId };
}

/** BOP001 → BOK001 → BOK002. */
export async function releaseToken(page: View, customer: Customer): Promise<void> {
  await follow(page, button('ワンタイムパスワード利用解除'));
  await screen(page, 'BOK001');
  await confirmBy(page, customer);
  await follow(page, button('利用解除する'));
  await screen(page, 'BOK002');
}

/** From the search to the form with the three fields, in the enrolment tab. */
export async function chooseUnion(own: View): Promise<void> {
  await own.type(field('金融機関の名前またはコード'), 'あかぎ');
  await own.press('Enter');
  await own.waitFor(field('サービスID'));
}

/** 「送信」, as the manual has it. */
export async function sendActivation(own: View, { serviceId, userId }: Ids, password: string): Promise<void> {
  await own.type(field('サービスID'), serviceId);
  await own.type(field('ユーザーID'), userId);
  await own.type(field('利用開始パスワード'), password);
  await agree(own);
  await own.click(button('送信'));
}

/** Ticked once: after a refusal it still is. */
async function agree(own: View): Promise<void> {
  const ticked = await own.run(() => [...document.querySelectorAll('input')].some(({ type, checked }) => type === 'checkbox' && checked));
  if (!ticked) await own.click(checkbox('上記の内容に同意する'));
}
