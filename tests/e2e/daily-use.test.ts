/** J5: the popup shows the code, the seconds that it still lasts and the serial; one click copies it, and so does Enter. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { journey } from './bank/steps.ts';
import { button, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { asking } from './journeys/lock-pages.ts';
import { nextStep } from './journeys/next-step.ts';

describe.each(BROWSERS)('daily use in %s', (name) => {
  const step = journey();
  let scene: Scene;
  let own: View;
  let serial: string;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    serial = await enrol(own, '1188');
    await scene.bank.deskSetsState(serial, 'ACTIVE');
    const { tokens } = await asking(own)('look', {});
    await asking(own)('refreshStatus', { tokenId: tokens[0]?.id ?? '' });
  });
  afterAll(async () => await scene?.close());

  const shown = (): Promise<string> => own.run(() => document.querySelector('.digits')?.textContent?.replaceAll(/\D/g, '') ?? '');
  const seconds = async (): Promise<number> => Number(/\d+/.exec(await own.textOf("//*[@role='timer']"))?.[0]);
  /** Firefox asks nobody about what the very same extension has copied. */
  const copied = async (): Promise<string> => {
    let words = '';
    const read = async (): Promise<void> => void (words = await own.run(() => navigator.clipboard.readText()));
    await (name === 'chromium' ? scene.stage.hand.letRead(read) : read());
    return words;
  };
  const card = (): string => `//article[contains(@aria-label, '${serial}')]`;
  const popup = async (): Promise<void> => {
    await own.go(`${scene.stage.ownOrigin}/popup.html`);
    await own.waitFor(`${card()}//*[@role='timer']`);
  };

  step('the real popup over any page shows the token in use', async () => {
    const page = await scene.stage.newView();
    await page.go(scene.bank.address('localhost', '/'));
    await page.front();
    const panel = await scene.stage.clickToolbar();
    await panel.waitFor(text(serial));
    await panel.waitFor(text('利用中'));
    await panel.waitFor("//*[contains(@class, 'digits')][normalize-space(.) != '']");
    await panel.close();
    await page.close();
  });

  step('the code is the issuer’s, and its seconds run out', async () => {
    await own.front();
    await popup();
    await expect.poll(async () => (await shown()) === (await scene.bank.codeOf(serial)), { timeout: 20_000 }).toBe(true);
    const before = await seconds();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThanOrEqual(30);
    await expect.poll(seconds, { timeout: 5_000 }).not.toBe(before);
  });

  step('one click copies it', async () => {
    // With all of its time before it: what is said of a copy goes with its code.
    await nextStep(scene.bank, own);
    await popup();
    await own.click(button('コピー'));
    await own.waitFor(text('あぶくま信用金庫の番号をコピーしました。'));
    await own.waitFor(text('コピー済み'));
    expect(await copied()).toMatch(/^\d{6}$/);
    expect([await shown(), await scene.bank.codeOf(serial)]).toContain(await copied());
  });

  step('of the next code an arrow, which comes to the card, and Enter', async () => {
    const first = await copied();
    await expect.poll(shown, { timeout: 45_000 }).not.toBe(first);
    await popup();
    await own.press('ArrowDown');
    await own.press('Enter');
    await own.waitFor(text('あぶくま信用金庫の番号をコピーしました。'));
    await expect.poll(copied).not.toBe(first);
    expect([await shown(), await scene.bank.codeOf(serial)]).toContain(await copied());
  });
});
