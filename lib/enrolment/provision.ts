/** The shinkin handshake, pure: M1 out of a pinned key, a token out of M2. HPKE per RFC 9180. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { equalBytes, fromBase64url, lvCat, toBase64url, uint64, utf8, wipe } from '../bytes.ts';
import type { InstitutionProfile } from '../institutions/profile.ts';
import { Refusal } from '../refusal.ts';
import type { Token } from '../token.ts';
import type { Pending, Secrets } from '../vault/pending.ts';
import { macOver, profileFields, schedule, transcriptHash } from './keys.ts';
import { type Commit, readCommit } from './wire.ts';

/** 利用開始 must be done at the bank within this time. */
const START_WITHIN = 30 * 24 * 60 * 60 * 1000;

export interface Origins {
  now: number;
  /** Fresh random bytes. */
  random: (length: number) => Uint8Array<ArrayBuffer>;
  app: string;
  version: string;
}

const suite = (): CipherSuite =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** M1 and what must be kept until its reply is here. `z` is a secret: seal it before M1 leaves, then wipe. */
export async function beginProvision(profile: InstitutionProfile, from: Origins): Promise<Pending> {
  const [key] = profile.issuerKeys;
  if (!key) throw new Refusal('institution-without-issuer');
  const requestId = from.random(16);
  const hpke = suite();
  const sender = await hpke.createSenderContext({
    recipientPublicKey: await hpke.kem.deserializePublicKey(fromBase64url(key.publicKey)),
    info: utf8(`ST1-SK${profile.issuerOrigin}`),
  });
  const plain = lvCat(from.random(32), utf8(from.app), utf8(from.version), uint64(from.now));
  const ct = new Uint8Array(await sender.seal(plain, requestId));
  const enc = new Uint8Array(sender.enc);
  const m1 = { v: 1, requestId: toBase64url(requestId), keyId: key.keyId, enc: toBase64url(enc), ct: toBase64url(ct) };
  return {
    id: toBase64url(requestId),
    institutionCode: profile.code,
    issuerOrigin: profile.issuerOrigin,
    startedAt: from.now,
    request: utf8(JSON.stringify(m1)),
    requestId,
    keyId: key.keyId,
    enc,
    ct,
    z: new Uint8Array(await sender.export(utf8('st1 z'), 32)),
  };
}

function expectAgreed(commit: Commit, profile: InstitutionProfile): void {
  if (!profile.serialPattern.test(commit.serial)) throw new Refusal('serial-unexpected');
  if (commit.profile.digits !== profile.digits || commit.profile.period !== profile.period)
    throw new Refusal('profile-unexpected');
  // Time steps that begin in the future would give no code at all.
  if (commit.profile.T0 * 1000 > commit.t2) throw new Refusal('profile-unexpected');
}

function fieldsOf(pending: Pending, m2: Commit): (Uint8Array | string | number)[] {
  const m1 = [1, pending.requestId, pending.keyId, pending.enc, pending.ct];
  return [...m1, m2.v, m2.serverNonce, m2.serial, ...profileFields(m2.profile), m2.t1, m2.t2];
}

/**
 * M2 → the token and its secrets (the caller wipes them). Refuses 'issuer-garbled',
 * 'issuer-unverified' (wrong MAC), 'serial-unexpected', 'profile-unexpected'.
 */
export function finishProvision(
  pending: Pending,
  profile: InstitutionProfile,
  reply: Uint8Array,
): { token: Token; secrets: Secrets } {
  const m2 = readCommit(reply);
  const th = transcriptHash('sk', pending.issuerOrigin, fieldsOf(pending, m2));
  const keys = schedule(th, pending.z, m2.profile.algorithm);
  const secrets = { otp: keys.otp, device: keys.device };
  try {
    const expected = macOver(keys.confirmServer, [th, m2.serial, ...profileFields(m2.profile), m2.t1, m2.t2]);
    if (!equalBytes(expected, m2.mac)) throw new Refusal('issuer-unverified');
    expectAgreed(m2, profile);
  } catch (refusal) {
    wipe(secrets.otp, secrets.device);
    throw refusal;
  } finally {
    wipe(keys.confirmServer);
  }
  return { token: newToken(pending, m2), secrets };
}

function newToken(pending: Pending, m2: Commit): Token {
  return {
    // The request's id, so that a commit repeated after a crash meets the same record.
    id: pending.id,
    institutionCode: pending.institutionCode,
    issuerOrigin: pending.issuerOrigin,
    serial: m2.serial,
    profile: m2.profile,
    state: 'UNBOUND',
    createdAt: m2.t2,
    startBy: m2.t2 + START_WITHIN,
    receipt: null,
    acknowledged: false,
    clock: null,
    spentStep: -1,
    copiedStep: -1,
  };
}
