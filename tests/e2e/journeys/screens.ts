/** Every screen of the shinkin platform that wants something of a token, in the order of a token's life there. */
import type { Role } from '../../../lib/field-role.ts';
import type { Customer } from '../../mock-bank/customers.ts';
import type { MockBank } from '../../mock-bank/start.ts';
import { answerCard, entry, follow, identify, logIn, receipt } from '../bank/customer.ts';
import { button, fieldAfter, radio, text } from '../browser/find.ts';
import type { View } from '../browser/view.ts';

export interface Walk {
  page: View;
  bank: MockBank;
  customer: Customer;
  password: string;
  /** To be called on every screen that is passed and wants no code. */
  passing: () => Promise<void>;
}

export interface CodeScreen {
  title: string;
  roles: Role[];
  /** Whose code: of the token in use, or of the one that this screen registers. */
  of: 'present' | 'fresh';
  serial?: string;
  code: string;
  /** In whichever layout is on, from wherever the customer is. */
  reach: (walk: Walk) => Promise<void>;
  /** What else the screen asks for, and its button; until the bank says that it is done. */
  send: (walk: Walk) => Promise<void>;
}

const SERIAL = fieldAfter('シリアル番号(半角英数字)');
const CODE = fieldAfter('ワンタイムパスワード(半角数字)');
const OLD_CODE = fieldAfter('旧トークンのワンタイムパスワード(半角数字)');
/** The manual's label where a deed is confirmed. */
const PLAIN = fieldAfter('パスワード(半角数字)');

/** The bar of the PC, the folded menu of the smartphone. */
async function menu(page: View, item: string): Promise<void> {
  const folded = `//summary[contains(., 'メニュー')]`;
  if (await page.isThere(folded)) await page.click(folded);
  await follow(page, `//a[normalize-space(.)='${item}']`);
}

async function toErrand({ page, bank, customer, passing }: Walk, errand: string): Promise<void> {
  await page.go(entry(bank, customer.institution));
  await passing();
  await follow(page, `//a[normalize-space(.)='${errand}']`);
}

async function identified(walk: Walk, errand: string): Promise<void> {
  await toErrand(walk, errand);
  await walk.passing();
  await identify(walk.page, walk.customer, walk.password);
}

async function done(page: View, press: string, sentence: string): Promise<void> {
  await follow(page, button(press));
  await receipt(page, sentence);
}

/** The slip that lies folded at the foot of the page. */
async function typeSlip(page: View): Promise<void> {
  await page.click('//main//summary');
  const words = await page.textOf(`(//details[.//summary])[last()]`);
  for (const [label, name] of [['収納機関番号', 'BTX0010'], ['納付番号', 'BTX0020'], ['確認番号', 'BTX0030']])
    await page.type(`//input[@name='${name}']`, new RegExp(`${label}\\s*(\\d+)`).exec(words)?.[1] ?? '');
}

export const SCREENS: CodeScreen[] = [
  {
    title: '利用開始',
    roles: ['serial', 'current'],
    of: 'fresh',
    serial: SERIAL,
    code: CODE,
    reach: (walk) => identified(walk, '利用開始'),
    async send({ page, customer }) {
      const choice = radio('認証する');
      if (await page.isThere(choice)) await page.click(choice);
      await answerCard(page, customer);
      await follow(page, `//main//form//button[@type='submit']`);
      await receipt(page, 'ワンタイムパスワードの利用開始が完了しました。');
    },
  },
  {
    title: 'ログイン',
    roles: ['current'],
    of: 'present',
    code: CODE,
    async reach({ page, bank, customer, password, passing }) {
      await page.go(entry(bank, customer.institution));
      await passing();
      await logIn(page, customer, password);
    },
    async send({ page }) {
      await follow(page, button('ログイン'));
      await page.waitFor(text('いつもご利用いただきありがとうございます'));
    },
  },
  {
    title: '振込',
    roles: ['current'],
    of: 'present',
    code: PLAIN,
    async reach({ page, passing }) {
      await menu(page, '振込');
      await page.click(radio('模擬銀行 本店'));
      await follow(page, button('次へ'));
      await page.type(fieldAfter('振込金額(半角数字)'), '123456');
      await passing();
      await follow(page, button('次へ'));
    },
    send: ({ page }) => done(page, '振込実行', '振込の手続が完了しました。'),
  },
  {
    title: '利用限度額変更',
    roles: ['current'],
    of: 'present',
    code: PLAIN,
    async reach({ page, passing }) {
      await menu(page, 'サービス一覧');
      await follow(page, button('利用限度額変更'));
      await page.type(fieldAfter('変更後の利用限度額(半角数字)'), '900000');
      await passing();
      await follow(page, button('確認'));
    },
    send: ({ page }) => done(page, '実行', '利用限度額の変更手続が完了しました。'),
  },
  {
    title: '収納サービス',
    roles: ['current'],
    of: 'present',
    code: PLAIN,
    async reach({ page, passing }) {
      await menu(page, 'サービス一覧');
      await follow(page, button('収納サービス'));
      await typeSlip(page);
      await passing();
      await follow(page, button('次へ'));
    },
    send: ({ page }) => done(page, '払込実行', '払込の手続が完了しました。'),
  },
  {
    title: '交換の旧トークン',
    roles: ['old'],
    of: 'present',
    code: OLD_CODE,
    reach: (walk) => identified(walk, '交換'),
    async send({ page }) {
      await follow(page, button('次へ'));
      await page.waitFor(SERIAL);
    },
  },
  {
    title: '交換の新トークン',
    roles: ['serial', 'new'],
    of: 'fresh',
    serial: SERIAL,
    code: CODE,
    reach: async () => undefined,
    send: ({ page }) => done(page, '登録', 'ワンタイムパスワードの交換が完了しました。'),
  },
  {
    title: '利用中止',
    roles: ['current'],
    of: 'present',
    code: CODE,
    reach: (walk) => toErrand(walk, '利用中止'),
    async send({ page, customer, password }) {
      await page.type(fieldAfter('契約者ID（利用者番号）'), customer.contract);
      await page.type(`(//input[@type='password'])[1]`, password);
      await done(page, '利用中止', 'ワンタイムパスワードの利用中止が完了しました。');
    },
  },
];
