/** The vault as a screen needs it, in one reading. Whoever calls this holds the vault's lock. */
import type { Mended, VaultFace } from '../messages/ways.ts';
import { Refusal } from '../refusal.ts';
import type { Token } from '../token.ts';
import { vaultState } from './door.ts';
import type { Means } from './means.ts';
import { unseenMended } from './mended.ts';
import { openOrSettle, type Opened } from './open-book.ts';
import { inOrder } from './order.ts';
import type { PendingSummary } from './pending.ts';
import { pendingsIn } from './pendings.ts';
import type { TokenRecord } from './token-record.ts';
import { lendIn } from './tokens.ts';

interface OpenView<T> {
  face: 'open';
  /** In the customer's order. */
  tokens: Token[];
  /** Deleted by the customer, and not forgotten yet. */
  removed: Token[];
  pendings: PendingSummary[];
  /** What was put right and not seen yet. */
  mended: Mended | null;
  /** What the loan gave. */
  lent: T;
}

export type View<T> = OpenView<T> | { face: Exclude<VaultFace, 'open'> };

/** Why there is no book is found out by looking once more, from outside. */
async function openOrFace(means: Means): Promise<Opened | Exclude<VaultFace, 'open'>> {
  try {
    return await openOrSettle(means);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const face = await vaultState(means);
    if (face === 'open') throw failure;
    return face;
  }
}

/** `use` as for `lendTokens`. Refuses 'store-…', 'private-window', and 'vault-damaged' for a record that cannot be opened. */
export async function viewVault<T>(means: Means, use: (records: readonly TokenRecord[]) => T): Promise<View<T>> {
  // Beside the book: each reading is a journey to the browser's own process, and somebody waits.
  const before = unseenMended(means.local);
  const opened = await openOrFace(means);
  if (typeof opened === 'string') return { face: opened };
  const { book, settled } = opened;
  let all: Token[] = [];
  const lending = lendIn(book, (records) => {
    all = inOrder(records.map(({ token }) => token));
    return use(records);
  });
  const [lent, pendings, mended] = await Promise.all([lending, pendingsIn(book), settled ? unseenMended(means.local) : before]);
  return {
    face: 'open',
    tokens: all.filter(({ removedAt }) => removedAt === null),
    removed: all.filter(({ removedAt }) => removedAt !== null),
    pendings,
    mended,
    lent,
  };
}
