/**
 * What went wrong, for someone who can do something about it. Every reason has
 * a sentence in both languages in `components/sentences.ts`; a plain `Error` is a bug.
 */
export const REASONS = [
  // the lock
  'no-vault',
  'locked',
  'vault-exists',
  'wrong-passphrase',
  'weak-passphrase',
  'passphrases-differ',
  'tries-slowed',
  'last-way',
  'passkey-refused',
  'passkey-unavailable',
  'pin-wrong',
  'pin-gone',
  // the store
  'store-unavailable',
  'store-full',
  'store-blocked',
  'store-newer',
  'vault-damaged',
  'vault-missing',
  'private-window',
  // the issuer
  'issuer-unreachable',
  'issuer-slow',
  'issuer-busy',
  'issuer-garbled',
  'issuer-unverified',
  'issuer-refused',
  'serial-unexpected',
  'profile-unexpected',
  'pending-expired',
  'activation-refused',
  'service-id-garbled',
  'user-id-garbled',
  'activation-password-garbled',
  // institutions
  'institution-unknown',
  'institution-without-issuer',
  'institution-not-allowed',
  'consent-missing',
  // tokens and codes
  'token-unknown',
  'token-unusable',
  'exchange-unfinished',
  'token-bound',
  'import-changed',
  'import-nothing',
  'code-spent',
  'clock-uncertain',
  'clock-far',
  // the site of an imported token
  'site-garbled',
  'site-insecure',
  'site-listed',
  // pages
  'page-not-listed',
  'page-institution-unknown',
  'page-other-institution',
  'page-other-site',
  'page-without-field',
  'page-needs-reload',
  'page-changed',
  'field-unusable',
  'field-read-only',
  'fill-altered',
  'gesture-refused',
  // messages
  'not-allowed',
  'message-garbled',
  'internal',
] as const;
export type Reason = (typeof REASONS)[number];

export class Refusal extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, options?: { cause?: unknown }) {
    super(reason, options);
    this.name = 'Refusal';
    this.reason = reason;
  }
}

/** For one of these reasons; any other refusal, and a bug, is none. */
export function isRefusal(failure: unknown, ...reasons: readonly Reason[]): failure is Refusal {
  return failure instanceof Refusal && reasons.includes(failure.reason);
}

/** The issuer's last word on an enrolment: nothing was made, and the same message will never make it. */
export const ENDED: readonly Reason[] = ['pending-expired', 'activation-refused'];

/** Of a token that the issuer is asked about: it was deleted here meanwhile, or nothing is said of it that we can take, and won't be later either. */
export const NOTHING_TO_LEARN: readonly Reason[] = ['token-unknown', 'issuer-refused', 'issuer-garbled', 'issuer-unverified'];
