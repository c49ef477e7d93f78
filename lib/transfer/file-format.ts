/**
 * The file of our export, unopened: JSON of `format`, `version`, how its passphrase is to be stretched, and `sealed`.
 * Byte strings are base64url without padding.
 */
import { fromBase64url } from '../bytes.ts';
import { bytes, integer, oneOf, type Parser, record, text } from '../parse.ts';
import { asProblem, type Problem } from './found.ts';
import { member } from './json.ts';
import { MOST_TEXT } from './problems.ts';

export const FORMAT = 'kagifuda-export';
export const VERSION = 1;

export const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** How the file's passphrase is stretched (Argon2id, 32 bytes). `salt` base64url of 16 to 32 bytes, `memory` in KiB. */
export interface Way {
  salt: string;
  memory: number;
  passes: number;
  lanes: number;
}

export interface SealedFile extends Way {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** IV ‖ ciphertext ‖ tag. */
  sealed: Uint8Array<ArrayBuffer>;
}

const salt: Parser<string> = (value, at) => {
  const encoded = text(43)(value, at);
  const { length } = fromBase64url(encoded);
  if (length < 16 || length > 32) throw new TypeError(`${at}: expected 16 to 32 bytes`);
  return encoded;
};

const WAY_SHAPE = { salt, memory: integer(8 * 1024, 256 * 1024), passes: integer(1, 10), lanes: integer(1, 4) };
const wayShape = record<Way>(WAY_SHAPE);
const fileShape = record<SealedFile>({
  format: oneOf(FORMAT),
  version: oneOf(VERSION),
  ...WAY_SHAPE,
  sealed: bytes(IV_LENGTH + TAG_LENGTH, MOST_TEXT),
});

/** KiB times passes: a stranger's file must not keep the PC busy for minutes. */
const MOST_WORK = 2 ** 20;

function expectModest({ memory, passes }: Way): void {
  if (memory * passes > MOST_WORK) throw new RangeError('more work than a file may ask for');
}

/** TypeError or RangeError for parameters that no reader would run. */
export function expectWay(way: Way): void {
  expectModest(wayShape(way, 'way'));
}

export function isSealedFile(parsed: unknown): boolean {
  return member(parsed, 'format') === FORMAT;
}

/** Bounded before anything is stretched: the file may be anybody's. 'file-garbled', 'file-newer'. */
export function fileOf(parsed: unknown): SealedFile | Problem {
  const version = member(parsed, 'version');
  if (isSealedFile(parsed) && typeof version === 'number' && Number.isSafeInteger(version) && version > VERSION)
    return asProblem('file-newer');
  try {
    const file = fileShape(parsed, 'file');
    expectModest(file);
    return file;
  } catch {
    return asProblem('file-garbled');
  }
}

/** What the passphrase is to be stretched by. */
export function wayOf(parsed: unknown): { kind: 'sealed'; way: Way } | Problem {
  const file = fileOf(parsed);
  if ('problem' in file) return file;
  return { kind: 'sealed', way: { salt: file.salt, memory: file.memory, passes: file.passes, lanes: file.lanes } };
}
