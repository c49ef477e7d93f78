/** The view beside the page: it stays, follows the page in front, fills it, and is locked with everything else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { button, rowField, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { PopupPanel, View } from './browser/view.ts';
import { toRegistration } from './journeys/bank-pages.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { asking, unlock } from './journeys/lock-pages.ts';
import { PASSPHRASE } from './journeys/main-road.ts';

const CODE = rowField('ワンタイムパスワード(半角数字)');
const SERIAL = rowField('シリアル番号');
const FILL = button('このページに入力');
const NO_FILL = `//main[not(.${FILL})]`;

/** As a page's own script might show them after a press. */
function addFields(): void {
  for (const name of ['シリアル番号', 'ワンタイムパスワード']) {
    const label = document.createElement('label');
    label.append(name, document.createElement('input'));
    document.body.prepend(label);
  }
}

describe.each(BROWSERS)('the view beside the page in %s', (name) => {
  let scene: Scene;
  let own: View;
  let page: View;
  let other: View;
  let beside: PopupPanel;
  let customer: Customer;
  let serial: string;

  beforeAll(async () => {
    scene = await openScene(name);
    customer = await scene.bank.newCustomer({ institution: '1188', password: 'kagi2026fuda' });
    own = await makeVault(scene.stage);
    serial = await enrol(own, '1188');
    page = await scene.stage.newView();
    other = await scene.stage.newView();
    await other.front();
    await other.go(scene.bank.address('localhost', '/'));
  });
  afterAll(async () => await scene?.close());

  const entry = (): string => scene.bank.address('ib.shinkin.localhost', `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa('1188'))}`);

  it('opens over any page and shows the codes', async () => {
    beside = await scene.stage.openBeside();
    await beside.waitFor(text(serial));
    await beside.waitFor(NO_FILL);
  });

  it('follows the page: its fields, and another tab in front', async () => {
    await page.front();
    await page.go(entry());
    await beside.waitFor(text('あぶくま信用金庫のページです'));
    await beside.waitFor(NO_FILL);
    await toRegistration(page, customer);
    await beside.waitFor(FILL);
    await other.front();
    await beside.waitFor(NO_FILL);
    await page.front();
    await beside.waitFor(FILL);
  });

  it('fills the page, and stays', async () => {
    await beside.click(FILL);
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
    expect(await page.value(SERIAL)).toBe(serial);
    expect(await page.value(CODE)).toMatch(/^\d{6}$/);
    await beside.waitFor(text('使用済み'));
  });

  it('stays when it opens a page of ours', async () => {
    const opened = await scene.stage.opened(() => beside.click(button('設定')));
    await opened.waitFor(text('設定'));
    await beside.waitFor(text(serial));
    await opened.close();
  });

  it('hears of fields that come into the page later', async () => {
    await page.front();
    await page.go(entry());
    await beside.waitFor(NO_FILL);
    await page.run(addFields);
    await beside.waitFor(FILL);
  });

  it('locks with everything else, and opens when it was unlocked elsewhere', async () => {
    await asking(own)('lock', {});
    await beside.waitFor(button('ロックを解除'));
    await own.front();
    await own.go(`${scene.stage.ownOrigin}/popup.html`);
    await unlock(own, PASSPHRASE);
    await beside.waitFor(text(serial));
    await beside.close();
  });
});
