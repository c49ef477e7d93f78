/** A vault over which something happens between two of its readings, as another window does it. */
import { openVault, type Vault } from '../../lib/vault/vault.ts';
import type { Opened } from '../lib/vault/builders.ts';

/** `act` once, on the same disk, after the so-many-th time that the vault was asked for anything. */
export function happeningAfter({ on, vault }: Opened, times: number, act: (vault: Vault) => Promise<unknown>): Vault {
  let asked = 0;
  return openVault({
    ...on,
    locks: {
      request: async (lock, work) => {
        const answer = await on.locks.request(lock, work);
        if (++asked === times) await act(vault);
        return answer;
      },
    },
  });
}
