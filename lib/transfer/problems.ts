/** What can be wrong with an import: closed lists, each with a sentence on the screens; and the limits that two of them speak of. */

/** Of one token among those found. */
export const ENTRY_PROBLEMS = [
  'secret-garbled',
  'secret-empty',
  'kind-unknown',
  'algorithm-unknown',
  'digits-unusual',
  'period-unusual',
  'counter-garbled',
  'label-garbled',
  'line-wrapped',
] as const;
export type EntryProblem = (typeof ENTRY_PROBLEMS)[number];

/** Of a whole source: a text, a file, a code. */
export const SOURCE_PROBLEMS = [
  'empty',
  'too-large',
  'too-many',
  'unknown-format',
  'uri-garbled',
  'migration-garbled',
  'aegis-encrypted',
  'twofas-encrypted',
  'file-garbled',
  'file-newer',
  'file-passphrase',
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

/** Of a picture that a QR code is looked for in. */
export const PICTURE_PROBLEMS = ['not-a-picture', 'too-large', 'no-code'] as const;
export type PictureProblem = (typeof PICTURE_PROBLEMS)[number];

/** UTF-16 units of one source; more is 'too-large'. */
export const MOST_TEXT = 4 * 1024 * 1024;

/** Tokens in one source; more is 'too-many'. */
export const MOST_ENTRIES = 1000;
