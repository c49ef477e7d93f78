/** The mark beside both copies that a vault was made: nothing at all after that is damage, not a first run. */
import { integer, record } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import type { Means } from './means.ts';
import { idText } from './names.ts';
import { areMissing, type Sides } from './sides.ts';

export const MARK = 'vaultMade';

interface Marker {
  vaultId: string;
  /** Epoch milliseconds. */
  madeAt: number;
}

const readMarker = record<Marker>({ vaultId: idText, madeAt: integer(0) });

/** 'unreadable' still says that a vault was made. */
export async function findMarker({ local }: Means): Promise<Marker | 'unreadable' | undefined> {
  const { [MARK]: value } = await local.get(MARK);
  if (value === undefined) return undefined;
  try {
    return readMarker(value, 'marker');
  } catch {
    return 'unreadable';
  }
}

export async function setMarker(means: Means, vaultId: string): Promise<void> {
  const marker: Marker = { vaultId, madeAt: Math.floor(means.now()) };
  await means.local.set({ [MARK]: marker });
}

export async function dropMarker({ local }: Means): Promise<void> {
  await local.remove(MARK);
}

/**
 * Where another vault lies beside ours, put back from some old backup, the mark says which is ours: the same passphrase
 * may open both. All of them when it names none of them.
 */
export async function oursAmong<T extends { header: { vaultId: string } }>(means: Means, candidates: T[]): Promise<T[]> {
  const mark = await findMarker(means).catch(() => undefined);
  const ours = candidates.filter(({ header }) => typeof mark === 'object' && header.vaultId === mark.vaultId);
  return ours.length > 0 ? ours : candidates;
}

/** Refuses 'no-vault' where there never was one, 'vault-missing' where nothing is left of it. */
export async function expectSome(means: Means, sides: Sides): Promise<void> {
  if (areMissing(sides)) throw new Refusal((await findMarker(means)) ? 'vault-missing' : 'no-vault');
}
