/** Drives the handshake: stores before it sends, resumes what is pending, keeps what the issuer says. */
import { wipe } from '../bytes.ts';
import type { InstitutionProfile } from '../institutions/profile.ts';
import { Refusal } from '../refusal.ts';
import type { ClockMeasure, Token, TokenState } from '../token.ts';
import type { Pending } from '../vault/pending.ts';
import type { Vault } from '../vault/vault.ts';
import type { Post } from './issuer.ts';
import { beginProvision, finishProvision } from './provision.ts';
import { ackRequest, bestSample, clockSample, readStatus, type StatusAnswer, statusRequest } from './status.ts';
import { readAckReply } from './wire.ts';

/** Rounds of /v1/status for one measure of the clock. */
const CLOCK_ROUNDS = 3;

export interface Enrolment {
  /** A new token at this shinkin; resolves when it is in the vault. */
  enrol(profile: InstitutionProfile): Promise<Token>;
  /** Sends the stored request again: same bytes, same reply. */
  resume(pendingId: string): Promise<Token>;
  /** Asks the issuer; keeps state, clock and acknowledgement. */
  refresh(tokenId: string): Promise<TokenState>;
}

export interface Surroundings {
  vault: Vault;
  post: Post;
  profileOf: (code: string) => InstitutionProfile | undefined;
  /** Epoch milliseconds of this PC. */
  now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  monotonic: () => number;
  random: (length: number) => Uint8Array<ArrayBuffer>;
  version: string;
}

export function enrolment(around: Surroundings): Enrolment {
  return {
    enrol: (profile) => enrol(around, profile),
    resume: (pendingId) => resume(around, pendingId),
    refresh: (tokenId) => refresh(around, tokenId),
  };
}

async function enrol(around: Surroundings, profile: InstitutionProfile): Promise<Token> {
  const { vault, now, random, version } = around;
  const pending = await beginProvision(profile, { now: now(), random, app: 'kagifuda', version });
  try {
    // On disk before M1 leaves: whatever happens now, the same request can be sent again.
    await vault.keepPending(pending);
  } finally {
    wipe(pending.z);
  }
  return await resume(around, pending.id);
}

/** The pending's id is the token's: one that was settled meanwhile, by another resume, is there already. */
async function issued({ vault }: Surroundings, pendingId: string): Promise<Token | undefined> {
  return (await vault.tokens()).find(({ id }) => id === pendingId);
}

async function settleOnce(around: Surroundings, pendingId: string): Promise<Token> {
  try {
    return await around.vault.lendPending(pendingId, (pending) => settle(around, pending));
  } catch (refusal) {
    const token = await issued(around, pendingId);
    if (token) return token;
    throw refusal;
  }
}

async function resume(around: Surroundings, pendingId: string): Promise<Token> {
  const token = (await issued(around, pendingId)) ?? (await settleOnce(around, pendingId));
  // The token is safe. Its clock and the acknowledgement may come later: codes are 時刻確認中 until then.
  await refresh(around, token.id).catch(laterIfRefused);
  return token;
}

async function settle({ vault, post, profileOf }: Surroundings, pending: Pending): Promise<Token> {
  const profile = profileOf(pending.institutionCode);
  if (!profile) throw new Refusal('institution-without-issuer');
  const reply = await post(pending.issuerOrigin, '/v1/sk/provision', pending.request);
  const { token, secrets } = finishProvision(pending, profile, reply);
  const { name: institution, telephone, hours } = profile;
  try {
    return await vault.commit(pending.id, token, secrets, { institution, serial: token.serial, telephone, hours });
  } finally {
    wipe(secrets.otp, secrets.device);
  }
}

async function refresh(around: Surroundings, tokenId: string): Promise<TokenState> {
  const token = (await around.vault.tokens()).find(({ id }) => id === tokenId);
  if (!token) throw new Refusal('token-unknown');
  const samples: ClockMeasure[] = [];
  let { state } = token;
  for (let round = 0; round < CLOCK_ROUNDS; round++) {
    const { answer, sample } = await askStatus(around, token);
    state = answer.state;
    samples.push(sample);
  }
  await around.vault.change(tokenId, (kept) => ({ ...kept, state, clock: bestSample(samples) }));
  await acknowledge(around, token);
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

function laterIfRefused(failure: unknown): void {
  if (!(failure instanceof Refusal)) throw failure;
}
