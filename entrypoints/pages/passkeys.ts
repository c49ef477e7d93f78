/**
 * Passkeys: the one place that speaks WebAuthn (level 3). A slot's key is what the passkey's PRF (section 10.1.4) makes of the slot's
 * salt. The RP ID is left out everywhere and so is the extension's own: under a bank's domain its pages could ask for the PRF too.
 */
import type { Passkeys, PasskeyDraft } from '../../components/passkey.ts';
import { fromBase64url, toBase64url, wipe } from '../../lib/bytes.ts';
import type { PasskeyWay, SlotKey } from '../../lib/messages/ways.ts';
import { Refusal } from '../../lib/refusal.ts';

const NAME = '鍵札';
/** ES256, EdDSA, RS256 (RFC 9053, RFC 8812): what authenticators make. The signature itself is of no use to us. */
const ALGORITHMS = [-7, -8, -257];
/** Milliseconds that the browser waits for the person. */
const PATIENCE = 120_000;
/** Bytes of a PRF output. */
const PRF_LENGTH = 32;
/** A page without an RP ID is refused at once; one that has it goes on waiting. Milliseconds. */
const REFUSED_WITHIN = 150;

interface PasskeyEdges {
  credentials: CredentialsContainer;
  /** Firefox up to 153 says that it has the PRF and then gives extension pages no RP ID. */
  isFirefox: boolean;
  random: (length: number) => Uint8Array<ArrayBuffer>;
}

/** What no second try would mend; anything else was the person, or the time. */
const LASTING: ReadonlySet<string> = new Set(['SecurityError', 'NotSupportedError', 'ConstraintError']);

async function asked(dialog: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const answer = await dialog();
    if (answer instanceof PublicKeyCredential) return answer;
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    throw new Refusal(LASTING.has(cause.name) ? 'passkey-unavailable' : 'passkey-refused', { cause });
  }
  throw new Refusal('passkey-refused');
}

function bytesOf(source: BufferSource): Uint8Array {
  return ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
}

/** base64url of the PRF's output, which is wiped; null when there is none. */
function takeKey(answer: PublicKeyCredential): string | null {
  const first = answer.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  const output = bytesOf(first);
  try {
    return output.length === PRF_LENGTH ? toBase64url(output) : null;
  } finally {
    wipe(output);
  }
}

const idOf = ({ rawId }: PublicKeyCredential): string => toBase64url(new Uint8Array(rawId));

async function open({ credentials, random }: PasskeyEdges, ways: PasskeyWay[]): Promise<SlotKey> {
  const evalByCredential = Object.fromEntries(ways.map(({ credentialId, salt }) => [credentialId, { first: fromBase64url(salt) }]));
  const answer = await asked(() =>
    credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: ways.map(({ credentialId }) => ({ type: 'public-key', id: fromBase64url(credentialId) })),
        userVerification: 'required',
        timeout: PATIENCE,
        extensions: { prf: { evalByCredential } },
      },
    }),
  );
  const way = ways.find(({ credentialId }) => credentialId === idOf(answer));
  if (!way) throw new Refusal('passkey-refused');
  const key = takeKey(answer);
  if (key === null) throw new Refusal('passkey-unavailable');
  return { slotId: way.slotId, key };
}

async function make(edges: PasskeyEdges, draft: PasskeyDraft): Promise<{ credentialId: string; key: string }> {
  const { credentials, random } = edges;
  const made = await asked(() =>
    credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name: NAME },
        // A fresh user each time: an authenticator keeps one passkey per user, and would drop the one before.
        user: { id: random(16), name: NAME, displayName: NAME },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        timeout: PATIENCE,
        extensions: { prf: { eval: { first: fromBase64url(draft.salt) } } },
      },
    }),
  );
  if (made.getClientExtensionResults().prf?.enabled !== true) throw new Refusal('passkey-unavailable');
  const credentialId = idOf(made);
  // Many authenticators evaluate the PRF only when they are asked the second time.
  const key = takeKey(made) ?? (await open(edges, [{ ...draft, credentialId }])).key;
  return { credentialId, key };
}

/** Conditional mediation waits for a field that this page does not have: nothing is shown for it. */
async function hasRpId({ credentials, random }: PasskeyEdges): Promise<boolean> {
  const probe = new AbortController();
  const timer = setTimeout(() => probe.abort(), REFUSED_WITHIN);
  try {
    await credentials.get({ mediation: 'conditional', publicKey: { challenge: random(32) }, signal: probe.signal });
    return true;
  } catch (failure) {
    return probe.signal.aborted && failure instanceof DOMException && failure.name === 'AbortError';
  } finally {
    clearTimeout(timer);
  }
}

async function available(edges: PasskeyEdges): Promise<boolean> {
  try {
    const capabilities = await PublicKeyCredential.getClientCapabilities();
    if (capabilities['extension:prf'] !== true) return false;
    return !edges.isFirefox || (await hasRpId(edges));
  } catch {
    // A browser without WebAuthn, or one that has it switched off.
    return false;
  }
}

export function makePasskeys(edges: PasskeyEdges): Passkeys {
  let found: Promise<boolean> | undefined;
  return {
    available: () => (found ??= available(edges)),
    make: (draft) => make(edges, draft),
    open: (ways) => open(edges, ways),
  };
}
