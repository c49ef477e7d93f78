/** Both copies as they lie there: saved by the customer, or kept in the browser before something is written over them. */
import { toBase64url } from '../bytes.ts';
import { member } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import type { Means } from './means.ts';
import type { RawRows } from './rows.ts';
import { COPY_KEY } from './second-copy.ts';

const ASIDE_KEY = 'vaultAside';
/** So many are kept, the newest first. */
const MOST = 5;

/** A row of ours is three deep; a ring has no end. */
const DEEPEST = 5;

/** Bytes as base64url, whatever else as JSON can hold it: a row that is no row of ours must not keep the others from being saved. */
function plain(value: unknown, depth = 0): unknown {
  if (value instanceof Uint8Array) return toBase64url(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one, depth + 1)]));
}

/** Sealed as it is. */
async function rowsOf({ store, local }: Means): Promise<unknown> {
  // A database that can't be opened is no reason to keep the copy back.
  const { header, tokens, pendings } = await store.raw().catch((): RawRows => ({ header: [], tokens: [], pendings: [] }));
  const rows = { header: Object.fromEntries(header), tokens: Object.fromEntries(tokens), pendings: Object.fromEntries(pendings) };
  return plain({ ...rows, copy: (await local.get(COPY_KEY))[COPY_KEY] ?? null });
}

interface Aside {
  /** Epoch milliseconds. */
  at: number;
  /** JSON, as `dumpVault` makes it. */
  dump: string;
}

async function listAside({ local }: Means): Promise<Aside[]> {
  const { [ASIDE_KEY]: kept } = await local.get(ASIDE_KEY).catch((): Record<string, unknown> => ({}));
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    const [at, dump] = [member(one, 'at'), member(one, 'dump')];
    return typeof at === 'number' && typeof dump === 'string' ? [{ at, dump }] : [];
  });
}

/** JSON of both copies as they lie there, and of what was kept aside before; to be opened as docs/vault-format.md says. */
export async function dumpVault(means: Means): Promise<string> {
  return JSON.stringify({ ...Object(await rowsOf(means)), aside: await listAside(means) }, null, 1);
}

/** When something was last kept aside here, epoch milliseconds. */
export async function asideAt(means: Means): Promise<number | null> {
  return (await listAside(means))[0]?.at ?? null;
}

/** Refuses 'store-unavailable' when it can't be kept: then nothing may be written over. */
export async function keepAside(means: Means): Promise<void> {
  const aside: Aside = { at: Math.floor(means.now()), dump: JSON.stringify(await rowsOf(means), null, 1) };
  const kept = [aside, ...(await listAside(means))].slice(0, MOST);
  await means.local.set({ [ASIDE_KEY]: kept }).catch((cause: unknown) => {
    throw new Refusal('store-unavailable', { cause });
  });
}

/** For good: its loss kit stood in clear, and its slots open with the passphrases of then. */
export async function forgetAside({ local }: Means): Promise<void> {
  await local.remove(ASIDE_KEY);
}
