/** The WebAuthn edge against an authenticator of the test; a true one answers in the end-to-end tests. */
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePasskeys } from '../../entrypoints/pages/passkeys.ts';
import { fromBase64url, toBase64url } from '../../lib/bytes.ts';
import type { PasskeyWay } from '../../lib/messages/ways.ts';

interface Authenticator {
  /** Its PRF: none, one that answers at `create`, or one that answers only at `get`. */
  prf: 'none' | 'at once' | 'later';
  /** The name of the DOMException that every dialog ends with. */
  refuses: string | null;
  capabilities: Record<string, boolean>;
  asked: (CredentialCreationOptions | CredentialRequestOptions)[];
  /** What left the authenticator, to see whether it was wiped. */
  outputs: Uint8Array[];
}

class FakeCredential {
  readonly rawId: ArrayBuffer;
  readonly prf: object | undefined;

  constructor(rawId: ArrayBuffer, prf: object | undefined) {
    this.rawId = rawId;
    this.prf = prf;
  }

  getClientExtensionResults(): object {
    return this.prf === undefined ? {} : { prf: this.prf };
  }

  static getClientCapabilities = (): Promise<Record<string, boolean>> => Promise.resolve(there.capabilities);
}

let there: Authenticator;
const salt = toBase64url(new Uint8Array(32).fill(7));
const draft = { slotId: 'slot', salt };
const CREDENTIAL = new Uint8Array([1, 2, 3, 4]);
const credentialId = toBase64url(CREDENTIAL);
const way: PasskeyWay = { ...draft, credentialId };

function prfOf(secret: BufferSource | undefined, answers: boolean): object | undefined {
  if (there.prf === 'none') return { enabled: false };
  if (!answers || !(secret instanceof Uint8Array)) return { enabled: true };
  const output = new Uint8Array(createHmac('sha256', 'the authenticator’s own').update(secret).digest());
  there.outputs.push(output);
  return { enabled: true, results: { first: output.buffer } };
}

const expected = (by: string): string =>
  toBase64url(new Uint8Array(createHmac('sha256', 'the authenticator’s own').update(fromBase64url(by)).digest()));

function dialog(options: CredentialCreationOptions | CredentialRequestOptions): void {
  there.asked.push(options);
  if (there.refuses !== null) throw new DOMException('refused', there.refuses);
}

const credentials = {
  create: async (options: CredentialCreationOptions) => {
    dialog(options);
    return new FakeCredential(CREDENTIAL.buffer, prfOf(options.publicKey?.extensions?.prf?.eval?.first, there.prf === 'at once'));
  },
  get: async (options: CredentialRequestOptions) => {
    dialog(options);
    if (options.mediation === 'conditional')
      return await new Promise<never>((_, reject) =>
        options.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
      );
    // The last of those that are allowed is the one that this authenticator has.
    const { id } = options.publicKey?.allowCredentials?.at(-1) ?? {};
    if (!(id instanceof Uint8Array)) throw new TypeError('no credential is allowed');
    const asked = options.publicKey?.extensions?.prf?.evalByCredential?.[toBase64url(id)];
    return new FakeCredential(id.slice().buffer, prfOf(asked?.first, true));
  },
  preventSilentAccess: async () => undefined,
  store: async () => undefined,
};

const passkeys = (isFirefox = false) =>
  makePasskeys({
    // The container of a browser has more to its types than a test can make.
    credentials: Object.assign(Object.create(null), credentials),
    isFirefox,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });

beforeEach(() => {
  there = { prf: 'at once', refuses: null, capabilities: { 'extension:prf': true }, asked: [], outputs: [] };
  vi.stubGlobal('PublicKeyCredential', FakeCredential);
});
afterEach(() => void vi.unstubAllGlobals());

describe('making a passkey', () => {
  it('gives its id and its PRF of the salt', async () => {
    expect(await passkeys().make(draft)).toEqual({ credentialId, key: expected(salt) });
    expect(there.asked).toHaveLength(1);
  });

  it('asks a second time where the PRF answers only then', async () => {
    there.prf = 'later';
    expect(await passkeys().make(draft)).toEqual({ credentialId, key: expected(salt) });
    expect(there.asked).toHaveLength(2);
  });

  it('names no RP, wants the person verified, and never the same user twice', async () => {
    await passkeys().make(draft);
    await passkeys().make(draft);
    const options = there.asked.flatMap((one) => ('publicKey' in one && one.publicKey && 'rp' in one.publicKey ? [one.publicKey] : []));
    expect(options.map(({ rp }) => rp)).toEqual([{ name: '鍵札' }, { name: '鍵札' }]);
    expect(options[0]?.authenticatorSelection).toEqual({ residentKey: 'preferred', userVerification: 'required' });
    expect(options[0]?.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-7, -8, -257]);
    const users = options.map(({ user }) => (user.id instanceof Uint8Array ? toBase64url(user.id) : ''));
    expect(users[0]).toHaveLength(22);
    expect(new Set(users).size).toBe(2);
  });

  it('refuses an authenticator without a PRF', async () => {
    there.prf = 'none';
    await expect(passkeys().make(draft)).rejects.toMatchObject({ reason: 'passkey-unavailable' });
    expect(there.asked).toHaveLength(1);
  });

  it.each([
    ['NotAllowedError', 'passkey-refused'],
    ['AbortError', 'passkey-refused'],
    ['InvalidStateError', 'passkey-refused'],
    ['SecurityError', 'passkey-unavailable'],
    ['NotSupportedError', 'passkey-unavailable'],
    ['ConstraintError', 'passkey-unavailable'],
  ])('that ends with %s is refused as %s', async (name, reason) => {
    there.refuses = name;
    await expect(passkeys().make(draft)).rejects.toMatchObject({ reason });
    await expect(passkeys().open([way])).rejects.toMatchObject({ reason });
  });
});

describe('opening by a passkey', () => {
  it('gives the slot of the one that answered, and wipes what it was given', async () => {
    const other = { slotId: 'other', credentialId: toBase64url(new Uint8Array([9, 9])), salt: toBase64url(new Uint8Array(32).fill(8)) };
    expect(await passkeys().open([way, other])).toEqual({ slotId: 'other', key: expected(other.salt) });
    expect(there.asked).toHaveLength(1);
    expect(there.outputs.map((output) => output.every((byte) => byte === 0))).toEqual([true]);
  });

  it('refuses one whose PRF is gone', async () => {
    there.prf = 'none';
    await expect(passkeys().open([way])).rejects.toMatchObject({ reason: 'passkey-unavailable' });
  });
});

describe('whether passkeys are there', () => {
  it('is what the browser says of the PRF, and asks for nothing', async () => {
    expect(await passkeys().available()).toBe(true);
    there.capabilities = {};
    expect(await passkeys().available()).toBe(false);
    expect(there.asked).toEqual([]);
  });

  it('is no in a Firefox whose extension pages have no RP ID', async () => {
    there.refuses = 'SecurityError';
    expect(await passkeys(true).available()).toBe(false);
  });

  it('is yes in a Firefox that goes on waiting, where nothing was shown and nothing is left waiting', async () => {
    expect(await passkeys(true).available()).toBe(true);
    expect(there.asked).toMatchObject([{ mediation: 'conditional', signal: { aborted: true } }]);
  });

  it('is no in a browser without WebAuthn', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    expect(await passkeys().available()).toBe(false);
  });
});
