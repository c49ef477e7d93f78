/** What the issuer keeps of the tokens it made: the same seeds and keys that the extension must not leave on the disk. */
import { DEVELOPMENT_KEY, sealUnder } from '../../mock-bank/secrets/seal.ts';
import { openStore } from '../../mock-bank/store.ts';
import { deviceKey, type TokenRow } from '../../mock-bank/tokens.ts';
import { lendSeed } from '../../mock-bank/devices.ts';
import type { Secret } from './forms.ts';

/** K_otp and K_dev of each of these serials, in the database of a bank that was closed. */
export async function issuedSecrets(folder: string, serials: string[]): Promise<Secret[]> {
  const seal = sealUnder(DEVELOPMENT_KEY);
  const store = await openStore({ folder });
  try {
    const rows = await store.rows<TokenRow>('SELECT * FROM tokens WHERE serial = ANY($1)', [serials]);
    return rows.flatMap((token) => [
      { name: `K_otp of ${token.serial}`, bytes: lendSeed({ seal }, token, (seed) => Uint8Array.from(seed)) },
      { name: `K_dev of ${token.serial}`, bytes: deviceKey(seal, token) },
    ]);
  } finally {
    await store.close();
  }
}
