/** One token as an `otpauth://` URI (Key Uri Format, github.com/google/google-authenticator/wiki/Key-Uri-Format). */
import { entryOf } from './claim.ts';
import type { Entry, FoundToken } from './found.ts';
import { joinLabel, nameText, splitLabel } from './label.ts';
import { readSecret, secretText } from './secret.ts';

/**
 * `otpauth://kind/label?parameters`. Not by `URL`: browsers disagree about hosts of schemes they don't know. A '#' is
 * an ordinary character here: a fragment means nothing, and a name with a bare '#' would take the parameters with it.
 */
const SHAPE = /^otpauth:\/\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/is;

/** No writer has more parameters; what comes behind them is not read. */
const MOST_PARAMETERS = 100;
const NAMES = ['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter', 'encoder'];

export function hasOtpauthShape(uri: string): boolean {
  return SHAPE.test(uri);
}

/** Null for a broken percent encoding. */
export function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The parameters we know, the first of each; null when it can't be decoded. What is there but empty says nothing. */
function parametersOf(query: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const part of query.split('&', MOST_PARAMETERS)) {
    const [name = ''] = part.split('=', 1);
    const known = name.toLowerCase();
    if (!NAMES.includes(known) || found.has(known)) continue;
    // Forms write a space as '+'; a plus that is meant comes as %2B.
    const value = percentDecoded(part.slice(name.length + 1).replaceAll('+', ' '));
    if (value !== '') found.set(known, value);
  }
  return found;
}

/** Decimal digits; NaN, which no bounds let pass, for anything else. */
function numberOf(text: string | null | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text !== null && /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** The caller wipes the secret. */
export function parseOtpauth(uri: string): Entry {
  const [, host, path = '', query = ''] = SHAPE.exec(uri.trim()) ?? [];
  // No label: nobody knows which part of such a line is the secret.
  if (host === undefined) return { ok: false, label: '', problem: 'kind-unknown' };
  const said = parametersOf(query);
  const label = percentDecoded(path);
  const { issuer = '', secret, algorithm } = Object.fromEntries(said);
  return entryOf({
    names: label === null || issuer === null ? null : splitLabel(label, issuer),
    // KeePassXC writes Steam's tokens, whose codes are letters, as totp with an encoder.
    kind: said.has('encoder') ? 'encoded' : host,
    secret: secret === null ? 'secret-garbled' : readSecret(secret),
    algorithm: algorithm === null ? '' : algorithm,
    digits: numberOf(said.get('digits')),
    period: numberOf(said.get('period')),
    counter: numberOf(said.get('counter')),
  });
}

/** All that `parseOtpauth` needs to find the very token again. Holds the secret, as text that can't be wiped. */
export function otpauthOf(token: FoundToken): string {
  const issuer = nameText(token.issuer);
  const label = joinLabel({ issuer, account: nameText(token.account) }).map(encodeURIComponent).join(':');
  const parameters = [
    `secret=${secretText(token.secret)}`,
    ...(issuer === '' ? [] : [`issuer=${encodeURIComponent(issuer)}`]),
    `algorithm=${token.algorithm.replace('-', '')}`,
    `digits=${token.digits}`,
    token.counter === null ? `period=${token.period}` : `counter=${token.counter}`,
  ];
  return `otpauth://${token.counter === null ? 'totp' : 'hotp'}/${label}?${parameters.join('&')}`;
}
