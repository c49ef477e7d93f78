/** `POST /v1/cu/finish`: the try is counted, then looked at; the token, its activation and the reply are one transaction. */
import { createHash, randomBytes } from 'node:crypto';
import { Refused, type IssuerRefusal } from './answers.ts';
import { commit, isProven, readThird, type Agreed, type Third } from './union-handshake.ts';
import {
  countTry, holdActivation, holdCustomerOf, isOpen, settleRight, settleWrong, type HeldActivation, type Taken,
} from '../activation-tries.ts';
import { tokenFor } from '../activations.ts';
import { attemptOf, commitAttempt, countAttempt, holdAttempt, refuseAttempt, sealOwner, type AttemptRow, type Ids } from '../attempts.ts';
import { makeToken, type Owner } from '../devices.ts';
import { expectInstitution } from '../institutions.ts';
import type { Profile } from '../secrets/schedule.ts';
import type { Tables } from '../store.ts';
import { isAlive, stateNow, tokenOf } from '../tokens.ts';
import type { World } from '../world.ts';

const HASH = 64;
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** For the operator's log; the client hears `refused` alike. */
export interface Seen extends Partial<Owner> {
  serial?: string;
  reason?: string;
}

export interface Finished {
  reply: string;
  seen: Seen;
  /** Of another device; it ended with this one's beginning. */
  former: string | null;
}

/** What is to be said of an attempt as it stands; `go-on`: it waits for this M3, or this M3 waits to be looked at. */
type Standing = { kind: 'go-on' } | { kind: 'refuse'; refusal: IssuerRefusal; seen?: Seen } | { kind: 'done'; finished: Finished };

const refuse = (refusal: IssuerRefusal, seen?: Seen): Standing => ({ kind: 'refuse', refusal, ...(seen ? { seen } : {}) });

/** M4 again, as long as its token may still come to life at a client. */
async function fourthAgain(tables: Tables, { fourth, serial }: AttemptRow, now: number): Promise<Standing> {
  const token = serial === null ? undefined : await tokenOf(tables, serial);
  if (fourth === null || !token || !isAlive(stateNow(token, now))) return refuse('expired');
  return { kind: 'done', finished: { reply: fourth, seen: { serial: token.serial, reason: 'repeated' }, former: null } };
}

/** `thirdSha`: of the M3 that has come now. */
async function standingOf(tables: Tables, row: AttemptRow | undefined, thirdSha: Buffer, now: number): Promise<Standing> {
  if (!row) return refuse('unknown');
  if (row.third_sha && !thirdSha.equals(row.third_sha)) return refuse('conflict');
  if (row.state === 'REFUSED') return refuse('refused', { reason: 'repeated' });
  if (row.state === 'COMMITTED') return fourthAgain(tables, row, now);
  return row.state === 'ENDED' || (row.state === 'OPEN' && row.ends_at <= now) ? refuse('expired') : { kind: 'go-on' };
}

const idsOf = ({ service_id: serviceId, user_id: userId }: AttemptRow): Ids => ({ serviceId, userId });

/** One try, before anything secret of it is opened. The same M3 once more is the same try; another M3 is none. */
async function count({ now }: World, tables: Tables, { sid }: Third, thirdSha: Buffer): Promise<Standing> {
  const seen = await attemptOf(tables, sid);
  if (!seen) return refuse('unknown');
  await holdActivation(tables, idsOf(seen));
  const row = await holdAttempt(tables, sid);
  const standing = await standingOf(tables, row, thirdSha, now());
  if (!row || standing.kind !== 'go-on' || row.state === 'COUNTED') return standing;
  const counted = await countTry(tables, idsOf(row), now());
  await countAttempt(tables, row, thirdSha, counted === undefined);
  return standing;
}

/** TH and PRK. Of an attempt that nobody may look at, random ones: the same work for the same answer. */
function agreed({ seal }: World, { sid, sealed }: AttemptRow, open: boolean): Agreed {
  const both = open && sealed ? seal.open(sealOwner(sid), sealed) : randomBytes(2 * HASH);
  return { TH: both.subarray(0, HASH), PRK: both.subarray(HASH) };
}

const profileOf = ({ institution, generation }: HeldActivation, period: number): Profile =>
  ({ algorithm: 'SHA-1', digits: 6, period, T0: 0, name: expectInstitution(institution).name, generation });

interface Made {
  taken: Taken;
  m4: string;
}

/** The keys need no serial, the reply does: so the token comes first. Null when another device keeps its own. */
async function make(world: World, tables: Tables, held: HeldActivation, both: Agreed, { t1, prefix }: Arrival): Promise<Made | null> {
  const t2 = Math.max(t1, world.now());
  const wanted = tokenFor(held, t2);
  const profile = profileOf(held, wanted.period);
  const { keys } = commit(both, { serial: '', profile, t1, t2 });
  try {
    const taken = await settleRight(tables, held, () => makeToken(world, tables, { ...wanted, prefix: prefix ?? wanted.prefix, keys }));
    return taken && { taken, m4: commit(both, { serial: taken.serial, profile, t1, t2 }).m4 };
  } finally {
    for (const key of Object.values(keys)) key.fill(0);
  }
}

/** When M3 came, and what the bad-serial fault puts before the digits. */
interface Arrival {
  t1: number;
  prefix?: string;
}

async function settle(world: World, tables: Tables, row: AttemptRow, held: HeldActivation | undefined, third: Third, arrival: Arrival): Promise<Standing> {
  const owner = held && { institution: held.institution, contract: held.contract };
  const open = held !== undefined && row.sealed !== null && isOpen(held, world.now());
  const both = agreed(world, row, open);
  const right = isProven(both, third.Ta) && open;
  const made = right ? await make(world, tables, held, both, arrival) : null;
  both.PRK.fill(0);
  if (made) {
    const { taken: { serial, former }, m4 } = made;
    await commitAttempt(tables, row, { m4, serial });
    return { kind: 'done', finished: { reply: m4, seen: { ...owner, serial }, former } };
  }
  await refuseAttempt(tables, row);
  return refuse('refused', { ...owner, reason: right ? 'superseded' : open ? await settleWrong(tables, held) : 'unusable' });
}

/** Of two that bring the same M3 at once the second finds what the first has decided. */
async function decide(world: World, tables: Tables, third: Third, thirdSha: Buffer, arrival: Arrival): Promise<Standing> {
  const seen = await attemptOf(tables, third.sid);
  if (!seen) return refuse('unknown');
  await holdCustomerOf(tables, idsOf(seen));
  const held = await holdActivation(tables, idsOf(seen));
  const row = await holdAttempt(tables, third.sid);
  const standing = await standingOf(tables, row, thirdSha, world.now());
  return row && standing.kind === 'go-on' ? settle(world, tables, row, held, third, arrival) : standing;
}

/** `spoiltPrefix` is for the bad-serial fault, whose reply must be right in everything else. */
export async function finish(world: World, body: Uint8Array, { spoiltPrefix }: { spoiltPrefix?: string } = {}): Promise<Finished> {
  const arrival = { t1: world.now(), ...(spoiltPrefix === undefined ? {} : { prefix: spoiltPrefix }) };
  const third = readThird(body);
  const thirdSha = sha256(body);
  const { store } = world;
  let standing = await store.transaction((tables) => count(world, tables, third, thirdSha));
  // Two transactions, and the first is done: a crash between them costs the try, and never gives another one.
  if (standing.kind === 'go-on') standing = await store.transaction((tables) => decide(world, tables, third, thirdSha, arrival));
  if (standing.kind === 'done') return standing.finished;
  throw standing.kind === 'refuse' ? new Refused(standing.refusal, standing.seen ? { seen: standing.seen } : {}) : new Error('an attempt was not decided');
}
