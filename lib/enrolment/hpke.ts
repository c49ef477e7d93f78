/** HPKE (RFC 9180), one message to a key that is known beforehand. */
import { type AeadInterface, Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';

interface Sealing {
  info: Uint8Array<ArrayBuffer>;
  aad: Uint8Array<ArrayBuffer>;
  plain: Uint8Array<ArrayBuffer>;
  exportContext: Uint8Array<ArrayBuffer>;
}

/** For published vectors only: another AEAD than ours, and an ephemeral key that is not random. */
export interface Published {
  aead?: AeadInterface;
  /** `ikmE` of RFC 9180. */
  ephemeral?: Uint8Array<ArrayBuffer>;
}

/** HPKE base mode (RFC 9180 section 6.1), DHKEM(X25519, HKDF-SHA256), HKDF-SHA256; `z` is 32 bytes of its exporter. */
export async function sealTo(
  publicKey: Uint8Array<ArrayBuffer>,
  { info, aad, plain, exportContext }: Sealing,
  { aead = new Aes256Gcm(), ephemeral }: Published = {},
): Promise<{ enc: Uint8Array<ArrayBuffer>; ct: Uint8Array<ArrayBuffer>; z: Uint8Array<ArrayBuffer> }> {
  const hpke = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead });
  const recipientPublicKey = await hpke.kem.deserializePublicKey(publicKey);
  const sender = await hpke.createSenderContext({ recipientPublicKey, info, ...(ephemeral ? { ekm: ephemeral } : {}) });
  const ct = new Uint8Array(await sender.seal(plain, aad));
  const z = new Uint8Array(await sender.export(exportContext, 32));
  return { enc: new Uint8Array(sender.enc), ct, z };
}
