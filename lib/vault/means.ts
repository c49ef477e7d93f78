/** What the vault is given from outside; nothing in this room reaches for the world by itself. */
import type { Token } from '../token.ts';
import type { Random } from './seal.ts';
import type { Store } from './store.ts';

/** As `storage.session` and `storage.local` are. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** As `navigator.locks` is. */
export interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export interface Means {
  store: Store;
  /** Memory only: holds the open VMK. */
  session: Area;
  /** Holds the second copy, the mark that a vault was made, and what was put right. */
  local: Area;
  /** Epoch milliseconds. */
  now: () => number;
  random: Random;
  locks: Locks;
  /** Minutes of no use until the vault locks itself. */
  autoLockMinutes: () => Promise<number>;
  /** The time step that it is now, by the token's own clock. */
  stepNow: (token: Token) => number;
}
