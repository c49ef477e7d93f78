/** What our own pages are shown: the vault, the tokens in it and their codes, what is pending, the page in front. */
import type { Role } from '../field-role.ts';
import type { Likeness } from '../institutions/look-alike.ts';
import type { Receipt, TokenState } from '../token.ts';
import type { Mended, VaultFace, Ways } from './ways.ts';

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
  /** '': an imported token without a name. */
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

/** What a confirm window is about. */
export interface ConfirmLook {
  institution: string;
  host: string;
  roles: Role[];
  /** Empty while it is locked, and there are ways in. `label`: '' for one without a name. */
  tokens: { id: string; label: string }[];
  ways: Ways | null;
}
