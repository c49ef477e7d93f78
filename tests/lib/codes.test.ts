import { beforeEach, describe, expect, it } from 'vitest';
import { copyCode, nextCode, takeCode } from '../../lib/codes.ts';
import { hotp } from '../../lib/otp/hotp.ts';
import { totp } from '../../lib/otp/totp.ts';
import type { Token } from '../../lib/token.ts';
import { openStore } from '../../lib/vault/store.ts';
import { openVault, type Vault } from '../../lib/vault/vault.ts';
import { enrolled, localRecord, lookAtCode, type Machine, madeVault, NOON, secrets } from './vault/builders.ts';

let vault: Vault;
let on: Machine;
const current = async (): Promise<Token> => (await vault.tokens())[0] ?? expect.unreachable();
const codeAt = (time: number, token: Token): string => totp(secrets().otp, time, token.profile);

beforeEach(async () => {
  ({ vault, on } = await madeVault());
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
  it.each([1, 3, 5, 6, 14])('of a period of %i seconds waits in its last third', async (period) => {
    const { token } = localRecord('short');
    const third = (period * 1000) / 3;
    await vault.addLocals([{ ...localRecord('short'), token: { ...token, profile: { ...token.profile, period } } }]);
    const ends = (Math.floor(NOON / 1000 / period) + 1) * period * 1000;
    const ask = async (left: number) => await takeCode(vault, await vault.token('short'), () => ends - left, null);
    expect(await ask(Math.floor(third) - 1)).toMatchObject({ kind: 'wait' });
    expect(await ask(Math.ceil(third))).toMatchObject({ kind: 'given' });
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
  it('is refused, and shown to nobody, until display name and caution were seen', async () => {
    const fresh = await vault.change((await current()).id, (kept) => ({ ...kept, introduced: false }));
    await expect(takeCode(vault, fresh, () => NOON, null)).rejects.toMatchObject({ reason: 'token-unusable' });
    await expect(copyCode(vault, fresh, NOON)).rejects.toMatchObject({ reason: 'token-unusable' });
    expect(await lookAtCode(vault, fresh, NOON)).toBeNull();
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

// RFC 4226, appendix D: the seed and its first ten codes. RFC 6238, appendix B, takes the same seed: at 59 s, eight digits.
const RFC_SEED = new TextEncoder().encode('12345678901234567890');
const RFC_CODES = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];

const local = async (id: string): Promise<Token> => (await vault.tokens()).find((one) => one.id === id) ?? expect.unreachable();

describe('an imported token that goes by time', () => {
  beforeEach(async () => {
    const { token, secrets: seeds } = localRecord('timed', {}, RFC_SEED);
    await vault.addLocals([{ token: { ...token, profile: { ...token.profile, digits: 8 } }, secrets: seeds }]);
  });

  it('shows the codes of RFC 6238, by this PC\'s clock and without an issuer to ask', async () => {
    expect(await lookAtCode(vault, await local('timed'), 59_000)).toEqual({ digits: '94287082', step: 1, endsAt: 60_000, period: 30, use: 'fresh', timed: true, next: { digits: hotp(RFC_SEED, 2, { algorithm: 'SHA-1', digits: 8 }), step: 2 } });
    expect(await lookAtCode(vault, await local('timed'), 20_000_000_000_000)).toMatchObject({ digits: '65353130' });
  });
  it('is copied with the same notice as any other, and by nobody once a page has the step', async () => {
    const digits = totp(RFC_SEED, NOON, (await local('timed')).profile);
    expect(await copyCode(vault, await local('timed'), NOON)).toEqual({ digits, endsAt: NOON + 30_000, again: false });
    expect(await lookAtCode(vault, await local('timed'), NOON)).toMatchObject({ use: 'copied', digits });
    expect(await copyCode(vault, await local('timed'), NOON)).toMatchObject({ again: true, digits });
    expect(await vault.spend('timed', NOON / 30_000 + 1)).toBe(true);
    await expect(copyCode(vault, await local('timed'), NOON + 30_000)).rejects.toMatchObject({ reason: 'code-spent' });
    expect(await lookAtCode(vault, await local('timed'), NOON + 30_000)).toMatchObject({ use: 'filled', digits: '' });
  });
  it('never ends, whatever its times say', async () => {
    expect(await local('timed')).toMatchObject({ startBy: 0, endsAt: null });
    expect(await lookAtCode(vault, await local('timed'), NOON + 50 * 365 * 86_400_000)).not.toBeNull();
  });
  it('has no next code: it is asked for the code of the time', async () => {
    await expect(nextCode(vault, 'timed', NOON)).rejects.toMatchObject({ reason: 'token-unusable' });
    expect(await local('timed')).toMatchObject({ local: { counter: null } });
  });
});

describe('an imported token that counts', () => {
  beforeEach(async () => {
    await vault.addLocals([localRecord('counts', { counter: 0 }, RFC_SEED)]);
  });

  it('gives the codes of RFC 4226, each once', async () => {
    const given: { digits: string; counter: number }[] = [];
    for (const _ of RFC_CODES) given.push(await nextCode(vault, 'counts', NOON));
    expect(given).toEqual(RFC_CODES.map((digits, counter) => ({ digits, counter })));
    expect((await local('counts')).local).toMatchObject({ counter: 10 });
  });
  it('shows nothing and copies nothing by the clock', async () => {
    expect(await lookAtCode(vault, await local('counts'), NOON)).toBeNull();
    await expect(copyCode(vault, await local('counts'), NOON)).rejects.toMatchObject({ reason: 'token-unusable' });
  });
  it('gives a page its next code, and another to whoever asks again, for the same field too', async () => {
    const taken = [];
    for (const held of [null, 0, 1]) taken.push(await takeCode(vault, await local('counts'), () => NOON, held));
    expect(taken).toMatchObject([0, 1, 2].map((step) => ({ kind: 'given', digits: RFC_CODES[step], step })));
    // A timer of a page takes no more than this, and nothing waits for the end of such a code.
    for (const one of taken) expect(one).toMatchObject({ endsIn: 2 ** 31 - 1 });
    expect((await local('counts')).local).toMatchObject({ counter: 3 });
  });
  it('has its counter on the disk before the digits leave: a crash between the two gives no value again', async () => {
    const dying: Vault = { ...vault, lend: async () => {
      const onDisk = openVault({ ...on, store: openStore(on.name) });
      expect((await onDisk.tokens()).find(({ id }) => id === 'counts')?.local).toMatchObject({ counter: 1 });
      throw new Error('killed');
    } };
    await expect(nextCode(dying, 'counts', NOON)).rejects.toThrow('killed');
    expect(await nextCode(vault, 'counts', NOON)).toEqual({ digits: RFC_CODES[1], counter: 1 });
  });
  it('gives no value when it can\'t be written', async () => {
    const full = openVault({ ...on, store: { ...on.store, write: async () => false } });
    await expect(nextCode(full, 'counts', NOON)).rejects.toMatchObject({ reason: 'store-blocked' });
    expect(await nextCode(vault, 'counts', NOON)).toEqual({ digits: RFC_CODES[0], counter: 0 });
  });
  it('gives every one of many who ask at once a value of his own, even over two windows that share nothing but the disk', async () => {
    const free = { request: <T>(_: string, work: () => Promise<T>) => work() };
    const windows = [openVault({ ...on, locks: free }), openVault({ ...on, locks: free, store: openStore(on.name) })];
    const asked = await Promise.all(Array.from({ length: 8 }, (_, at) => nextCode(windows[at % 2] ?? vault, 'counts', NOON)));
    expect(asked.map(({ counter }) => counter).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const { digits, counter } of asked) expect(digits).toBe(RFC_CODES[counter]);
  });
  it('gives nothing once it was deleted, and an issuer\'s token gives nothing either', async () => {
    await vault.change('counts', (one) => ({ ...one, removedAt: NOON }));
    await expect(nextCode(vault, 'counts', NOON)).rejects.toMatchObject({ reason: 'token-unusable' });
    await expect(nextCode(vault, 'token-1', NOON)).rejects.toMatchObject({ reason: 'token-unusable' });
    await expect(nextCode(vault, 'nobody', NOON)).rejects.toMatchObject({ reason: 'token-unknown' });
  });
  it('is made of its own seed and digits', async () => {
    const { token, secrets: seeds } = localRecord('wide', { counter: 3 }, new Uint8Array(200).fill(4));
    const profile = { ...token.profile, algorithm: 'SHA-512' as const, digits: 8 };
    await vault.addLocals([{ token: { ...token, profile }, secrets: seeds }]);
    expect((await nextCode(vault, 'wide', NOON)).digits).toBe(hotp(new Uint8Array(200).fill(4), 3, profile));
  });
});
