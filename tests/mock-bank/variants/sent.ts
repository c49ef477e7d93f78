/** The body of a form's request, in the encoding of its page. */
import type { Context } from 'hono';
import type { Sent } from './received.ts';

/** Nobody types more into a bank's field. */
const LONGEST = 200;

function add(sent: Map<string, string[]>, name: string, value: string): void {
  const values = sent.get(name) ?? [];
  // A longer one is cut, and refused for its length all the same.
  values.push(value.slice(0, LONGEST));
  sent.set(name, values);
}

/** `%83n` is a two-byte character whose second byte is a letter: the parts must become bytes before they become text. */
function bytesOf(part: string): Uint8Array<ArrayBuffer> {
  const raw = part.replaceAll('+', ' ').replaceAll(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

/** `pageRules` let nothing but a urlencoded form come here. Broken sequences become U+FFFD, never an error. */
export async function sentBy({ req }: Context, encoding = 'utf-8'): Promise<Sent> {
  const decoder = new TextDecoder(encoding);
  const sent = new Map<string, string[]>();
  // Not the decoder's latin1: that one is Windows-1252, which moves half of the bytes.
  const body = Buffer.from(await req.arrayBuffer()).toString('latin1');
  for (const pair of body.split('&').filter((one) => one !== '')) {
    const [name = '', ...value] = pair.split('=');
    add(sent, decoder.decode(bytesOf(name)), decoder.decode(bytesOf(value.join('='))));
  }
  return sent;
}
