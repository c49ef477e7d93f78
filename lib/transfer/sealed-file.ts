/**
 * Our export, sealed under a passphrase of its own. Plaintext: the tokens' `otpauth://` lines, UTF-8, joined by "\n".
 * key = HKDF(stretched, info = "kagifuda export"); AAD = lv_cat("kagifuda export", 1, salt, memory, passes, lanes);
 * HKDF, lv_cat and sealed as in docs/vault-format.md.
 */
import { concat, fromUtf8, lvCat, toBase64url, uint64, utf8, wipe } from '../bytes.ts';
import { boundParts, readStretching, STRETCHED_LENGTH, type Stretching, stretchingOf } from '../stretching.ts';
import { fileOf, FORMAT, IV_LENGTH, VERSION } from './file-format.ts';
import { asProblem, type Entry, type FoundToken, type Problem } from './found.ts';
import { parsedJson } from './json.ts';
import { readLines } from './lines.ts';
import { otpauthOf, parseOtpauth } from './otpauth.ts';
import { MOST_ENTRIES, MOST_TEXT } from './problems.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const LABEL = 'kagifuda export';

/** HKDF-SHA-256 (RFC 5869) without salt: the input is uniform already. */
async function keyOf(stretched: Uint8Array): Promise<CryptoKey> {
  if (stretched.length !== STRETCHED_LENGTH) throw new RangeError(`stretched passphrase must be ${STRETCHED_LENGTH} bytes`);
  const secret = new Uint8Array(stretched);
  try {
    const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(LABEL) };
    return await crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  } finally {
    wipe(secret);
  }
}

/** The parameters are in the AAD: a file whose parameters were lowered opens for nobody. */
function cipher(way: Stretching, iv: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: lvCat(utf8(LABEL), uint64(VERSION), ...boundParts(way)) };
}

/** Error for a token that could not be read again. The text can't be wiped; it goes when nobody holds it. */
function plaintextOf(tokens: readonly FoundToken[]): Bytes {
  const lines = tokens.map(otpauthOf);
  for (const entry of lines.map(parseOtpauth)) {
    if (!entry.ok) throw new Error(`a token to export is unreadable: ${entry.problem}`);
    wipe(entry.token.secret);
  }
  return utf8(lines.join('\n'));
}

/** The file's text. Error for tokens or parameters that no reader would take, and for more than one source may hold. */
export async function sealFile(
  tokens: readonly FoundToken[],
  way: Stretching,
  stretched: Uint8Array,
  random: (length: number) => Bytes,
): Promise<string> {
  readStretching(way, 'way');
  if (tokens.length > MOST_ENTRIES) throw new RangeError('too many tokens for one file');
  const key = await keyOf(stretched);
  const iv = random(IV_LENGTH);
  const plaintext = plaintextOf(tokens);
  try {
    const sealed = concat(iv, new Uint8Array(await crypto.subtle.encrypt(cipher(way, iv), key, plaintext)));
    const file = JSON.stringify({ format: FORMAT, version: VERSION, ...stretchingOf(way), sealed: toBase64url(sealed) });
    if (file.length > MOST_TEXT) throw new RangeError('too much text for one file');
    return file;
  } finally {
    wipe(plaintext);
  }
}

/** What came out of an intact file: only a program other than ours can have sealed what is 'file-garbled' here. */
function entriesOf(plaintext: Bytes): Entry[] | Problem {
  if (plaintext.length === 0) return [];
  try {
    const read = readLines(fromUtf8(plaintext));
    return read.kind === 'entries' ? read.entries : asProblem('file-garbled');
  } catch {
    return asProblem('file-garbled');
  }
}

/**
 * The entries, whose secrets the caller wipes, or 'file-garbled', 'file-newer', 'file-passphrase': also for a file that
 * was changed, the two can't be told apart. RangeError when `stretched` has another length than 32 bytes.
 */
export async function openFile(text: string, stretched: Uint8Array): Promise<Entry[] | Problem> {
  const key = await keyOf(stretched);
  const file = fileOf(parsedJson(text.trim()));
  if ('problem' in file) return file;
  const how = cipher(file, file.sealed.slice(0, IV_LENGTH));
  let plaintext: Bytes;
  try {
    plaintext = new Uint8Array(await crypto.subtle.decrypt(how, key, file.sealed.slice(IV_LENGTH)));
  } catch {
    return asProblem('file-passphrase');
  }
  try {
    return entriesOf(plaintext);
  } finally {
    wipe(plaintext);
  }
}
