/** Text with one `otpauth://` URI a line. */
import { asProblem, type Entries, type Entry, type Problem, wipeEntries } from './found.ts';
import { isMigration, parseMigration } from './migration.ts';
import { hasOtpauthShape, parseOtpauth } from './otpauth.ts';
import { MOST_ENTRIES } from './problems.ts';

/** Without blank lines, surrounding spaces and byte order marks (`trim` takes those too). */
function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readOne(line: string): Entries | Problem {
  if (isMigration(line)) return parseMigration(line);
  return hasOtpauthShape(line) ? { kind: 'entries', entries: [parseOtpauth(line)], batch: null } : asProblem('uri-garbled');
}

/** A line that is no URI is an entry with a problem. A migration among other lines must be whole: half of it is nobody's wish. */
function readMany(lines: string[]): Entries | Problem {
  const entries: Entry[] = [];
  for (const line of lines) {
    const read: Entries | Problem = isMigration(line)
      ? parseMigration(line)
      : { kind: 'entries', entries: [parseOtpauth(line)], batch: null };
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
  const lines = linesOf(text);
  if (!lines.some((line) => /^otpauth(?:-migration)?:/i.test(line))) return asProblem('unknown-format');
  const [only = ''] = lines;
  return lines.length === 1 ? readOne(only) : readMany(lines);
}
