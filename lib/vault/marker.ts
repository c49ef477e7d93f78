/** The mark outside the database that a vault was made: an empty store after that is damage, not a first run. */
import { integer, record } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import type { Means } from './means.ts';
import { idText } from './names.ts';
import type { Snapshot } from './store.ts';
import type { StoredHeader } from './stored.ts';

const KEY = 'vaultMade';

interface Marker {
  vaultId: string;
  /** Epoch milliseconds. */
  madeAt: number;
}

const readMarker = record<Marker>({ vaultId: idText, madeAt: integer(0) });

/** 'unreadable' still says that a vault was made. */
export async function findMarker(means: Means): Promise<Marker | 'unreadable' | undefined> {
  const { [KEY]: value } = await means.local.get(KEY);
  if (value === undefined) return undefined;
  try {
    return readMarker(value, 'marker');
  } catch {
    return 'unreadable';
  }
}

export async function setMarker(means: Means, vaultId: string): Promise<void> {
  const marker: Marker = { vaultId, madeAt: Math.floor(means.now()) };
  await means.local.set({ [KEY]: marker });
}

/** Why there is no header, or null when there is one. Records without a header are damage. */
export async function absence(
  means: Means,
  { header, records }: Snapshot,
): Promise<'no-vault' | 'vault-missing' | 'vault-damaged' | null> {
  if (header) return null;
  if (records.length > 0) return 'vault-damaged';
  return (await findMarker(means)) ? 'vault-missing' : 'no-vault';
}

/** The stored header; refuses with the reason of its absence. */
export async function expectHeader(means: Means, snapshot: Snapshot): Promise<StoredHeader> {
  if (snapshot.header) return snapshot.header;
  throw new Refusal((await absence(means, snapshot)) ?? 'vault-damaged');
}
