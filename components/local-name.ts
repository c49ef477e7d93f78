/** What an imported token is called: the service's name, or the account where the service is not named. */
import type { TokenLook } from '../lib/messages/looks.ts';
import { displayName } from './display-name.ts';

interface Names {
  issuer: string;
  account: string;
}

/** `line` is '' where the account is the heading already. */
export function namesOf({ issuer, account }: Names, unnamed: string): { heading: string; line: string } {
  if (issuer !== '') return { heading: issuer, line: account };
  return { heading: account === '' ? unnamed : account, line: '' };
}

/** Issued and imported tokens alike, in one line. */
export function nameOf(token: Pick<TokenLook, 'institution' | 'suffix' | 'local'>, unnamed: string): string {
  return token.local ? namesOf(token.local, unnamed).heading : displayName(token);
}
