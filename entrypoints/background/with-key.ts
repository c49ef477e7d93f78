/** A key as it crosses the wall, in base64url. */
import { fromBase64url, wipe } from '../../lib/bytes.ts';

/** Its bytes are wiped after use. */
export async function withKey<T>(text: string, use: (key: Uint8Array) => Promise<T>): Promise<T> {
  const key = fromBase64url(text);
  try {
    return await use(key);
  } finally {
    wipe(key);
  }
}
