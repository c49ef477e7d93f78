/** Drives both handshakes: stores before it sends, and resumes what is pending. */
import { wipe } from '../bytes.ts';
import type { InstitutionProfile } from '../institutions/profile.ts';
import { ENDED, isRefusal, Refusal } from '../refusal.ts';
import type { Token, TokenState } from '../token.ts';
import type { Pending } from '../vault/pending.ts';
import { type Activation, readActivation } from './activation.ts';
import type { Origins } from './origins.ts';
import { beginProvision, finishProvision } from './provision.ts';
import { refreshing } from './refresh.ts';
import type { Surroundings } from './surroundings.ts';
import { beginUnion, finishUnion, proveUnion } from './union.ts';

export interface Enrolment {
  /** A new token at this shinkin; resolves when it is in the vault. */
  enrol(profile: InstitutionProfile): Promise<Token>;
  /**
   * A new token at this credit union, from what the customer typed. Refuses 'service-id-garbled', 'user-id-garbled',
   * 'activation-password-garbled', and 'activation-refused' for whatever is wrong with the activation.
   */
  enrolUnion(profile: InstitutionProfile, typed: Activation): Promise<Token>;
  /** Sends the stored message again: same bytes, same reply. What the issuer has ended is forgotten, and refused. */
  resume(pendingId: string): Promise<Token>;
  /** The same without the customer: what the issuer has ended stays, so that they see it. */
  goOn(pendingId: string): Promise<Token>;
  /** Asks the issuer; keeps state, clock and acknowledgement. */
  refresh(tokenId: string): Promise<TokenState>;
}

/** The surroundings, and the one way to ask about a token. */
interface Drive extends Surroundings {
  refresh: Enrolment['refresh'];
}

export function enrolment(around: Surroundings): Enrolment {
  const drive: Drive = { ...around, refresh: refreshing(around) };
  return {
    enrol: (profile) => enrol(drive, profile),
    enrolUnion: (profile, typed) => enrolUnion(drive, profile, typed),
    resume: (pendingId) => resume(drive, pendingId),
    goOn: (pendingId) => goOn(drive, pendingId),
    refresh: drive.refresh,
  };
}

async function enrol(around: Drive, profile: InstitutionProfile): Promise<Token> {
  const pending = await beginProvision(profile, origins(around));
  return await keepAndSend(around, pending);
}

async function enrolUnion(around: Drive, profile: InstitutionProfile, typed: Activation): Promise<Token> {
  const attempt = beginUnion(profile, readActivation(typed), origins(around));
  const share = await around.post(profile.issuerOrigin, '/v1/cu/start', attempt.request);
  return await keepAndSend(around, proveUnion(attempt, share));
}

function origins({ now, random, version }: Surroundings): Origins {
  return { now: now(), random, app: 'kagifuda', version };
}

const secretIn = (pending: Pending): Uint8Array => (pending.flow === 'sk' ? pending.z : pending.prk);

async function keepAndSend(around: Drive, pending: Pending): Promise<Token> {
  try {
    // On disk before the message leaves: whatever happens now, the same bytes can be sent again.
    await around.vault.keepPending(pending);
  } finally {
    wipe(secretIn(pending));
  }
  return await resume(around, pending.id);
}

/** The pending's id is the token's: one that was settled meanwhile, by another resume, is there already. */
async function issued({ vault }: Surroundings, pendingId: string): Promise<Token | undefined> {
  try {
    return await vault.token(pendingId);
  } catch (failure) {
    if (isRefusal(failure, 'token-unknown')) return undefined;
    throw failure;
  }
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

async function resume(around: Drive, pendingId: string): Promise<Token> {
  try {
    return await goOn(around, pendingId);
  } catch (refusal) {
    if (isRefusal(refusal, ...ENDED)) await around.vault.dropPending(pendingId);
    throw refusal;
  }
}

function unlessRefused(failure: unknown): void {
  if (!(failure instanceof Refusal)) throw failure;
}

async function goOn(around: Drive, pendingId: string): Promise<Token> {
  const token = (await issued(around, pendingId)) ?? (await settleOnce(around, pendingId));
  // The token is safe. Its clock and the acknowledgement may come later: codes are 時刻確認中 until then.
  await around.refresh(token.id).catch(unlessRefused);
  return token;
}

/** Where the stored message of each flow goes. */
const PATHS = { sk: '/v1/sk/provision', cu: '/v1/cu/finish' } as const;

async function settle({ vault, post, profileOf }: Surroundings, pending: Pending): Promise<Token> {
  const profile = profileOf(pending.institutionCode);
  if (!profile) throw new Refusal('institution-without-issuer');
  const reply = await post(pending.issuerOrigin, PATHS[pending.flow], pending.request);
  const { token, secrets } =
    pending.flow === 'sk' ? finishProvision(pending, profile, reply) : finishUnion(pending, profile, reply);
  const { name: institution, telephone, hours } = profile;
  try {
    return await vault.commit(pending.id, token, secrets, { institution, serial: token.serial, telephone, hours });
  } finally {
    wipe(secrets.otp, secrets.device);
  }
}
