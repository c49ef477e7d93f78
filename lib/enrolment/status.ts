/** The authenticated status of a token and, with it, the issuer's clock (docs/protocol.md). Pure. */
import { equalBytes, toBase64url, utf8 } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import type { ClockMeasure, TokenState } from '../token.ts';
import { macOver } from './keys.ts';
import { readStatusReply } from './wire.ts';

export interface StatusQuestion {
  serial: string;
  /** 16 random bytes: binds the reply, so that no old ACTIVE can be replayed. */
  nonce: Uint8Array;
  t0: number;
}

export interface StatusAnswer {
  state: TokenState;
  t1: number;
  t2: number;
}

const json = (value: object): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(value));

export function statusRequest(device: Uint8Array, question: StatusQuestion): Uint8Array<ArrayBuffer> {
  const { serial, nonce, t0 } = question;
  const mac = macOver(device, ['st1 status req', serial, nonce, t0]);
  return json({ v: 1, serial, nonce: toBase64url(nonce), t0, mac: toBase64url(mac) });
}

/** Refuses 'issuer-garbled' or 'issuer-unverified'. */
export function readStatus(device: Uint8Array, question: StatusQuestion, reply: Uint8Array): StatusAnswer {
  const { state, t1, t2, mac } = readStatusReply(reply);
  const { serial, nonce, t0 } = question;
  if (!equalBytes(macOver(device, ['st1 status rep', serial, nonce, t0, state, t1, t2]), mac))
    throw new Refusal('issuer-unverified');
  return { state, t1, t2 };
}

export function ackRequest(device: Uint8Array, serial: string): Uint8Array<ArrayBuffer> {
  return json({ v: 1, serial, mac: toBase64url(macOver(device, ['ack', serial])) });
}

/** Two clocks that nobody sets may still differ by this much over one round. Milliseconds. */
const SLACK = 100;

/**
 * One round: t0, t3 by this PC, t1, t2 by the issuer; milliseconds (the formula of NTP, RFC 5905 section 8).
 * Refuses 'issuer-garbled' for an issuer that claims to have taken longer than the whole round.
 */
export function clockSample(t0: number, t1: number, t2: number, t3: number): ClockMeasure {
  if (t2 < t1 || t2 - t1 > t3 - t0 + SLACK) throw new Refusal('issuer-garbled');
  return {
    offset: Math.round((t1 - t0 + (t2 - t3)) / 2),
    error: Math.max(0, Math.ceil((t3 - t0 - (t2 - t1)) / 2)),
    measuredAt: t3,
  };
}

/** The sample with the shortest way there and back says most. */
export function bestSample(samples: ClockMeasure[]): ClockMeasure {
  const [best] = samples.toSorted((a, b) => a.error - b.error);
  if (!best) throw new RangeError('the best of no samples');
  return best;
}
