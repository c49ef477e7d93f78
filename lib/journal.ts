/** The use journal of a token: when, where and for what its codes were used. Never the digits, never the time step. */
import { ERRANDS } from './errand.ts';
import type { Role } from './field-role.ts';

/** The bank's screens that ask for a code, as its manuals call them: ログイン, 利用開始, 交換, 利用中止, 利用解除, 利用限度額変更, 収納サービス, 振込. */
export const SCREENS = ['login', ...ERRANDS, 'limit', 'payment', 'transfer'] as const;
export type Screen = (typeof SCREENS)[number];

/** `shown`: the next code of a counting token (HOTP) was asked for. */
export const USE_KINDS = ['copied', 'filled', 'shown'] as const;

/** The page that a code went into. */
export interface UsePage {
  /** What its fields wanted. */
  roles: Role[];
  host: string;
  /** Null for a screen that its title does not name, and wherever no bank is. */
  screen: Screen | null;
}

export interface Use {
  /** The issuer's time where it is known, else this PC's; epoch milliseconds. */
  at: number;
  kind: (typeof USE_KINDS)[number];
  /** Null unless it was filled: nobody knows where copied digits go. */
  page: UsePage | null;
}

/** As many are kept of one token; the oldest go first. */
export const MOST_USES = 50;

/** `time`: milliseconds. */
export function useAt(time: number, kind: Use['kind'], page: UsePage | null): Use {
  return { at: Math.max(0, Math.round(time)), kind, page };
}

/** To be put into the very write that spends the step: it costs none of its own, and no crash parts the two. */
export function withUse<T extends { uses: Use[] }>(token: T, use: Use): T {
  return { ...token, uses: [...token.uses, use].slice(-MOST_USES) };
}

/** In a title the errand stands before what it is done with: 「ワンタイムパスワード利用開始（…）」, 「振込｜…信用金庫」. */
const TITLED: Record<Screen, RegExp> = {
  login: /ログ[イオ]ン|log-?in|sign-?in/i,
  start: /利用開始/,
  exchange: /交換/,
  stop: /利用中止/,
  release: /利用解除/,
  limit: /限度額/,
  payment: /収納|払込|料金/,
  transfer: /振込|振替|transfer/i,
};

/** Of the page's title, which is the page's to choose, nothing is kept but one word of a closed list. */
export function screenOf(title: string): Screen | null {
  const words = title.slice(0, 200).normalize('NFKC').replace(/\s+/g, '');
  return SCREENS.find((screen) => TITLED[screen].test(words)) ?? null;
}
