/** Whether a header's manifest accounts for what is stored. */
import { describe, expect, it } from 'vitest';
import { digestOf, expectAccounted, type Header, type ManifestLine, SCHEMA } from '../../../lib/vault/header.ts';
import type { StoredRecord } from '../../../lib/vault/stored.ts';

const rowOf = (id: string, seq: number): StoredRecord => ({ store: 'tokens', id, seq, sealed: Uint8Array.of(seq, id.length) });
const lineOf = ({ store, id, seq, sealed }: StoredRecord): ManifestLine => ({ store, id, seq, digest: digestOf(sealed) });
const headerOf = (manifest: ManifestLine[]): Header => ({
  format: 'kagifuda',
  schema: SCHEMA,
  vaultId: 'vault-1',
  generation: 7,
  slots: [],
  lossHidden: false,
  loss: [],
  manifest,
});

const [one, other] = [rowOf('token-1', 3), rowOf('token-22', 5)];
const check = (manifest: ManifestLine[], rows: StoredRecord[]) => () => expectAccounted(headerOf(manifest), rows);

describe('what a manifest accounts for', () => {
  it('is each record as it is, in any order', () => {
    expect(check([lineOf(one), lineOf(other)], [other, one])).not.toThrow();
    expect(check([], [])).not.toThrow();
  });

  it.each<[string, ManifestLine[], StoredRecord[]]>([
    ['a record is gone', [lineOf(one), lineOf(other)], [one]],
    ['a record was slipped in', [lineOf(one)], [one, other]],
    ['a record is an earlier one', [lineOf(one)], [{ ...one, seq: 2 }]],
    ['a record holds something else', [lineOf(one)], [{ ...one, sealed: other.sealed }]],
    ['a record is in another store', [lineOf(one)], [{ ...one, store: 'pendings' }]],
    ['a record and its line are there twice', [lineOf(one), lineOf(one)], [one, one]],
    ['a line is there twice, in place of that of another record', [lineOf(one), lineOf(one)], [one, other]],
    ['a record is there twice, in place of another', [lineOf(one), lineOf(other)], [one, one]],
  ])('is not that %s', (_, manifest, rows) => {
    expect(check(manifest, rows)).toThrow('vault-damaged');
  });
});
