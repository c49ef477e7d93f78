/** A browser's surroundings for the vault, in memory; the database is `fake-indexeddb`, the ciphers are real. */
// oxlint-disable-next-line import/no-unassigned-import -- it puts IndexedDB where a browser has it
import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { toBase64url } from '../../../lib/bytes.ts';
import { stepNow } from '../../../lib/clock.ts';
import { codesIn } from '../../../lib/codes.ts';
import type { LossEntry } from '../../../lib/messages/health.ts';
import type { CodeLook } from '../../../lib/messages/looks.ts';
import type { NewWay, SlotKey, WayIn } from '../../../lib/messages/ways.ts';
import { type Reason, Refusal } from '../../../lib/refusal.ts';
import type { LocalWords, Token } from '../../../lib/token.ts';
import type { Area, Means } from '../../../lib/vault/means.ts';
import type { Secrets, ShinkinPending, UnionPending } from '../../../lib/vault/pending.ts';
import { openStore } from '../../../lib/vault/store.ts';
import type { TokenRecord } from '../../../lib/vault/token-record.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';

export const NOON = Date.UTC(2026, 3, 1, 3);

export const random = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));

/** Keeps JSON only, as Chromium's areas do: a Uint8Array does not come back as one. */
export function memoryArea(): Area & { held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    get: async (key) => {
      const value = held.get(key);
      return value === undefined ? {} : { [key]: JSON.parse(value) };
    },
    set: async (items) => Object.entries(items).forEach(([key, value]) => held.set(key, JSON.stringify(value))),
    remove: async (key) => void held.delete(key),
  };
}

/** One PC: its disk, its session and its clock, over which any number of vaults may be opened. */
export interface Machine extends Means {
  name: string;
  clock: { now: number };
  session: ReturnType<typeof memoryArea>;
  local: ReturnType<typeof memoryArea>;
}

let machines = 0;

export function machine(over: Partial<Means> = {}): Machine {
  const name = `kagifuda-${++machines}`;
  const clock = { now: NOON };
  return {
    store: openStore(name),
    now: () => clock.now,
    random,
    locks: { request: (lock, work) => navigator.locks.request(`${name} ${lock}`, work) },
    autoLockMinutes: async () => 10,
    stepNow: (one) => stepNow(one, clock.now),
    ...over,
    name,
    clock,
    session: memoryArea(),
    local: memoryArea(),
  };
}

export const STRETCHED = new Uint8Array(32).fill(7);

export interface Opened {
  on: Machine;
  vault: Vault;
  wayIn: WayIn;
}

/** A fresh draft, as the first run would use it. */
export function passphraseWay(vault: Vault): NewWay & { kind: 'passphrase' } {
  return { kind: 'passphrase', ...vault.draft().passphrase };
}

/** A fresh draft of a passkey's slot; `credential` stands for the authenticator's. */
export function passkeyWay(vault: Vault, credential = 'Y3JlZGVudGlhbA'): NewWay & { kind: 'passkey' } {
  return { kind: 'passkey', credentialId: credential, ...vault.draft().passkey };
}

/** What opens a slot, as it crosses the wall. */
export function slotKey({ slotId }: Pick<WayIn, 'slotId'>, key: Uint8Array = STRETCHED): SlotKey {
  return { slotId, key: toBase64url(key) };
}

export async function madeVault(over: Partial<Means> = {}): Promise<Opened> {
  const on = machine(over);
  const vault = openVault(on);
  const way = passphraseWay(vault);
  await vault.make(way, STRETCHED);
  return { on, vault, wayIn: way };
}

export function token(over: Partial<Token> = {}): Token {
  return {
    id: 'token-1',
    institutionCode: '1188',
    issuerOrigin: 'https://issuer.example',
    serial: 'SKTS00012345',
    profile: { algorithm: 'SHA-1', digits: 6, period: 30, T0: 0, name: 'shinkin', generation: 1 },
    state: 'UNBOUND',
    createdAt: NOON,
    startBy: NOON + 30 * 86_400_000,
    receipt: null,
    acknowledged: false,
    clock: null,
    spentStep: -1,
    copiedStep: -1,
    givenSteps: [],
    suffix: '',
    introduced: true,
    exchanging: false,
    endsAt: null,
    removedAt: null,
    acceptedOffset: null,
    uses: [],
    place: null,
    local: null,
    ...over,
  };
}

/** Another for each id: the vault takes no secret twice. */
const seedOf = (id: string): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: 10 }, (_, at) => id.charCodeAt(id.length - 1 - (at % id.length)));

/** An imported token; TOTP unless it has a counter. */
export function localRecord(id: string, words: Partial<LocalWords> = {}, otp: Uint8Array = seedOf(id)): TokenRecord {
  const names = { institutionCode: '', issuerOrigin: '', serial: '', startBy: 0, acknowledged: true };
  const local = { issuer: 'Example', account: 'alice@example.jp', counter: null, site: null, ...words };
  return { token: token({ id, ...names, state: 'LOCAL', local }), secrets: { otp, device: new Uint8Array() } };
}

export function secrets(fill = 0x11): Secrets {
  return { otp: new Uint8Array(20).fill(fill), device: new Uint8Array(32).fill(fill + 1) };
}

export function pending(over: Partial<ShinkinPending> = {}): ShinkinPending {
  return {
    flow: 'sk',
    id: 'token-1',
    institutionCode: '1188',
    issuerOrigin: 'https://issuer.example',
    startedAt: NOON,
    request: new TextEncoder().encode('{"v":1}'),
    requestId: new Uint8Array(16).fill(1),
    keyId: 'k1',
    enc: new Uint8Array(32).fill(2),
    ct: new Uint8Array(80).fill(3),
    z: new Uint8Array(32).fill(4),
    ...over,
  };
}

export function unionPending(over: Partial<UnionPending> = {}): UnionPending {
  return {
    flow: 'cu',
    id: 'token-2',
    institutionCode: '2143',
    issuerOrigin: 'https://issuer.example',
    startedAt: NOON,
    request: new TextEncoder().encode('{"v":1,"sid":"…"}'),
    th: new Uint8Array(64).fill(5),
    prk: new Uint8Array(64).fill(6),
    ...over,
  };
}

export function loss(over: Partial<LossEntry> = {}): LossEntry {
  return {
    institution: 'あぶくま信用金庫',
    serial: 'SKTS00012345',
    telephone: '0120-000-000',
    hours: '平日 9:00〜17:00',
    ...over,
  };
}

/** A token straight into the vault, by the road that every token takes. */
export async function enrolled(vault: Vault, over: Partial<Token> = {}, fill = 0x11): Promise<Token> {
  const one = token(over);
  await vault.keepPending(pending({ id: one.id }));
  return await vault.commit(one.id, one, secrets(fill), loss({ serial: one.serial }));
}

/** What our pages show of its code; null when it gives none now. */
export async function lookAtCode(vault: Vault, one: Token, now: number): Promise<CodeLook | null> {
  return await vault.lendAll((records) => codesIn(records, [one], now).get(one.id) ?? null);
}

/** What the customer deleted, of an open vault. */
export async function removedIn(vault: Vault): Promise<Token[]> {
  const view = await vault.view(() => null);
  if (view.face !== 'open') throw new Error(`the vault is ${view.face}`);
  return view.removed;
}

/** The reason of the refusal; a failure of any other kind is a bug and thrown on. */
export async function reasonOf(work: Promise<unknown>): Promise<Reason | 'none'> {
  try {
    await work;
    return 'none';
  } catch (failure) {
    if (failure instanceof Refusal) return failure.reason;
    throw failure;
  }
}
