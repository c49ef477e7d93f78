/** Where the customer is on the way to a token. Pure. */
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { Look, PendingLook, TokenLook, WayIn } from '../lib/messages/protocol.ts';
import type { Reason } from '../lib/refusal.ts';

export type Stage =
  | { at: 'loading' }
  | { at: 'refused'; reason: Reason }
  | { at: 'choose-lock' }
  | { at: 'unlock'; wayIn: WayIn }
  | { at: 'institution' }
  | { at: 'consent'; profile: InstitutionProfile }
  | { at: 'resume'; pending: PendingLook }
  | { at: 'done'; token: TokenLook };

/** What the page was opened for; the popup puts it into the address. */
export interface Wanted {
  pendingId: string | null;
  institutionCode: string | null;
  inPrivateWindow: boolean;
}

export type EnrolEvent =
  | { kind: 'looked'; look: Look; wanted: Wanted }
  | { kind: 'failed'; reason: Reason }
  | { kind: 'chosen'; profile: InstitutionProfile }
  | { kind: 'back' }
  | { kind: 'issued'; token: TokenLook };

/** `search` of the page's address, e.g. `?institution=1188`. */
export function wantedFrom(search: string, inPrivateWindow: boolean): Wanted {
  const asked = new URLSearchParams(search);
  return { pendingId: asked.get('pending'), institutionCode: asked.get('institution'), inPrivateWindow };
}

function afterOpening(look: Look, wanted: Wanted): Stage {
  const pending = look.pendings.find(({ id }) => id === wanted.pendingId);
  if (pending) return { at: 'resume', pending };
  // The background went on with it by itself; the token bears the id of the pending that it came of.
  const token = look.tokens.find(({ id }) => id === wanted.pendingId);
  if (token) return { at: 'done', token };
  const profile = wanted.institutionCode === null ? undefined : profileOf(wanted.institutionCode);
  return profile ? { at: 'consent', profile } : { at: 'institution' };
}

/** A private window is refused before anything is made: its storage vanishes on closing. */
function afterLook(look: Look, wanted: Wanted): Stage {
  if (wanted.inPrivateWindow) return { at: 'refused', reason: 'private-window' };
  if (look.vault === 'damaged') return { at: 'refused', reason: 'vault-damaged' };
  if (look.vault === 'none') return { at: 'choose-lock' };
  if (look.vault === 'open') return afterOpening(look, wanted);
  return look.wayIn ? { at: 'unlock', wayIn: look.wayIn } : { at: 'refused', reason: 'locked' };
}

export function enrolReducer(before: Stage, event: EnrolEvent): Stage {
  switch (event.kind) {
    case 'looked':
      return afterLook(event.look, event.wanted);
    case 'failed':
      return { at: 'refused', reason: event.reason };
    case 'chosen':
      return { at: 'consent', profile: event.profile };
    case 'back':
      return { at: 'institution' };
    case 'issued':
      return before.at === 'consent' || before.at === 'resume' ? { at: 'done', token: event.token } : before;
    default:
      return event satisfies never;
  }
}

/** 1 to 4, for the row of steps; 0 while there is nothing to say. */
export function stepNumber(stage: Stage): number {
  const steps: Record<Stage['at'], number> = {
    loading: 0,
    refused: 0,
    'choose-lock': 1,
    unlock: 1,
    institution: 2,
    consent: 3,
    resume: 3,
    done: 4,
  };
  return steps[stage.at];
}
