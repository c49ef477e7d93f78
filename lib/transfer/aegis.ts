/** Aegis' vault, plain JSON (github.com/beemdevelopment/Aegis, docs/vault.md). */
import { member } from '../parse.ts';
import { entryOf } from './claim.ts';
import { asProblem, type Entries, type Entry, type Problem } from './found.ts';
import { namesOf } from './label.ts';
import { MOST_ENTRIES } from './problems.ts';
import { readSecret } from './secret.ts';

export function isAegis(file: unknown): boolean {
  return member(file, 'db') !== undefined && member(file, 'header') !== undefined;
}

/** `type` may be one of Aegis' own too: steam, motp, yandex. */
function readEntry(said: unknown): Entry {
  const info = member(said, 'info');
  return entryOf({
    names: namesOf(member(said, 'issuer'), member(said, 'name')),
    kind: member(said, 'type'),
    secret: readSecret(member(info, 'secret')),
    algorithm: member(info, 'algo'),
    digits: member(info, 'digits'),
    period: member(info, 'period'),
    counter: member(info, 'counter'),
  });
}

/** 'aegis-encrypted', 'file-garbled', 'too-many', or the entries, whose secrets the caller wipes. */
export function readAegis(file: unknown): Entries | Problem {
  const content = member(file, 'db');
  if (typeof content === 'string') return asProblem('aegis-encrypted');
  const said = member(content, 'entries');
  // The content's own version has changed without these members changing; each entry speaks for itself.
  if (member(file, 'version') !== 1 || !Array.isArray(said)) return asProblem('file-garbled');
  if (said.length > MOST_ENTRIES) return asProblem('too-many');
  return { kind: 'entries', entries: said.map(readEntry), batch: null };
}
