/** What the popup knows, and how each event changes it. Pure. */
import type { Clearing } from '../lib/messages/clipboard.ts';
import type { CodeLook, Look, TokenLook } from '../lib/messages/looks.ts';
import type { FillOutcome } from '../lib/messages/protocol.ts';
import type { Reason } from '../lib/refusal.ts';
import { nextShownFor } from '../lib/token.ts';
import type { PageProblem } from './page-picture.ts';

/** Said beside a card (`at` is a token's id) or beside the site line. Times in milliseconds of this PC. */
export type Notice =
  | { kind: 'copied'; at: string; again: boolean; until: number; clearing: Clearing; counted: boolean }
  | { kind: 'clipboard-refused'; at: string }
  | { kind: 'page-unread'; at: 'page'; problem: PageProblem }
  | { kind: 'beside-refused'; at: 'beside' }
  | { kind: 'refused'; at: string; reason: Reason }
  | { kind: 'filled'; at: 'site' }
  /** The issuer was asked about the token. */
  | { kind: 'checked'; at: string }
  | { kind: 'armed'; at: 'site'; until: number };

/** A code of a counting token (HOTP), and the counter that it was made from. */
export interface Counted {
  digits: string;
  counter: number;
}

export interface PopupState {
  look: Look | null;
  /** Why the last look failed. */
  failed: Reason | null;
  /** How many looks failed in a row. */
  failures: number;
  query: string;
  currentId: string | null;
  notice: Notice | null;
  /** By token: the last code that was asked for. It stays until the popup closes or is locked. */
  counted: Record<string, Counted>;
}

export type PopupEvent =
  | { kind: 'looked'; look: Look }
  | { kind: 'look-failed'; reason: Reason }
  | { kind: 'searched'; query: string }
  | { kind: 'focused'; tokenId: string }
  | { kind: 'counted'; tokenId: string; code: Counted }
  | { kind: 'noticed'; notice: Notice }
  | { kind: 'clearing-answered'; given: boolean };

export const unseen: PopupState = { look: null, failed: null, failures: 0, query: '', currentId: null, notice: null, counted: {} };

/** A locked popup keeps nothing of what was open. */
function looked(before: PopupState, look: Look): PopupState {
  if (look.vault !== 'open') return { ...unseen, look };
  const stays = look.tokens.some(({ id }) => id === before.currentId);
  return { ...before, look, failed: null, failures: 0, currentId: stays ? before.currentId : (look.tokens[0]?.id ?? null) };
}

/** `seen`: what was looked at before there was a screen. */
export const firstState = (seen: Look | null): PopupState => (seen ? looked(unseen, seen) : unseen);

/** The vault that was looked into is shut or gone: nothing of it may stay on the screen. */
const SHUT: ReadonlySet<Reason> = new Set(['locked', 'no-vault', 'vault-damaged', 'vault-missing']);

function lookFailed(before: PopupState, reason: Reason): PopupState {
  if (before.look && SHUT.has(reason)) return { ...unseen, failed: reason, failures: 1 };
  return { ...before, failed: reason, failures: before.failures + 1 };
}

export function popupReducer(before: PopupState, event: PopupEvent): PopupState {
  switch (event.kind) {
    case 'looked':
      return looked(before, event.look);
    case 'look-failed':
      return lookFailed(before, event.reason);
    case 'searched':
      return { ...before, query: event.query };
    case 'focused':
      return before.currentId === event.tokenId ? before : { ...before, currentId: event.tokenId };
    case 'counted':
      // What was said of the code before is over.
      return { ...before, notice: before.notice?.at === event.tokenId ? null : before.notice, counted: { ...before.counted, [event.tokenId]: event.code } };
    case 'noticed':
      return { ...before, notice: event.notice };
    case 'clearing-answered':
      if (before.notice?.kind !== 'copied') return before;
      // The background has noted the code as it was copied: the leave counts for this one, too.
      return { ...before, notice: { ...before.notice, clearing: event.given ? 'cleared' : 'stays' } };
    default:
      return event satisfies never;
  }
}

/** Search appears when a list no longer fits on one screen. */
export const SEARCH_FROM = 6;

export function matching(tokens: TokenLook[], query: string): TokenLook[] {
  const wanted = query.normalize('NFKC').toLowerCase().trim();
  if (wanted === '') return tokens;
  return tokens.filter(({ institution, suffix, serial, institutionCode, local }) => {
    const names = local ? `${local.issuer} ${local.account}` : `${institution} ${suffix} ${serial} ${institutionCode}`;
    return names.normalize('NFKC').toLowerCase().includes(wanted);
  });
}

/** Where an arrow leads from `currentId`; stays at the ends. */
export function neighbour(tokens: TokenLook[], currentId: string | null, step: number): string | null {
  const at = tokens.findIndex(({ id }) => id === currentId);
  const to = Math.min(tokens.length - 1, Math.max(0, at + step));
  return tokens[to]?.id ?? null;
}

/** What comes of a fill; `unlock-first` means that the vault locked itself meanwhile. */
export function fillNotice(outcome: FillOutcome, now: number): Notice {
  switch (outcome.kind) {
    case 'filled':
      return { kind: 'filled', at: 'site' };
    case 'armed':
      return { kind: 'armed', at: 'site', until: now + outcome.seconds * 1000 };
    case 'unlock-first':
      return { kind: 'refused', at: 'site', reason: 'locked' };
    default:
      return outcome satisfies never;
  }
}

const UNTIMED_AGAIN = 2000;
const FAILED_AGAIN = 2000;
/** The PC's date may be set right while the popup stays open in a tab. */
const CLOCK_AGAIN = 5000;
const SOONEST = 300;
/** A new look takes a moment; digits that vanished for it would flicker. */
const LOOK_TAKES = 500;

/** The code's digits may not be shown any more. */
export function hasEnded({ endsAt }: CodeLook, { failed }: Pick<PopupState, 'failed'>, now: number): boolean {
  return now >= endsAt + (failed === null ? LOOK_TAKES : 0);
}

/** When a look brings something new of this code: its last seconds, which show the next one, then its end. */
function changesAt({ endsAt, period }: CodeLook, now: number): number {
  const last = endsAt - nextShownFor(period);
  return now < last ? last : endsAt;
}

/**
 * Milliseconds until the popup must look again: when the first code comes to its last seconds or ends, soon while
 * the clock is unmeasured or looks fail, at once when the vault was found shut.
 */
export function untilNextLook({ look, failed, failures }: Pick<PopupState, 'look' | 'failed' | 'failures'>, now: number): number | null {
  if (failed !== null) return failures === 1 && SHUT.has(failed) ? 0 : FAILED_AGAIN;
  if (!look) return null;
  const codes = look.tokens.flatMap(({ code }) => (code ? [code] : []));
  if (codes.length === 0) return look.clockAsks ? CLOCK_AGAIN : null;
  const change = Math.min(...codes.map((code) => changesAt(code, now))) - now;
  const wanted = codes.every(({ timed }) => timed) ? change : Math.min(change, UNTIMED_AGAIN);
  return Math.max(SOONEST, wanted + 30);
}
