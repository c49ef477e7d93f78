/**
 * That a right key did not open what lay there. While locked only sums show, so this is remembered in the session's memory:
 * the customer is led to what can be saved, and not to typing the passphrase once more.
 */
import type { Means } from './means.ts';

const KEY = 'vaultDamaged';

export async function isDamageKnown({ session }: Means): Promise<boolean> {
  return (await session.get(KEY))[KEY] === true;
}

export async function noteDamage({ session }: Means): Promise<void> {
  await session.set({ [KEY]: true });
}

export async function forgetDamage({ session }: Means): Promise<void> {
  await session.remove(KEY);
}
