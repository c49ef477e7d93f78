/** A whole bank on a store that can be made to fail at any point, and on a seal that tells what was sealed and opened. */
import { activationOf, issueActivation, type ActivationRow } from '../mock-bank/activations.ts';
import { bankApp } from '../mock-bank/app.ts';
import type { Ids } from '../mock-bank/attempts.ts';
import { openContract, type Customer } from '../mock-bank/customers.ts';
import type { Owner } from '../mock-bank/devices.ts';
import { StoreUnavailable } from '../mock-bank/engines/unavailable.ts';
import { sealUnder } from '../mock-bank/secrets/seal.ts';
import type { Store, Tables } from '../mock-bank/store.ts';
import { stateNow, type TokenRow, type TokenState } from '../mock-bank/tokens.ts';
import type { BankEvent, Fault, World } from '../mock-bank/world.ts';
import { openStore } from './bank.ts';
import type { IssuerBank } from './token-client.ts';

export interface Watched extends IssuerBank {
  world: World;
  /** Without the failures. */
  store: Store;
  events: Omit<BankEvent, 'at'>[];
  /** Every value sealed so far, with what it was sealed for. */
  sealed: { owner: string; bytes: Buffer }[];
  /** How often something sealed for an owner of this kind was opened. */
  opened(kind: string): number;
  pass(milliseconds: number): void;
  fault(fault: Fault | null): void;
  /** The store fails once, at its n-th point from now: before a statement, before a COMMIT or after one. */
  failAt(point: number): void;
  /** From here on it fails no more. Did it? */
  mend(): boolean;
  customer(): Promise<Customer>;
  issue(owner: Owner, password: string): Promise<Ids>;
  activation(owner: Owner): Promise<ActivationRow | undefined>;
  /** All tokens of this customer's activations, the oldest first. */
  tokens(owner: Owner): Promise<{ serial: string; state: TokenState }[]>;
  /** Everything in every table, bytes as hexadecimal digits. */
  dump(): Promise<string>;
}

function failing(store: Store): { store: Store } & Pick<Watched, 'failAt' | 'mend'> {
  let left = Infinity;
  let done = false;
  const point = (): void => {
    if (--left !== 0) return;
    done = true;
    throw new StoreUnavailable(new Error('as the test wanted'));
  };
  const guarded = (tables: Tables): Tables => ({
    rows: (sql, values) => {
      point();
      return tables.rows(sql, values);
    },
  });
  return {
    store: {
      rows: async (sql, values) => guarded(store).rows(sql, values),
      async transaction(work) {
        const result = await store.transaction(async (tables) => {
          const made = await work(guarded(tables));
          point();
          return made;
        });
        point();
        return result;
      },
      close: () => store.close(),
    },
    failAt: (at) => [left, done] = [at, false],
    mend() {
      left = Infinity;
      return done;
    },
  };
}

const address = (host: string, path: string): string => `http://${host}${path}`;

/** `limit`: new attempts per address and hour. */
export async function openWatched({ noon = Date.UTC(2026, 10, 21, 3), limit = 1_000_000 }: { noon?: number; limit?: number } = {}): Promise<Watched> {
  const store = await openStore();
  const key = sealUnder(Buffer.alloc(32, 7));
  const sealed: Watched['sealed'] = [];
  const opened: string[] = [];
  const events: Watched['events'] = [];
  let passed = 0;
  let fault: Fault | null = null;
  const weak = failing(store);
  const world: World = {
    store: weak.store,
    seal: {
      close(owner, plain) {
        const bytes = key.close(owner, plain);
        sealed.push({ owner, bytes });
        return bytes;
      },
      open(owner, bytes) {
        opened.push(owner);
        return key.open(owner, bytes);
      },
    },
    now: () => noon + passed, issuerOrigin: () => 'http://issuer.localhost', note: (event) => void events.push(event),
    alarm: (error) => {
      if (!(error instanceof StoreUnavailable)) throw error;
    },
    fault: () => fault, wait: () => Promise.resolve(), provisionLimit: limit, formLimit: 1_000_000,
  };
  const app = bankApp(world, address);
  const tokens = async ({ institution, contract }: Owner): Promise<{ serial: string; state: TokenState }[]> => {
    const rows = await store.rows<TokenRow>(`SELECT * FROM tokens WHERE institution = $1 AND contract = $2 ORDER BY generation, start_by, serial`, [institution, contract]);
    return rows.map((token) => ({ serial: token.serial, state: stateNow(token, world.now()) }));
  };
  return {
    world, store, events, sealed, address, tokens,
    now: world.now,
    fetch: (request) => app(request, { address: 'here' }),
    opened: (kind) => opened.filter((owner) => owner.startsWith(`${kind} `)).length,
    pass: (more) => void (passed += more),
    fault: (next) => void (fault = next),
    failAt: weak.failAt,
    mend: weak.mend,
    customer: () => openContract({ store, seal: world.seal }, { institution: '2143', password: 'midori2026' }),
    issue: (owner, password) => store.transaction((tables) => issueActivation(world, tables, owner, { password, mail: `${owner.contract}@mail.localhost` })),
    activation: (owner) => activationOf(store, owner),
    async dump() {
      const names = await store.rows<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`);
      const all = await Promise.all(names.map(({ name }) => store.rows<{ line: string }>(`SELECT to_jsonb(one)::text AS line FROM ${name} AS one`)));
      return all.flat().map(({ line }) => line).join('\n');
    },
  };
}
