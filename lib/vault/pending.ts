/** A pending enrolment: what must survive from before the request leaves until the token is here. */
import { fromUtf8, lvCat, lvSplit, utf8, wipe } from '../bytes.ts';
import { integer, oneOf, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { idText, institutionCode, issuerOrigin } from './names.ts';
import type { Bytes } from './seal.ts';

/** What an enrolment ends with. Lent, never returned; wiped by whoever made them. */
export interface Secrets {
  /** K_otp, 16 to 128 bytes: the codes come from it. */
  otp: Uint8Array;
  /** K_dev, 32 bytes: acknowledgement and status. */
  device: Uint8Array;
}

export interface PendingSummary {
  id: string;
  institutionCode: string;
  issuerOrigin: string;
  /** Epoch milliseconds. */
  startedAt: number;
}

interface PendingBase extends PendingSummary {
  /** The very bytes of the message that waits for its reply, so that a repeat is the same message. */
  request: Bytes;
}

/** M1 of the shinkin flow is out, or about to leave. */
export interface ShinkinPending extends PendingBase {
  flow: 'sk';
  requestId: Bytes;
  keyId: string;
  enc: Bytes;
  ct: Bytes;
  /** Secret, 32 bytes: the exported HPKE secret that the token's keys come from. */
  z: Bytes;
}

/** M3 of the credit-union flow is out, or about to leave. The password is not needed any more and not here. */
export interface UnionPending extends PendingBase {
  flow: 'cu';
  /** TH, 64 bytes. */
  th: Bytes;
  /** Secret, 64 bytes: PRK, which the token's keys come from. */
  prk: Bytes;
}

export type Pending = ShinkinPending | UnionPending;

export function wipePending(pending: Pending): void {
  wipe(pending.flow === 'sk' ? pending.z : pending.prk);
}

interface Words extends PendingSummary {
  flow: Pending['flow'];
  /** '' in the credit-union flow. */
  keyId: string;
}

const readWords = record<Words>({
  flow: oneOf('sk', 'cu'),
  id: idText,
  institutionCode,
  issuerOrigin,
  startedAt: integer(0),
  keyId: text(32),
});

/** What follows the words in the record, in this order; the lengths that are known. */
const SK_SECRET = 32;
const CU_SECRET = 64;

/** The caller wipes the plaintext. TypeError for a pending that could not be read again. */
export function encodePending(pending: Pending): Bytes {
  const { flow, id, institutionCode: code, issuerOrigin: origin, startedAt, request } = pending;
  const keyId = flow === 'sk' ? pending.keyId : '';
  const words = readWords({ flow, id, institutionCode: code, issuerOrigin: origin, startedAt, keyId }, 'pending');
  const parts = flow === 'sk' ? [pending.requestId, pending.enc, pending.ct, pending.z] : [pending.th, pending.prk];
  const encoded = lvCat(utf8(JSON.stringify(words)), request, ...parts);
  wipePending(decode(encoded));
  return encoded;
}

function decode(plaintext: Bytes): Pending {
  const [words, request, ...parts] = lvSplit(plaintext);
  if (!words || !request) throw new TypeError('pending: expected words and a request');
  const { flow, keyId, ...base } = readWords(JSON.parse(fromUtf8(words)), 'pending');
  return flow === 'sk' ? { flow, keyId, ...base, request, ...shinkinParts(parts) } : { flow, ...base, request, ...unionParts(parts) };
}

function shinkinParts(parts: Bytes[]): Pick<ShinkinPending, 'requestId' | 'enc' | 'ct' | 'z'> {
  const [requestId, enc, ct, z, ...more] = parts;
  if (!requestId || !enc || !ct || z?.length !== SK_SECRET || more.length > 0) throw new TypeError('pending: expected six parts');
  return { requestId, enc, ct, z };
}

function unionParts(parts: Bytes[]): Pick<UnionPending, 'th' | 'prk'> {
  const [th, prk, ...more] = parts;
  if (th?.length !== CU_SECRET || prk?.length !== CU_SECRET || more.length > 0) throw new TypeError('pending: expected four parts');
  return { th, prk };
}

/** The caller wipes the secret. Refusal 'vault-damaged' for anything but a whole pending with this id. */
export function decodePending(id: string, plaintext: Bytes): Pending {
  try {
    const pending = decode(plaintext);
    if (pending.id !== id) throw new TypeError('pending: another id');
    return pending;
  } catch (cause) {
    throw new Refusal('vault-damaged', { cause });
  }
}
