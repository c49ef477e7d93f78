/** Tokens that somebody holds in the hand: hardware tokens that the bank ships, and what any token shows at a moment. */
import { randomBytes } from 'node:crypto';
import { randomDigits } from './digits.ts';
import { expectInstitution } from './institutions.ts';
import { hotp, timeStep } from './secrets/otp.ts';
import type { Tables } from './store.ts';
import { sealKeys, settingsOf, tokenOf, type TokenRow } from './tokens.ts';
import type { World } from './world.ts';

const SEED = 20;
const DEVICE_KEY = 32;
/** A hardware token waits in a drawer: ten years. */
const SHELF_LIFE = 10 * 365 * 86_400_000;
const MOST_DRAWS = 20;

export interface Owner {
  institution: string;
  contract: string;
}

/** A new token of its own serial, with a random seed: nothing derived, nothing sent over a line. */
export async function makeToken(
  { seal }: Pick<World, 'seal'>,
  tables: Tables,
  token: { prefix: string; kind: TokenRow['kind']; period: number; generation: number; startBy: number; owner: Owner },
): Promise<string> {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const serial = token.prefix + randomDigits(8);
    const sealed = sealKeys(seal, serial, { device: randomBytes(DEVICE_KEY), seed: randomBytes(SEED) });
    const kept = await tables.rows(
      `INSERT INTO tokens (serial, state, sealed, algorithm, digits, period, t0, generation, start_by, kind, institution, contract)
       VALUES ($1, 'UNBOUND', $2, 'SHA-1', 6, $3, 0, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING serial`,
      [serial, sealed, token.period, token.generation, token.startBy, token.kind, token.owner.institution, token.owner.contract],
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

/** Hardware tokens that were shipped to this customer, the newest last. */
export function hardwareOf(tables: Tables, { institution, contract }: Owner): Promise<TokenRow[]> {
  return tables.rows<TokenRow>(
    `SELECT * FROM tokens WHERE kind = 'hardware' AND institution = $1 AND contract = $2 ORDER BY start_by, serial`,
    [institution, contract],
  );
}

/** The six digits at the bank's time plus `ahead` steps; undefined for an unknown serial. */
export async function shownBy({ seal, now }: Pick<World, 'seal' | 'now'>, tables: Tables, serial: string, ahead = 0): Promise<string | undefined> {
  const token = await tokenOf(tables, serial);
  if (!token) return undefined;
  const seed = seal.open(serial, token.sealed).subarray(DEVICE_KEY);
  const settings = settingsOf(token);
  const code = hotp(seed, timeStep(now(), settings) + ahead, settings);
  seed.fill(0);
  return code;
}
