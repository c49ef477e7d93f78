/** An open vault whose PC has the bank's time. */
import { madeVault, type Opened, STRETCHED } from '../lib/vault/builders.ts';

/** The session that making it began ended long before `now`, epoch milliseconds: it is unlocked once more. */
export async function openVaultAt(now: number): Promise<Opened> {
  const made = await madeVault();
  made.on.clock.now = now;
  await made.vault.unlock(made.wayIn.slotId, STRETCHED);
  return made;
}
