/** The credit-union handshake of docs/protocol.md, pure: M1 out of a password, M3 out of M2, a token out of M4. */
import { toBase64url, utf8, wipe } from '../bytes.ts';
import type { InstitutionProfile } from '../institutions/profile.ts';
import { Refusal } from '../refusal.ts';
import type { UnionPending } from '../vault/pending.ts';
import type { Activation } from './activation.ts';
import { type Concluded, conclude } from './commit.ts';
import { calculateGenerator, scalarOf, sessionKey, sharedElement, shareOf } from './cpace.ts';
import { confirmClientKey, extractKey, lvFields, macOver, transcriptHash } from './keys.ts';
import type { Origins } from './origins.ts';
import { readUnionCommit, readUnionShare } from './wire.ts';

export const SUITE = 'CPACE-RISTR255-SHA512';

/** An attempt that has sent M1 and waits for M2. Lives in memory only; `scalar` is a secret. */
export interface Attempt {
  institutionCode: string;
  issuerOrigin: string;
  startedAt: number;
  /** M1. */
  request: Uint8Array<ArrayBuffer>;
  sid: Uint8Array<ArrayBuffer>;
  serviceId: string;
  userId: string;
  scalar: bigint;
  ya: Uint8Array<ArrayBuffer>;
  app: string;
  version: string;
  t0: number;
}

/** M1. A new sid and a new scalar each time: an attempt is never sent twice with another password. */
export function beginUnion(profile: InstitutionProfile, { serviceId, userId, password }: Activation, from: Origins): Attempt {
  const { issuerOrigin } = profile;
  const sid = from.random(16);
  const prs = utf8(password);
  const sampled = from.random(32);
  const generator = calculateGenerator({ prs, ci: lvFields('ST1-CU', issuerOrigin, serviceId, userId), sid });
  const scalar = scalarOf(sampled);
  wipe(prs, sampled);
  const ya = shareOf(scalar, generator);
  const { app, version, now: t0 } = from;
  const m1 = { v: 1, sid: toBase64url(sid), serviceId, userId, Ya: toBase64url(ya), ADa: { app, version, suite: SUITE }, t0 };
  const request = utf8(JSON.stringify(m1));
  return { institutionCode: profile.code, issuerOrigin, startedAt: t0, request, sid, serviceId, userId, scalar, ya, app, version, t0 };
}

/**
 * M2 → M3 and what must be kept until its reply is here. `prk` is a secret: seal it before M3 leaves, then wipe.
 * Refuses 'issuer-garbled'; 'issuer-unverified' for a share that the draft says to abort on.
 */
export function proveUnion(attempt: Attempt, reply: Uint8Array): UnionPending {
  const { Yb, ADb } = readUnionShare(reply);
  const { sid, serviceId, userId, ya, app, version, t0, issuerOrigin } = attempt;
  const k = sharedElement(attempt.scalar, Yb);
  if (!k) throw new Refusal('issuer-unverified');
  const initiator = { y: ya, ad: lvFields(app, version, SUITE) };
  const responder = { y: Yb, ad: lvFields(ADb.serverNonce, ADb.t1, ADb.t2) };
  const z = sessionKey(sid, k, initiator, responder);
  const m1 = [1, sid, serviceId, userId, ya, app, version, SUITE, t0];
  const th = transcriptHash('cu', issuerOrigin, [...m1, 1, Yb, ADb.serverNonce, ADb.t1, ADb.t2]);
  const prk = extractKey(th, z);
  const confirm = confirmClientKey(prk);
  const m3 = { v: 1, sid: toBase64url(sid), Ta: toBase64url(macOver(confirm, [th])) };
  wipe(k, z, confirm);
  const { institutionCode, startedAt } = attempt;
  const request = utf8(JSON.stringify(m3));
  return { flow: 'cu', id: toBase64url(sid), institutionCode, issuerOrigin, startedAt, request, th, prk };
}

/** M4 → the token and its secrets (the caller wipes them). Refuses 'issuer-garbled' and what `conclude` refuses. */
export function finishUnion(pending: UnionPending, institution: InstitutionProfile, reply: Uint8Array): Concluded {
  const { serial, profile, t1, t2, Tb: proof } = readUnionCommit(reply);
  return conclude(pending, institution, { serial, profile, t1, t2, proof }, pending);
}
