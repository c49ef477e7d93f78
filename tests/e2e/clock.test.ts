/** J10: the PC's clock is off by up to a day, in any time zone, and is set while the browser runs: codes still match the issuer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { pictures } from './pictures.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The issuer's clock stands for the right time: a bank that is three hours ahead is a PC that is three hours slow. */
describe.each(BROWSERS)('a PC in New York whose clock is wrong, in %s', (name) => {
  const picture = pictures(`clock-${name}`);
  let scene: Scene;
  let own: View;
  let serial: string;
  /** How far the bank's clock is ahead of this PC's. */
  let ahead = -23.9 * HOUR;

  beforeAll(async () => {
    const from = ahead;
    scene = await openScene(name, { now: () => Date.now() + from }, { timeZone: 'America/New_York' });
    own = await makeVault(scene.stage);
    serial = await enrol(own, '1188');
  });
  afterAll(async () => await scene?.close());

  const setTo = (wanted: number): void => {
    scene.bank.passTime(wanted - ahead);
    ahead = wanted;
  };
  const popup = async (): Promise<void> => await own.go(`${scene.stage.ownOrigin}/popup.html`);
  const shown = (): Promise<string> => own.run(() => document.querySelector('.digits')?.textContent?.replaceAll(/\D/g, '') ?? '');
  /** Reads both within one time step: a rollover in between only means another look. */
  const untilSame = async (): Promise<void> => {
    const deadline = Date.now() + 20_000;
    let [ours, theirs] = ['', 'none'];
    while (ours !== theirs && Date.now() < deadline) [ours, theirs] = [await shown(), await scene.bank.codeOf(serial)];
    expect(ours).toBe(theirs);
  };

  it('almost a day fast: the popup says by how much, and shows the code that the issuer expects', async () => {
    await popup();
    await own.waitFor(text('進んでいます'));
    await untilSame();
    expect(await own.run(() => new Date(2026, 0, 1).getTimezoneOffset())).toBe(300);
    await picture(own, 'fast');
  });

  it.each([
    ['an hour slow', HOUR, '遅れています'],
    ['four minutes fast', -4 * 60_000, '進んでいます'],
    ['almost a day slow', 23.9 * HOUR, '遅れています'],
  ])('set to be %s while the worker was gone: noticed before the next code', async (_, offset, said) => {
    setTo(offset);
    await scene.stage.killWorker();
    await own.front();
    await popup();
    await own.waitFor(text(said));
    await untilSame();
  });

  it('right again: nothing is said of the clock', async () => {
    setTo(0);
    await scene.stage.killWorker();
    await own.front();
    await popup();
    await own.waitGone(text('遅れています'));
    await untilSame();
  });

  it('more than a day off: no code until the customer says yes to the issuer’s time', async () => {
    setTo(3 * DAY);
    await scene.stage.killWorker();
    await own.front();
    await popup();
    await own.waitFor(button('発行元の時刻で使う'));
    expect(await shown()).toBe('');
    await picture(own, 'asks');
    await own.click(button('発行元の時刻で使う'));
    await own.waitFor(`//*[contains(@class, 'digits')]`);
    await untilSame();
    await picture(own, 'accepted');
  });

  it('an end that the institution states is announced 30 days ahead', async () => {
    setTo(0);
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    const yearly = await enrol(own, '1999');
    await scene.bank.deskSetsState(yearly, 'ACTIVE');
    setTo(340 * DAY);
    await scene.stage.killWorker();
    await own.front();
    await popup();
    await own.click(button('発行元の時刻で使う'));
    await own.waitFor(`//article[contains(., '${yearly}')]//*[contains(., '期限が切れます')]`);
    await picture(own, 'ends-soon');
    // The other one was not started in time: the issuer has said so.
    serial = yearly;
  });

  it.runIf(name === 'chromium')('set by five minutes while the worker runs: no digits by the old measure, then the right ones', async () => {
    setTo(0);
    // Less than the delay of the lock, which goes by the same clock.
    await scene.stage.setClock(5 * 60_000);
    scene.bank.fault({ path: '/v1/status', kind: 'down' });
    await popup();
    await own.waitFor(text('時刻確認中'));
    await own.waitFor(text('発行元に接続できず'));
    expect(await shown()).toBe('');
    await picture(own, 'set-and-offline');
    scene.bank.fault(null);
    await untilSame();
    await own.waitGone(text('発行元に接続できず'));
  });
});
