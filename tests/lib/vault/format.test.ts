/** docs/vault-format.md is enough: the tool that was written from it opens every vault and every export file that the program writes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useAt } from '../../../lib/journal.ts';
import type { NewWay } from '../../../lib/messages/ways.ts';
import type { Stretching } from '../../../lib/stretching.ts';
import { ALGORITHMS, type Token, TOKEN_STATES } from '../../../lib/token.ts';
import type { FoundToken } from '../../../lib/transfer/found.ts';
import { otpauthOf } from '../../../lib/transfer/otpauth.ts';
import { sealFile } from '../../../lib/transfer/sealed-file.ts';
import type { Pending } from '../../../lib/vault/pending.ts';
import { stretch } from '../../../lib/vault/stretch.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { type Dump, type Key, openDump, type Opened, openExport } from '../../tools/open-vault.ts';
import { savedByHand } from './by-hand.ts';
import { enrolled, loss, machine, type Machine, NOON, passkeyWay, passphraseWay, pending, random, slotKey, token, unionPending } from './builders.ts';
import { usual, weak, type Written } from './migration-disk.ts';
import { areaOn, emptyDisk, storeOn } from './mutations-disk.ts';

const tool = fileURLToPath(new URL('../../tools/open-vault.ts', import.meta.url));
const PASSPHRASE = 'ｶｷﾞ札 correct horse';
const CHEAP = { memory: 8192, passes: 1 };
const VAULTS = 220;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
async function stretched(said: string, { salt, memory, passes, lanes }: Stretching): Promise<Uint8Array> {
  return await stretch(said, { salt, memory, passes, lanes });
}

async function vaultOn(on: Machine, over: Partial<Stretching> = CHEAP): Promise<{ vault: Vault; way: NewWay & { kind: 'passphrase' }; key: Uint8Array }> {
  const vault = openVault(on);
  const way = { ...passphraseWay(vault), ...over };
  const key = await stretched(PASSPHRASE, way);
  await vault.make(way, key);
  return { vault, way, key };
}

const orNull = <T>(inner: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(inner, { nil: null });
const named = fc.string({ unit: 'grapheme', maxLength: 40 });
const seeds = fc.uint8Array({ minLength: 16, maxLength: 64 });
const profiles = fc.record({
  algorithm: fc.constantFrom(...ALGORITHMS), digits: fc.integer({ min: 6, max: 8 }), period: fc.integer({ min: 1, max: 3600 }),
  T0: fc.nat(), name: named, generation: fc.nat(),
});
const issued: fc.Arbitrary<Partial<Token>> = fc.record({
  profile: profiles,
  state: fc.constantFrom(...TOKEN_STATES.filter((state) => state !== 'LOCAL')),
  institutionCode: fc.constantFrom('1188', '2143'),
  suffix: fc.string({ maxLength: 40 }),
  receipt: orNull(fc.record({ number: named, time: named })),
  clock: orNull(fc.record({ offset: fc.double({ noNaN: true, noDefaultInfinity: true }), error: fc.nat(), measuredAt: fc.nat() })),
  endsAt: orNull(fc.nat()),
  removedAt: orNull(fc.nat()),
});
const sites = fc.constantFrom('https://example.com', 'https://xn--wgv71a119e.example:8443');
const imported = fc.record({ issuer: named, account: named, counter: orNull(fc.nat()), site: orNull(sites) });

/** One thing that a customer does; `n` is a number that no other deed has. */
type Deed = (vault: Vault, n: number, proof: { slotId: string; key: string }) => Promise<unknown>;

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(issued, seeds).map(([over, otp]): Deed => async (vault, n) => {
    const one = token({ ...over, id: `token-${n}`, serial: `SKTS${n}` });
    await vault.keepPending(pending({ id: one.id }));
    await vault.commit(one.id, one, { otp: otp.slice(), device: new Uint8Array(32).fill(n) }, loss({ serial: one.serial }));
  }),
  fc.tuple(imported, profiles, fc.uint8Array({ minLength: 1, maxLength: 256 })).map(([local, profile, otp]): Deed => async (vault, n) => {
    const one = token({ id: `local-${n}`, institutionCode: '', issuerOrigin: '', serial: '', state: 'LOCAL', profile, local });
    await vault.addLocals([{ token: one, secrets: { otp: otp.slice(), device: new Uint8Array() } }]);
  }),
  fc.tuple(fc.uint8Array({ maxLength: 3000 }), fc.boolean()).map(([request, isUnion]): Deed => (vault, n) => {
    const over = { id: `pending-${n}`, request: request.slice() };
    return vault.keepPending(isUnion ? unionPending(over) : pending(over));
  }),
  fc.constant<Deed>(async (vault, n) => {
    for (const { id } of await vault.tokens()) await vault.spend(id, 1000 * n, useAt(NOON + n, 'filled', { roles: ['serial', 'current'], host: 'ib.example:8443', screen: null }));
  }),
  fc.constant<Deed>(async (vault) => {
    for (const { id } of (await vault.pendings()).slice(0, 1)) await vault.dropPending(id);
  }),
  fc.constant<Deed>((vault, n, proof) => vault.addWay(proof, passkeyWay(vault, `passkey${n}`), new Uint8Array(32).fill(n))),
  fc.boolean().map((hidden): Deed => (vault) => vault.hideLossKit(hidden, ({ serial }) => (serial === '' ? null : loss({ serial })))),
);

function asWritten(one: Pending): Opened {
  const { flow, id, institutionCode, issuerOrigin, startedAt, request } = one;
  const parts = one.flow === 'sk' ? [one.requestId, one.enc, one.ct, one.z] : [one.th, one.prk];
  const words = { flow, id, institutionCode, issuerOrigin, startedAt, keyId: one.flow === 'sk' ? one.keyId : '' };
  return { store: 'pendings', words, secrets: [request, ...parts].map(hex) };
}

/** All that the program itself finds in there. */
async function insideOf(vault: Vault): Promise<Opened[]> {
  const tokens = await vault.lendAll((records) =>
    records.map(({ token: words, secrets: { otp, device } }): Opened => {
      return { store: 'tokens', words: JSON.parse(JSON.stringify(words)), secrets: [hex(otp), hex(device)] };
    }),
  );
  const pendings: Opened[] = [];
  for (const { id } of await vault.pendings()) pendings.push(await vault.lendPending(id, async (one) => asWritten(one)));
  return [...tokens, ...pendings];
}

const ordered = (opened: Opened[]): Opened[] => opened.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** By one of its ways, drawn anew each time. */
async function keyFor(vault: Vault, byPasskey: boolean): Promise<Key> {
  const passkey = (await vault.ways())?.passkeys.at(-1);
  const prf = /\d+$/.exec(passkey?.credentialId ?? '')?.[0];
  return byPasskey && prf ? { prf: hex(new Uint8Array(32).fill(Number(prf))) } : { passphrase: PASSPHRASE };
}

describe('the documented format', () => {
  it(`is that of every vault: ${VAULTS} of them, from either copy and by every way`, { timeout: 120_000 }, async () => {
    const how = { primary: 0, copy: 0, passphrase: 0, prf: 0, tokens: 0, pendings: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { maxLength: 12 }), fc.boolean(), fc.boolean(), async (done, byPasskey, fromCopy) => {
        const disk = emptyDisk();
        const on = { ...machine(), store: storeOn(disk), local: { ...areaOn(disk.local), held: disk.local } };
        const { vault, way, key } = await vaultOn(on);
        for (const [n, one] of done.entries()) await one(vault, n, slotKey(way, key));
        const inside = await insideOf(vault);
        const dump: Dump = JSON.parse(await vault.dump());
        if (fromCopy) dump.header = {};
        const by = await keyFor(vault, byPasskey);
        expect(ordered(await openDump(dump, by))).toEqual(ordered(inside));
        how[fromCopy ? 'copy' : 'primary']++;
        how['prf' in by ? 'prf' : 'passphrase']++;
        for (const { store } of inside) how[store === 'tokens' ? 'tokens' : 'pendings']++;
      }),
      { numRuns: VAULTS },
    );
    expect(how.primary + how.copy).toBe(VAULTS);
    expect(Math.min(how.primary, how.copy, how.passphrase, how.prf, how.tokens, how.pendings)).toBeGreaterThan(20);
  });

  it('is that of a vault with the parameters of today', async () => {
    const on = machine();
    const { vault } = await vaultOn(on, {});
    await enrolled(vault);
    expect(await openDump(await savedByHand(on), { passphrase: PASSPHRASE })).toEqual(await insideOf(vault));
  });

  it.each([
    ['few', weak],
    ['the then usual', usual],
  ])('tells how to open what schema 1 wrote with %s parameters', async (_, { database, passphrase, inside }) => {
    const opened = await openDump(asDump(database), { passphrase });
    const tokens = opened.filter(({ store }) => store === 'tokens');
    expect(new Map(tokens.map(({ words, secrets }) => [words['id'], secrets]))).toEqual(new Map(Object.entries(inside.secrets)));
    for (const { words } of tokens) expect(inside.tokens.find(({ id }) => id === words['id'])).toMatchObject(words);
    expect(opened.filter(({ store }) => store === 'pendings').map(({ words }) => words['id'])).toEqual(inside.pendings.map(({ id }) => id));
  });

  it('gives in the console what the recovery page saves', async () => {
    const on = machine();
    const { vault } = await vaultOn(on);
    await enrolled(vault);
    expect(await savedByHand(on)).toEqual(JSON.parse(await vault.dump()));
  });

  it('opens for no other passphrase and no other passkey', async () => {
    const on = machine();
    const { vault, way, key } = await vaultOn(on);
    await vault.addWay(slotKey(way, key), passkeyWay(vault), new Uint8Array(32).fill(1));
    for (const by of [{ passphrase: 'another' }, { prf: hex(new Uint8Array(32).fill(2)) }])
      await expect(openDump(await savedByHand(on), by)).rejects.toThrow('no slot opens');
  });

  it('opens no copy that was altered', async () => {
    const on = machine();
    const { vault } = await vaultOn(on);
    await enrolled(vault);
    const dump = { ...(await savedByHand(on)), copy: null };
    await expect(openDump({ ...dump, tokens: {} }, { passphrase: PASSPHRASE })).rejects.toThrow('missing or extra');
    const sealed = `A${dump.tokens['token-1']?.sealed.slice(1)}`;
    await expect(openDump({ ...dump, tokens: { 'token-1': { seq: 1, sealed } } }, { passphrase: PASSPHRASE })).rejects.toThrow('altered');
    const { body = '', mac = '' } = dump.header.header ?? {};
    const other = Buffer.from(body, 'base64url').toString().replace('0120', '0990');
    const header = { header: { body: Buffer.from(other).toString('base64url'), mac } };
    await expect(openDump({ ...dump, header }, { passphrase: PASSPHRASE })).rejects.toThrow('the header was altered');
  });

  it('tells how to open an export file', async () => {
    const way = { salt: 'AAECAwQFBgcICQoLDA0ODw', memory: 8192, passes: 1, lanes: 1 };
    const names = { issuer: 'あおば', account: 'hanako@example.jp' };
    const found = [null, 41].map((counter): FoundToken => ({ ...names, secret: random(20), algorithm: 'SHA-256', digits: 6, period: 30, counter }));
    const file = await sealFile(found, way, await stretch(PASSPHRASE, way), random);
    expect(await openExport(JSON.parse(file), PASSPHRASE)).toEqual(found.map(otpauthOf));
    await expect(openExport(JSON.parse(file), 'another')).rejects.toThrow();
    await expect(openExport({ ...JSON.parse(file), passes: 2 }, PASSPHRASE)).rejects.toThrow();
  });
});

const asDump = ({ header, tokens, pendings }: Written['database']): Dump => JSON.parse(JSON.stringify({ header, tokens, pendings }));

async function run(file: string, said: string, ...more: string[]): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-'));
  try {
    const path = join(folder, 'vault.json');
    writeFileSync(path, file);
    const child = spawn(process.execPath, [tool, path, ...more], { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.end(`${said}\n`);
    return JSON.parse(await text(child.stdout));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the tool that the page names', () => {
  it('opens a saved vault from the command line, by passphrase and by passkey, and an export file', async () => {
    const on = machine();
    const { vault, way, key } = await vaultOn(on);
    await enrolled(vault, { createdAt: NOON });
    await vault.addWay(slotKey(way, key), passkeyWay(vault), new Uint8Array(32).fill(9));
    const dump = await vault.dump();
    expect(await run(dump, PASSPHRASE)).toMatchObject([{ store: 'tokens', words: { serial: 'SKTS00012345' } }]);
    expect(await run(dump, '09'.repeat(32), '--prf')).toMatchObject([{ store: 'tokens', words: { serial: 'SKTS00012345' } }]);
    const plain = { salt: way.salt, memory: way.memory, passes: way.passes, lanes: way.lanes };
    expect(await run(await sealFile([], plain, key, random), PASSPHRASE)).toEqual([]);
  });

  it('has fewer than 100 lines and shares nothing with the program', () => {
    const source = readFileSync(tool, 'utf8');
    expect(source.split('\n').length).toBeLessThan(100);
    expect(source).not.toMatch(/from '\.{1,2}\//);
  });
});
