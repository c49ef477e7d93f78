/** What the issuer says of a token: its state, and with it the clock. */
import { measured } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { type ClockMeasure, isLive, type Token, type TokenState } from '../token.ts';
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
}

async function ask(around: Surroundings, token: Token): Promise<Asked> {
  const first = await askStatus(around, token);
  const agrees = token.clock !== null && Math.abs(first.sample.offset - token.clock.offset) <= AGREES;
  if (agrees) return { state: first.answer.state, clock: first.sample };
  const rounds = [first];
  while (rounds.length < ROUNDS) rounds.push(await askStatus(around, token));
  return { state: rounds.at(-1)?.answer.state ?? first.answer.state, clock: bestSample(rounds.map(({ sample }) => sample)) };
}

/** Asks the issuer: state, clock, and the acknowledgement if it is still owed. */
export async function refresh(around: Surroundings, tokenId: string): Promise<TokenState> {
  const { vault } = around;
  const token = (await vault.tokens()).find(({ id }) => id === tokenId);
  if (!token) throw new Refusal('token-unknown');
  const { state, clock } = await ask(around, token);
  const open = state === 'ACTIVE' || state === 'SUSPENDED';
  await vault.change(tokenId, (kept) => ({ ...measured(kept, clock), state, exchanging: kept.exchanging && open }));
  around.asked?.(tokenId);
  // What is over needs no acknowledgement any more.
  if (isLive(state)) await acknowledge(around, token);
  return state;
}

async function askStatus(
  { vault, post, now, monotonic, random }: Surroundings,
  token: Token,
): Promise<{ answer: StatusAnswer; sample: ClockMeasure }> {
  const started = monotonic();
  const question = { serial: token.serial, nonce: random(16), t0: now() };
  const body = await vault.lend(token.id, ({ device }) => statusRequest(device, question));
  const reply = await post(token.issuerOrigin, '/v1/status', body);
  // t3 by the clock that nobody sets, so that a clock set meanwhile can't forge a sample.
  const t3 = Math.round(question.t0 + monotonic() - started);
  const answer = await vault.lend(token.id, ({ device }) => readStatus(device, question, reply));
  return { answer, sample: clockSample(question.t0, answer.t1, answer.t2, t3) };
}

async function acknowledge({ vault, post }: Surroundings, token: Token): Promise<void> {
  if (token.acknowledged) return;
  const body = await vault.lend(token.id, ({ device }) => ackRequest(device, token.serial));
  readAckReply(await post(token.issuerOrigin, '/v1/ack', body));
  await vault.change(token.id, (kept) => ({ ...kept, acknowledged: true }));
}
