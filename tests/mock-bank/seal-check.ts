/** Is the seal's key the one that this database was sealed under? Asked at the start, before anything is sealed under a wrong one. */
import type { Seal } from './secrets/seal.ts';
import type { Tables } from './store.ts';

const OWNER = 'seal check';

/** Throws a sentence for the operator. Of two processes that start on an empty database the first one's key counts. */
export async function expectSeal(tables: Tables, seal: Seal): Promise<void> {
  await tables.rows('INSERT INTO seal_check VALUES (1, $1) ON CONFLICT DO NOTHING', [seal.close(OWNER, Buffer.from(OWNER))]);
  const [row] = await tables.rows<{ sealed: Uint8Array }>('SELECT sealed FROM seal_check WHERE id = 1');
  try {
    seal.open(OWNER, row?.sealed ?? new Uint8Array(28));
  } catch (cause) {
    throw new Error('this database was sealed under another key: set KAGIFUDA_ISSUER_SEAL_KEY to the one it was made with', { cause });
  }
}
