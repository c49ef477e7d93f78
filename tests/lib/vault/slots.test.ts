import { createDecipheriv, hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, lvCat, toBase64url, uint64, utf8 } from '../../../lib/bytes.ts';
import type { NewWay } from '../../../lib/messages/ways.ts';
import { openSlot, readSlot, sealSlot, type Slot } from '../../../lib/vault/slots.ts';
import { draftPasskey, draftWayIn } from '../../../lib/vault/way-in.ts';
import { NOON, random, reasonOf, STRETCHED } from './builders.ts';

const VMK = new Uint8Array(32).fill(1);

const passphrase = (): NewWay => ({ kind: 'passphrase', ...draftWayIn(random) });
const passkey = (): NewWay => ({ kind: 'passkey', credentialId: toBase64url(random(16)), ...draftPasskey(random) });
const sealed = (way: NewWay, key = STRETCHED): Promise<Slot> => sealSlot('vault', way, { key, vmk: VMK, made: NOON }, random);

const ids = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const salts = fc.uint8Array({ minLength: 16, maxLength: 32 }).map(toBase64url);
const stretchings = fc.record({ salt: salts, memory: fc.integer({ min: 8192, max: 104_857 }), passes: fc.integer({ min: 1, max: 10 }), lanes: fc.integer({ min: 1, max: 4 }) });
const credentials = fc.uint8Array({ minLength: 1, maxLength: 1023 }).map(toBase64url);
const ways: fc.Arbitrary<NewWay> = fc.oneof(
  fc.tuple(ids, stretchings).map(([slotId, rest]): NewWay => ({ kind: 'passphrase', slotId, ...rest })),
  fc.record({ kind: fc.constant('passkey' as const), slotId: ids, credentialId: credentials, salt: salts }),
);
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a slot of either kind', () => {
  it('gives the VMK back to its own key, for any way within its bounds', async () => {
    await fc.assert(fc.asyncProperty(ways, keys, async (way, key) => {
      const slot = await sealed(way, key);
      expect(slot).toMatchObject({ kind: way.kind, id: way.slotId, madeAt: NOON });
      expect(readSlot(JSON.parse(JSON.stringify(slot)), 'slot')).toEqual(slot);
      expect(await openSlot('vault', slot, key)).toEqual(VMK);
    }));
  });

  it('opens for no key but its own, and for no other slot\'s', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.tuple(ways, keys), { minLength: 2, maxLength: 4, selector: ([way, key]) => `${way.slotId} ${String(key)}` }), async (pairs) => {
      const slots = await Promise.all(pairs.map(async ([way, key]) => await sealed(way, key)));
      const tries = slots.flatMap((slot, at) => pairs.map(([, key], other) => ({ slot, key, own: at === other || String(key) === String(pairs[at]?.[1]) })));
      for (const { slot, key, own } of tries) expect(await reasonOf(openSlot('vault', slot, key))).toBe(own ? 'none' : 'wrong-passphrase');
    }), { numRuns: 40 });
  });

  it('opens for nobody when the bytes of two slots were exchanged, even under the same key', async () => {
    for (const [one, other] of [[passphrase(), passphrase()], [passkey(), passkey()], [passphrase(), passkey()]] as const) {
      const [here, there] = [await sealed(one), await sealed(other)];
      expect(await reasonOf(openSlot('vault', { ...here, sealed: there.sealed }, STRETCHED))).toBe('wrong-passphrase');
      expect(await reasonOf(openSlot('vault', { ...there, sealed: here.sealed }, STRETCHED))).toBe('wrong-passphrase');
    }
  });

  it('opens in no other vault', async () => {
    for (const way of [passphrase(), passkey()]) expect(await reasonOf(openSlot('other', await sealed(way), STRETCHED))).toBe('wrong-passphrase');
  });

  it('takes 32 bytes and no other number', async () => {
    for (const way of [passphrase(), passkey()]) {
      for (const length of [0, 31, 33]) await expect(sealed(way, new Uint8Array(length))).rejects.toThrow(RangeError);
      await expect(openSlot('vault', await sealed(way), new Uint8Array(16))).rejects.toThrow(RangeError);
    }
  });

  it('leaves the key to its owner, unwiped', async () => {
    const key = random(32);
    const before = [...key];
    await openSlot('vault', await sealed(passphrase(), key), key);
    expect([...key]).toEqual(before);
  });
});

/** As docs/vault-format.md says it, by another library. */
function openByHand(slot: Slot, aad: Uint8Array): Buffer {
  const key = Buffer.from(hkdfSync('sha256', STRETCHED, '', `kagifuda slot${slot.id}`, 32));
  const bytes = Buffer.from(slot.sealed, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(aad).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]);
}

describe('what a slot is bound to', () => {
  it('is, for a passphrase, vault, kind, id, salt, memory, passes and lanes', async () => {
    const slot = await sealed(passphrase());
    if (slot.kind !== 'passphrase') throw new Error('another kind');
    const place = [utf8('kagifuda'), uint64(1), utf8('vault'), utf8('slot'), utf8('passphrase'), utf8(slot.id)];
    const aad = lvCat(...place, fromBase64url(slot.salt), uint64(slot.memory), uint64(slot.passes), uint64(slot.lanes));
    expect(Buffer.compare(openByHand(slot, aad), VMK)).toBe(0);
    const altered = [{ id: 'other' }, { memory: 8192 }, { passes: 4 }, { lanes: 2 }, { salt: toBase64url(new Uint8Array(16)) }];
    for (const over of altered) expect(await reasonOf(openSlot('vault', { ...slot, ...over }, STRETCHED))).toBe('wrong-passphrase');
  });

  it('is, for a passkey, vault, kind, id, credential and salt', async () => {
    const slot = await sealed(passkey());
    if (slot.kind !== 'passkey') throw new Error('another kind');
    const place = [utf8('kagifuda'), uint64(1), utf8('vault'), utf8('slot'), utf8('passkey'), utf8(slot.id)];
    expect(Buffer.compare(openByHand(slot, lvCat(...place, fromBase64url(slot.credentialId), fromBase64url(slot.salt))), VMK)).toBe(0);
    const altered = [{ id: 'other' }, { credentialId: toBase64url(new Uint8Array(16)) }, { salt: toBase64url(new Uint8Array(32)) }];
    for (const over of altered) expect(await reasonOf(openSlot('vault', { ...slot, ...over }, STRETCHED))).toBe('wrong-passphrase');
  });

  it('is not the moment it was made: that stands under the header\'s MAC', async () => {
    expect(await openSlot('vault', { ...(await sealed(passkey())), madeAt: null }, STRETCHED)).toEqual(VMK);
  });

  it('is its kind: a passkey\'s slot read as a passphrase\'s opens for nobody', async () => {
    const { id, salt, sealed: bytes, madeAt } = await sealed(passkey());
    const disguised = readSlot({ kind: 'passphrase', id, salt, memory: 65_536, passes: 3, lanes: 1, sealed: bytes, madeAt }, 'slot');
    expect(await reasonOf(openSlot('vault', disguised, STRETCHED))).toBe('wrong-passphrase');
  });
});

describe('a slot that the disk says', () => {
  it.each<[string, Record<string, unknown>]>([
    ['of no kind', { kind: undefined }],
    ['of another kind', { kind: 'pin' }],
    ['with a field of the other kind', { credentialId: 'AAAA' }],
    ['with less memory', { memory: 8191 }],
    ['with more memory', { memory: 262_145 }],
    ['with more work than 2^20 KiB times passes', { memory: 262_144, passes: 5 }],
    ['with eleven passes', { passes: 11 }],
    ['with half a pass', { passes: 2.5 }],
    ['with five lanes', { lanes: 5 }],
    ['with a short salt', { salt: toBase64url(new Uint8Array(15)) }],
    ['with a long salt', { salt: toBase64url(new Uint8Array(33)) }],
    ['with too few sealed bytes', { sealed: 'A'.repeat(79) }],
    ['made before 1970', { madeAt: -1 }],
  ])('%s is none', async (_, over) => {
    const slot = await sealed(passphrase());
    expect(() => readSlot({ ...slot, ...over }, 'slot')).toThrow(TypeError);
  });

  it('with a credential that is no base64url is none, not a failure of the unlocking', async () => {
    const slot = await sealed(passkey());
    for (const credentialId of ['', 'A', 'AB', 'AAAAA', 'A+/=', 'A'.repeat(1368)])
      expect(() => readSlot({ ...slot, credentialId }, 'slot')).toThrow();
    expect(readSlot({ ...slot, credentialId: 'AQ' }, 'slot')).toMatchObject({ credentialId: 'AQ' });
  });
});
