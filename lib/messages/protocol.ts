/**
 * Every message of the extension: one map per caller. Text and digits only; a
 * secret is never in here, with these stated exceptions, each on its way in: what opens a slot (Argon2id or PRF
 * output), the 利用開始パスワード on its way to CPace, and the text of an import.
 */
import type { Errand } from '../errand.ts';
import type { Role } from '../field-role.ts';
import type { Likeness } from '../institutions/look-alike.ts';
import type { Reason } from '../refusal.ts';
import type { Receipt, TokenState } from '../token.ts';
import type { Clearing, ClipboardRequests } from './clipboard.ts';
import type { DetailRequests } from './details.ts';
import type { HealthRequests } from './health.ts';
import type { ImportRequests } from './imports.ts';
import type { PolicyRequests } from './policy.ts';
import type { LockRequests, Mended, VaultFace, Ways } from './ways.ts';

/** The code that begins when the present one ends: to be looked at only. It is given to nobody before. */
export interface NextCodeLook {
  digits: string;
  step: number;
}

export interface CodeLook {
  digits: string;
  step: number;
  /** When this code ends, in milliseconds of this PC's clock. */
  endsAt: number;
  /** Seconds. */
  period: number;
  /** 使用済み: given to a page; コピー済み: copied. */
  use: 'fresh' | 'copied' | 'filled';
  /** False while the issuer's clock has not been measured: 時刻確認中. */
  timed: boolean;
  /** In the last seconds of this code only (`nextShownFor`); null also where its step was given already, or the token is over by then. */
  next: NextCodeLook | null;
}

/** The site that an imported token is bound to. */
export interface BoundSite {
  /** Exact. */
  origin: string;
  /** The browser lets us into its pages; else only the toolbar's click does, for one page. */
  inPage: boolean;
}

export interface TokenLook {
  id: string;
  institutionCode: string;
  institution: string;
  serial: string;
  state: TokenState;
  code: CodeLook | null;
  startBy: number;
  receipt: Receipt | null;
  loginAddress: string | null;
  /** Whom to call; null where that is not known. `hours`: '' for none. */
  call: { telephone: string; hours: string } | null;
  kind: 'shinkin' | 'credit-union' | 'local';
  /** Of an imported token; `counts`: HOTP, each code is asked for and shown once. */
  local: { issuer: string; account: string; counts: boolean; site: BoundSite | null } | null;
  /** 追加文言; '' for none. */
  suffix: string;
  /** False: display name and caution are still to be seen; no code until then. */
  introduced: boolean;
  /** It is the old token of a 交換 that was begun here: it can't be deleted before the issuer says REPLACED. */
  exchanging: boolean;
  mayRemove: boolean;
  /** When it stops by itself, if that is less than 30 days away; epoch milliseconds. */
  endsSoonAt: number | null;
}

export interface PendingLook {
  id: string;
  institutionCode: string;
  institution: string;
  kind: 'shinkin' | 'credit-union';
  startedAt: number;
}

/** A token that the customer deleted; it can be brought back until then. */
export interface RemovedLook {
  id: string;
  institution: string;
  serial: string;
  until: number;
}

/** What a page with our scripts says of itself. */
export interface PageLook {
  roles: Role[];
  /** Too many refused gestures: no more offers in this document. */
  offersOver: boolean;
}

/** What the active tab is to us. */
export type SiteLook =
  | ({ kind: 'bank'; host: string; institution: { code: string; name: string } | null; tokenIds: string[] } & PageLook)
  /** The site of imported tokens. `like`: how much its host is like a bank's. */
  | ({ kind: 'own'; host: string; origin: string; like: Likeness; tokenIds: string[]; inPage: boolean } & PageLook)
  /** `host`: null where no site is, or the browser does not tell. `bindable`: its origin, if an imported token may be bound to it. */
  | { kind: 'other'; host: string | null; like: Likeness; bindable: string | null };

export interface Look {
  vault: VaultFace;
  /** Null unless it is locked. */
  ways: Ways | null;
  /** Put right, and not yet seen by the customer. */
  mended: Mended | null;
  /** Empty unless the vault is open. */
  tokens: TokenLook[];
  pendings: PendingLook[];
  removed: RemovedLook[];
  site: SiteLook;
  /** Issuer's clock minus this PC's, milliseconds; null while unmeasured. */
  clockOffset: number | null;
  /** The offset is more than a day, and the customer has not said yes to it: no codes until then. */
  clockAsks: boolean;
  /** The issuer of a token here could not be reached, so the time of its codes is not confirmed. */
  clockUnsure: boolean;
  /** The customer's setting. */
  hidesDigits: boolean;
  /** The real shortcuts, '' where the browser gave none. */
  shortcuts: { open: string; fill: string };
}

/** 'auto': as the browser has it. */
export interface Appearance {
  language: 'auto' | 'ja' | 'en';
  theme: 'auto' | 'light' | 'dark';
  /** Percent of the size that the browser gives. */
  textSize: 100 | 125 | 150 | 200;
}

export interface Settings extends Appearance {
  /** Digits are shown only after a press, for whoever works where others see the screen. */
  hidesDigits: boolean;
  /** Minutes of no use until the vault locks itself. */
  autoLock: number;
  /** Institution codes whose pages never see an offer in the page. */
  quietInstitutions: string[];
}

/** How a fill ended. `armed`: happens by itself in `seconds`, when the next code begins. */
export type FillOutcome =
  | { kind: 'filled'; roles: Role[] }
  | { kind: 'armed'; seconds: number }
  | { kind: 'unlock-first' };

/** What a confirm window is about. */
export interface ConfirmLook {
  institution: string;
  host: string;
  roles: Role[];
  /** Empty while it is locked, and there are ways in. */
  tokens: { id: string; label: string }[];
  ways: Ways | null;
}

type Nothing = Record<string, never>;

/** Asked by our own pages; each may ask all of it. */
export interface OwnRequests extends LockRequests, ImportRequests, HealthRequests, ClipboardRequests, DetailRequests, PolicyRequests {
  look: { ask: Nothing; answer: Look };
  enrolShinkin: {
    ask: { institutionCode: string; termsAccepted: boolean; samePcAccepted: boolean };
    answer: { tokenId: string; serial: string };
  };
  /** The typed text as it is; the 利用開始パスワード crosses the wall once and is kept nowhere. */
  enrolUnion: {
    ask: { institutionCode: string; serviceId: string; userId: string; password: string; consented: boolean };
    answer: { tokenId: string; serial: string };
  };
  resumePending: { ask: { pendingId: string }; answer: { tokenId: string; serial: string } };
  dropPending: { ask: { pendingId: string }; answer: Nothing };
  /** The digits for the clipboard; `again` when this very code was copied before. */
  copy: { ask: { tokenId: string }; answer: { digits: string; endsAt: number; again: boolean; clearing: Clearing } };
  /** Fill the active tab of the window the user last worked in. */
  fillActiveTab: { ask: { tokenId: string }; answer: FillOutcome };
  refreshStatus: { ask: { tokenId: string }; answer: { state: TokenState } };
  /** 変更後の追加文言; '' takes it away. */
  nameToken: { ask: { tokenId: string; suffix: string }; answer: Nothing };
  /** The caution was read: from here on the code is shown. */
  finishSetUp: { ask: { tokenId: string }; answer: Nothing };
  /** Refuses 'exchange-unfinished'. */
  removeToken: { ask: { tokenId: string }; answer: Nothing };
  restoreToken: { ask: { tokenId: string }; answer: Nothing };
  setExchanging: { ask: { tokenId: string; exchanging: boolean }; answer: Nothing };
  /** Codes by the issuer's clock, though this PC's is more than a day off: by `offset`, as the look said it, or about that. */
  acceptClock: { ask: { offset: number }; answer: Nothing };
  settings: { ask: Nothing; answer: Settings };
  /** What is to change, and nothing else: another page may have changed the rest. Answers all of them. */
  changeSettings: { ask: Partial<Settings>; answer: Settings };
  confirmLook: { ask: Nothing; answer: ConfirmLook };
  confirmFill: { ask: { tokenId: string }; answer: FillOutcome };
}

/** What the content script may show beside a field. */
export interface Offer {
  /** `none`: no token of this institution, institution unknown, or switched off. */
  kind: 'none' | 'in-page' | 'window';
  institution: string;
  /** What the customer chose; 'auto': as the page's browser has it. */
  language: Appearance['language'];
  theme: Appearance['theme'];
  locked: boolean;
  tokens: { id: string; label: string; state: TokenState }[];
}

/** How many digits the fields of a code take: `boxes` in all boxes of a row, or up to `most` in a single one (then `boxes` is 1; null: no limit). */
export interface Room {
  boxes: number;
  most: number | null;
}

/** Digits for the fields asked for; whatever was not asked for is null. */
export type Taken =
  | { kind: 'given'; digits: string | null; serial: string | null; endsIn: number }
  | { kind: 'wait'; milliseconds: number };

/** The scripts that come into a page only when it has use for them. */
export const PARTS = ['reader', 'hand'] as const;
export type Part = (typeof PARTS)[number];

/** Asked by our scripts in a bank page. Tab, origin and frame come from the browser. */
export interface PageRequests {
  /** One of our scripts, into this document: what reads fields, and what offers and fills. */
  bring: { ask: { part: Part }; answer: Nothing };
  /** The fields now on the page; sets the badge. */
  arrive: { ask: { roles: Role[]; acted: boolean }; answer: Offer };
  /** Digits for these fields, after the user's own act; `field` names the element within this document. */
  take: { ask: { tokenId: string; roles: Role[]; field: string; room: Room }; answer: Taken };
  /** The offer was chosen while locked, or must be confirmed outside the page; `tokenId`: the one that was chosen. */
  askOutside: { ask: { roles: Role[]; tokenId: string | null }; answer: Nothing };
  /** The completion page was read; the issuer is asked, the page is not believed. */
  completed: { ask: { errand: Errand; number: string; time: string; serial: string }; answer: Nothing };
}

/** Asked by the background of the content script in one tab. */
export interface TabRequests {
  fillNow: { ask: { tokenId: string } & Pick<Appearance, 'language' | 'theme'>; answer: FillOutcome };
  whatFields: { ask: Nothing; answer: PageLook };
}

/** What the background calls out to its own pages, without an answer: look again, at the tokens and at what the page in front wants. */
export const TOKENS_CHANGED = 'tokens-changed';

export type Ask<M, K extends keyof M> = M[K] extends { ask: infer A } ? A : never;
export type Answer<M, K extends keyof M> = M[K] extends { answer: infer A } ? A : never;
export type Reply = { ok: true; answer: unknown } | { ok: false; reason: Reason };
