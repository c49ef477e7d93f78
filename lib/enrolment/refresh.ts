/** What the issuer says of a token: its state, and with it the clock. */
import { measured } from '../clock.ts';
import { inTurnFor } from '../in-turn.ts';
import { isRefusal, NOTHING_TO_LEARN, Refusal } from '../refusal.ts';
import { type ClockMeasure, isInUse, isLive, type Token, type TokenState } from '../token.ts';
import { ackRequest, bestSample, clockSample, readStatus, type StatusAnswer, statusRequest } from './status.ts';
import type { Surroundings } from './surroundings.ts';
import { readAckReply } from './wire.ts';

/** Rounds of /v1/status for one measure of the clock. */
const ROUNDS = 3;
/** One round is enough to see that the clocks still agree to this. Milliseconds. */
const AGREES = 2_000;

interface Asked {
  state: TokenState;
  clock: ClockMeasure;
  /** When the question began, by the clock that nobody sets. */
  began: number;
}

async function ask(around: Surroundings, token: Token): Promise<Asked> {
  const first = await askStatus(around, token);
  const { began } = first;
  const agrees = token.clock !== null && Math.abs(first.sample.offset - token.clock.offset) <= AGREES;
  if (agrees) return { state: first.answer.state, clock: first.sample, began };
  const rounds = [first];
  while (rounds.length < ROUNDS) rounds.push(await askStatus(around, token));
  return { state: rounds.at(-1)?.answer.state ?? first.answer.state, clock: bestSample(rounds.map(({ sample }) => sample)), began };
}

type Learn = (tokenId: string) => Promise<TokenState>;

/** State and clock. */
async function learn(around: Surroundings, tokenId: string): Promise<TokenState> {
  const token = await around.vault.token(tokenId);
  const { state, clock, began } = await ask(around, token);
  const open = isInUse(state);
  await around.vault.change(tokenId, (kept) => ({ ...measured(kept, clock), state, exchanging: kept.exchanging && open }));
  around.asked?.(tokenId, began);
  if (open && token.state === 'UNBOUND') around.started?.(token);
  return state;
}

/**
 * Asks the issuer: state, clock, and the acknowledgement if it is still owed. The state is asked for after the
 * acknowledgement: by then no other attempt can supersede the token unnoticed. It counts as acknowledged only when
 * the other tokens have been asked for too, so that a process that dies in between asks for them again.
 */
export function refreshing(around: Surroundings): Learn {
  const turn = inTurnFor();
  // By token: an answer that was asked for earlier is never kept after a later one.
  const learnInTurn: Learn = (tokenId) => turn(tokenId, () => learn(around, tokenId));
  return async (tokenId) => {
    const token = await around.vault.token(tokenId);
    const failure = token.acknowledged ? null : await acknowledge(around, token);
    const state = await learnInTurn(tokenId);
    // What is over needs no acknowledgement any more.
    if (token.acknowledged || !isLive(state)) return state;
    if (failure) throw failure;
    await learnOthers(around, token, learnInTurn);
    await around.vault.change(tokenId, (kept) => ({ ...kept, acknowledged: true }));
    return state;
  };
}

/** A token of the same activation may have ended with the beginning of this one (superseded): the issuer says which. */
async function learnOthers({ vault, profileOf }: Surroundings, { id, institutionCode }: Token, learnInTurn: Learn): Promise<void> {
  if (profileOf(institutionCode)?.kind !== 'credit-union') return;
  for (const other of await vault.tokens()) {
    if (other.id === id || other.institutionCode !== institutionCode || other.state !== 'UNBOUND') continue;
    await learnInTurn(other.id).catch(unlessNothing);
  }
}

function unlessNothing(failure: unknown): void {
  if (!isRefusal(failure, ...NOTHING_TO_LEARN)) throw failure;
}

async function askStatus(
  { vault, post, now, monotonic, random }: Surroundings,
  token: Token,
): Promise<{ answer: StatusAnswer; sample: ClockMeasure; began: number }> {
  const began = monotonic();
  const question = { serial: token.serial, nonce: random(16), t0: now() };
  const body = await vault.lend(token.id, ({ device }) => statusRequest(device, question));
  const reply = await post(token.issuerOrigin, '/v1/status', body);
  // t3 by the clock that nobody sets, so that a clock set meanwhile can't forge a sample.
  const t3 = Math.round(question.t0 + monotonic() - began);
  const answer = await vault.lend(token.id, ({ device }) => readStatus(device, question, reply));
  return { answer, sample: clockSample(question.t0, answer.t1, answer.t2, t3), began };
}

/** What it failed with; its state is asked for all the same. */
async function acknowledge({ vault, post }: Surroundings, token: Token): Promise<Refusal | null> {
  try {
    const body = await vault.lend(token.id, ({ device }) => ackRequest(device, token.serial));
    readAckReply(await post(token.issuerOrigin, '/v1/ack', body));
    return null;
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}
