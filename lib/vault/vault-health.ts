/** How the two copies are, for the health page: nothing secret, and nothing that names a token. */
import type { Health } from '../messages/health.ts';
import { asideAt } from './aside.ts';
import { schemaOf } from './header.ts';
import type { Means } from './means.ts';
import { listMended } from './mended.ts';
import { findPin } from './pin.ts';
import { readSides, type Sides } from './sides.ts';

export type VaultHealth = Pick<Health, 'schema' | 'databaseVersion' | 'generation' | 'copy' | 'mended' | 'ways' | 'asideAt' | 'trouble'>;

function copyHealth({ primary, copy }: Sides): Health['copy'] {
  const [ours, theirs] = [primary.header?.generation ?? null, copy.header?.generation ?? null];
  if (copy.state !== 'whole' || theirs === null) return { state: copy.state === 'missing' ? 'missing' : 'damaged', generation: theirs };
  const apart = theirs - (ours ?? 0);
  return { state: apart === 0 ? 'same' : apart < 0 ? 'older' : 'newer', generation: theirs };
}

/** Unverified while locked. Refuses 'store-…', 'private-window'. */
export async function readHealth(means: Means): Promise<VaultHealth> {
  const sides = await readSides(means);
  const { stored, header } = sides.primary;
  const slots = (header ?? sides.copy.header)?.slots ?? null;
  const count = (kind: string): number => slots?.filter((slot) => slot.kind === kind).length ?? 0;
  return {
    schema: stored && schemaOf(stored),
    databaseVersion: await means.store.version(),
    generation: header?.generation ?? null,
    copy: copyHealth(sides),
    mended: await listMended(means.local),
    ways: slots && { passphrases: count('passphrase'), passkeys: count('passkey'), pin: (await findPin(means)) !== null },
    asideAt: await asideAt(means),
    trouble: means.store.trouble(),
  };
}
