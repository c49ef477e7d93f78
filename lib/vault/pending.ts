/** A pending enrolment: what must survive from before the request leaves until the token is here. */
import { fromUtf8, lvCat, lvSplit, utf8 } from '../bytes.ts';
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
  /** Epoch milliseconds. */
  startedAt: number;
}

export interface Pending extends PendingSummary {
  issuerOrigin: string;
  /** The very bytes of M1, so that a repeat is the same request. */
  request: Bytes;
  requestId: Bytes;
  keyId: string;
  enc: Bytes;
  ct: Bytes;
  /** Secret: the exported HPKE secret that the token's keys come from. */
  z: Bytes;
}

interface Words extends PendingSummary {
  /** `flow` of docs/protocol.md; the credit-union flow will keep other bytes. */
  flow: 'sk';
  issuerOrigin: string;
  keyId: string;
}

const readWords = record<Words>({
  flow: oneOf('sk'),
  id: idText,
  institutionCode,
  issuerOrigin,
  startedAt: integer(0),
  keyId: text(32),
});

/** The caller wipes the plaintext. TypeError for a pending that could not be read again. */
export function encodePending(pending: Pending): Bytes {
  const { request, requestId, enc, ct, z, ...names } = pending;
  const words = readWords({ flow: 'sk', ...names }, 'pending');
  if (z.length !== 32) throw new TypeError('pending: z must be 32 bytes');
  return lvCat(utf8(JSON.stringify(words)), request, requestId, enc, ct, z);
}

function decode(plaintext: Bytes): Pending {
  const [words, request, requestId, enc, ct, z, ...more] = lvSplit(plaintext);
  if (!words || !request || !requestId || !enc || !ct || z?.length !== 32 || more.length > 0)
    throw new TypeError('pending: expected six parts');
  const { id, institutionCode: code, issuerOrigin: origin, startedAt, keyId } = readWords(
    JSON.parse(fromUtf8(words)),
    'pending',
  );
  return { id, institutionCode: code, issuerOrigin: origin, startedAt, keyId, request, requestId, enc, ct, z };
}

/** The caller wipes `z`. Refusal 'vault-damaged' for anything but a whole pending with this id. */
export function decodePending(id: string, plaintext: Bytes): Pending {
  try {
    const pending = decode(plaintext);
    if (pending.id !== id) throw new TypeError('pending: another id');
    return pending;
  } catch (cause) {
    throw new Refusal('vault-damaged', { cause });
  }
}
