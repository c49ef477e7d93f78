/** A PC whose disk is plain memory: what was written is there for the next process, whatever becomes of this one. */
import type { Locks } from '../../../../lib/vault/means.ts';
import type { Snapshot, Write } from '../../../../lib/vault/rows.ts';
import type { Store } from '../../../../lib/vault/store.ts';
import type { StoredHeader, StoredRecord } from '../../../../lib/vault/stored.ts';
import { equalBytes } from '../../../../lib/bytes.ts';
import { memoryArea } from '../../vault/builders.ts';

type Area = ReturnType<typeof memoryArea>;

export interface Computer {
  disk: Store & { content(): Snapshot };
  /** `storage.local`. */
  local: Area;
  /** `storage.session`: survives the background's death, not the browser's. */
  session: Area;
}

const headerCopy = ({ body, mac, sum }: StoredHeader): StoredHeader => ({ body: body.slice(), mac: mac.slice(), sum: sum.slice() });
const recordCopy = (record: StoredRecord): StoredRecord => ({ ...record, sealed: record.sealed.slice() });
const copy = ({ header, records }: Pick<Snapshot, 'header' | 'records'>): Snapshot => ({ header: header && headerCopy(header), records: records.map(recordCopy), unreadable: 0 });

const isOf = (one: { store: string; id: string }) => (other: { store: string; id: string }) => one.store === other.store && one.id === other.id;

function after({ records }: Snapshot, { header, puts, drops }: Write): Snapshot {
  const kept = records.filter((record) => ![...puts, ...drops].some(isOf(record)));
  return { header: headerCopy(header), records: [...kept, ...puts.map(recordCopy)], unreadable: 0 };
}

function memoryDisk(first: Snapshot): Computer['disk'] {
  let content = copy(first);
  return {
    content: () => copy(content),
    read: async () => copy(content),
    write: async (write) => {
      const found = content.header?.mac ?? null;
      const same = write.from && found ? equalBytes(write.from, found) : write.from === found;
      if (same) content = after(content, write);
      return same;
    },
    replace: async (snapshot) => void (content = copy(snapshot)),
    rebuild: () => Promise.reject(new Error('nothing of a model is unreadable')),
    raw: () => Promise.reject(new Error('nobody dumps a model')),
    version: async () => 2,
    trouble: () => null,
    close: async () => undefined,
  };
}

export function newComputer(from?: Computer): Computer {
  const computer = { disk: memoryDisk(from?.disk.content() ?? { header: null, records: [], unreadable: 0 }), local: memoryArea(), session: memoryArea() };
  for (const [key, value] of from?.local.held ?? []) computer.local.held.set(key, value);
  return computer;
}

export const idsOn = ({ disk }: Computer, store: 'tokens' | 'pendings'): string[] =>
  disk.content().records.filter((record) => record.store === store).map(({ id }) => id);

/** As `navigator.locks`, for one process: its locks die with it. */
export function ownLocks(): Locks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name, work) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
