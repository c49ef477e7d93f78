/** Starts a bank: for a test on a free port and in memory, for people on a fixed port and in a folder. */
import { setTimeout as later } from 'node:timers/promises';
import { eraseExpired, issueActivation } from './activations.ts';
import type { Ids } from './attempts.ts';
import { bankApp, type BankApp } from './app.ts';
import { switchDay } from './business-day.ts';
import { openContract, type Customer, type NewCustomer } from './customers.ts';
import { welcomeDemoCustomers } from './demo-customers.ts';
import { newAppToken, shipHardware, shownBy, type Owner } from './devices.ts';
import { HOSTS } from './hosts.ts';
import { errorLine, eventLine, requestLine, type Log } from './log.ts';
import { expectSeal } from './seal-check.ts';
import { sealKeyFrom, sealUnder } from './secrets/seal.ts';
import { listen, type Listening } from './server.ts';
import { openStore } from './store.ts';
import { setState, stateNow, tokenOf, type TokenState } from './tokens.ts';
import { clear } from './tries.ts';
import type { BankEvent, Fault, World } from './world.ts';

export interface BankOptions {
  /** 0: a free one. */
  port?: number;
  /** Of an embedded database; absent: in memory. */
  folder?: string;
  /** DATABASE_URL: a PostgreSQL that other bank processes may share. Goes before `folder`. */
  databaseUrl?: string | undefined;
  /** Of this process to that PostgreSQL. */
  connections?: number | undefined;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** As the extension knows it; `http://issuer.localhost:<port>` unless told. */
  issuerOrigin?: string;
  quiet?: boolean;
  /** Where the structured log goes, line by line; nowhere unless told. */
  log?: Log;
  /** KAGIFUDA_ISSUER_SEAL_KEY: 32 bytes in base64url. */
  sealKey?: string | undefined;
  /** New tokens per address and hour. */
  provisionLimit?: number;
  /** Forms per address and minute. */
  formLimit?: number;
  /** Waits out a `slow` fault. */
  wait?: (milliseconds: number) => Promise<void>;
}

export interface MockBank {
  port: number;
  address(host: string, path: string): string;
  /** Answers without the port; the URL's host decides. */
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
  seen(): BankEvent[];
  /** Puts the bank's clock ahead by so many milliseconds more. */
  passTime(milliseconds: number): void;
  /** The bank's time. */
  now(): number;
  newCustomer(wanted: NewCustomer): Promise<Customer>;
  /** The desk's day switch: what is refused today is possible tomorrow. Codes go on as they were. */
  nextDay(): Promise<void>;
  /** A hardware token in the post to this customer; its serial. */
  ship(owner: Owner): Promise<string>;
  /** トークン発行 of the credit union, without its screens: both IDs, in a mail too. `password`: 4–8 ASCII digits. */
  issue(owner: Owner, password: string): Promise<Ids>;
  /** An app's token on some other device, not yet registered; its serial. For shinkin institutions. */
  newAppToken(institution: string): Promise<string>;
  /** What any token of the bank shows now, or so many steps later: the tests' oracle. Throws on an unknown serial. */
  codeOf(serial: string, ahead?: number): Promise<string>;
  fault(fault: Fault | null): void;
  tokenState(serial: string): Promise<TokenState | undefined>;
  /** What the desk does on the telephone: a loss report (REVOKED), a lock, an unlock (ACTIVE). */
  deskSetsState(serial: string, state: Exclude<TokenState, 'EXPIRED'>): Promise<void>;
}

const MOST_EVENTS = 10_000;
const PROVISION_LIMIT = 1000;
const FORM_LIMIT = 600;
const SWEEP = 600_000;

interface Works {
  world: World;
  events: BankEvent[];
  pass: (milliseconds: number) => void;
  setFault: (fault: Fault | null) => void;
  /** Ends every wait under way. */
  stop: () => void;
}

async function build(options: BankOptions, port: number): Promise<Works> {
  const { now = Date.now, provisionLimit = PROVISION_LIMIT, formLimit = FORM_LIMIT, quiet = false, log = () => undefined } = options;
  const seal = sealUnder(sealKeyFrom(options.sealKey));
  const store = await openStore({ url: options.databaseUrl, folder: options.folder, connections: options.connections });
  try {
    await expectSeal(store, seal);
    await welcomeDemoCustomers({ store, seal });
  } catch (error) {
    await store.close();
    throw error;
  }
  const events: BankEvent[] = [];
  const end = new AbortController();
  let passed = 0;
  let fault: Fault | null = null;
  const clock = (): number => Math.floor(now() + passed);
  const issuerOrigin = options.issuerOrigin ?? `http://${HOSTS.issuer}:${port}`;
  const world: World = {
    store, seal, now: clock, provisionLimit, formLimit,
    issuerOrigin: () => issuerOrigin,
    note(event) {
      const line = { at: clock(), ...event };
      events.push(line);
      log(eventLine(line));
      if (events.length > MOST_EVENTS) events.shift();
    },
    alarm: (error) => {
      log(errorLine(clock(), error));
      if (!quiet) process.stderr.write(`mock bank: ${error instanceof Error ? error.stack : String(error)}\n`);
    },
    fault: () => fault,
    wait: options.wait ?? ((milliseconds) => later(milliseconds, undefined, { signal: end.signal }).catch(() => undefined)),
  };
  await eraseExpired(world);
  // Whether somebody comes by or not: no password outlives its time by more than this.
  const sweep = setInterval(() => void eraseExpired(world).catch(world.alarm), SWEEP).unref();
  end.signal.addEventListener('abort', () => clearInterval(sweep));
  return { world, events, pass: (more) => void (passed += more), setFault: (next) => void (fault = next), stop: () => end.abort() };
}

/** Between the port and the database: a few seconds at most. */
const notYet: BankApp = () => Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '1' } }));

function logged(app: BankApp, { now }: World, log: Log | undefined): BankApp {
  if (!log) return app;
  return async (request, peer) => {
    const start = performance.now();
    const response = await app(request, peer);
    log(requestLine(now(), request, response.status, Math.round(performance.now() - start)));
    return response;
  };
}

/** What a bank does, once it is built and its port is open. */
function open({ world, events, pass, setFault, stop }: Works, app: BankApp, listening: Listening): Omit<MockBank, 'address'> {
  return {
    port: listening.port,
    fetch: (request) => app(request, { address: 'direct' }),
    async close() {
      stop();
      await listening.close();
      await world.store.close();
    },
    seen: () => [...events],
    passTime: pass,
    now: world.now,
    newCustomer: (wanted) => openContract(world, wanted),
    nextDay: () => switchDay(world.store),
    ship: (owner) => shipHardware(world, world.store, owner),
    async issue({ institution, contract }, password) {
      const mail = `${contract}@mail.localhost`;
      const { serviceId, userId } = await world.store.transaction((tables) => issueActivation(world, tables, { institution, contract }, { password, mail }));
      return { serviceId, userId };
    },
    newAppToken: (institution) => newAppToken(world, world.store, institution),
    async codeOf(serial, ahead) {
      const code = await shownBy(world, world.store, serial, ahead);
      if (code === undefined) throw new Error(`the bank has no token ${serial}`);
      return code;
    },
    fault: setFault,
    async tokenState(serial) {
      const token = await tokenOf(world.store, serial);
      return token && stateNow(token, world.now());
    },
    async deskSetsState(serial, state) {
      await setState(world.store, serial, state);
      if (state !== 'SUSPENDED') await clear(world.store, `token ${serial}`);
      world.note({ kind: 'desk', outcome: 'accepted', serial, reason: state });
    },
  };
}

/**
 * Rejects when the port is taken (`code: 'EADDRINUSE'`), the folder is open elsewhere (FolderTaken) or the seal key is none.
 * The port comes first: a second start must not touch the first one's folder.
 */
export async function startBank(options: BankOptions = {}): Promise<MockBank> {
  const door: { app: BankApp } = { app: notYet };
  const listening = await listen((request, peer) => door.app(request, peer), options.port ?? 0);
  const address = (host: string, path: string): string => `http://${host}:${listening.port}${path}`;
  try {
    const works = await build(options, listening.port);
    door.app = logged(bankApp(works.world, address), works.world, options.log);
    return { ...open(works, door.app, listening), address };
  } catch (error) {
    await listening.close();
    throw error;
  }
}
