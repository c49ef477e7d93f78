/** A field of a bank page that wants something of a token. */

export const ROLES = ['current', 'old', 'new', 'serial'] as const;

/**
 * `current`: the code of the token in use; `old`/`new`: of the two tokens of a 交換;
 * `serial`: シリアル番号, never a code.
 */
export type Role = (typeof ROLES)[number];

/** `offer`: may be offered in the page; `ask`: only in the popup. */
export type Confidence = 'offer' | 'ask';

export interface Finding {
  element: HTMLInputElement;
  role: Role;
  confidence: Confidence;
}
