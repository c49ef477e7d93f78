/** What both handshakes end with: the token as it begins, and what of the issuer's commit is refused though its MAC is right. */
import { describe, expect, it } from 'vitest';
import { type Commit, conclude } from '../../../lib/enrolment/commit.ts';
import { macOver, profileFields, tokenKeys } from '../../../lib/enrolment/keys.ts';
import type { InstitutionProfile } from '../../../lib/institutions/profile.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../lib/refusal.ts';
import type { Token } from '../../../lib/token.ts';
import { NOON, pending, unionPending } from '../vault/builders.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const akagi = profileOf('2143') ?? expect.unreachable();
const LAST_DATE = 8_640_000_000_000_000;
const DAY = 86_400_000;
const TRANSCRIPT = { th: new Uint8Array(64).fill(1), prk: new Uint8Array(64).fill(2) };

function concluded(institution: InstitutionProfile, over: { t2?: number; T0?: number } = {}): Token {
  const { t2 = NOON + 5, T0 = 0 } = over;
  const isShinkin = institution.kind === 'shinkin';
  const serial = isShinkin ? 'SKTS00012345' : 'AKGS00012345';
  const profile: Commit['profile'] = { algorithm: 'SHA-1', digits: institution.digits, period: institution.period, T0, name: 'しんきん', generation: 1 };
  const { confirmServer } = tokenKeys(TRANSCRIPT.prk, 'SHA-1');
  const proof = macOver(confirmServer, [TRANSCRIPT.th, serial, ...profileFields(profile), NOON, t2]);
  return conclude(isShinkin ? pending() : unionPending(), institution, { serial, profile, t1: NOON, t2, proof }, TRANSCRIPT).token;
}

const BEGINNING = { state: 'UNBOUND', receipt: null, acknowledged: false, clock: null, spentStep: -1, copiedStep: -1, givenSteps: [], suffix: '', exchanging: false, removedAt: null, acceptedOffset: null, uses: [], place: null, local: null } as const;

describe('a token', () => {
  it('of a shinkin begins with nothing given, and needs no introduction', () => {
    expect(concluded(abukuma)).toMatchObject({ ...BEGINNING, id: 'token-1', introduced: true, createdAt: NOON + 5, startBy: NOON + 5 + abukuma.startWithin });
  });

  it('of a credit union begins with nothing given, and is introduced first', () => {
    expect(concluded(akagi)).toMatchObject({ ...BEGINNING, id: 'token-2', introduced: false, startBy: NOON + 5 + akagi.startWithin });
  });

  it('ends after its lifetime where the institution has one', () => {
    expect(concluded({ ...abukuma, lifetime: 365 * DAY }).endsAt).toBe(NOON + 5 + 365 * DAY);
    expect(concluded({ ...abukuma, lifetime: null }).endsAt).toBeNull();
  });
});

describe('a commit is refused', () => {
  it.each([[null, 0], [DAY, DAY]] as const)('when the token would outlive the last date that there is (lifetime %s)', (lifetime, more) => {
    const institution = { ...abukuma, lifetime };
    const last = LAST_DATE - abukuma.startWithin - more;
    expect(concluded(institution, { t2: last }).createdAt).toBe(last);
    expect(() => concluded(institution, { t2: last + 1 })).toThrow(new Refusal('profile-unexpected'));
  });

  it('when its time steps begin after now', () => {
    const now = Math.floor(NOON / 1000);
    expect(concluded(abukuma, { T0: now, t2: now * 1000 }).profile.T0).toBe(now);
    expect(() => concluded(abukuma, { T0: now, t2: now * 1000 - 1 })).toThrow(new Refusal('profile-unexpected'));
  });
});
