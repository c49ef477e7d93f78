/** Answers to the enrolment page. */
import { institutionOf } from '../../lib/institutions/directory.ts';
import type { InstitutionProfile } from '../../lib/institutions/profile.ts';
import { mayEnrol, profileOf } from '../../lib/institutions/profiles.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import { PASSING } from './passing.ts';
import { tryLater } from './pendings.ts';
import { expectLastingContext } from './private-context.ts';
import { tellPages } from './tell-pages.ts';

/** By the browser's own word on the policy. Refuses 'institution-unknown', 'institution-not-allowed', 'institution-without-issuer'. */
async function expectProfile(desk: Desk, code: string, kind: InstitutionProfile['kind']): Promise<InstitutionProfile> {
  await desk.policy.read();
  if (!institutionOf(code)) throw new Refusal('institution-unknown');
  if (!mayEnrol(code)) throw new Refusal('institution-not-allowed');
  const profile = profileOf(code);
  if (profile?.kind !== kind) throw new Refusal('institution-without-issuer');
  return profile;
}

const named = ({ id, serial }: Token): { tokenId: string; serial: string } => ({ tokenId: id, serial });

/** However it ends: what was refused may have left an attempt behind, or ended one. */
async function thenTell<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await tellPages();
  }
}

type Names = 'enrolShinkin' | 'enrolUnion' | 'resumePending' | 'dropPending' | 'refreshStatus';

export function enrolRequests(desk: Desk): Pick<Handlers<OwnRequests, OwnPage>, Names> {
  const { vault, enrolment } = desk;

  /** What the line has cut off goes on by itself, whether or not the page is still there to ask for it. */
  async function enrolling(work: Promise<Token>): Promise<{ tokenId: string; serial: string }> {
    try {
      return named(await thenTell(work));
    } catch (failure) {
      if (failure instanceof Refusal && PASSING.has(failure.reason)) await tryLater(desk);
      throw failure;
    }
  }

  return {
    async enrolShinkin({ institutionCode, termsAccepted, samePcAccepted }) {
      if (!termsAccepted || !samePcAccepted) throw new Refusal('consent-missing');
      expectLastingContext();
      const profile = await expectProfile(desk, institutionCode, 'shinkin');
      await vault.touch();
      return await enrolling(enrolment.enrol(profile));
    },
    async enrolUnion({ institutionCode, consented, ...typed }) {
      if (!consented) throw new Refusal('consent-missing');
      expectLastingContext();
      const profile = await expectProfile(desk, institutionCode, 'credit-union');
      await vault.touch();
      return await enrolling(enrolment.enrolUnion(profile, typed));
    },
    async resumePending({ pendingId }) {
      await desk.policy.read();
      await vault.touch();
      return await enrolling(enrolment.resume(pendingId));
    },
    async dropPending({ pendingId }) {
      await thenTell(vault.dropPending(pendingId));
      return {};
    },
    async refreshStatus({ tokenId }) {
      // Nobody but its owner knows of an imported token.
      if ((await vault.token(tokenId)).local) throw new Refusal('token-unusable');
      return { state: await thenTell(enrolment.refresh(tokenId)) };
    },
  };
}
