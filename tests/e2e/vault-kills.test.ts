/**
 * kill −9 of the browser in the middle of a storm of writes: enrolments, names, copies and a fill. What was acknowledged is there
 * afterwards, nothing is torn, and no time step is given again. Then as many while a vault of schema 1 is migrated. Five kills of each
 * kind in the normal run of each browser; `npm run soak` for more. A killed process loses nothing that the operating system has: what a power cut does is not tried here.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client } from '../../lib/messages/client.ts';
import type { Look, TokenLook } from '../../lib/messages/looks.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { startBank, type MockBank } from '../mock-bank/start.ts';
import { buildExtension } from './browser/build.ts';
import { button, field, text } from './browser/find.ts';
import { openLasting } from './browser/lasting.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { readLaid } from './damage/laid.ts';
import { makeVault } from './journeys/first-steps.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { dice, KILLS, SEED } from './kills/dice.ts';
import { type Count, Ledger } from './kills/ledger.ts';
import { auditPlanted, keyOf, plant, planted, type Written } from './kills/planted.ts';
import { PutRight } from './kills/put-right.ts';
import { storm, type StormPlan } from './kills/storm.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** Milliseconds from the first acknowledged write to the kill, at most: time for some enrolments, or for none. */
const WITHIN = 2_000;
/** A customer has few; with as many a new profile is begun. */
const MOST_TOKENS = 12;
/** From opening the popup to its first sentence, milliseconds. */
const LONGEST = 2_000;
const ABUKUMA = '1188';
const consent = { institutionCode: ABUKUMA, termsAccepted: true, samePcAccepted: true };

/** Milliseconds. */
interface Times {
  /** From the start of the browser until the popup's first question was answered. */
  answered: number;
  /** From opening the popup to its first sentence, while locked and while open. */
  locked: number;
  open: number;
  /** From there until what was cut off has gone on by itself. */
  settling: number;
}

const ask = (view: View) =>
  client<OwnRequests>((message) => view.run((given) => chrome.runtime.sendMessage(JSON.parse(given)), JSON.stringify(message)));

function middle(numbers: number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b).map(Math.round);
  return `${sorted[sorted.length >> 1]} (longest ${sorted.at(-1)}) ms`;
}

const sum = (counts: Count[], of: keyof Count): number => counts.reduce((total, count) => total + count[of], 0);

describe.each(BROWSERS)(`${KILLS} kills in a storm of writes (seed ${SEED}) with %s`, (name) => {
  const roll = dice(SEED);
  const pick = <T>(all: T[], most: number): T[] => all.map((one) => ({ one, by: roll() })).toSorted((a, b) => a.by - b.by).slice(0, most).map(({ one }) => one);
  const times: Times[] = [];
  const counts: Count[] = [];
  /** When each was killed, and whether it was done by then. */
  const migrations: string[] = [];
  const putRight = new PutRight();
  let inStep = 0;
  let bank: MockBank;
  let extension: string;
  let profile: string;
  let stage: Stage;
  let own: View;
  let ledger: Ledger;

  /** A new customer on a new profile. */
  async function beginAnew(): Promise<void> {
    await stage?.close();
    if (profile) await rm(profile, { recursive: true, force: true });
    profile = await mkdtemp(join(tmpdir(), 'kagifuda-vault-kills-'));
    stage = await openLasting(name, { extension, profile });
    own = await makeVault(stage);
    ledger = new Ledger();
    for (let number = 0; number < 3; number++) await ask(own)('enrolShinkin', consent);
    ledger.audit(await ask(own)('look', {}));
  }

  beforeAll(async () => {
    bank = await startBank({ port: await freePort(), quiet: true, provisionLimit: 100_000 });
    extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', bank.port);
    await beginAnew();
  });
  afterAll(async () => {
    await stage?.close();
    await bank?.close();
    await rm(profile, { recursive: true, force: true });
  });

  /** The bank's page in front, with a field for the code of this token. */
  async function readyToFill({ code }: TokenLook): Promise<boolean> {
    if (code?.use !== 'fresh') return false;
    const page = await stage.newView();
    await page.go(bank.address('ib.shinkin.localhost', '/variants/eight.do'));
    return true;
  }

  async function begin(number: number, { tokens: [filler, ...others] }: Look): Promise<string[]> {
    const tokenIds = pick(others.map(({ id }) => id), 2);
    const fillerId = filler && (await readyToFill(filler)) ? filler.id : null;
    const plan: StormPlan = { storm: `s${number}`, institutionCode: ABUKUMA, adds: 1 + Math.floor(roll() * 2), tokenIds, fillerId };
    ledger.begin(plan.storm);
    await own.expose('tellStorm', (line) => ledger.hear(line));
    await own.run(storm, JSON.stringify(plan));
    await expect.poll(() => ledger.count.acknowledged, { interval: 5, timeout: 15_000 }).toBeGreaterThan(0);
    return tokenIds;
  }

  async function kill(): Promise<void> {
    await later(Math.round(roll() * WITHIN));
    await stage.crash();
    counts.push(ledger.count);
  }

  async function unlockHere(passphrase: string): Promise<void> {
    await own.type(field('パスフレーズ'), passphrase);
    await own.click(button('ロックを解除'));
    await own.waitFor(button('今すぐロック'));
  }

  /** As a person would: start the browser, open the popup, unlock. */
  async function startAgain(passphrase = PASSPHRASE): Promise<Omit<Times, 'settling'>> {
    const start = performance.now();
    stage = await openLasting(name, { extension, profile });
    const opened = performance.now();
    own = await stage.ownPage('/popup.html');
    expect((await ask(own)('look', {})).vault).toBe('locked');
    const answered = performance.now() - start;
    await own.waitFor(text('ロック中です'));
    const locked = performance.now() - opened;
    await unlockHere(passphrase);
    const again = performance.now();
    await own.go(`${stage.ownOrigin}/popup.html`);
    await own.waitFor(button('今すぐロック'));
    return { answered, locked, open: performance.now() - again };
  }

  /** Whatever was cut off goes on by itself. */
  async function settled(): Promise<Look> {
    await expect.poll(async () => (await ask(own)('look', {})).pendings, { interval: 100, timeout: 60_000 }).toEqual([]);
    return await ask(own)('look', {});
  }

  /** The code is the issuer's too: a seed is what it was. */
  async function auditCodes(tokenIds: string[], { tokens }: Look): Promise<string[]> {
    const wrong: string[] = [];
    for (const { id, serial } of tokens.filter((token) => tokenIds.includes(token.id))) {
      const copied = await ask(own)('copy', { tokenId: id });
      const audit = ledger.auditCopy(id, copied);
      if (audit.inStep) inStep++;
      // The time step may have ended while it was asked.
      const expected = [await bank.codeOf(serial, -1), await bank.codeOf(serial)];
      wrong.push(...audit.wrong, ...(expected.includes(copied.digits) ? [] : [`${serial} gives another code than the issuer`]));
    }
    return wrong;
  }

  it.each(Array.from({ length: KILLS }, (_none, index) => index + 1))('number %i loses nothing and gives no step again', async (number) => {
    const before = await ask(own)('look', {});
    const tokenIds = await begin(number, before);
    await kill();
    const time = await startAgain();
    const start = performance.now();
    const look = await settled();
    times.push({ ...time, settling: performance.now() - start });
    expect(ledger.audit(look)).toEqual([]);
    await putRight.after(number, ask(own));
    expect(await auditCodes(tokenIds, look)).toEqual([]);
    expect(Math.max(time.locked, time.open), 'the popup said nothing for long').toBeLessThan(LONGEST);
    if (look.tokens.length >= MOST_TOKENS) await beginAnew();
  });

  /** Of the vault that was planted, open by now. */
  const audit = async (written: Written): Promise<string[]> =>
    auditPlanted(written, {
      look: await ask(own)('look', {}),
      health: await ask(own)('health', {}),
      lines: (await ask(own)('lossKit', {})).lines ?? [],
      laid: await readLaid(own),
    });

  describe('a vault of schema 1', () => {
    /** Milliseconds that the whole migration took when nobody disturbed it. */
    let took: number;

    beforeAll(async () => {
      await stage.close();
      await rm(profile, { recursive: true, force: true });
      profile = await mkdtemp(join(tmpdir(), 'kagifuda-vault-kills-'));
      stage = await openLasting(name, { extension, profile });
      own = await stage.ownPage('/loss.html');
    });

    it('opens with all that is in it, and without an alarm', async () => {
      await plant(own, planted.usual);
      await own.go(`${stage.ownOrigin}/popup.html`);
      await unlockHere(planted.usual.passphrase);
      expect(await audit(planted.usual)).toEqual([]);
      for (let round = 0; round < 3; round++) {
        await ask(own)('lock', {});
        await plant(own, planted.weak);
        const key = await keyOf(planted.weak);
        const start = performance.now();
        await ask(own)('unlock', key);
        took = performance.now() - start;
      }
      expect(await audit(planted.weak)).toEqual([]);
    });

    it.each(Array.from({ length: KILLS }, (_none, index) => index + 1))('killed while it becomes schema 2, number %i: the next start opens it whole', async () => {
      // What the last unlock still had to write is written, or will not be: it must not come upon the vault that is planted.
      await ask(own)('lock', {});
      await plant(own, planted.weak);
      const opening = ask(own)('unlock', await keyOf(planted.weak)).then(() => 'done', () => 'cut off');
      const moment = roll() * took;
      await later(moment);
      await stage.crash();
      migrations.push(`${Math.round(moment)} ms ${await opening}`);
      await startAgain(planted.weak.passphrase);
      expect(await audit(planted.weak)).toEqual([]);
    });
  });

  it('tells how it went', () => {
    const [answered, locked, open, settling] = (['answered', 'locked', 'open', 'settling'] as const).map((of) => middle(times.map((time) => time[of])));
    console.log(`${times.length} kills: ${sum(counts, 'acknowledged')} writes acknowledged (${sum(counts, 'enrolled')} tokens, ${sum(counts, 'filled')} fills), ${sum(counts, 'asked') - sum(counts, 'acknowledged')} cut off;
${inStep} copies asked for again in the same step; from start to the popup's first answer ${answered};
from opening the popup to its first sentence while locked ${locked}, while open ${open}; what was cut off went on within ${settling};
put right: ${putRight.told.join('; ') || 'nothing'};
migrations killed after ${migrations.join(', ')}`);
    expect(times).toHaveLength(KILLS);
    expect(sum(counts, 'acknowledged')).toBeGreaterThan(KILLS);
  });
});
