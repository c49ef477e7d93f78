/** Opening and proving with a typed passphrase: stretched for one slot after the other, in their order. */
import type { SlotKey, WayIn } from '../lib/messages/ways.ts';
import type { Asking, Stretch } from './asking.ts';
import { reasonOf } from './sentences.ts';

/**
 * `use` of each slot's key until one is taken; only 'wrong-passphrase' goes on to the next. More than one
 * slot is there only while the two copies of the vault differ.
 */
export async function withPassphrase<T>(
  { ways, passphrase, stretch }: { ways: WayIn[]; passphrase: string; stretch: Stretch },
  use: (proof: SlotKey) => Promise<T>,
): Promise<T> {
  const [way, ...others] = ways;
  if (!way) throw new Error('no passphrase opens this vault');
  try {
    return await use({ slotId: way.slotId, key: await stretch(passphrase, way) });
  } catch (failure) {
    if (others.length === 0 || reasonOf(failure) !== 'wrong-passphrase') throw failure;
    return await withPassphrase({ ways: others, passphrase, stretch }, use);
  }
}

/** Today's parameters for a slot that has older ones. Says nothing when it fails: the next unlock tries again. */
async function renewSlot(ask: Asking, stretch: Stretch, passphrase: string, proof: SlotKey, way: WayIn): Promise<void> {
  try {
    const key = await stretch(passphrase, way);
    await ask('replaceWay', { proof, slotId: proof.slotId, way: { kind: 'passphrase', ...way }, key });
  } catch {
    // Said above.
  }
}

/** Refuses 'wrong-passphrase', 'tries-slowed', 'vault-…', 'store-…'. The slot is renewed afterwards; nobody waits for that. */
export async function unlockWith(ask: Asking, stretch: Stretch, ways: WayIn[], passphrase: string): Promise<void> {
  await withPassphrase({ ways, passphrase, stretch }, async (proof) => {
    const { renew } = await ask('unlock', proof);
    if (renew) void renewSlot(ask, stretch, passphrase, proof, renew);
  });
}
