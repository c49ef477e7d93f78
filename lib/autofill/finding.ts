/** A field of a bank page that wants something of a token. */
import type { Role } from '../field-role.ts';

/** `offer`: may be offered in the page; `ask`: only in the popup. */
export type Confidence = 'offer' | 'ask';

export interface Finding {
  element: HTMLInputElement;
  role: Role;
  confidence: Confidence;
  /** Of codes that are wanted in a row: the (first) field of the one before. */
  follows?: HTMLInputElement;
}
