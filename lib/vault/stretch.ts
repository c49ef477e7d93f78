/** Argon2id (RFC 9106) of a passphrase. Slow by design: runs in `stretch.worker.ts`, never on a page's own thread. */
import { argon2id } from 'hash-wasm';
import { fromBase64url, utf8, wipe } from '../bytes.ts';
import { readStretching, STRETCHED_LENGTH, type Stretching } from '../stretching.ts';

/**
 * 32 bytes; the caller wipes them. The passphrase is taken in NFKC, so that full-width
 * and half-width typing of the same words open the same lock.
 * TypeError for parameters outside their bounds, RangeError for an empty passphrase; neither runs anything.
 */
export async function stretch(passphrase: string, stretching: Stretching): Promise<Uint8Array> {
  const { salt, memory, passes, lanes } = readStretching(stretching, 'stretching');
  if (passphrase === '') throw new RangeError('empty passphrase');
  const password = utf8(passphrase.normalize('NFKC'));
  try {
    return await argon2id({
      password,
      salt: fromBase64url(salt),
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: STRETCHED_LENGTH,
      outputType: 'binary',
    });
  } finally {
    wipe(password);
  }
}
