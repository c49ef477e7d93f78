/** What a token is called: text from strangers, made fit to be shown, and the `issuer:account` of a label. */
import { MOST_NAME } from '../token.ts';

export interface Names {
  issuer: string;
  account: string;
}

/**
 * Controls, line ends, halves of a pair, and what turns the direction of writing: "account" must not read "tnuocca",
 * nor look like another line of the list. And what nobody sees, the empty Braille cell too; but not what joins or varies the
 * characters around it, as in emoji, in rare forms of kanji, and in scripts that join their letters.
 */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u2800\uFFF9-\uFFFB[\p{Default_Ignorable_Code_Point}--[\u200C\u200D\p{Variation_Selector}\u{E0020}-\u{E007F}]]]/gv;

/** Of joiners and spaces alone nothing can be read. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;

const fit = (text: string): string => text.replaceAll(UNFIT, '').trim();

/** At most `MOST_NAME` units, and no half of a pair at the cut; '' where nothing can be seen. A name that went through once stays as it is. */
export function nameText(text: string): string {
  const name = fit(fit(text).slice(0, MOST_NAME));
  return SEEN.test(name) ? name : '';
}

/** Both names in one line, for what can't be read. */
export function lineOf({ issuer, account }: Names): string {
  return nameText([issuer, account].filter((name) => name !== '').join(': '));
}

/** Names as JSON says them; null when one is something else than text or nothing. */
export function namesOf(issuer: unknown, account: unknown): Names | null {
  const [first, second] = [issuer ?? '', account ?? ''];
  if (typeof first !== 'string' || typeof second !== 'string') return null;
  return { issuer: nameText(first), account: nameText(second) };
}

/**
 * Key Uri Format: a label is `account` or `issuer:account`, spaces may follow the colon. An issuer that is named
 * beside the label wins, and may then contain a colon itself. `:account` is an account with colons and without issuer.
 */
export function splitLabel(label: string, issuer: string): Names {
  const whole = fit(label);
  const named = nameText(issuer);
  if (named !== '' && whole.startsWith(`${named}:`)) return { issuer: named, account: nameText(whole.slice(named.length + 1)) };
  const colon = whole.indexOf(':');
  const prefix = nameText(whole.slice(0, Math.max(colon, 0)));
  return { issuer: named === '' ? prefix : named, account: nameText(whole.slice(colon + 1)) };
}

/** The label that `splitLabel` takes apart again; both names as `nameText` leaves them. */
export function joinLabel({ issuer, account }: Names): [prefix: string, account: string] | [account: string] {
  return issuer === '' && !account.includes(':') ? [account] : [issuer, account];
}
