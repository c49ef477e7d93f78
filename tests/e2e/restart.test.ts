/** What survives when the browser is killed, and when it is closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from '../mock-bank/start.ts';
import { buildExtension } from './browser/build.ts';
import { button, field, rowField, text } from './browser/find.ts';
import { openLasting } from './browser/lasting.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage } from './browser/view.ts';
import { toRegistration } from './journeys/bank-pages.ts';
import { consentTo, enrol, makeVault } from './journeys/first-steps.ts';
import { acceptOffer } from './journeys/offer.ts';
import { PASSPHRASE } from './journeys/main-road.ts';

declare const chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };

const CODE = rowField('ワンタイムパスワード(半角数字)');
const STEP = 30_000;

describe.each(BROWSERS)('%s killed with SIGKILL', (name) => {
  let bank: MockBank;
  let extension: string;
  let profile: string;
  let stage: Stage;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'kagifuda-restart-'));
    bank = await startBank({ port: await freePort(), quiet: true });
    extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', bank.port);
    stage = await openLasting(name, { extension, profile });
  });
  afterAll(async () => {
    await stage?.close();
    await bank?.close();
    await rm(profile, { recursive: true, force: true });
  });

  const restart = async (): Promise<void> => {
    await stage.crash();
    stage = await openLasting(name, { extension, profile });
  };
  const unlocked = async () => {
    const own = await stage.ownPage('/popup.html');
    await own.waitFor(text('ロック中です'));
    await own.type(field('パスフレーズ'), PASSPHRASE);
    await own.click(button('ロックを解除'));
    return own;
  };

  it('in the middle of an enrolment: it is locked afterwards, and the enrolment ends by itself after unlocking', async () => {
    const own = await makeVault(stage);
    bank.fault({ path: '/v1/sk/provision', kind: 'drop-reply' });
    await consentTo(own, '1188');
    await own.waitFor(text('途中までの手続きは失われていません'));
    await restart();
    bank.fault(null);
    const popup = await unlocked();
    await popup.waitFor(text('利用開始前'), 40);
    const issued = bank.seen().filter(({ kind, outcome }) => kind === 'provision' && outcome === 'accepted');
    expect(new Set(issued.map(({ serial }) => serial)).size).toBe(1);
    const [shown] = await popup.run(() => [...document.querySelectorAll('.serial-number')].map((serial) => serial.textContent ?? ''));
    expect(shown).toBe(issued[0]?.serial);
  });

  it('right after a fill: the code is still 使用済み', async () => {
    const customer = await bank.newCustomer({ institution: '1188', password: 'kagi2026fuda' });
    const page = await stage.newView();
    await page.go(bank.address('ib.shinkin.localhost', '/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D'));
    await toRegistration(page, customer);
    // Early in a time step, so that the same step is still running after the restart.
    await page.until(() => Date.now() % 30_000 < 5_000, 40);
    await acceptOffer(stage, page, CODE, async () => undefined);
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)));
    const step = Math.floor(Date.now() / STEP);
    await restart();
    const popup = await unlocked();
    await popup.waitFor(text('使用済み'));
    expect(Math.floor(Date.now() / STEP), 'the restart took longer than the time step').toBe(step);
  });

  it('with a token enrolled before: nothing of it is lost', async () => {
    const own = await stage.ownPage('/enrol.html');
    const serial = await enrol(own, '北伊勢上野');
    await restart();
    const popup = await unlocked();
    await popup.waitFor(text(serial));
    expect(await popup.run(() => document.querySelectorAll('article').length)).toBe(2);
  });

  it('or closed as a person closes it: locked as well, and nothing is lost', async () => {
    await stage.close();
    stage = await openLasting(name, { extension, profile });
    const popup = await unlocked();
    await popup.waitFor(button('今すぐロック'));
    expect(await popup.run(() => document.querySelectorAll('article').length)).toBe(2);
  });

  it('knows at its next start what the browser said of a policy', async () => {
    const own = await stage.ownPage('/settings.html');
    const said = (): Promise<unknown> => own.run(async () => (await chrome.storage.local.get('policySaid'))['policySaid'] ?? null);
    await expect.poll(said, { timeout: 60_000 }).toBe('{}');
    await restart();
    const after = await stage.ownPage('/settings.html');
    expect(await after.run(async () => (await chrome.storage.local.get('policySaid'))['policySaid'])).toBe('{}');
  });
});
