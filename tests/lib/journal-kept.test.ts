/** What of a use is kept in the vault, in which write, and what never is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { asFound } from '../../entrypoints/background/imports.ts';
import { copyCode, nextCode, takeCode } from '../../lib/codes.ts';
import { MOST_USES, type Use, type UsePage } from '../../lib/journal.ts';
import { otpauthOf } from '../../lib/transfer/otpauth.ts';
import type { Token } from '../../lib/token.ts';
import { openStore } from '../../lib/vault/store.ts';
import { decodeToken, encodeToken } from '../../lib/vault/token-record.ts';
import { openVault, type Vault } from '../../lib/vault/vault.ts';
import { fromUtf8, lvCat, lvSplit, utf8 } from '../../lib/bytes.ts';
import { enrolled, localRecord, type Machine, madeVault, NOON, secrets, token } from './vault/builders.ts';

const PAGE: UsePage = { roles: ['serial', 'current'], host: 'ib.example', screen: 'start' };

let vault: Vault;
let on: Machine;
let writes: number;
const kept = async (id = 'token-1'): Promise<Token> => (await vault.tokens()).find((one) => one.id === id) ?? expect.unreachable();

beforeEach(async () => {
  ({ vault, on } = await madeVault());
  await enrolled(vault);
  writes = 0;
  const counting = { ...on.store, write: (...write: Parameters<typeof on.store.write>) => (writes++, on.store.write(...write)) };
  vault = openVault({ ...on, store: counting });
});

describe('the use of a code', () => {
  it('is kept with the page that it went into', async () => {
    await takeCode(vault, await kept(), () => NOON, null, PAGE);
    expect((await kept()).uses).toEqual([{ at: NOON, kind: 'filled', page: PAGE }]);
  });

  it('is kept when the code was copied, each time', async () => {
    await copyCode(vault, await kept(), NOON);
    await copyCode(vault, await kept(), NOON + 2_000);
    expect((await kept()).uses).toEqual([NOON, NOON + 2_000].map((at): Use => ({ at, kind: 'copied', page: null })));
  });

  it('is kept at the issuer\'s time', async () => {
    const late = await vault.change('token-1', (one) => ({ ...one, clock: { offset: 3_600_000.5, error: 5, measuredAt: NOON } }));
    await takeCode(vault, late, () => NOON, null, PAGE);
    expect((await kept()).uses[0]?.at).toBe(NOON + 3_600_001);
  });

  it('of a counting token is kept whether it was shown or filled', async () => {
    await vault.addLocals([localRecord('counts', { counter: 0 })]);
    await nextCode(vault, 'counts', NOON);
    await takeCode(vault, await kept('counts'), () => NOON + 5, null, { ...PAGE, roles: ['current'], screen: null });
    expect((await kept('counts')).uses.map(({ at, kind }) => [at, kind])).toEqual([[NOON, 'shown'], [NOON + 5, 'filled']]);
  });

  it('costs no write of its own, and is on the disk with the spent step', async () => {
    await takeCode(vault, await kept(), () => NOON, null, PAGE);
    expect(writes).toBe(1);
    const afterCrash = openVault({ ...on, store: openStore(on.name) });
    expect((await afterCrash.tokens())[0]).toMatchObject({ spentStep: NOON / 30_000, uses: [{ page: PAGE }] });
  });

  it('is not kept where none was given: asked again by the same field, or by one that must wait', async () => {
    await takeCode(vault, await kept(), () => NOON, null, PAGE);
    await takeCode(vault, await kept(), () => NOON + 1_000, NOON / 30_000, PAGE);
    await takeCode(vault, await kept(), () => NOON + 2_000, null, PAGE);
    expect((await kept()).uses).toHaveLength(1);
  });

  it('never has the digits or the time step, however often it is used', async () => {
    const digits: string[] = [];
    for (let step = 0; step < MOST_USES + 5; step++) digits.push((await copyCode(vault, await kept(), NOON + step * 30_000)).digits);
    const { uses } = await kept();
    expect(uses).toHaveLength(MOST_USES);
    expect(new Set(uses.flatMap((use) => Object.keys(use)))).toEqual(new Set(['at', 'kind', 'page']));
    const said = JSON.stringify(uses.map(({ kind, page }) => [kind, page]));
    for (const one of digits) expect(said).not.toContain(one);
  });

  it('is not in an exported line', async () => {
    const record = localRecord('timed');
    await vault.addLocals([record]);
    await copyCode(vault, await kept('timed'), NOON);
    const before = otpauthOf(asFound(record) ?? expect.unreachable());
    expect(await vault.lendAll((records) => records.flatMap((one) => asFound(one) ?? []).map(otpauthOf))).toEqual([before]);
  });
});

describe('a record from before the journal', () => {
  const { otp, device } = secrets();
  const written = (words: object): Uint8Array<ArrayBuffer> => lvCat(utf8(JSON.stringify(words)), otp, device);

  it('is read as one without uses', () => {
    const { uses, ...before } = token({ suffix: '二' });
    expect(uses).toEqual([]);
    expect(decodeToken('token-1', written(before)).token).toEqual(token({ suffix: '二' }));
  });

  it('stays what it is beside one with uses', () => {
    const used = token({ uses: [{ at: NOON, kind: 'filled', page: PAGE }] });
    expect(decodeToken('token-1', encodeToken({ token: used, secrets: secrets() })).token).toEqual(used);
    const words = JSON.parse(fromUtf8(lvSplit(encodeToken({ token: used, secrets: secrets() }))[0] ?? new Uint8Array()));
    expect(Object.keys(words)).toContain('uses');
  });

  it.each([
    ['a digit', { at: NOON, kind: 'copied', page: null, digits: '482915' }],
    ['a step', { at: NOON, kind: 'copied', page: null, step: 58_000_000 }],
    ['another kind', { at: NOON, kind: 'seen', page: null }],
    ['a screen of the page\'s own', { at: NOON, kind: 'filled', page: { ...PAGE, screen: '0120-000-000' } }],
  ])('is damage with %s in its journal', (_, use) => {
    expect(() => decodeToken('token-1', written({ ...token(), uses: [use] }))).toThrow('vault-damaged');
  });
});
