/** The vault that is changed, all its earlier states, what it holds in truth, and two vaults of somebody else's. */
import { createHash } from 'node:crypto';
import { stepNow } from '../../../lib/clock.ts';
import type { LossEntry } from '../../../lib/messages/health.ts';
import type { NewWay, PasskeyWay } from '../../../lib/messages/ways.ts';
import type { Stretching } from '../../../lib/stretching.ts';
import type { Token } from '../../../lib/token.ts';
import type { Means } from '../../../lib/vault/means.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { loss, NOON, pending, secrets, token, unionPending } from './builders.ts';
import { areaOn, type Disk, emptyDisk, sameDisk, storeOn } from './mutations-disk.ts';
import { type Chance, chanceOf } from '../chance.ts';

/** What is in the vault, secrets in base64url. */
export interface Content {
  tokens: { token: Token; secrets: string }[];
  pendings: string[];
  loss: LossEntry[];
  ways: number;
}

export interface World {
  /** Each state that both sides were in, oldest first, and what it held. */
  history: { disk: Disk; content: Content }[];
  now: Disk;
  truth: Content;
  /** Another's vault: whole, and under another or under the very same passphrase. */
  foreign: { other: Disk; same: Disk };
}

export interface Desk {
  vault: Vault;
  clock: { now: number };
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const OLD_PASSPHRASE = 'the words of last year';
export const PASSPHRASE = 'the right words';

/** In the place of Argon2id: as Argon2id another key for each other parameter, but at once. */
export function stretched(passphrase: string, { salt, memory, passes, lanes }: Stretching): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(JSON.stringify([passphrase, salt, memory, passes, lanes])).digest());
}

/** The PRF of the one passkey that there is; another credential answers nothing. */
export function passkeyAnswer({ credentialId, salt }: Pick<PasskeyWay, 'credentialId' | 'salt'>): Uint8Array<ArrayBuffer> | null {
  if (credentialId !== CREDENTIAL) return null;
  return new Uint8Array(createHash('sha256').update(`our passkey ${salt}`).digest());
}

const CREDENTIAL = base64url(new Uint8Array(20).fill(9));

/** One browser's start over this disk; what it holds in memory is its own. */
export function deskOn(disk: Disk, chance: Chance, over: Partial<Means> = {}): Desk {
  const clock = { now: NOON + 3_600_000 };
  const means: Means = {
    store: storeOn(disk),
    session: areaOn(new Map()),
    local: areaOn(disk.local),
    now: () => clock.now,
    random: (length) => chance.bytes(length),
    locks: { request: async (_name, work) => await work() },
    autoLockMinutes: async () => 10,
    stepNow: (one) => stepNow(one, clock.now),
    ...over,
  };
  return { vault: openVault(means), clock };
}

const plain = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? base64url(value) : value);

export async function contentOf(vault: Vault): Promise<Content> {
  const tokens = await vault.lendAll((records) =>
    records.map((one) => ({ token: one.token, secrets: `${base64url(one.secrets.otp)} ${base64url(one.secrets.device)}` })),
  );
  const pendings: string[] = [];
  for (const { id } of await vault.pendings()) pendings.push(await vault.lendPending(id, async (one) => JSON.stringify(one, plain)));
  return { tokens, pendings, loss: (await vault.lossKit()).lines, ways: (await vault.listWays()).length };
}

function passphraseWay(vault: Vault): NewWay & { kind: 'passphrase' } {
  return { kind: 'passphrase', ...vault.draft().passphrase };
}

const HOTP: Partial<Token> = {
  id: 'counted-3',
  institutionCode: '',
  issuerOrigin: '',
  serial: '',
  state: 'LOCAL',
  local: { issuer: 'あおば', account: 'hanako', counter: 41, site: 'https://aoba.example' },
};

async function enrol(vault: Vault, over: Partial<Token>, fill: number): Promise<void> {
  const one = token(over);
  await vault.keepPending(pending({ id: one.id }));
  await vault.commit(one.id, one, secrets(fill), loss({ serial: one.serial }));
}

/** Written as customers do: two banks, one imported token, a changed passphrase, two enrolments under way. */
export async function newWorld(seed = 'the world'): Promise<World> {
  const chance = chanceOf(seed);
  const disk = emptyDisk();
  const { vault } = deskOn(disk, chance);
  const history: World['history'] = [];
  const note = async (work: Promise<unknown>): Promise<void> => {
    await work;
    history.push({ disk: sameDisk(disk), content: await contentOf(vault) });
  };
  const first = passphraseWay(vault);
  const proof = { slotId: first.slotId, key: base64url(stretched(OLD_PASSPHRASE, first)) };
  await note(vault.make(first, stretched(OLD_PASSPHRASE, first)));
  await note(enrol(vault, { id: 'shinkin-1', state: 'ACTIVE' }, 0x11));
  await note(enrol(vault, { id: 'union-2', serial: 'KUTB00000002', institutionCode: '2143', createdAt: NOON + 1 }, 0x33));
  const passkey: NewWay = { kind: 'passkey', credentialId: CREDENTIAL, ...vault.draft().passkey };
  await note(vault.addWay(proof, passkey, passkeyAnswer(passkey) ?? new Uint8Array()));
  await note(vault.spend('shinkin-1', 58_000_000));
  await note(vault.addLocals([{ token: token({ ...HOTP, createdAt: NOON + 2 }), secrets: { otp: new Uint8Array(10).fill(5), device: new Uint8Array() } }]));
  await note(vault.keepPending(pending({ id: 'pending-4' })));
  const second = passphraseWay(vault);
  await note(vault.replaceWay(proof, proof.slotId, second, stretched(PASSPHRASE, second)));
  await note(vault.change('union-2', (one) => ({ ...one, suffix: '本店' })));
  await note(vault.keepPending(unionPending({ id: 'pending-5', startedAt: NOON + 1 })));
  await note(vault.spend('union-2', 58_000_001));
  const last = history.at(-1);
  if (!last) throw new Error('no vault was made');
  const foreign = { other: await foreignVault(chance, 'other words'), same: await foreignVault(chance, PASSPHRASE) };
  return { history, now: last.disk, truth: last.content, foreign };
}

async function foreignVault(chance: Chance, passphrase: string): Promise<Disk> {
  const disk = emptyDisk();
  const { vault } = deskOn(disk, chance);
  const way = passphraseWay(vault);
  await vault.make(way, stretched(passphrase, way));
  // Ids as in ours, and more writes: nothing but the keys tells them apart.
  await enrol(vault, { id: 'shinkin-1' }, 0x71);
  await enrol(vault, { id: 'union-2', serial: 'SKTS99999999' }, 0x73);
  for (let step = 1; step < 20; step++) await vault.spend('shinkin-1', step);
  return disk;
}
