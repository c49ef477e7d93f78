import { beforeEach, describe, expect, it } from 'vitest';
import { copyCode, lookAtCode, takeCode } from '../../lib/codes.ts';
import { totp } from '../../lib/otp/totp.ts';
import type { Token } from '../../lib/token.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { enrolled, madeVault, NOON, secrets } from './vault/builders.ts';

let vault: Vault;
const current = async (): Promise<Token> => (await vault.tokens())[0] ?? expect.unreachable();
const codeAt = (time: number, token: Token): string => totp(secrets().otp, time, token.profile);

beforeEach(async () => {
  ({ vault } = await madeVault());
  await enrolled(vault);
});

const measured = (offset: number) => (kept: Token): Token => ({ ...kept, clock: { offset, error: 5, measuredAt: NOON } });

describe('a code for a page', () => {
  it('is the code of this time step, and is spent', async () => {
    const token = await current();
    expect(await takeCode(vault, token, () => NOON, null)).toEqual({ kind: 'given', digits: codeAt(NOON, token), step: NOON / 30_000, endsIn: 30_000 });
    expect((await current()).spentStep).toBe(NOON / 30_000);
  });
  it('is never the same twice: the second asker waits for the next', async () => {
    await takeCode(vault, await current(), () => NOON, null);
    expect(await takeCode(vault, await current(), () => NOON + 10_000, null)).toEqual({ kind: 'wait', milliseconds: 20_000 });
    expect(await takeCode(vault, await current(), () => NOON + 30_000, null)).toMatchObject({ kind: 'given', step: NOON / 30_000 + 1 });
  });
  it('is given to one of many who ask at the same moment', async () => {
    const stale = await current();
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeCode(vault, stale, () => NOON, null)));
    expect(taken.filter(({ kind }) => kind === 'given')).toHaveLength(1);
  });
  it('is given again to the field that holds it', async () => {
    const token = await current();
    await takeCode(vault, token, () => NOON, null);
    expect(await takeCode(vault, await current(), () => NOON + 1_000, NOON / 30_000)).toMatchObject({ kind: 'given', digits: codeAt(NOON, token) });
    expect(await takeCode(vault, await current(), () => NOON + 1_000, NOON / 30_000 - 1)).toMatchObject({ kind: 'wait' });
  });
  it('waits when fewer than 5 seconds are left', async () => {
    expect(await takeCode(vault, await current(), () => NOON + 25_001, null)).toEqual({ kind: 'wait', milliseconds: 4_999 });
    expect((await current()).spentStep).toBe(-1);
    expect(await takeCode(vault, await current(), () => NOON + 25_000, null)).toMatchObject({ kind: 'given' });
  });
  it('is the next one when this one was copied', async () => {
    await copyCode(vault, await current(), NOON);
    expect(await takeCode(vault, await current(), () => NOON + 1_000, null)).toEqual({ kind: 'wait', milliseconds: 29_000 });
  });
  it('is refused when the clock was set back behind a spent one', async () => {
    await takeCode(vault, await current(), () => NOON, null);
    await expect(takeCode(vault, await current(), () => NOON - 3_600_000, null)).rejects.toMatchObject({ reason: 'clock-uncertain' });
  });
  it('follows the issuer clock when this PC is an hour late', async () => {
    const token = await vault.change((await current()).id, (kept) => ({ ...kept, clock: { offset: 3_600_000, error: 5, measuredAt: NOON } }));
    expect(await takeCode(vault, token, () => NOON, null)).toMatchObject({ digits: codeAt(NOON + 3_600_000, token) });
  });
  it('is never one that was copied a moment before, though this asker read the token earlier', async () => {
    const stale = await current();
    await copyCode(vault, stale, NOON);
    expect(await takeCode(vault, stale, () => NOON, null)).toMatchObject({ kind: 'wait' });
  });
  it('goes to the page or to the clipboard, never to both, when both are asked at once', async () => {
    const stale = await current();
    const [filled, copied] = await Promise.allSettled([takeCode(vault, stale, () => NOON, null), copyCode(vault, stale, NOON)]);
    const given = filled.status === 'fulfilled' && filled.value.kind === 'given';
    expect([given, copied.status === 'fulfilled'].filter(Boolean)).toHaveLength(1);
  });
  it('waits when the disk took so long that too little is left', async () => {
    const times = [NOON + 20_000, NOON + 27_000];
    const slow = (): number => times.shift() ?? expect.unreachable();
    expect(await takeCode(vault, await current(), slow, null)).toEqual({ kind: 'wait', milliseconds: 3_000 });
    expect((await current()).spentStep).toBe(NOON / 30_000);
  });
  it('is refused, not a bug, when the clock stands before the first time step', async () => {
    const token = await vault.change((await current()).id, (kept) => ({ ...kept, clock: { offset: -2 * NOON, error: 5, measuredAt: NOON }, acceptedOffset: -2 * NOON }));
    await expect(takeCode(vault, token, () => NOON, null)).rejects.toMatchObject({ reason: 'clock-uncertain' });
    await expect(copyCode(vault, token, NOON)).rejects.toMatchObject({ reason: 'clock-uncertain' });
    expect(await lookAtCode(vault, token, NOON)).toBeNull();
  });
  it('is refused by a clock more than a day off, until the customer says yes to that offset', async () => {
    const day = 86_400_000;
    const { id } = await current();
    const far = await vault.change(id, measured(3 * day));
    await expect(takeCode(vault, far, () => NOON, null)).rejects.toMatchObject({ reason: 'clock-far' });
    await expect(copyCode(vault, far, NOON)).rejects.toMatchObject({ reason: 'clock-far' });
    expect(await lookAtCode(vault, far, NOON)).toBeNull();
    const accepted = await vault.change(id, (kept) => ({ ...kept, acceptedOffset: 3 * day }));
    expect((await lookAtCode(vault, accepted, NOON))?.digits).toMatch(/^\d{6}$/);
    const another = await vault.change(id, measured(-3 * day));
    await expect(takeCode(vault, another, () => NOON, null)).rejects.toMatchObject({ reason: 'clock-far' });
    const exactly = await vault.change(id, measured(day));
    expect((await takeCode(vault, exactly, () => NOON, null)).kind).toBe('given');
  });
  it('is refused past the end that the institution states, whatever the state was', async () => {
    const { id } = await current();
    const ended = await vault.change(id, (kept) => ({ ...kept, state: 'ACTIVE', endsAt: NOON }));
    await expect(takeCode(vault, ended, () => NOON, null)).rejects.toMatchObject({ reason: 'token-unusable' });
    expect(await lookAtCode(vault, ended, NOON - 1)).not.toBeNull();
    expect(await lookAtCode(vault, ended, NOON)).toBeNull();
  });
  it('is refused when the token was not started in time', async () => {
    const { startBy } = await current();
    await expect(takeCode(vault, await current(), () => startBy + 1, null)).rejects.toMatchObject({ reason: 'token-unusable' });
    expect(await lookAtCode(vault, await current(), startBy + 1)).toBeNull();
  });
});

describe('a code to look at', () => {
  it('ends when its time step does, by the clock of this PC', async () => {
    const token = await vault.change((await current()).id, (kept) => ({ ...kept, clock: { offset: 7_000, error: 5, measuredAt: NOON } }));
    expect(await lookAtCode(vault, token, NOON)).toMatchObject({ digits: codeAt(NOON + 7_000, token), endsAt: NOON + 23_000, use: 'fresh', timed: true });
  });
  it('has no digits once a page has it', async () => {
    await takeCode(vault, await current(), () => NOON, null);
    expect(await lookAtCode(vault, await current(), NOON + 1_000)).toMatchObject({ digits: '', use: 'filled' });
    await expect(copyCode(vault, await current(), NOON + 1_000)).rejects.toMatchObject({ reason: 'code-spent' });
  });
  it('says that it was copied, and is copied again with that notice', async () => {
    expect(await copyCode(vault, await current(), NOON)).toMatchObject({ again: false });
    expect(await lookAtCode(vault, await current(), NOON)).toMatchObject({ use: 'copied' });
    expect(await copyCode(vault, await current(), NOON)).toMatchObject({ again: true, digits: codeAt(NOON, await current()) });
  });
  it('is 時刻確認中 until the clock was measured', async () => {
    expect(await lookAtCode(vault, await current(), NOON)).toMatchObject({ timed: false });
  });
});
