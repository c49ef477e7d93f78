/** Every screen of the credit-union platform that wants a code, and those beside them that want another secret. */
import { follow } from '../bank/customer.ts';
import { button, fieldAfter, radio } from '../browser/find.ts';
import type { View } from '../browser/view.ts';
import type { CodeScreen, Walk } from './screens.ts';
import { logIn, releaseToken, screen, toChoice } from './union-pages.ts';

const CODE = `(//main//input[@type='password'])[1]`;

async function done(page: View, press: string, id: string): Promise<void> {
  await follow(page, button(press));
  await screen(page, id);
}

export const UNION_SCREENS: CodeScreen[] = [
  {
    title: 'BOS001 利用開始',
    roles: ['current'],
    of: 'fresh',
    code: CODE,
    async reach({ page, bank, customer, passing }) {
      await page.go(bank.address('parasol.localhost', '/ib/index.do?PT=BS&CCT0080=2143'));
      await passing();
      await logIn(page, bank, customer);
      await toChoice(page);
      await passing();
      await follow(page, button('ワンタイムパスワード利用開始'));
      await screen(page, 'BOS001');
    },
    send: ({ page }) => done(page, '利用開始する', 'BOS002'),
  },
  {
    title: 'BLI023 ログイン',
    roles: ['current'],
    of: 'present',
    code: CODE,
    async reach({ page, bank, customer }) {
      await logIn(page, bank, customer);
      await screen(page, 'BLI023');
    },
    send: ({ page }) => done(page, '次へ', 'BTP001'),
  },
  {
    title: 'BFT002 振込・振替',
    roles: ['current'],
    of: 'present',
    code: CODE,
    async reach({ page, passing }) {
      const folded = `//summary[contains(., 'メニュー')]`;
      if (await page.isThere(folded)) await page.click(folded);
      await follow(page, `//nav//a[normalize-space(.)='振込・振替']`);
      await page.click(radio('模擬銀行 本店'));
      await page.type(fieldAfter('振込金額'), '8000');
      await passing();
      await follow(page, button('次へ'));
      await screen(page, 'BFT002');
    },
    send: ({ page }) => done(page, '実行する', 'BFT003'),
  },
];

/** 利用解除: 確認用パスワード and no code. */
export async function passRelease({ page, customer, passing }: Walk): Promise<void> {
  const folded = `//summary[contains(., 'メニュー')]`;
  if (await page.isThere(folded)) await page.click(folded);
  await follow(page, `//nav//a[contains(., 'ワンタイムパスワード申請')]`);
  await follow(page, `//main//a[normalize-space(.)='ワンタイムパスワード申請']`);
  await follow(page, button('ワンタイムパスワード利用解除'));
  await screen(page, 'BOK001');
  await passing();
  await follow(page, `//main//a[normalize-space(.)='戻る']`);
  await releaseToken(page, customer);
}
