/** How a copied code is known again without its digits, and how the clipboard is cleared of it, and of nothing else. */
import { fromBase64url, toBase64url, utf8 } from '../../lib/bytes.ts';
import { type Parser, record, text } from '../../lib/parse.ts';

const SALT = 16;

/**
 * Both in base64url. Six digits can be guessed from it, so it is no secret kept: it keeps the code itself out of whatever
 * shows what we have noted, and it is gone when the code's time is over.
 */
export interface CodeMark {
  salt: string;
  /** SHA-256 of the salt and the digits. */
  digest: string;
}

export const CODE_MARK = { salt: text(22, /^[\w-]{22}$/), digest: text(43, /^[\w-]{43}$/) };
export const parseMark: Parser<CodeMark> = record<CodeMark>(CODE_MARK);

async function digestOf(said: string, salt: Uint8Array): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...salt, ...utf8(said)]))));
}

export async function markOf(digits: string, random: (length: number) => Uint8Array): Promise<CodeMark> {
  const salt = random(SALT);
  return { salt: toBase64url(salt), digest: await digestOf(digits, salt) };
}

/** The system's clipboard; both reject where the browser does not allow it. */
export interface Clipboard {
  read: () => Promise<string>;
  clear: () => Promise<void>;
}

/** No code is longer: anything else need not be looked at. */
const LONGEST = 8;

/** Whether it held the code. What else it holds is not touched, kept or told. */
export async function clearIfHeld(clipboard: Clipboard, { salt, digest }: CodeMark): Promise<boolean> {
  const held = await clipboard.read();
  if (held.length > LONGEST || (await digestOf(held, fromBase64url(salt))) !== digest) return false;
  await clipboard.clear();
  return true;
}
