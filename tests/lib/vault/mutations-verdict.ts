/** What must be so after a mutation: what a customer meets who then opens the popup, looks, and types the right passphrase. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { stepNow } from '../../../lib/clock.ts';
import type { SlotKey, WayIn, Ways } from '../../../lib/messages/ways.ts';
import { type Reason, Refusal } from '../../../lib/refusal.ts';
import type { Token } from '../../../lib/token.ts';
import { parseHeader } from '../../../lib/vault/header.ts';
import { readStoredHeader, type StoredHeader, unlessDamaged } from '../../../lib/vault/stored.ts';
import { areAlike, COPY, type Disk, imageOf, sameDisk, type SideName } from './mutations-disk.ts';
import { type Content, contentOf, type Desk, passkeyAnswer, PASSPHRASE, stretched, type World } from './mutations-world.ts';

export type Way = 'passphrase' | 'passkey';

const KIB = 1024;
/** docs/vault-format.md: what a program may be asked to compute by what lies on a disk. */
function expectBounded({ memory, passes, lanes }: WayIn): void {
  const fits = memory >= 8 * KIB && memory <= 256 * KIB && passes >= 1 && passes <= 10 && lanes >= 1 && lanes <= 4 && memory * passes <= KIB * KIB;
  if (!fits) throw new Error(`more work than the bounds allow: ${memory} KiB, ${passes} passes, ${lanes} lanes`);
}

async function reasonOf(work: Promise<unknown>): Promise<Reason | 'none'> {
  return await work.then(() => 'none', (failure: unknown) => {
    if (failure instanceof Refusal) return failure.reason;
    throw failure;
  });
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function keysOf(ways: Ways, by: Way): SlotKey[] {
  if (by === 'passphrase') return ways.passphrases.map((way) => ({ slotId: way.slotId, key: base64url(stretched(PASSPHRASE, way)) }));
  return ways.passkeys.flatMap((way) => {
    const answer = passkeyAnswer(way);
    return answer ? [{ slotId: way.slotId, key: base64url(answer) }] : [];
  });
}

/** As the unlock form does: one slot after the other, on to the next only after 'wrong-passphrase'. */
export async function openAsCustomer({ vault }: Desk, by: Way): Promise<Reason | 'none'> {
  const ways = await vault.ways();
  ways?.passphrases.forEach(expectBounded);
  let reason: Reason | 'none' = 'wrong-passphrase';
  for (const { slotId, key } of ways ? keysOf(ways, by) : []) {
    reason = await reasonOf(vault.unlock(slotId, new Uint8Array(Buffer.from(key, 'base64url'))));
    if (reason !== 'wrong-passphrase') return reason;
  }
  return reason;
}

/** The token without what a restore may count as given. */
const unspent = ({ spentStep: _step, givenSteps: _given, local, ...token }: Token): object => ({ ...token, local: local && { ...local, counter: null } });

/** As in `truth`; or, with all that could have been given counted as given. */
function isSpentFrom(truth: Token, now: number) {
  return (token: Token): boolean => {
    const counter = truth.local?.counter ?? null;
    const counted = counter === null || (token.local?.counter ?? 0) > counter;
    const remembered = truth.givenSteps.every((step) => token.givenSteps.includes(step));
    return isDeepStrictEqual(unspent(token), unspent(truth)) && counted && remembered && token.spentStep >= stepNow(truth, now) + 1;
  };
}

/** Exactly what was there, or the same with the present and the next step of each token spent. */
function expectSame(content: Content, truth: Content, spent: boolean, now: number): void {
  const { tokens, ...rest } = content;
  expect(rest).toEqual({ pendings: truth.pendings, loss: truth.loss, ways: truth.ways });
  expect(tokens.map(({ secrets }) => secrets)).toEqual(truth.tokens.map(({ secrets }) => secrets));
  if (!spent) return expect(tokens).toEqual(truth.tokens);
  truth.tokens.forEach((one, index) => {
    const { token } = tokens[index] ?? expect.unreachable();
    if (!isSpentFrom(one.token, now)(token)) expect(token).toEqual(one.token);
  });
}

/** One side was changed, and in one place: nothing is lost, both are one again, and the customer is told. */
export async function expectMended(world: World, disk: Disk, desk: Desk, by: Way, expected: { side: SideName | null; behind: boolean }): Promise<void> {
  const { vault, clock } = desk;
  const headerStands = isDeepStrictEqual(disk.rows.header, world.now.rows.header);
  expect(await vault.state()).toBe('locked');
  expect(await openAsCustomer(desk, by)).toBe('none');
  expect(await vault.state()).toBe('open');
  const { mended, copy, generation } = await vault.health();
  const [note] = mended;
  expect(mended.map(({ what }) => what)).toEqual(expected.side ? [expected.side] : []);
  expect(note?.spent ?? false).toBe(expected.side === 'primary' && !headerStands);
  const view = await vault.view(() => null);
  expect(view.face === 'open' && view.mended).toEqual(expected.side === null || (expected.behind && expected.side === 'copy') ? null : note);
  expectSame(await contentOf(vault), world.truth, note?.spent ?? false, clock.now);
  expect([copy.state, copy.generation]).toEqual(['same', generation]);
  if (expected.side) expect(areAlike(disk)).toBe(true);
}

/** What a later version wrote is neither read nor written over. */
export async function expectLeftAlone(disk: Disk, desk: Desk, world: World): Promise<void> {
  const before = sameDisk(disk);
  const { slotId, key } = ourKey(world);
  const { vault } = desk;
  const asked = [vault.state(), vault.ways(), vault.unlock(slotId, Buffer.from(key, 'base64url')), vault.salvage({ slotId, key }), vault.setAside()];
  expect(new Set(await Promise.all(asked.map(reasonOf)))).toEqual(new Set(['store-newer']));
  expect(isDeepStrictEqual(disk, before)).toBe(true);
}

/** By the slot that is really ours, whatever is offered. */
function ourKey({ now }: World): SlotKey {
  const { slots }: { slots: (WayIn & { kind: string; id: string })[] } = JSON.parse(new TextDecoder().decode(imageOf(now).header?.body));
  const slot = slots.find(({ kind }) => kind === 'passphrase') ?? expect.unreachable();
  return { slotId: slot.id, key: Buffer.from(stretched(PASSPHRASE, slot)).toString('base64url') };
}

/** Each token as it was at some moment of ours, none of them with a secret that was never its own. */
function expectOurs({ tokens, pendings }: Content, world: World, now: number): void {
  const versions = world.history.flatMap(({ content }) => content.tokens);
  for (const { token, secrets } of tokens) {
    const known = versions.filter((one) => one.token.id === token.id && one.secrets === secrets);
    expect(known.some((one) => isDeepStrictEqual(one.token, token) || isSpentFrom(one.token, now)(token))).toBe(true);
  }
  const known = new Set(world.history.flatMap(({ content }) => content.pendings));
  expect(pendings.every((one) => known.has(one))).toBe(true);
}

/** The newest header is there, unharmed, on one side or the other. */
export const isProven = ({ now }: World, disk: Disk): boolean => headersOn(disk).includes(textOf(imageOf(now)));

/** Nothing is left of the newest state's header: nobody can know that there was one. Only what is of that vault may come of it. */
export async function expectNothingForeign(world: World, desk: Desk, by: Way): Promise<string> {
  const reason = (await desk.vault.state()) === 'locked' ? await openAsCustomer(desk, by) : 'vault-damaged';
  if (reason === 'none') expectOurs(await contentOf(desk.vault), world, desk.clock.now);
  return 'put back to an earlier moment';
}

/** Both sides were changed. Gives what came of it. */
export async function expectHonest(world: World, disk: Disk, desk: Desk, by: Way, forged: boolean): Promise<string> {
  const { vault, clock } = desk;
  const before = sameDisk(disk);
  const face = await vault.state();
  expect(['locked', 'damaged']).toContain(face);
  const { slotId, key } = ourKey(world);
  const reason = face === 'locked' ? await openAsCustomer(desk, by) : await reasonOf(vault.unlock(slotId, Buffer.from(key, 'base64url')));
  if (reason === 'none') return await expectOpened(world, disk, desk, isProven(world, before));
  expect(forged ? ['vault-damaged', 'vault-missing', 'wrong-passphrase'] : ['vault-damaged', 'vault-missing']).toContain(reason);
  expect(isDeepStrictEqual(disk, before)).toBe(true);
  expect(await vault.state()).toBe(reason === 'wrong-passphrase' ? 'locked' : 'damaged');
  expect(await reasonOf(vault.tokens())).toBe('locked');
  expect(await reasonOf(vault.make({ kind: 'passphrase', ...vault.draft().passphrase }, new Uint8Array(32)))).not.toBe('none');
  expect(isDeepStrictEqual(disk, before)).toBe(true);
  clock.now += 3_600_000;
  return `${reason}, ${await salvaged(world, disk, desk)}`;
}

async function expectOpened(world: World, disk: Disk, { vault, clock }: Desk, proven: boolean): Promise<string> {
  const content = await contentOf(vault);
  const { mended } = await vault.health();
  const isWhole = isDeepStrictEqual(content.tokens.map(({ secrets }) => secrets), world.truth.tokens.map(({ secrets }) => secrets));
  expectOurs(content, world, clock.now);
  expect(content.tokens.length).toBeGreaterThan(0);
  expect(areAlike(disk)).toBe(true);
  expect(mended.length).toBeGreaterThan(0);
  // A later state than this is proven, so codes of it may have been given.
  if (proven && !isDeepStrictEqual(content.tokens, world.truth.tokens)) expect(mended.some(({ spent }) => spent)).toBe(true);
  return isWhole ? 'opened whole' : 'opened as it was before';
}

const textOf = ({ header }: { header: StoredHeader | null }): string => new TextDecoder().decode(header?.body);

const fieldOf = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
const bytesOf = (text: unknown): Uint8Array<ArrayBuffer> | null => (typeof text === 'string' ? new Uint8Array(Buffer.from(text, 'base64url')) : null);

/** The text of each header that can be read, whoever made it. */
function headersOn(disk: Disk): string[] {
  const copied: unknown = fieldOf(JSON.parse(disk.local.get(COPY) ?? 'null'), 'header');
  const copy = Object.fromEntries(Object.entries(Object(copied)).map(([key, value]) => [key, bytesOf(value)]));
  const primary = disk.rows.header.find(([key]) => key === 'header')?.[1];
  const stored = [primary, copy].map((one) => unlessDamaged(() => readStoredHeader(one)));
  return stored.flatMap((header) => (header && unlessDamaged(() => parseHeader(header)) ? [textOf({ header })] : []));
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** As it stands in the copy. */
function rowText([id, value]: [unknown, unknown]): string {
  const sealed = fieldOf(value, 'sealed');
  const row = { id, ...Object(value), sealed: sealed instanceof Uint8Array ? base64url(sealed) : null };
  return JSON.stringify(row, (_key, one) => (typeof one === 'bigint' ? null : one));
}

/** Tokens whose newest record lies there unharmed and in its place, wherever. */
function unharmed({ now }: World, { rows, local }: Disk): string[] {
  const ours = new Map(now.rows.tokens.map((row) => [rowText(row), row[0]]));
  const primary = rows.tokens.flatMap((row) => (isDeepStrictEqual(Object.keys(Object(row[1])), ['seq', 'sealed']) ? [rowText(row)] : []));
  const copied = listOf(fieldOf(JSON.parse(local.get(COPY) ?? 'null'), 'tokens')).map((row) => JSON.stringify(row));
  return [...new Set([...primary, ...copied])].flatMap((text) => ours.get(text) ?? []).map(String);
}

/** What was kept in the browser before something was written over it, newest first. */
export function asideOn({ local }: Disk): unknown[] {
  const kept: { dump: string }[] = JSON.parse(local.get('vaultAside') ?? '[]');
  return kept.map(({ dump }): unknown => JSON.parse(dump));
}

/** What can still be read becomes the vault again, and all that lay there is kept beside it. */
async function salvaged(world: World, disk: Disk, { vault, clock }: Desk): Promise<string> {
  const left = unharmed(world, disk);
  const dump = await vault.dump();
  const { ways } = await vault.damage();
  ways?.passphrases.forEach(expectBounded);
  for (const slotKey of ways ? keysOf(ways, 'passphrase') : []) {
    clock.now += 60_000;
    const reason = await reasonOf(vault.salvage(slotKey));
    if (reason === 'wrong-passphrase' || reason === 'vault-damaged') continue;
    expect(reason).toBe('none');
    const content = await contentOf(vault);
    expectOurs(content, world, clock.now);
    expect(content.tokens.map(({ token }) => token.id)).toEqual(expect.arrayContaining(left));
    expect(areAlike(disk)).toBe(true);
    expect({ ...Object(asideOn(disk)[0]), aside: [] }).toEqual(JSON.parse(dump));
    return 'salvaged';
  }
  // Without our slot as it was nobody can.
  const { vaultId, slots } = JSON.parse(textOf(imageOf(world.now)));
  const parts = [`"vaultId":"${vaultId}"`, JSON.stringify(slots.find(({ kind }: { kind: string }) => kind === 'passphrase'))];
  const isThere = headersOn(disk).some((text) => parts.every((part) => text.includes(part)));
  expect(isThere && left.length > 0).toBe(false);
  return 'nothing to salvage it by';
}
