/** How a page looks: whose it is, and which of the two layouts it has. */
import type { BankInstitution } from '../institutions.ts';

export type Layout = 'pc' | 'phone';

/** A sheet of paper that may still be nobody's: help, errors. */
export interface Sheet {
  layout: Layout;
  /** Where the page stands, for the link to the other layout; null: the page has no such link. */
  path: string | null;
}

export type Look = BankInstitution & Sheet;

export const PLAIN: Sheet = { layout: 'pc', path: null };

const HANDHELD = /Mobile|Android|iPhone/;

/** What the visitor chose goes before what the browser says of itself, and that before the institution's habit. */
export function layoutFor(chosen: string | undefined, userAgent: string | undefined, first: Layout): Layout {
  if (chosen === 'pc' || chosen === 'phone') return chosen;
  return HANDHELD.test(userAgent ?? '') ? 'phone' : first;
}

/** あぶくま calls one and the same card 確認用 on the PC and 資金移動用 on the smartphone. */
export const cardName = ({ layout, secondSecret, secondSecretOnPhone }: Look): string =>
  layout === 'phone' ? secondSecretOnPhone : secondSecret.name;
