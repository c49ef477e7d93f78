/** Any text that may hold standard tokens → what it is, by its content. Never throws. */
import type { Stretching } from '../stretching.ts';
import { isAegis, readAegis } from './aegis.ts';
import { asProblem, type Entries, type Problem } from './found.ts';
import { parsedJson } from './json.ts';
import { readLines } from './lines.ts';
import { MOST_TEXT } from './problems.ts';
import { isSealedFile, wayOf } from './file-format.ts';
import { isTwofas, readTwofas } from './twofas.ts';

/** 'sealed': ask for its passphrase, stretch it by `way`, then `openFile`. The caller wipes the entries' secrets. */
export type Source = Entries | { kind: 'sealed'; way: Stretching } | Problem;

function readJson(text: string): Source {
  const file = parsedJson(text);
  if (file === undefined) return asProblem('file-garbled');
  if (isSealedFile(file)) return wayOf(file);
  if (isAegis(file)) return readAegis(file);
  return isTwofas(file) ? readTwofas(file) : asProblem('unknown-format');
}

export function readSource(text: string): Source {
  if (text.length > MOST_TEXT) return asProblem('too-large');
  const source = text.trim();
  if (source === '') return asProblem('empty');
  return source.startsWith('{') ? readJson(source) : readLines(source);
}
