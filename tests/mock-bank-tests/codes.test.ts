import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotp } from '../mock-bank/secrets/otp.ts';
import { sealUnder } from '../mock-bank/secrets/seal.ts';
import type { Store } from '../mock-bank/store.ts';
import { openStore } from './bank.ts';
import { matchingSteps, sealKeys, setState, spendCode, stateNow, tokenOf, type Verdict } from '../mock-bank/tokens.ts';
import { gateOf, LOCKED_AT, pauseAfter } from '../mock-bank/tries.ts';

const SETTINGS = { algorithm: 'SHA-1', digits: 6, period: 30, T0: 0 } as const;
const SEED = Buffer.from('12345678901234567890');
const NOON = 1_800_000_000_000;
const STEP = NOON / 30_000;
const code = (step: number): string => hotp(SEED, step, SETTINGS);

describe('the window', () => {
  it('holds exactly the codes of the steps from one before to one after server time plus drift', () => {
    const seeds = fc.uint8Array({ minLength: 20, maxLength: 20 });
    const times = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(fc.property(seeds, times, fc.integer({ min: -20, max: 20 }), fc.integer({ min: -5, max: 5 }), (seed, now, drift, off) => {
      const middle = Math.floor(now / 30_000) + drift;
      const shown = hotp(seed, Math.max(0, middle + off), SETTINGS);
      const expected = [-1, 0, 1].map((d) => middle + d).filter((step) => step >= 0 && hotp(seed, step, SETTINGS) === shown);
      expect(matchingSteps(seed, SETTINGS, shown, now, drift)).toEqual(expected);
      if (Math.abs(off) <= 1 && middle + off >= 0) expect(expected).toContain(middle + off);
    }));
  });

  it('moves at the first millisecond of a period', () => {
    expect(matchingSteps(SEED, SETTINGS, code(STEP + 2), NOON + 29_999, 0)).toEqual([]);
    expect(matchingSteps(SEED, SETTINGS, code(STEP + 2), NOON + 30_000, 0)).toEqual([STEP + 2]);
  });
});

describe('wrong tries', () => {
  it('pause from the fifth on, twice as long each time, and lock at the tenth', () => {
    expect([4, 5, 6, 7, 8, 9].map(pauseAfter)).toEqual([0, 60_000, 120_000, 240_000, 480_000, 960_000]);
    expect(gateOf({ fails: 5, pausedUntil: 100 }, 99)).toBe('paused');
    expect(gateOf({ fails: 5, pausedUntil: 100 }, 100)).toBe('open');
    expect(gateOf({ fails: LOCKED_AT, pausedUntil: 0 }, 1)).toBe('locked');
  });
});

describe('spending a code', () => {
  const seal = sealUnder(Buffer.alloc(32, 3));
  let store: Store;
  let count = 0;

  async function token(): Promise<string> {
    const serial = `SKTS${String(++count).padStart(8, '0')}`;
    await store.rows(
      `INSERT INTO tokens (serial, state, sealed, algorithm, digits, period, t0, generation, start_by) VALUES ($1, 'ACTIVE', $2, 'SHA-1', 6, 30, 0, 1, 0)`,
      [serial, sealKeys(seal, serial, { device: Buffer.alloc(32), seed: SEED })],
    );
    return serial;
  }

  const spend = (serial: string, digits: string, now = NOON): Promise<Verdict> =>
    store.transaction((tables) => spendCode({ seal, now }, tables, { serial, code: digits, wanted: 'ACTIVE' }));

  beforeAll(async () => {
    store = await openStore();
  }, 60_000);
  afterAll(() => store.close());

  it('accepts a code once and refuses its repeat without counting it', async () => {
    const serial = await token();
    expect(await spend(serial, code(STEP))).toEqual({ kind: 'accepted', step: STEP });
    expect(await spend(serial, code(STEP))).toEqual({ kind: 'repeated', step: STEP });
    expect(await store.rows('SELECT fails FROM tries WHERE subject = $1', [`token ${serial}`])).toEqual([{ fails: 0 }]);
  });

  it('refuses an earlier step after a later one', async () => {
    const serial = await token();
    await spend(serial, code(STEP + 1));
    expect(await spend(serial, code(STEP))).toEqual({ kind: 'repeated', step: STEP });
  });

  it('never accepts a step that is not greater than the last accepted one', async () => {
    // At most four visits: a fifth wrong code would pause.
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -2, max: 2 })), { maxLength: 4 }), async (visits) => {
      const serial = await token();
      let step = STEP;
      let last = -1;
      for (const [later, off] of visits) {
        step += later;
        const drift = (await tokenOf(store, serial))?.drift ?? 0;
        const verdict = await spend(serial, code(step + off), step * 30_000);
        const inWindow = Math.abs(off - drift) <= 1;
        expect(verdict.kind).toBe(inWindow ? (step + off > last ? 'accepted' : 'repeated') : 'wrong');
        if (verdict.kind === 'accepted') last = step + off;
      }
    }), { numRuns: 25 });
  }, 60_000);

  it('follows a token that drifts by a step at a time', async () => {
    const serial = await token();
    for (const off of [1, 2, 3, 4]) {
      const step = STEP + off * 10;
      expect(await spend(serial, code(step + off), step * 30_000)).toEqual({ kind: 'accepted', step: step + off });
    }
    expect((await tokenOf(store, serial))?.drift).toBe(4);
  });

  it('gives a code to one of many who send it at the same moment', async () => {
    const serial = await token();
    const verdicts = await Promise.all(Array.from({ length: 8 }, () => spend(serial, code(STEP))));
    expect(verdicts.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    expect(verdicts.filter(({ kind }) => kind === 'repeated')).toHaveLength(7);
  });

  it('pauses after five wrong codes, so that even the right one waits', async () => {
    const serial = await token();
    for (let i = 0; i < 5; i++) expect((await spend(serial, 'nope')).kind).toBe('wrong');
    expect((await spend(serial, code(STEP))).kind).toBe('paused');
    expect((await spend(serial, code(STEP + 2), NOON + 60_000)).kind).toBe('accepted');
  });

  it('locks after ten wrong codes: the token is SUSPENDED, and no code helps', async () => {
    const serial = await token();
    let now = NOON;
    const verdicts: string[] = [];
    for (let i = 0; i < 10; i++) {
      verdicts.push((await spend(serial, 'nope', now)).kind);
      now += 3_600_000;
    }
    expect(verdicts).toEqual([...Array<string>(9).fill('wrong'), 'locked']);
    expect((await tokenOf(store, serial))?.state).toBe('SUSPENDED');
    expect((await spend(serial, code(now / 30_000), now)).kind).toBe('locked');
  });

  it('takes no code of a token in another state', async () => {
    const serial = await token();
    await setState(store, serial, 'REPLACED');
    expect((await spend(serial, code(STEP))).kind).toBe('unusable');
    expect((await spend('SKTS99999999', code(STEP))).kind).toBe('wrong');
  });

  it('rolls back the spent step when the transaction around it fails', async () => {
    const serial = await token();
    const failing = store.transaction(async (tables) => {
      await spendCode({ seal, now: NOON }, tables, { serial, code: code(STEP), wanted: 'ACTIVE' });
      throw new Error('no money');
    });
    await expect(failing).rejects.toThrow('no money');
    expect((await spend(serial, code(STEP))).kind).toBe('accepted');
  });

  it('calls an UNBOUND token EXPIRED from its last moment on', () => {
    expect(stateNow({ state: 'UNBOUND', start_by: 10, ends_at: null }, 9)).toBe('UNBOUND');
    expect(stateNow({ state: 'UNBOUND', start_by: 10, ends_at: null }, 10)).toBe('EXPIRED');
    expect(stateNow({ state: 'ACTIVE', start_by: 10, ends_at: null }, 11)).toBe('ACTIVE');
  });
});
