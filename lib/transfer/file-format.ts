/**
 * The file of our export, unopened: JSON of `format`, `version`, how its passphrase is to be stretched, and `sealed`.
 * Byte strings are base64url without padding.
 */
import { bytes, member, oneOf, record } from '../parse.ts';
import { expectBoundedWork, type Stretching, STRETCHING_SHAPE, stretchingOf } from '../stretching.ts';
import { asProblem, type Problem } from './found.ts';
import { MOST_TEXT } from './problems.ts';

export const FORMAT = 'kagifuda-export';
export const VERSION = 1;

export const IV_LENGTH = 12;
const TAG_LENGTH = 16;

interface SealedFile extends Stretching {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** IV ‖ ciphertext ‖ tag. */
  sealed: Uint8Array<ArrayBuffer>;
}

const fileShape = record<SealedFile>({
  format: oneOf(FORMAT),
  version: oneOf(VERSION),
  ...STRETCHING_SHAPE,
  sealed: bytes(IV_LENGTH + TAG_LENGTH, MOST_TEXT),
});

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
    expectBoundedWork(file);
    return file;
  } catch {
    return asProblem('file-garbled');
  }
}

/** What the passphrase is to be stretched by. */
export function wayOf(parsed: unknown): { kind: 'sealed'; way: Stretching } | Problem {
  const file = fileOf(parsed);
  return 'problem' in file ? file : { kind: 'sealed', way: stretchingOf(file) };
}
