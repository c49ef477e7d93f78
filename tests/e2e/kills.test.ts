/**
 * kill −9 of the browser or the bank at random moments of an enrolment, both flows. Afterwards the customer's tokens are exactly
 * the issuer's live ones. Five in the normal run of each browser; `npm run soak 50` for more. Stock Firefox forgets a temporary
 * add-on when it ends: there its background is ended instead of the browser.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../mock-bank/store.ts';
import { startKillableBank, type KillableBank } from './browser/bank-process.ts';
import { buildExtension } from './browser/build.ts';
import { type ChromiumStage, openChromium } from './browser/chromium.ts';
import { button, checkbox, field } from './browser/find.ts';
import { openFirefox } from './browser/firefox.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { chooseUnion } from './journeys/union-pages.ts';

const KILLS = Number(process.env['KAGIFUDA_SOAK'] ?? 5);
const SEED = Number(process.env['KAGIFUDA_SOAK_SEED'] ?? Date.now() % 2 ** 31);
/** A handshake takes about a tenth of a second here: most kills fall into one, some before and after. Milliseconds. */
const WITHIN = 350;
const LIVE = ['UNBOUND', 'ACTIVE', 'SUSPENDED'];

/** mulberry32: a seed that is told can be run again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.each(BROWSERS)(`${KILLS} kills at random moments (seed ${SEED}) with %s`, (name) => {
  const roll = dice(SEED);
  let folder: string;
  let profile: string;
  let extension: string;
  let bank: KillableBank;
  let stage: Stage | ChromiumStage;
  let own: View;
  const told: string[] = [];

  beforeAll(async () => {
    [folder, profile] = [await mkdtemp(join(tmpdir(), 'kagifuda-kills-bank-')), await mkdtemp(join(tmpdir(), 'kagifuda-kills-'))];
    const port = await freePort();
    bank = await startKillableBank(port, folder);
    extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', port);
    stage = name === 'firefox' ? await openFirefox(extension) : await openChromium(extension, { profile });
    own = await makeVault(stage);
  });
  afterAll(async () => {
    await stage?.close();
    await bank?.close();
    await rm(profile, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  /** Up to the press that begins the handshake. */
  async function prepare(flow: 'sk' | 'cu'): Promise<string> {
    await own.front();
    await own.go(`${stage.ownOrigin}/enrol.html`);
    if (flow === 'sk') {
      await own.type(field('金融機関の名前またはコード'), '1188');
      await own.press('Enter');
      await own.click(checkbox('ご利用にあたっての内容に同意する'));
      await own.click(checkbox('同じパソコンで使うときの注意を理解した'));
      return button('同意して発行する');
    }
    const { serviceId, userId } = await bank.issue('284913');
    await chooseUnion(own);
    await own.type(field('サービスID'), serviceId);
    await own.type(field('ユーザーID'), userId);
    await own.type(field('利用開始パスワード'), '284913');
    await own.click(checkbox('上記の内容に同意する'));
    return button('送信');
  }

  const unlock = async (): Promise<void> => {
    await own.type(field('パスフレーズ'), PASSPHRASE);
    await own.click(button('ロックを解除'));
    await own.waitFor(button('今すぐロック'));
  };

  async function killBrowser(): Promise<void> {
    if (!('crash' in stage)) return await stage.killWorker();
    await stage.crash();
    stage = await openChromium(extension, { profile });
    own = await stage.ownPage('/popup.html');
    await unlock();
  }

  async function killBank(): Promise<void> {
    await bank.kill();
    await bank.restart();
  }

  /** Whatever was cut off goes on by itself: at unlock, or some seconds after the bank is back. */
  async function untilSettled(): Promise<void> {
    await own.front();
    await own.go(`${stage.ownOrigin}/popup.html`);
    await own.waitFor(button('今すぐロック'));
    await own.until(() => document.querySelector('.card.pending') === null, 90);
  }

  const shown = (): Promise<string[]> => own.run(() => [...document.querySelectorAll('.serial-number')].map((one) => one.textContent ?? ''));

  it.each(Array.from({ length: KILLS }, (_none, index) => index + 1))('number %i loses nothing', async () => {
    const flow = roll() < 0.5 ? 'sk' : 'cu';
    const submit = await prepare(flow);
    const [delay, victim] = [Math.round(roll() * WITHIN), roll() < 0.5 ? 'browser' : 'bank'];
    const pressed = own.click(submit).catch(() => undefined);
    await later(delay);
    await (victim === 'browser' ? killBrowser() : killBank());
    await pressed;
    await untilSettled();
    const who = victim === 'browser' && name === 'firefox' ? 'background' : victim;
    told.push(`${flow} ${who} after ${delay} ms: ${(await shown()).length} tokens`);
  });

  it('leaves the customer with exactly the tokens that the issuer holds live', async () => {
    await untilSettled();
    const ours = (await shown()).toSorted();
    await bank.close();
    const store = await openStore({ folder });
    const rows = await store.rows<{ serial: string; state: string }>(`SELECT serial, state FROM tokens WHERE kind IN ('software', 'activation') AND NOT on_phone`);
    const doubled = await store.rows('SELECT contract, generation FROM tokens WHERE kind = $1 AND state = ANY($2) GROUP BY contract, generation HAVING count(*) > 1', ['activation', LIVE]);
    await store.close();
    console.log(`${told.join('\n')}\n${ours.length} tokens of ${KILLS} enrolments`);
    expect(ours).toEqual(rows.filter(({ state }) => LIVE.includes(state)).map(({ serial }) => serial).toSorted());
    expect(new Set(ours).size).toBe(ours.length);
    expect(doubled).toEqual([]);
  });
});
