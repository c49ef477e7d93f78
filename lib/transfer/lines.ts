/** Text with one `otpauth://` URI a line. */
import { asProblem, type Entries, type Entry, type Problem, wipeEntries } from './found.ts';
import { lineOf } from './label.ts';
import { isMigration, parseMigration } from './migration.ts';
import { hasOtpauthShape, parseOtpauth } from './otpauth.ts';
import { MOST_ENTRIES } from './problems.ts';

const isOtpauth = (line: string): boolean => /^otpauth(?:-migration)?:/i.test(line);
const isAddress = (line: string): boolean => isOtpauth(line) || /^[a-z][a-z0-9+.-]*:\/\//i.test(line);

/** A line, and those right behind it that may be its rest. */
type Run = [line: string, ...rest: string[]];

/** Without surrounding spaces and byte order marks (`trim` takes those too), in the groups that blank lines make. */
function groupsOf(text: string): string[][] {
  const groups = text.replaceAll(/\r\n?/g, '\n').split(/\n\s*\n/);
  return groups.map((group) => group.split('\n').flatMap((line) => line.trim() || []));
}

/** Mail wraps long lines: what stands right behind the URI of a token, and is no address itself, belongs to it. */
function runsIn(lines: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && isOtpauth(last[0]) && !isMigration(last[0]) && !isAddress(line)) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** With the character before it. */
const PARAMETER = /[?&](?:secret|issuer|algorithm|digits|period|counter)=/i;

/** Held back, under the name that its first line has. */
function asWrapped(line: string): Entry {
  const entry = parseOtpauth(line);
  wipeEntries([entry]);
  return { ok: false, label: entry.ok ? lineOf(entry.token) : entry.label, problem: 'line-wrapped' };
}

/**
 * A secret that was cut in two is a secret, too, and so is one with a word behind it: nothing is guessed. Only where the last line
 * of the rest names a parameter itself does it certainly belong to the URI, with all that stands between; otherwise the customer says.
 */
function readRun([line, ...rest]: Run): Entry {
  const [before = line, last] = [rest.at(-2), rest.at(-1)];
  if (last === undefined) return parseOtpauth(line);
  return PARAMETER.test(before.slice(-1) + last) ? parseOtpauth([line, ...rest].join('')) : asWrapped(line);
}

function readOne(line: string): Entries | Problem {
  if (isMigration(line)) return parseMigration(line);
  return hasOtpauthShape(line) ? { kind: 'entries', entries: [parseOtpauth(line)], batch: null } : asProblem('uri-garbled');
}

/** A line that is no URI is an entry with a problem. A migration among other lines must be whole: half of it is nobody's wish. */
function readMany(runs: Run[]): Entries | Problem {
  const entries: Entry[] = [];
  for (const run of runs) {
    const read: Entries | Problem = isMigration(run[0])
      ? parseMigration(run[0])
      : { kind: 'entries', entries: [readRun(run)], batch: null };
    if (read.kind === 'entries') entries.push(...read.entries);
    const problem = read.kind === 'problem' ? read : entries.length > MOST_ENTRIES ? asProblem('too-many') : null;
    if (problem) {
      wipeEntries(entries);
      return problem;
    }
  }
  return { kind: 'entries', entries, batch: null };
}

/** 'unknown-format', 'uri-garbled', 'migration-garbled', 'too-many', or the entries, whose secrets the caller wipes. */
export function readLines(text: string): Entries | Problem {
  const runs = groupsOf(text).flatMap(runsIn);
  if (!runs.some(([line]) => isOtpauth(line))) return asProblem('unknown-format');
  const [only] = runs;
  return runs.length === 1 && only?.length === 1 ? readOne(only[0]) : readMany(runs);
}
