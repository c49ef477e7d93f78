/** What the terms say of the issuer, and the way to it. */
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import { useWords } from './language.ts';
import { managedWords } from './words-managed.ts';

/** After what a token is, and whose tool this is. */
const PLACE = 2;

export function useTerms(lines: readonly string[], { fromPolicy, issuerOrigin }: InstitutionProfile): string[] {
  const { own, mock } = useWords(managedWords).issuedBy;
  return lines.toSpliced(PLACE, 0, fromPolicy ? own(new URL(issuerOrigin).host) : mock);
}

/** Asks the browser to let us speak to that origin. Only during a click or key. */
export type Reach = (origin: string) => Promise<unknown>;

/** First of all, while the press still counts. An issuer that sends CORS headers is reached without leave, too: the answer decides nothing. */
export async function reachIssuer({ fromPolicy, issuerOrigin }: InstitutionProfile, reach: Reach): Promise<void> {
  if (fromPolicy) await reach(issuerOrigin).catch(() => undefined);
}
