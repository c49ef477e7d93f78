/** The two copies of the vault as they lie there, and which states of it can be put together from them. */
import type { Mended } from '../messages/ways.ts';
import { isRefusal, Refusal } from '../refusal.ts';
import { digestOf, expectAccounted, type Header, type ManifestLine, parseHeader, SCHEMA, schemaOf } from './header.ts';
import type { Means } from './means.ts';
import { readSecondCopy } from './second-copy.ts';
import type { Snapshot } from './rows.ts';
import { type StoredHeader, type StoredRecord, unlessDamaged } from './stored.ts';

export interface Side {
  what: Mended['what'];
  /** As far as it shows without the key: sums and digests fit. `unreadable`: the browser itself can't read its own file. */
  state: 'whole' | 'damaged' | 'missing' | 'unreadable';
  stored: StoredHeader | null;
  header: Header | null;
  records: StoredRecord[];
}

export interface Sides {
  primary: Side;
  copy: Side;
}

/** A header and its records, from whichever side has each; not verified yet. */
export interface Candidate {
  header: Header;
  stored: StoredHeader;
  records: StoredRecord[];
  /** Lines of the manifest whose record neither side has. */
  missing: ManifestLine[];
}

function sideOf(what: Mended['what'], snapshot: Snapshot | null): Side {
  if (!snapshot || (!snapshot.header && snapshot.records.length + snapshot.unreadable === 0))
    return { what, state: 'missing', stored: null, header: null, records: [] };
  const { header: stored, records, unreadable } = snapshot;
  const header = (stored && unlessDamaged(() => parseHeader(stored))) ?? null;
  const whole = header && unreadable === 0 && unlessDamaged(() => (expectAccounted(header, records), true));
  return { what, state: whole ? 'whole' : 'damaged', stored, header, records };
}

/** An area that fails is no copy, and not an empty one either. */
const UNREADABLE: Snapshot = { header: null, records: [], unreadable: 1 };

/** Refuses 'store-…' and 'private-window'; a primary that can't be read is refused only when the copy is not whole. */
export async function readSides({ store, local }: Pick<Means, 'store' | 'local'>): Promise<Sides> {
  let snapshot: Snapshot;
  try {
    snapshot = await store.read();
  } catch (failure) {
    const { copy } = await copyAlone({ local });
    if (!isRefusal(failure, 'store-unavailable') || copy.state !== 'whole') throw failure;
    return { primary: { what: 'primary', state: 'unreadable', stored: null, header: null, records: [] }, copy };
  }
  const primary = sideOf('primary', snapshot);
  const copy = await readSecondCopy(local).catch((cause: unknown) => {
    // An area that fails is no copy. While the primary is whole none is needed; else nothing is known.
    if (primary.state !== 'whole') throw new Refusal('store-unavailable', { cause });
    return UNREADABLE;
  });
  return { primary, copy: sideOf('copy', copy) };
}

/** For what can be read from the copy while the browser opens no database. */
export async function copyAlone({ local }: Pick<Means, 'local'>): Promise<Sides> {
  const snapshot = await readSecondCopy(local).catch(() => UNREADABLE);
  return { primary: sideOf('primary', null), copy: sideOf('copy', snapshot) };
}

/** Refuses 'store-newer' for what a later version of the program wrote on either side: an older state is not put over it. */
export function expectOurs({ primary, copy }: Sides): void {
  const newer = [primary, copy].some(({ stored }) => stored !== null && (schemaOf(stored) ?? 0) > SCHEMA);
  if (newer) throw new Refusal('store-newer');
}

const nameOf = ({ store, id, seq }: StoredRecord | ManifestLine, digest: string): string => `${store} ${id} ${seq} ${digest}`;

/** The newest first, the primary before the copy. */
export function candidatesOf({ primary, copy }: Sides): Candidate[] {
  const records = new Map([...copy.records, ...primary.records].map((one) => [nameOf(one, digestOf(one.sealed)), one]));
  const candidates = [primary, copy].flatMap(({ stored, header }): Candidate[] => {
    if (!stored || !header) return [];
    const found = header.manifest.map((line) => records.get(nameOf(line, line.digest)));
    const missing = header.manifest.filter((_line, index) => !found[index]);
    return [{ header, stored, records: found.filter((one) => one !== undefined), missing }];
  });
  return candidates.toSorted((a, b) => b.header.generation - a.header.generation);
}

/** `stored` is null for a state that no header was signed for yet. */
interface Whole {
  header: Header;
  stored: StoredHeader | null;
  records: StoredRecord[];
}

/** The record as the older state has it; of a token that it has not, the enrolment that the token came from: it has its id. */
function recordBefore({ store, id }: ManifestLine, { header, records }: Candidate): { line: ManifestLine; record: StoredRecord } | undefined {
  const lineIn = (name: string): ManifestLine | undefined => header.manifest.find((one) => one.store === name && one.id === id);
  const line = lineIn(store) ?? lineIn('pendings');
  const record = line && records.find((one) => one.store === line.store && one.id === id);
  return line && record && { line, record };
}

/** All of the newest, and what it lacks as the older one has it. Undefined when not every gap can be filled: nothing is lost in silence. */
function filled({ header, missing, records }: Candidate, older: Candidate): Whole | undefined {
  const found = missing.map((line) => recordBefore(line, older)).filter((one) => one !== undefined);
  const lines = [...header.manifest.filter((line) => !missing.includes(line)), ...found.map(({ line }) => line)];
  const names = new Set(lines.map(({ store, id }) => `${store} ${id}`));
  if (found.length < missing.length || names.size < lines.length) return undefined;
  const loss = header.loss.filter(({ token }) => names.has(`tokens ${token}`));
  const next = { ...header, manifest: lines, loss, generation: header.generation + 1 };
  return { header: next, stored: null, records: [...records, ...found.map(({ record }) => record)] };
}

/** The newest state, whole; undefined when it can't be made so. Takes them newest first. */
export function wholeOf([newest, older]: Candidate[]): Whole | undefined {
  if (!newest || newest.missing.length === 0) return newest;
  return older && filled(newest, older);
}

/** Not a byte of either side is there. */
export function areMissing({ primary, copy }: Sides): boolean {
  return primary.state === 'missing' && copy.state === 'missing';
}
