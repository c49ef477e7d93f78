/** Mutations of one copy's bytes and records: accidents, replays, and what belongs to another vault. */
import type { Chance } from '../chance.ts';
import type { StoredHeader, StoredRecord } from '../../../lib/vault/stored.ts';
import { flipped } from './disk.ts';
import { type Disk, type Image, imageOf } from './mutations-disk.ts';
import type { World } from './mutations-world.ts';

type Bytes = Uint8Array<ArrayBuffer>;
/** Null: not a byte is left. */
export type ImageChange = (image: Image, chance: Chance, world: World) => Image | null;
type BytesChange = (bytes: Bytes, chance: Chance) => Bytes;

const flip: BytesChange = (bytes, chance) => new Uint8Array(flipped(bytes, chance.below(bytes.length * 8)));
const cut: BytesChange = (bytes, chance) => bytes.slice(0, chance.below(bytes.length));
const behead: BytesChange = (bytes, chance) => bytes.slice(1 + chance.below(bytes.length));
const lengthen: BytesChange = (bytes, chance) => new Uint8Array([...bytes, ...chance.bytes(1 + chance.below(40))]);

/** As a disk gives back a block that was never written. */
const blank: BytesChange = (bytes, chance) => {
  const from = chance.below(Math.max(1, bytes.length - 16));
  return bytes.slice().fill(0, from, from + 512);
};

function onHeader(part: keyof StoredHeader, change: BytesChange): ImageChange {
  return ({ header, records }, chance) => ({ header: header && { ...header, [part]: change(header[part], chance) }, records });
}

const isSame = (a: StoredRecord) => (b: StoredRecord) => a.store === b.store && a.id === b.id;

function onRecord(store: StoredRecord['store'], change: (record: StoredRecord, chance: Chance, world: World) => StoredRecord[]): ImageChange {
  return ({ header, records }, chance, world) => {
    const chosen = chance.one(records.filter((one) => one.store === store));
    const next = change(chosen, chance, world);
    return { header, records: records.flatMap((one) => (one === chosen ? next : [one])) };
  };
}

const onSealed = (store: StoredRecord['store'], change: BytesChange): ImageChange =>
  onRecord(store, (record, chance) => [{ ...record, sealed: change(record.sealed, chance) }]);

function exchange(swap: (a: StoredRecord, b: StoredRecord) => [StoredRecord, StoredRecord]): ImageChange {
  return ({ header, records }, chance) => {
    const a = chance.one(records);
    const b = chance.one(records.filter((one) => one !== a));
    const [newA, newB] = swap(a, b);
    return { header, records: records.map((one) => (one === a ? newA : one === b ? newB : one)) };
  };
}

/** An earlier state of the same vault; never the one that is there. */
const earlier = ({ history }: World, chance: Chance): Image => imageOf(chance.one(history.slice(0, -1)).disk);

const anEarlierRecord: ImageChange = ({ header, records }, chance, world) => {
  const versions = world.history.flatMap(({ disk }) => imageOf(disk).records);
  const older = versions.filter((one) => records.some((now) => isSame(now)(one) && now.seq > one.seq));
  const chosen = chance.one(older);
  return { header, records: records.map((one) => (isSame(one)(chosen) ? chosen : one)) };
};

const isWhose = (whose: (world: World) => Disk) => ({
  record: (({ header, records }, chance, world) => {
    const theirs = chance.one(imageOf(whose(world)).records.filter((one) => records.some(isSame(one))));
    return { header, records: records.map((one) => (isSame(one)(theirs) ? theirs : one)) };
  }) satisfies ImageChange,
  header: (({ records }, _chance, world) => ({ header: imageOf(whose(world)).header, records })) satisfies ImageChange,
  all: ((_image, _chance, world) => imageOf(whose(world))) satisfies ImageChange,
});

const other = isWhose(({ foreign }) => foreign.other);
const same = isWhose(({ foreign }) => foreign.same);

export const BYTE_CHANGES: Record<string, ImageChange> = {
  'a bit of the header': onHeader('body', flip),
  'a bit of the MAC': onHeader('mac', flip),
  'a bit of the sum': onHeader('sum', flip),
  'a bit of a token': onSealed('tokens', flip),
  'a bit of a pending': onSealed('pendings', flip),
  'the header cut short': onHeader('body', cut),
  'the header without its beginning': onHeader('body', behead),
  'the MAC cut short': onHeader('mac', cut),
  'the sum cut short': onHeader('sum', cut),
  'a token cut short': onSealed('tokens', cut),
  'a token without its beginning': onSealed('tokens', behead),
  'a pending cut short': onSealed('pendings', cut),
  'a header with more': onHeader('body', lengthen),
  'a MAC with more': onHeader('mac', lengthen),
  'a sum with more': onHeader('sum', lengthen),
  'a token with more': onSealed('tokens', lengthen),
  'a blank in the header': onHeader('body', blank),
  'a blank in a token': onSealed('tokens', blank),
  'another number at a token': onRecord('tokens', (one, chance) => [{ ...one, seq: one.seq + chance.one([-1, 1, 7, 2 ** 31, 2 ** 40]) }]),
  'two records exchanged': exchange((a, b) => [{ ...a, store: b.store, id: b.id }, { ...b, store: a.store, id: a.id }]),
  'two sealed texts exchanged': exchange((a, b) => [{ ...a, sealed: b.sealed }, { ...b, sealed: a.sealed }]),
  'a token among the pendings': onRecord('tokens', (one) => [{ ...one, store: 'pendings' }]),
  'a record more': onRecord('tokens', (one) => [one, { ...one, id: 'slipped-in' }]),
  'a token gone': onRecord('tokens', () => []),
  'a pending gone': onRecord('pendings', () => []),
  'all records gone': ({ header }) => ({ header, records: [] }),
  'the header gone': ({ records }) => ({ header: null, records }),
  'all gone': () => null,
  'an earlier record': anEarlierRecord,
  'an earlier header': ({ records }, chance, world) => ({ header: earlier(world, chance).header, records }),
  'all of an earlier moment': (_image, chance, world) => earlier(world, chance),
  'a record of another vault': other.record,
  'a record of another vault of ours': same.record,
  'the header of another vault': other.header,
  'the header of another vault of ours': same.header,
  'all of another vault': other.all,
  'all of another vault of ours': same.all,
};
