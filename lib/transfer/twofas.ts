/** 2FAS' backup, plain JSON: `services`, schema versions 1 to 4 (github.com/twofas/2fas-android). */
import { member } from '../parse.ts';
import { entryOf } from './claim.ts';
import { asProblem, type Entries, type Entry, type Problem } from './found.ts';
import { type Names, namesOf, splitLabel } from './label.ts';
import { MOST_ENTRIES } from './problems.ts';
import { readSecret } from './secret.ts';

export function isTwofas(file: unknown): boolean {
  return member(file, 'services') !== undefined || member(file, 'servicesEncrypted') !== undefined;
}

/** Old backups have the account only in the label that the token came with; services without an issuer have a name. */
function namesIn(said: unknown): Names | null {
  const otp = member(said, 'otp');
  const names = namesOf(member(otp, 'issuer') || member(said, 'name'), member(otp, 'account'));
  const label = member(otp, 'label');
  return names?.account === '' && typeof label === 'string' ? { ...names, account: splitLabel(label, names.issuer).account } : names;
}

function readService(said: unknown): Entry {
  const otp = member(said, 'otp');
  return entryOf({
    names: namesIn(said),
    kind: member(otp, 'tokenType') ?? 'TOTP',
    secret: readSecret(member(said, 'secret')),
    algorithm: member(otp, 'algorithm'),
    digits: member(otp, 'digits'),
    period: member(otp, 'period'),
    counter: member(otp, 'counter'),
  });
}

/** 'twofas-encrypted', 'file-garbled', 'too-many', or the entries, whose secrets the caller wipes. */
export function readTwofas(file: unknown): Entries | Problem {
  const said = member(file, 'services') ?? [];
  if (!Array.isArray(said)) return asProblem('file-garbled');
  // An encrypted backup has an empty list of services beside.
  if (said.length === 0 && typeof member(file, 'servicesEncrypted') === 'string') return asProblem('twofas-encrypted');
  if (said.length > MOST_ENTRIES) return asProblem('too-many');
  return { kind: 'entries', entries: said.map(readService), batch: null };
}
