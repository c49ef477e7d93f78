/**
 * J6: offer and fill on every screen that wants something of a token: five institutions, in the PC's and the smartphone's layout.
 * The bank's clock goes on by a step before each fill, and the extension measures it: no code is ever asked for twice.
 */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { Refusal } from '../../lib/refusal.ts';
import type { Customer } from '../mock-bank/customers.ts';
import { follow } from './bank/customer.ts';
import { journey } from './bank/steps.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { formOf, isUnsent, newValues, watchSending } from './journeys/form.ts';
import { asking } from './journeys/lock-pages.ts';
import { OFFER } from './journeys/offer.ts';
import { type CodeScreen, SCREENS, type Walk } from './journeys/screens.ts';
import { passRelease, UNION_SCREENS } from './journeys/union-screens.ts';
import { pictures } from './pictures.ts';

const PASSWORD = 'kagi2026fuda';
const ACTIVATION = '284913';
const OTHER_LAYOUT = `//footer//a[contains(., '版を表示')]`;
/**
 * The pages of 1581 and 1998 are those of 1188 but for the card and the notice on 利用開始: there two deeds that are confirmed
 * as 振込 is are left out, and only the screens with a serial are tried in both layouts (`alike`).
 */
const ALIKE = new Set(['利用限度額変更', '収納サービス']);
const DIFFERENT = SCREENS.filter(({ title }) => !ALIKE.has(title));
const INSTITUTIONS = [
  { institution: '1188', screens: SCREENS, alike: false },
  { institution: '1581', screens: DIFFERENT, alike: true },
  { institution: '1998', screens: DIFFERENT, alike: true },
  { institution: '1999', screens: SCREENS, alike: false },
  { institution: '2143', screens: UNION_SCREENS, alike: false },
];

interface Held {
  tokenId: string;
  serial: string;
}

describe.each(BROWSERS)('every screen in %s', (name) => {
  let scene: Scene;
  let own: View;
  let page: View;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());

  const rolesSeen = async (): Promise<string[]> => {
    const { site } = await asking(own)('look', {});
    return site.kind === 'bank' ? site.roles.toSorted() : ['no bank'];
  };

  describe.each(INSTITUTIONS)('at $institution', ({ institution, screens, alike }) => {
    const picture = pictures(`every-screen-${institution}-${name}`);
    const step = journey();
    const isUnion = institution === '2143';
    const period = isUnion ? 60_000 : 30_000;
    let customer: Customer;
    /** In use at the bank. */
    let present: Held;
    let fresh: Held;

    const newToken = async (): Promise<Held> => {
      if (!isUnion)
        return await asking(own)('enrolShinkin', { institutionCode: institution, termsAccepted: true, samePcAccepted: true });
      const ids = await scene.bank.issue(customer, ACTIVATION);
      const held = await asking(own)('enrolUnion', { institutionCode: institution, ...ids, password: ACTIVATION, consented: true });
      await asking(own)('finishSetUp', { tokenId: held.tokenId });
      return held;
    };
    /** The bank is at the beginning of a step that no token here has used, and the extension knows it. */
    const nextStep = async ({ tokenId }: Held): Promise<void> => {
      scene.bank.passTime(period - (scene.bank.now() % period) + 500);
      await asking(own)('refreshStatus', { tokenId });
    };
    const passing = async (): Promise<void> => {
      const before = await formOf(page);
      expect(await rolesSeen()).toEqual([]);
      const refused = await asking(own)('fillActiveTab', { tokenId: present.tokenId }).catch((failure: unknown) => failure);
      expect(refused instanceof Refusal && refused.reason).toBe('page-without-field');
      expect(newValues(before, await formOf(page))).toEqual([]);
    };
    const walk = (): Walk => ({ page, bank: scene.bank, customer, password: PASSWORD, passing });

    const offersAndFills = async ({ title, roles, of, serial, code }: CodeScreen, layout: number): Promise<void> => {
      const token = of === 'fresh' ? fresh : present;
      await nextStep(token);
      await page.waitFor(code);
      const untouched = await formOf(page);
      await watchSending(page);
      await expect.poll(rolesSeen).toEqual(roles.toSorted());
      await page.click(code);
      await page.waitFor(OFFER);
      expect(newValues(untouched, await formOf(page))).toEqual([]);
      // The driver hides the caret for a picture, and leaves an empty style on every field.
      if (!alike) await picture(page, `${title}-${layout}`);
      await page.press('Escape');
      await page.waitGone(OFFER);
      const before = await formOf(page);
      await scene.stage.command('fill-code');
      await expect.poll(() => page.value(code), { timeout: 10_000 }).toBe(await scene.bank.codeOf(token.serial));
      if (serial !== undefined) expect(await page.value(serial)).toBe(token.serial);
      const expected = [await page.value(code), ...(serial === undefined ? [] : [token.serial])];
      expect(newValues(before, await formOf(page)).toSorted()).toEqual(expected.toSorted());
      expect(await isUnsent(page)).toBe(true);
    };

    step('a token', async () => {
      customer = await scene.bank.newCustomer({ institution, password: PASSWORD });
      fresh = await newToken();
      present = fresh;
      await page.front();
    });

    for (const one of screens) {
      const once = alike && one.serial === undefined;
      step(`${one.title}: found, offered and filled in ${once ? 'one layout' : 'both layouts'}, nothing else touched, and the bank accepts it`, async () => {
        if (one.roles.includes('old')) fresh = await newToken();
        await one.reach(walk());
        await offersAndFills(one, 1);
        if (!once) {
          await follow(page, OTHER_LAYOUT);
          await offersAndFills(one, 2);
        }
        await one.send(walk());
        if (one.of === 'fresh') present = fresh;
      });
    }

    if (isUnion) step('BOK001 利用解除 wants 確認用パスワード: no field is found, none is filled', async () => await passRelease(walk()));
  });
});
