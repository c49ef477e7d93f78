/** A PC on which the program wrote schema 1 (tests/vectors/vault-1.json), and programs that die on it. */
import { readFileSync } from 'node:fs';
import { openDB } from 'idb';
import type { LossEntry } from '../../../lib/messages/health.ts';
import type { Token } from '../../../lib/token.ts';
import type { Area, Means } from '../../../lib/vault/means.ts';
import type { PendingSummary } from '../../../lib/vault/pending.ts';
import type { Store } from '../../../lib/vault/store.ts';
import { machine, type Machine } from './builders.ts';

type Row = Record<string, string | number>;

export interface Written {
  passphrase: string;
  database: Record<'header' | 'tokens' | 'pendings', Record<string, Row>>;
  local: Record<string, unknown>;
  inside: { tokens: (Omit<Token, 'local'> & { local?: null })[]; secrets: Record<string, string[]>; pendings: Omit<PendingSummary, 'issuerOrigin'>[]; lossKit: LossEntry[] };
}

const vectors: Record<'weak' | 'usual', Written> = JSON.parse(readFileSync(new URL('../../vectors/vault-1.json', import.meta.url), 'utf8'));
export const { weak, usual } = vectors;

const STORES = ['header', 'tokens', 'pendings'] as const;
const asRow = (row: Row): object =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64url')) : value]));

/** Database version 1, and the mark; the vault's machine has opened none of it yet. */
export async function machineWith({ database, local }: Written): Promise<Machine> {
  const on = machine();
  const old = await openDB(on.name, 1, { upgrade: (made) => STORES.forEach((store) => made.createObjectStore(store)) });
  for (const store of STORES) for (const [key, row] of Object.entries(database[store])) await old.put(store, asRow(row), key);
  old.close();
  await on.local.set(local);
  return on;
}

/** `step` before and after whatever is done. */
function stepping<T extends object>(whole: T, step: () => void): T {
  return new Proxy(whole, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]): Promise<unknown> => {
        step();
        const answer: unknown = await Reflect.apply(method, target, given);
        step();
        return answer;
      };
    },
  });
}

export interface Dying extends Means {
  store: Store;
  local: Area;
  isDead: () => boolean;
}

/** As `on`, with a process that is killed at the n-th step on the disk: nothing of it runs after that. */
export function dyingAt(on: Machine, last: number): Dying {
  let steps = 0;
  const step = (): void => {
    if (++steps >= last) throw new Error('killed');
  };
  return { ...on, store: stepping(on.store, step), local: stepping(on.local, step), isDead: () => steps >= last };
}
