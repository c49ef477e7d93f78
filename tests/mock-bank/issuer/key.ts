/**
 * The issuer's HPKE keys that development builds of the extension pin. They protect nothing: they are published
 * here. An issuer that serves several series of serials tells them apart by the key that the client was given.
 */
export interface IssuerKey {
  keyId: string;
  /** X25519, raw, base64url. */
  privateKey: string;
  publicKey: string;
  /** The first four letters of the serials issued under this key. */
  prefix: 'SKTS' | 'SKOH';
}

export const ISSUER_KEYS: readonly IssuerKey[] = [
  {
    keyId: 'mock-2026-1',
    privateKey: 'OMgXNZs4vB8QmDM6n1E3yvZr0LtcLKKKeZ-YJvKhsUU',
    publicKey: 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo',
    prefix: 'SKTS',
  },
  {
    keyId: 'mock-2026-oh',
    privateKey: 'KL7xHWNHwz9zdUzmAuj3JWqb2r9wI2p5JxzJR-4ET0g',
    publicKey: 'GLZW4UB0mio2B817tfsQiFNDFHv-kOhX7j73VSVCSS4',
    prefix: 'SKOH',
  },
];

export function issuerKey(keyId: string): IssuerKey | undefined {
  return ISSUER_KEYS.find((key) => key.keyId === keyId);
}
