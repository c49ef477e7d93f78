/** The real issuer on a real database, within reach of a power cut: at every statement, before and after each commit. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { bankApp } from '../../../mock-bank/app.ts';
import { DEVELOPMENT_KEY, sealUnder } from '../../../mock-bank/secrets/seal.ts';
import { openStore, type Store, type Tables } from '../../../mock-bank/store.ts';
import type { World } from '../../../mock-bank/world.ts';

export interface Issuer {
  world: World;
  /** The database itself, for those who check. */
  tables: Store;
  /** What it failed with, besides power cuts. */
  bugs: readonly unknown[];
  /**
   * The answer's status and bytes, or null when the power was cut before it was out. Whatever else is being served then is
   * cut off with it; the next request meets the same process, started again on the same database.
   */
  serve(request: Request): Promise<{ status: number; body: string } | null>;
  /** Cuts the power at the crash point after so many more of them; Infinity for never. */
  cutAfter(points: number): void;
  /** Called at each cut, in the place of what was to be called before. */
  onCut(next: () => void): void;
  close(): Promise<void>;
}

export interface IssuerOptions {
  origin: string;
  now: () => number;
  /** A point that was passed, or at which the power was cut. */
  note: (point: string, what: 'passed' | 'cut') => void;
  /** After each commit that may concern a token; a statement outside of a transaction is one. */
  committed: (tables: Tables) => Promise<void>;
  /** For proof that the model finds a database that is none. */
  storeAround?: (store: Store) => Store;
}

interface Serving {
  path: string;
  /** Of which run of the process it is part. */
  boot: number;
}

/** Statements that may change how many good serials somebody has. */
const CONCERNS = /^(?!SELECT).* (tokens|activations|provisionings)$/;

class PowerCut extends Error {}

/** "UPDATE attempts" of a statement. */
function nameOf(sql: string): string {
  const [, verb = '?', table = '?'] = /^\s*(INSERT INTO|UPDATE|DELETE FROM|SELECT[\s\S]*?FROM|WITH|TRUNCATE)\s+(\w+)/.exec(sql) ?? [];
  return `${verb.startsWith('SELECT') ? 'SELECT' : verb} ${table}`;
}

export async function newIssuer({ origin, now, note, committed, storeAround = (store) => store }: IssuerOptions): Promise<Issuer> {
  const tables = await openStore();
  const bugs: unknown[] = [];
  const serving = new AsyncLocalStorage<Serving>();
  let boot = 0;
  let countdown = Infinity;
  let whenCut: (() => void) | null = null;

  function pass(point: string): void {
    const current = serving.getStore();
    if (!current) return;
    if (current.boot !== boot) throw new PowerCut('it was cut off before');
    const name = `${current.path} ${point}`;
    note(name, 'passed');
    if (countdown-- > 0) return;
    note(name, 'cut');
    boot++;
    countdown = Infinity;
    whenCut?.();
    throw new PowerCut(name);
  }

  async function checked<T>(work: () => Promise<T>): Promise<T> {
    const result = await work();
    if (serving.getStore()) await committed(tables);
    return result;
  }

  const exposed = (one: Tables, where: string): Tables => ({
    async rows<T extends object>(sql: string, values?: unknown[]) {
      const point = `${where}${nameOf(sql)}`;
      pass(`before ${point}`);
      const found = where === '' && CONCERNS.test(point) ? await checked(() => one.rows<T>(sql, values)) : await one.rows<T>(sql, values);
      pass(`after ${point}`);
      return found;
    },
  });

  const store = storeAround(tables);
  const world: World = {
    store: {
      ...exposed(store, ''),
      async transaction(work) {
        pass('before BEGIN');
        const result = await checked(() => store.transaction(async (inner) => {
          const made = await work(exposed(inner, 'in a transaction, '));
          pass('before COMMIT');
          return made;
        }));
        pass('after COMMIT');
        return result;
      },
      close: () => store.close(),
    },
    seal: sealUnder(DEVELOPMENT_KEY),
    now,
    issuerOrigin: () => origin,
    note: () => undefined,
    alarm: (error) => {
      if (!(error instanceof PowerCut)) bugs.push(error);
    },
    fault: () => null,
    wait: () => Promise.resolve(),
    provisionLimit: Infinity,
    formLimit: Infinity,
  };
  const app = bankApp(world, (host, path) => `http://${host}${path}`);

  return {
    world,
    tables,
    bugs,
    cutAfter: (points) => void (countdown = points),
    onCut: (next) => void (whenCut = next),
    async serve(request) {
      return await serving.run({ path: new URL(request.url).pathname, boot }, async () => {
        const response = await app(request, { address: 'model' });
        const body = await response.text();
        try {
          pass('before the reply');
        } catch {
          return null;
        }
        return { status: response.status, body };
      });
    },
    close: () => tables.close(),
  };
}
