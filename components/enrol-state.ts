/** Where the customer is on the way to a token. Pure. */
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import { mayEnrol, profileOf } from '../lib/institutions/profiles.ts';
import type { Look, PendingLook, TokenLook } from '../lib/messages/looks.ts';
import type { Ways } from '../lib/messages/ways.ts';
import type { Reason } from '../lib/refusal.ts';
import { givesCodes } from '../lib/token.ts';
import { type EnrolPlace, NOWHERE, type Wanted } from './enrol-address.ts';
import { type Issued, issuedAmong } from './issuing.ts';

export type Stage =
  | { at: 'loading' }
  | { at: 'refused'; reason: Reason }
  | { at: 'choose-lock' }
  /** `interrupted`: the vault locked itself in the middle of another step. */
  | { at: 'unlock'; ways: Ways; interrupted: boolean }
  /** `unfinished`: tokens whose set-up was interrupted. */
  | { at: 'institution'; unfinished: TokenLook[] }
  /** `refused`: an interrupted issue ended so, and is to be asked for anew. */
  | { at: 'consent'; profile: InstitutionProfile; refused: Reason | null }
  /** `asksFirst`: nobody said 続ける yet, and it may be another user's. */
  | { at: 'resume'; pending: PendingLook; asksFirst: boolean }
  /** トークン初期設定完了, トークン表示名設定, 注意メッセージ: the manual's three screens between handshake and code. */
  | { at: 'set-up'; issued: Issued }
  | { at: 'name'; token: TokenLook }
  | { at: 'caution'; token: TokenLook }
  | { at: 'done'; token: TokenLook; replaces: TokenLook | null }
  /** Later, from the popup. */
  | { at: 'rename'; token: TokenLook }
  | { at: 'renamed'; token: TokenLook };

export type EnrolEvent =
  | { kind: 'looked'; look: Look; wanted: Wanted }
  | { kind: 'failed'; reason: Reason }
  | { kind: 'issued'; issued: Issued }
  /** The issuer ended an interrupted issue. */
  | { kind: 'over'; institutionCode: string; reason: Reason }
  | { kind: 'set-up-seen' }
  | { kind: 'named'; token: TokenLook }
  | { kind: 'caution-read'; token: TokenLook };

/** Where a page at this stage leads to when it is opened anew: after a reload, and after an unlock. */
export function placeOf(stage: Stage): EnrolPlace | null {
  switch (stage.at) {
    case 'consent':
      return { ...NOWHERE, institutionCode: stage.profile.code };
    case 'resume':
      return stage.asksFirst ? { ...NOWHERE, institutionCode: stage.pending.institutionCode } : { ...NOWHERE, pendingId: stage.pending.id };
    case 'set-up':
      return { ...NOWHERE, tokenId: stage.issued.token.id };
    case 'name':
    case 'caution':
    case 'done':
      return { ...NOWHERE, tokenId: stage.token.id };
    case 'rename':
      return { ...NOWHERE, nameId: stage.token.id };
    case 'institution':
      return NOWHERE;
    default:
      return null;
  }
}

/** What was typed here is worth nothing in a locked vault: the lock is shown at once. */
export function noticesLock(stage: Stage): boolean {
  if (stage.at === 'consent') return stage.profile.kind === 'credit-union';
  return stage.at === 'name' || stage.at === 'rename' || stage.at === 'caution';
}

/** There is a token: what was asked for it is not asked again. */
export function isIssued({ at }: Stage): boolean {
  return at === 'set-up' || at === 'name' || at === 'caution' || at === 'done';
}

export function isUnion(stage: Stage): boolean {
  const code = institutionOf(stage);
  return code !== null && profileOf(code)?.kind === 'credit-union';
}

function institutionOf(stage: Stage): string | null {
  if ('token' in stage) return stage.token.institutionCode;
  if (stage.at === 'consent') return stage.profile.code;
  if (stage.at === 'resume') return stage.pending.institutionCode;
  return stage.at === 'set-up' ? stage.issued.token.institutionCode : null;
}

/** Display name and caution come between the handshake and the first code where the manual has them. */
function afterIssue(issued: Issued): Stage {
  const { token, replaces } = issued;
  return token.introduced ? { at: 'done', token, replaces } : { at: 'set-up', issued };
}

function afterPending({ pendings, tokens }: Look, pendingId: string): Stage | undefined {
  const pending = pendings.find(({ id }) => id === pendingId);
  if (pending) return { at: 'resume', pending, asksFirst: false };
  // The background went on with it by itself; the token bears the id of the pending that it came of.
  const issued = issuedAmong(tokens, pendingId);
  return issued && afterIssue(issued);
}

function afterToken({ tokens }: Look, tokenId: string): Stage {
  const issued = issuedAmong(tokens, tokenId);
  if (!issued) return { at: 'refused', reason: 'token-unknown' };
  return issued.token.introduced ? afterIssue(issued) : { at: 'name', token: issued.token };
}

/** A credit union's interrupted issue belongs to one user: it must not answer the form of another. */
function afterChoice({ pendings }: Look, profile: InstitutionProfile): Stage {
  const pending = pendings.find(({ institutionCode }) => institutionCode === profile.code);
  if (pending && profile.kind === 'credit-union') return { at: 'resume', pending, asksFirst: true };
  if (!mayEnrol(profile.code)) return { at: 'refused', reason: 'institution-not-allowed' };
  return { at: 'consent', profile, refused: null };
}

function afterOpening(look: Look, { pendingId, tokenId, nameId, institutionCode }: Wanted): Stage {
  const resumed = pendingId === null ? undefined : afterPending(look, pendingId);
  if (resumed) return resumed;
  if (tokenId !== null) return afterToken(look, tokenId);
  if (nameId !== null) {
    const token = look.tokens.find(({ id }) => id === nameId);
    return token ? { at: 'rename', token } : { at: 'refused', reason: 'token-unknown' };
  }
  const profile = institutionCode === null ? undefined : profileOf(institutionCode);
  if (profile) return afterChoice(look, profile);
  return { at: 'institution', unfinished: look.tokens.filter((token) => !token.introduced && givesCodes(token.state)) };
}

function isInMiddle(before: Stage): boolean {
  if (before.at === 'unlock') return before.interrupted;
  return before.at !== 'loading' && before.at !== 'choose-lock';
}

/** A private window is refused before anything is made: its storage vanishes on closing. */
function afterLook(look: Look, wanted: Wanted, before: Stage): Stage {
  if (wanted.inPrivateWindow) return { at: 'refused', reason: 'private-window' };
  if (look.vault === 'damaged') return { at: 'refused', reason: 'vault-damaged' };
  if (look.vault === 'none') return { at: 'choose-lock' };
  if (look.vault === 'open') return afterOpening(look, wanted);
  if (!look.ways) return { at: 'refused', reason: 'locked' };
  return { at: 'unlock', ways: look.ways, interrupted: isInMiddle(before) };
}

function afterOver(institutionCode: string, reason: Reason): Stage {
  const profile = profileOf(institutionCode);
  return profile ? { at: 'consent', profile, refused: reason } : { at: 'refused', reason };
}

export function enrolReducer(before: Stage, event: EnrolEvent): Stage {
  switch (event.kind) {
    case 'looked':
      return afterLook(event.look, event.wanted, before);
    case 'failed':
      return { at: 'refused', reason: event.reason };
    case 'issued':
      return before.at === 'consent' || before.at === 'resume' ? afterIssue(event.issued) : before;
    case 'over':
      return before.at === 'resume' ? afterOver(event.institutionCode, event.reason) : before;
    case 'set-up-seen':
      return before.at === 'set-up' ? { at: 'name', token: before.issued.token } : before;
    case 'named':
      return { at: before.at === 'rename' ? 'renamed' : 'caution', token: event.token };
    case 'caution-read':
      return { at: 'done', token: event.token, replaces: null };
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
    'set-up': 4,
    name: 4,
    caution: 4,
    done: 4,
    rename: 0,
    renamed: 0,
  };
  return steps[stage.at];
}
