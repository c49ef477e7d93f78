/** What both handshakes end with: the issuer's commit, proven and as the institution said it would be, becomes a token. */
import { equalBytes, wipe } from '../bytes.ts';
import type { InstitutionProfile } from '../institutions/profile.ts';
import { Refusal } from '../refusal.ts';
import { newToken, type Profile, type Token } from '../token.ts';
import type { PendingSummary, Secrets } from '../vault/pending.ts';
import { macOver, profileFields, tokenKeys } from './keys.ts';

/** The part of the last message that both flows share; `proof` is its MAC. */
export interface Commit {
  serial: string;
  profile: Profile;
  t1: number;
  t2: number;
  proof: Uint8Array;
}

export interface Concluded {
  token: Token;
  /** The caller wipes them. */
  secrets: Secrets;
}

/** ECMA-262, time values: the last millisecond that a date can have. */
const LAST_DATE = 8_640_000_000_000_000;

/** Refuses 'serial-unexpected', 'profile-unexpected'. */
function expectAgreed(commit: Commit, institution: InstitutionProfile): void {
  if (!institution.serialPattern.test(commit.serial)) throw new Refusal('serial-unexpected');
  const { digits, period, T0 } = commit.profile;
  if (digits !== institution.digits || period !== institution.period) throw new Refusal('profile-unexpected');
  // Dates that no clock of a browser reaches.
  if (commit.t2 + institution.startWithin + (institution.lifetime ?? 0) > LAST_DATE) throw new Refusal('profile-unexpected');
  // Time steps that begin in the future would give no code at all.
  if (T0 * 1000 > commit.t2) throw new Refusal('profile-unexpected');
}

function issuedToken(pending: PendingSummary, institution: InstitutionProfile, commit: Commit): Token {
  const { serial, profile, t2 } = commit;
  return newToken({
    // The pending's id, so that a commit repeated after a crash meets the same record.
    id: pending.id,
    institutionCode: pending.institutionCode,
    issuerOrigin: pending.issuerOrigin,
    serial,
    profile,
    state: 'UNBOUND',
    createdAt: t2,
    startBy: t2 + institution.startWithin,
    acknowledged: false,
    introduced: institution.kind === 'shinkin',
    endsAt: institution.lifetime === null ? null : t2 + institution.lifetime,
    local: null,
  });
}

/** Refuses 'issuer-unverified' (wrong MAC), 'serial-unexpected', 'profile-unexpected'. */
export function conclude(
  pending: PendingSummary,
  institution: InstitutionProfile,
  commit: Commit,
  { th, prk }: { th: Uint8Array; prk: Uint8Array },
): Concluded {
  const { serial, profile, t1, t2, proof } = commit;
  const { confirmServer, otp, device } = tokenKeys(prk, profile.algorithm);
  try {
    const expected = macOver(confirmServer, [th, serial, ...profileFields(profile), t1, t2]);
    if (!equalBytes(expected, proof)) throw new Refusal('issuer-unverified');
    expectAgreed(commit, institution);
    return { token: issuedToken(pending, institution, commit), secrets: { otp, device } };
  } catch (refusal) {
    wipe(otp, device);
    throw refusal;
  } finally {
    wipe(confirmServer);
  }
}
