/** The extension's background process as it runs: the real client over the real vault, killed at any point. */
import { stepNow } from '../../../../lib/clock.ts';
import { fromUtf8 } from '../../../../lib/bytes.ts';
import { type Enrolment, enrolment } from '../../../../lib/enrolment/enrol.ts';
import { issuerPost, type Post } from '../../../../lib/enrolment/issuer.ts';
import { profileOf } from '../../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../../lib/refusal.ts';
import type { Area } from '../../../../lib/vault/means.ts';
import type { Write } from '../../../../lib/vault/rows.ts';
import type { Store } from '../../../../lib/vault/store.ts';
import { openVault, type Vault } from '../../../../lib/vault/vault.ts';
import { STRETCHED } from '../../vault/builders.ts';
import type { Chance } from '../../chance.ts';
import { type Computer, idsOn, ownLocks } from './computer.ts';
import type { Life } from './life.ts';

export interface Background {
  vault: Vault;
  enrolment: Enrolment;
  life: Life;
  /** The customer is there: the vault is open, and stays so for a while. */
  unlock(): Promise<void>;
  /** One round of what the background does by itself (entrypoints/background/pendings.ts). */
  goOn(): Promise<void>;
}

export interface Surroundings {
  computer: Computer;
  life: Life;
  fetcher: typeof fetch;
  clock: { now: number };
  chance: Chance;
}

/** "put tokens, drop pendings". */
function nameOf({ puts, drops }: Write): string {
  return [...puts.map(({ store }) => `put ${store}`), ...drops.map(({ store }) => `drop ${store}`)].toSorted().toReversed().join(', ');
}

function mortalStore(store: Store, life: Life): Store {
  return {
    async read() {
      await life.goOn();
      return await store.read();
    },
    async write(write) {
      await life.pass(`before the write: ${nameOf(write)}`);
      const written = await store.write(write);
      await life.pass(`after the write: ${nameOf(write)}`);
      return written;
    },
    async replace(snapshot) {
      await life.goOn();
      await store.replace(snapshot);
    },
    rebuild: () => store.rebuild(),
    raw: () => store.raw(),
    version: () => store.version(),
    trouble: () => store.trouble(),
    close: () => store.close(),
  };
}

/** The id that a message names: its pending's, and later its token's. */
export function idOf(body: Uint8Array): string {
  const { requestId, sid }: { requestId?: string; sid?: string } = JSON.parse(fromUtf8(body));
  return requestId ?? sid ?? '';
}

/** The message that commits names what must be on disk when it leaves. */
function expectKept(computer: Computer, path: string, body: Uint8Array): void {
  if (path !== '/v1/sk/provision' && path !== '/v1/cu/finish') return;
  const id = idOf(body);
  if (!idsOn(computer, 'pendings').includes(id) && !idsOn(computer, 'tokens').includes(id)) throw new Error(`I0: ${path} leaves before ${id} is on disk`);
}

function mortalPost(post: Post, computer: Computer, life: Life): Post {
  return async (origin, path, body) => {
    await life.pass(`before ${path}`);
    expectKept(computer, path, body);
    const reply = post(origin, path, body);
    // Whether or not somebody still waits for it.
    reply.catch(() => undefined);
    await life.pass(`waiting for ${path}`);
    try {
      return await reply;
    } finally {
      await life.pass(`after ${path}`);
    }
  };
}

/** Those that pass by themselves; each other one waits for the customer. */
const REFUSALS: ReadonlySet<string> = new Set([
  'issuer-unreachable', 'issuer-slow', 'issuer-busy', 'pending-expired', 'activation-refused', 'locked',
]);

/** On a line that loses and delays but changes nothing, no other refusal is right. */
export async function refusedOr<T>(work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work;
  } catch (failure) {
    if (failure instanceof Refusal && REFUSALS.has(failure.reason)) return failure;
    throw failure;
  }
}

export function startBackground({ computer, life, fetcher, clock, chance }: Surroundings): Background {
  const vault = openVault({
    store: mortalStore(computer.disk, life),
    session: mortalArea(computer.session, life),
    local: mortalArea(computer.local, life),
    now: () => clock.now,
    random: (length) => chance.bytes(length),
    locks: ownLocks(),
    autoLockMinutes: async () => 10,
    stepNow: (token) => stepNow(token, clock.now),
  });
  const drive = enrolment({
    vault,
    post: mortalPost(issuerPost(fetcher), computer, life),
    profileOf,
    random: (length) => chance.bytes(length),
    now: () => clock.now,
    monotonic: () => clock.now,
    version: '0.1.0',
  });
  return {
    vault,
    enrolment: drive,
    life,
    async unlock() {
      // Used again, an open vault stays open for another ten minutes.
      if ((await vault.state()) === 'open') await vault.touch();
      else await vault.unlock((await vault.ways())?.passphrases[0]?.slotId ?? '', STRETCHED);
    },
    async goOn() {
      for (const { id } of await vault.pendings()) await refusedOr(drive.goOn(id));
      const unfinished = (await vault.tokens()).filter(({ acknowledged, clock: measure, state }) => state === 'UNBOUND' && !(acknowledged && measure));
      for (const { id } of unfinished) await refusedOr(drive.refresh(id));
    },
  };
}

function mortalArea(area: Area, life: Life): Area {
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    await life.goOn();
    return await work();
  };
  return {
    get: (key) => alive(() => area.get(key)),
    set: (items) => alive(() => area.set(items)),
    remove: (key) => alive(() => area.remove(key)),
  };
}
