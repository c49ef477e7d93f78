/** `POST /v1/sk/provision`: a serial and a seed that only client and issuer can derive. */
import { createHash, randomBytes } from 'node:crypto';
import { Refused } from './answers.ts';
import { issuerKey, type IssuerKey } from './key.ts';
import { bytes, isWords, parse, text, version } from './wire.ts';
import { randomDigits } from '../digits.ts';
import { endOfToken } from '../institutions.ts';
import { lvSplit } from '../secrets/encoding.ts';
import { AES_256_GCM, receive } from '../secrets/hpke.ts';
import { confirmation, deriveKeys, transcriptHash, type Profile, type Transcript } from '../secrets/schedule.ts';
import type { Tables } from '../store.ts';
import { sealKeys, stateNow, tokenOf } from '../tokens.ts';
import type { World } from '../world.ts';

const PROFILE: Profile = {
  algorithm: 'SHA-1',
  digits: 6,
  period: 30,
  T0: 0,
  name: 'しんきん（個人）ワンタイムパスワード',
  generation: 1,
};
const START_WITHIN = 30 * 24 * 3_600_000;

/** Of what a client calls itself and its version, bytes. */
const MOST_NAME = 64;

/** Serials are random; a taken one is drawn again. */
const MOST_DRAWS = 20;

type First = Transcript['first'];

export interface Provisioned {
  reply: string;
  serial: string;
  /** Sent before: the stored bytes. */
  again: boolean;
}

function readFirst(body: Uint8Array): First {
  return parse(body, {
    v: version,
    requestId: bytes(16),
    keyId: text(/^[\x21-\x7e]{1,32}$/),
    enc: bytes(32),
    ct: bytes(62, 188),
  });
}

function expectKey({ keyId }: First): IssuerKey {
  const key = issuerKey(keyId);
  if (!key) throw new Refused('unknown');
  return key;
}

/** Opens the client's message and returns Z; refuses what is not exactly the four parts. */
function unwrap({ requestId, enc, ct }: First, key: IssuerKey, origin: string): Buffer {
  try {
    const info = Buffer.concat([Buffer.from('ST1-SK'), Buffer.from(origin)]);
    const privateKey = Buffer.from(key.privateKey, 'base64url');
    const context = receive({ aead: AES_256_GCM, privateKey, enc, info });
    const [nonce, app, appVersion, t0, ...rest] = lvSplit(context.open(requestId, ct)) ?? [];
    const whole = nonce?.length === 32 && isName(app) && isName(appVersion) && t0?.length === 8 && rest.length === 0;
    if (whole) return context.exportSecret(Buffer.from('st1 z'), 32);
  } catch {
    // A wrong tag, a key of low order, text that is not UTF-8: one answer for all.
  }
  throw new Refused('malformed');
}

function isName(part: Uint8Array | undefined): boolean {
  return part !== undefined && isWords(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part), MOST_NAME);
}

/** The stored reply to these very bytes; refuses other bytes under the same id, and a serial that has expired since. */
async function replyAgain(world: World, body: Uint8Array, requestId: Uint8Array): Promise<Provisioned | null> {
  const [row] = await world.store.rows<{ request_sha: Uint8Array; serial: string; reply: string }>(
    'SELECT request_sha, serial, reply FROM provisionings WHERE request_id = $1',
    [requestId],
  );
  if (!row) return null;
  const sha = createHash('sha256').update(body).digest();
  if (!sha.equals(row.request_sha)) throw new Refused('conflict');
  const token = await tokenOf(world.store, row.serial);
  if (!token || stateNow(token, world.now()) === 'EXPIRED') throw new Refused('expired');
  return { reply: row.reply, serial: row.serial, again: true };
}

/** A token of its own serial, or null when that serial was taken. */
async function keep(
  tables: Tables, { seal }: World, second: Transcript['second'], { keys, endsAt }: { keys: { device: Buffer; seed: Buffer }; endsAt: number | null },
): Promise<boolean> {
  const { serial, profile, t1 } = second;
  const kept = await tables.rows(
    `INSERT INTO tokens (serial, state, sealed, algorithm, digits, period, t0, generation, start_by, ends_at)
     VALUES ($1, 'UNBOUND', $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING serial`,
    [serial, sealKeys(seal, serial, keys), profile.algorithm, profile.digits, profile.period, profile.T0, profile.generation, t1 + START_WITHIN, endsAt],
  );
  return kept.length === 1;
}

function draft(world: World, z: Buffer, first: First, serial: string, t1: number): { second: Transcript['second']; keys: ReturnType<typeof deriveKeys>; reply: string } {
  const second = { v: 1 as const, serverNonce: randomBytes(32), serial, profile: PROFILE, t1, t2: Math.max(t1, world.now()) };
  const hash = transcriptHash({ origin: world.issuerOrigin(), first, second });
  const keys = deriveKeys(z, hash, PROFILE);
  const proof = confirmation(keys.confirm, hash, second).toString('base64url');
  const reply = JSON.stringify({ ...second, serverNonce: second.serverNonce.toString('base64url'), mac: proof });
  return { second, keys, reply };
}

/**
 * `admit` is asked only for a request not seen before (throttling). `spoiltPrefix` is for the bad-serial fault,
 * whose reply must be right in everything else.
 */
export async function provision(
  world: World,
  body: Uint8Array,
  { admit, spoiltPrefix }: { admit: () => Promise<void>; spoiltPrefix?: string },
): Promise<Provisioned> {
  const t1 = world.now();
  const first = readFirst(body);
  const before = await replyAgain(world, body, first.requestId);
  if (before) return before;
  await admit();
  const key = expectKey(first);
  const z = unwrap(first, key, world.issuerOrigin());
  const made = await world.store.transaction(async (tables) => {
    for (let draw = 0; draw < MOST_DRAWS; draw++) {
      const serial = (spoiltPrefix ?? key.prefix) + randomDigits(8);
      const { second, keys, reply } = draft(world, z, first, serial, t1);
      if (!(await keep(tables, world, second, { keys, endsAt: endOfToken(key.prefix, second.t2) }))) continue;
      const sha = createHash('sha256').update(body).digest();
      const won = await tables.rows(
        'INSERT INTO provisionings VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING serial',
        [first.requestId, sha, serial, reply],
      );
      if (won.length === 1) return { reply, serial, again: false };
      // The same request came in twice at once and the other one won: its serial stands, ours goes.
      await tables.rows('DELETE FROM tokens WHERE serial = $1', [serial]);
      return null;
    }
    throw new Refused('unavailable');
  });
  z.fill(0);
  const result = made ?? (await replyAgain(world, body, first.requestId));
  if (!result) throw new Refused('unavailable');
  return result;
}
