/** Tokens that somebody holds in the hand: hardware that the bank ships, an app on a phone, and what a token shows at a moment. */
import { randomBytes } from 'node:crypto';
import { randomDigits } from './digits.ts';
import { endOfToken, expectInstitution } from './institutions.ts';
import { hotp, timeStep } from './secrets/otp.ts';
import type { Tables } from './store.ts';
import { sealKeys, settingsOf, tokenOf, type TokenRow } from './tokens.ts';
import type { World } from './world.ts';

const SEED = 20;
const DEVICE_KEY = 32;
const DAY = 86_400_000;
/** A hardware token waits in a drawer: ten years. */
const SHELF_LIFE = 10 * 365 * DAY;
/** An app's serial that nobody registers. */
const START_WITHIN = 30 * DAY;
const MOST_DRAWS = 20;

export interface Owner {
  institution: string;
  contract: string;
}

export interface NewToken {
  prefix: string;
  kind: TokenRow['kind'];
  /** Seconds. */
  period: number;
  generation: number;
  /** Milliseconds since 1970. */
  startBy: number;
  /** Of an institution that states a lifetime. */
  endsAt?: number | null;
  owner: Owner | null;
  /** As a handshake derived them; random ones without. */
  keys?: { device: Uint8Array; seed: Uint8Array };
}

const randomKeys = (): Required<NewToken>['keys'] => ({ device: randomBytes(DEVICE_KEY), seed: randomBytes(SEED) });

/** A new token of its own serial: SHA-1, six digits, T0 0. */
export async function makeToken({ seal }: Pick<World, 'seal'>, tables: Tables, token: NewToken): Promise<string> {
  const { institution = null, contract = null } = token.owner ?? {};
  const keys = token.keys ?? randomKeys();
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const serial = token.prefix + randomDigits(8);
    const kept = await tables.rows(
      `INSERT INTO tokens (serial, state, sealed, algorithm, digits, period, t0, generation, start_by, ends_at, kind, institution, contract)
       VALUES ($1, 'UNBOUND', $2, 'SHA-1', 6, $3, 0, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING serial`,
      [serial, sealKeys(seal, serial, keys), token.period, token.generation, token.startBy, token.endsAt ?? null, token.kind, institution, contract],
    );
    if (kept.length === 1) return serial;
  }
  throw new Error('no free serial was found');
}

/** 「ハードウェアトークンは当庫から発送したもののみ利用可能です。」 Good for this customer only. */
export function shipHardware(world: Pick<World, 'seal' | 'now'>, tables: Tables, owner: Owner): Promise<string> {
  const { serialPrefix: prefix } = expectInstitution(owner.institution);
  return makeToken(world, tables, { prefix, kind: 'hardware', period: 30, generation: 1, startBy: world.now() + SHELF_LIFE, owner });
}

/**
 * 「新しいスマートフォンにトークンをダウンロードする」: an app's token on a device that is not this browser. Nobody's, until
 * it is registered. Throws for an institution without an app of the shinkin kind.
 */
export async function newAppToken(world: Pick<World, 'seal' | 'now'>, tables: Tables, institution: string): Promise<string> {
  const { serialPrefix: prefix, platform } = expectInstitution(institution);
  if (platform !== 'shinkin') throw new Error(`no app of this kind at ${institution}`);
  const now = world.now();
  const serial = await makeToken(world, tables, {
    prefix, kind: 'software', period: 30, generation: 1, startBy: now + START_WITHIN, endsAt: endOfToken(prefix, now), owner: null,
  });
  await keepOnPhone(tables, serial);
  return serial;
}

/** From here on the simulated phone shows its codes. Never for a token that lives elsewhere: a serial is no secret. */
export async function keepOnPhone(tables: Tables, serial: string): Promise<void> {
  await tables.rows('UPDATE tokens SET on_phone = true WHERE serial = $1', [serial]);
}

/** A token of the simulated phone; undefined for every other serial, known or not. */
export async function phoneToken(tables: Tables, serial: string): Promise<TokenRow | undefined> {
  const [token] = await tables.rows<TokenRow>('SELECT * FROM tokens WHERE serial = $1 AND on_phone', [serial]);
  return token;
}

/** Hardware tokens that were shipped to this customer, the newest last. */
export function hardwareOf(tables: Tables, { institution, contract }: Owner): Promise<TokenRow[]> {
  return tables.rows<TokenRow>(
    `SELECT * FROM tokens WHERE kind = 'hardware' AND institution = $1 AND contract = $2 ORDER BY start_by, serial`,
    [institution, contract],
  );
}

/** The seed for as long as `use` runs; wiped after it. */
export function lendSeed<T>({ seal }: Pick<World, 'seal'>, token: TokenRow, use: (seed: Uint8Array) => T): T {
  const seed = seal.open(token.serial, token.sealed).subarray(DEVICE_KEY);
  try {
    return use(seed);
  } finally {
    seed.fill(0);
  }
}

export interface Shown {
  code: string;
  /** Whole seconds until the next code, 1 to the period. */
  seconds: number;
}

export function shownNow(world: Pick<World, 'seal' | 'now'>, token: TokenRow, ahead = 0): Shown {
  const settings = settingsOf(token);
  const now = world.now();
  const code = lendSeed(world, token, (seed) => hotp(seed, timeStep(now, settings) + ahead, settings));
  return { code, seconds: token.period - ((Math.floor(now / 1000) - token.t0) % token.period) };
}

/** The six digits at the bank's time plus `ahead` steps; undefined for an unknown serial. */
export async function shownBy(world: Pick<World, 'seal' | 'now'>, tables: Tables, serial: string, ahead = 0): Promise<string | undefined> {
  const token = await tokenOf(tables, serial);
  return token && shownNow(world, token, ahead).code;
}
