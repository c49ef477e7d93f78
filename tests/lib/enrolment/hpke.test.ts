/** Our sealing against RFC 9180, Appendix A.1.1 (DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode). */
import { Aes128Gcm } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { sealTo } from '../../../lib/enrolment/hpke.ts';

const hex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'hex'));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const pkRm = hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d');
const ikmE = hex('7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234');
const sealing = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  aad: hex('436f756e742d30'),
  plain: hex('4265617574792069732074727574682c20747275746820626561757479'),
};

describe('sealing to a key (HPKE)', () => {
  it.each([
    ['', '3853fe2b4035195a573ffc53856e77058e15d9ea064de3e59f4961d0095250ee'],
    ['00', '2e8f0b54673c7029649d4eb9d5e33bf1872cf76d623ff164ac185da9e88c21a5'],
    ['54657374436f6e74657874', 'e9e43065102c3836401bed8c3c3c75ae46be1639869391d62c61f1ec7af54931'],
  ])('gives the published enc, ct and exported secret for the context "%s"', async (context, exported) => {
    const sealed = await sealTo(pkRm, { ...sealing, exportContext: hex(context) }, { aead: new Aes128Gcm(), ephemeral: ikmE });
    expect(hexOf(sealed.enc)).toBe('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431');
    expect(hexOf(sealed.ct)).toBe('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a');
    expect(hexOf(sealed.z)).toBe(exported);
  });

  it('takes a fresh ephemeral key each time', async () => {
    const twice = [await sealTo(pkRm, { ...sealing, exportContext: hex('') }), await sealTo(pkRm, { ...sealing, exportContext: hex('') })];
    expect(new Set(twice.flatMap(({ enc, ct, z }) => [enc, ct, z].map(hexOf))).size).toBe(6);
  });
});
