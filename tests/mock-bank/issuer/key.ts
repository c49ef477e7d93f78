/** The issuer's HPKE key that development builds of the extension pin. It protects nothing: it is published here. */
export const ISSUER_KEY = {
  keyId: 'mock-2026-1',
  /** X25519, raw, base64url. */
  privateKey: 'OMgXNZs4vB8QmDM6n1E3yvZr0LtcLKKKeZ-YJvKhsUU',
  publicKey: 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo',
} as const;
