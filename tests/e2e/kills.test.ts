/**
 * kill −9 of the browser or the bank at random moments of an enrolment, both flows. Afterwards the customer's tokens are exactly
 * the issuer's live ones. Five in the normal run of each browser; `npm run soak 50` for more.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../mock-bank/store.ts';
import { startKillableBank, type KillableBank } from './browser/bank-process.ts';
import { buildExtension } from './browser/build.ts';
import { button, checkbox, field } from './browser/find.ts';
import { openLasting } from './browser/lasting.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { chooseUnion } from './journeys/union-pages.ts';
import { dice, KILLS, SEED } from './kills/dice.ts';

/** A handshake takes about a tenth of a second here: most kills fall into one, some before and after. Milliseconds. */
const WITHIN = 350;
const LIVE = ['UNBOUND', 'ACTIVE', 'SUSPENDED'];

describe.each(BROWSERS)(`${KILLS} kills at random moments (seed ${SEED}) with %s`, (name) => {
  const roll = dice(SEED);
  let folder: string;
  let profile: string;
  let extension: string;
  let bank: KillableBank;
  let stage: Stage;
  let own: View;
  const told: string[] = [];

  beforeAll(async () => {
    [folder, profile] = [await mkdtemp(join(tmpdir(), 'kagifuda-kills-bank-')), await mkdtemp(join(tmpdir(), 'kagifuda-kills-'))];
    const port = await freePort();
    bank = await startKillableBank(port, folder);
    extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', port);
    stage = await openLasting(name, { extension, profile });
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
    await stage.crash();
    stage = await openLasting(name, { extension, profile });
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
    told.push(`${flow} ${victim} after ${delay} ms: ${(await shown()).length} tokens`);
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
