/** The texts of an import → what they hold, compared with the vault; and the tokens that are made of it. */
import { toBase64url } from '../../lib/bytes.ts';
import type { FoundLook, ImportLook, ImportSource } from '../../lib/messages/imports.ts';
import { newToken } from '../../lib/token.ts';
import { MOST_ENTRIES } from '../../lib/transfer/problems.ts';
import { type Batch, type Entry, fingerprint, type FoundToken, wipeEntries } from '../../lib/transfer/found.ts';
import { readSource } from '../../lib/transfer/read.ts';
import { openFile } from '../../lib/transfer/sealed-file.ts';
import type { TokenRecord } from '../../lib/vault/token-record.ts';
import { withKey } from './with-key.ts';

export interface Found {
  entries: Entry[];
  sources: ImportLook['sources'];
  missing: number;
}

type Part = { look: ImportLook['sources'][number]; entries: Entry[]; batch: Batch | null };

const nothing = (look: Part['look']): Part => ({ look, entries: [], batch: null });

async function opened(text: string, stretched: string): Promise<Part> {
  const entries = await withKey(stretched, (key) => openFile(text, key));
  if (!Array.isArray(entries)) return nothing({ kind: 'problem', problem: entries.problem });
  return { look: { kind: 'read', count: entries.length }, entries, batch: null };
}

async function readOne({ text, stretched }: ImportSource): Promise<Part> {
  const source = readSource(text);
  if (source.kind === 'problem') return nothing(source);
  if (source.kind === 'entries')
    return { look: { kind: 'read', count: source.entries.length }, entries: source.entries, batch: source.batch };
  return stretched === null ? nothing({ kind: 'sealed', stretching: source.way }) : await opened(text, stretched);
}

/** Parts of a migration in several codes that were announced by those that are here. */
function missingParts(batches: Batch[]): number {
  const announced = new Map(batches.map(({ id, size }) => [id, size]));
  return [...announced].reduce((sum, [id, size]) => {
    const here = new Set(batches.filter((one) => one.id === id).map(({ index }) => index));
    return sum + Math.max(0, size - here.size);
  }, 0);
}

/** The caller wipes the entries (`wipeEntries`). */
export async function readSources(sources: readonly ImportSource[]): Promise<Found> {
  const parts: Part[] = [];
  for (const source of sources) {
    const part = await readOne(source);
    const sum = parts.reduce((count, { entries }) => count + entries.length, part.entries.length);
    if (sum > MOST_ENTRIES) wipeEntries(part.entries);
    parts.push(sum > MOST_ENTRIES ? nothing({ kind: 'problem', problem: 'too-many' }) : part);
  }
  return {
    entries: parts.flatMap(({ entries }) => entries),
    sources: parts.map(({ look }) => look),
    missing: missingParts(parts.flatMap(({ batch }) => (batch ? [batch] : []))),
  };
}

/** As the vault's own tokens would stand in a source. */
export function asFound({ token, secrets }: TokenRecord): FoundToken | null {
  const { local, profile } = token;
  if (!local) return null;
  const { algorithm, digits, period } = profile;
  const { issuer, account, counter } = local;
  return { issuer, account, counter, secret: secrets.otp, algorithm, digits, period };
}

/** A deleted token lies in the vault until its day is over, and is shown on no card. */
function knownIn(kept: readonly TokenRecord[]): Map<string, 'kept' | 'removed'> {
  const known = new Map<string, 'kept' | 'removed'>();
  for (const record of kept) {
    const one = asFound(record);
    if (one) known.set(fingerprint(one), record.token.removedAt === null ? 'kept' : 'removed');
  }
  return known;
}

/** Synchronous: the vault's secrets are only lent. */
export function lookAtFound(entries: readonly Entry[], kept: readonly TokenRecord[]): FoundLook[] {
  const known = knownIn(kept);
  const before = new Set<string>();
  return entries.map((entry, index): FoundLook => {
    if (!entry.ok) return { index, issuer: entry.label, account: '', token: null, state: 'unreadable', problem: entry.problem };
    const { issuer, account, algorithm, digits, period, counter } = entry.token;
    const name = fingerprint(entry.token);
    const state = known.get(name) ?? (before.has(name) ? 'twice' : 'new');
    before.add(name);
    return { index, issuer, account, token: { counts: counter !== null, algorithm, digits, period }, state, problem: null };
  });
}

/** A LOCAL token of what was found; its secret is the entry's own bytes. */
export function recordOf(found: FoundToken, now: number, random: (length: number) => Uint8Array): TokenRecord {
  const { issuer, account, secret, algorithm, digits, period, counter } = found;
  const token = newToken({
    id: toBase64url(random(16)),
    institutionCode: '',
    issuerOrigin: '',
    serial: '',
    profile: { algorithm, digits, period, T0: 0, name: '', generation: 0 },
    state: 'LOCAL',
    createdAt: now,
    startBy: 0,
    acknowledged: true,
    introduced: true,
    endsAt: null,
    local: { issuer, account, counter, site: null },
  });
  return { token, secrets: { otp: secret, device: new Uint8Array() } };
}
