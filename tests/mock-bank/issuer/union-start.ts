/** `POST /v1/cu/start`: M2 to whoever asks; only M3 will show who had the password. */
import { createHash, randomBytes } from 'node:crypto';
import { Refused } from './answers.ts';
import { answerFirst, readFirst, type First } from './union-handshake.ts';
import { isOpen, lockExhausted, MOST_WRONG, seeActivation } from '../activation-tries.ts';
import { passwordOf } from '../activations.ts';
import { attemptOf, endOverdue, fullUntil, MOST_OPEN, openAttempt, OPEN_FOR, sealOwner, type NewAttempt } from '../attempts.ts';
import { randomDigits } from '../digits.ts';
import { randomScalar } from '../secrets/cpace.ts';
import type { World } from '../world.ts';

/** Of the password that stands in for one that there is not. */
const DECOY_DIGITS = 8;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** M2 to these very bytes, as it was sent before; null for a new sid. Refuses other bytes, and an attempt that has ended. */
async function secondAgain({ store, now }: World, body: Uint8Array, { sid }: First): Promise<string | null> {
  const row = await attemptOf(store, sid);
  if (!row) return null;
  if (!sha256(body).equals(row.first_sha)) throw new Refused('conflict');
  if (row.second === null || (row.state === 'OPEN' && row.ends_at <= now())) throw new Refused('expired');
  return row.second;
}

/** Of an unknown user, and of an activation that takes no try, a random one: the same work, the same answer. */
async function passwordFor(world: World, first: First): Promise<string> {
  const row = await seeActivation(world.store, first);
  const good = row?.sealed && isOpen(row, world.now()) && row.fails < MOST_WRONG;
  return good && row.sealed ? passwordOf(world, row, row.sealed) : randomDigits(DECOY_DIGITS);
}

async function expectRoom({ store, now }: World, first: First): Promise<void> {
  const until = await fullUntil(store, first);
  if (until !== null) throw new Refused('busy', { seconds: Math.max(1, Math.ceil((until - now()) / 1000)) });
}

/** The password is forgotten here, and so is yb: what is kept, sealed, lets nobody try another password. */
async function draft(world: World, body: Uint8Array, first: First, t1: number): Promise<NewAttempt & { second: string }> {
  const t2 = Math.max(t1, world.now());
  const { TH, PRK, ISK, K, m2 } = answerFirst(first, {
    origin: world.issuerOrigin(), password: await passwordFor(world, first), yb: randomScalar(), serverNonce: randomBytes(16), t1, t2,
  });
  const agreed = Buffer.concat([TH, PRK]);
  const sealed = world.seal.close(sealOwner(first.sid), agreed);
  for (const secret of [agreed, PRK, ISK, K]) secret.fill(0);
  const { sid, serviceId, userId } = first;
  return { sid, first_sha: sha256(body), second: m2, serviceId, userId, ends_at: t2 + OPEN_FOR, sealed };
}

/** `admit` is asked only for a sid not seen before. */
export async function start(world: World, body: Uint8Array, admit: () => Promise<void>): Promise<{ reply: string }> {
  const t1 = world.now();
  const first = readFirst(body);
  const before = await secondAgain(world, body, first);
  if (before !== null) return { reply: before };
  await admit();
  await endOverdue(world.store, t1);
  await lockExhausted(world.store);
  await expectRoom(world, first);
  const attempt = await draft(world, body, first, t1);
  // A round fails when somebody else takes the slot at the same moment. Who never gets one meets a crowd: it is full.
  for (let round = 0; round <= MOST_OPEN; round++) {
    if (await openAttempt(world.store, attempt)) return { reply: attempt.second };
    const meanwhile = await secondAgain(world, body, first);
    if (meanwhile !== null) return { reply: meanwhile };
    await expectRoom(world, first);
  }
  throw new Refused('busy', { seconds: 1 });
}
