/** The code to come, as it is shown beside the present one in that one's last seconds. */
import { beforeEach, describe, expect, it } from 'vitest';
import { codesIn, copyCode, takeCode } from '../../lib/codes.ts';
import { totp } from '../../lib/otp/totp.ts';
import { nextShownFor, type Token, withStepsSpent } from '../../lib/token.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { enrolled, localRecord, lookAtCode, madeVault, NOON, secrets } from './vault/builders.ts';

const STEP = NOON / 30_000;
const LAST = NOON + 20_000;

let vault: Vault;
const current = async (): Promise<Token> => (await vault.tokens())[0] ?? expect.unreachable();
const codeAt = (time: number, token: Token): string => totp(secrets().otp, time, token.profile);
const changed = async (change: (kept: Token) => Token): Promise<Token> => await vault.change((await current()).id, change);
const nextAt = async (time: number, token?: Token) => (await lookAtCode(vault, token ?? (await current()), time))?.next;

beforeEach(async () => {
  ({ vault } = await madeVault());
  await enrolled(vault);
});

describe('the next code', () => {
  it('is shown in the last ten seconds, and not a moment before', async () => {
    expect(await nextAt(NOON)).toBeNull();
    expect(await nextAt(LAST - 1)).toBeNull();
    const digits = codeAt(NOON + 30_000, await current());
    expect(await nextAt(LAST)).toEqual({ digits, step: STEP + 1 });
    expect(await nextAt(NOON + 29_999)).toEqual({ digits, step: STEP + 1 });
    expect(await lookAtCode(vault, await current(), NOON + 30_000)).toMatchObject({ digits, step: STEP + 1, next: null });
  });

  it('is shown for a third of a short code only', () => {
    expect([15, 30, 60].map(nextShownFor)).toEqual([5_000, 10_000, 10_000]);
  });

  it('begins by the issuer’s clock', async () => {
    const token = await changed((kept) => ({ ...kept, clock: { offset: 7_000, error: 5, measuredAt: NOON } }));
    expect(await nextAt(NOON + 12_999, token)).toBeNull();
    expect(await nextAt(NOON + 13_000, token)).toEqual({ digits: codeAt(NOON + 30_000, token), step: STEP + 1 });
  });

  it('is shown beside a code that was filled or copied', async () => {
    await copyCode(vault, await current(), NOON);
    expect(await nextAt(LAST)).toMatchObject({ step: STEP + 1 });
    await changed((kept) => ({ ...kept, spentStep: STEP }));
    expect(await lookAtCode(vault, await current(), LAST)).toMatchObject({ use: 'filled', digits: '', next: { step: STEP + 1 } });
  });

  it('is never one that counts as given: after a restore, copied or filled by a clock that ran ahead', async () => {
    const before = await current();
    await changed((kept) => withStepsSpent(kept, STEP));
    expect(await nextAt(LAST)).toBeNull();
    expect(await nextAt(LAST, { ...before, copiedStep: STEP + 1 })).toBeNull();
    expect(await nextAt(LAST, { ...before, givenSteps: [STEP + 1] })).toBeNull();
  });

  it('is none of a token that is over when it would begin', async () => {
    const token = await current();
    expect(await nextAt(LAST, { ...token, state: 'ACTIVE', endsAt: NOON + 30_000 })).toBeNull();
    expect(await nextAt(LAST, { ...token, state: 'ACTIVE', endsAt: NOON + 30_001 })).not.toBeNull();
    expect(await nextAt(LAST, { ...token, state: 'UNBOUND', startBy: NOON + 29_999 })).toBeNull();
  });

  it('is given to nobody before its time: a copy and a fill get what they would without it', async () => {
    const token = await current();
    await nextAt(LAST);
    expect(await copyCode(vault, token, LAST)).toMatchObject({ digits: codeAt(NOON, token) });
    expect(await takeCode(vault, await current(), () => LAST, null)).toEqual({ kind: 'wait', milliseconds: 10_000 });
    expect(await current()).toMatchObject({ spentStep: -1, copiedStep: STEP });
    expect(await takeCode(vault, await current(), () => NOON + 30_000, null)).toMatchObject({ kind: 'given', step: STEP + 1 });
  });

  it('is there of an imported token, too, and in the look at all of them', async () => {
    const { token, secrets: seeds } = localRecord('timed');
    await vault.addLocals([{ token, secrets: seeds }]);
    const looks = await vault.lendAll((records) => codesIn(records, records.map((one) => one.token), LAST));
    expect([...looks.values()].map(({ next }) => next?.step)).toEqual([STEP + 1, STEP + 1]);
  });
});
