/** The refusals of docs/protocol.md. */
import type { BankEvent } from '../world.ts';

const STATUSES = {
  malformed: 400,
  refused: 403,
  unknown: 404,
  conflict: 409,
  expired: 410,
  'too-large': 413,
  'content-type': 415,
  busy: 429,
  unavailable: 503,
} as const;

export type IssuerRefusal = keyof typeof STATUSES;

/** Thrown within the issuer, answered at its edge. */
export class Refused extends Error {
  readonly refusal: IssuerRefusal;
  /** Of `busy`: when it makes sense to ask again. */
  readonly seconds: number | null;
  /** What the operator's log is told beyond the client's answer; never a secret. */
  readonly seen: Partial<Omit<BankEvent, 'at' | 'kind' | 'outcome'>>;

  constructor(refusal: IssuerRefusal, { seconds = null, seen = {} }: { seconds?: number | null; seen?: Refused['seen'] } = {}) {
    super(refusal);
    this.refusal = refusal;
    this.seconds = seconds;
    this.seen = seen;
  }
}

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export function answer(body: string): Response {
  return new Response(body, { headers: JSON_HEADERS });
}

export function refuse(refusal: IssuerRefusal, retryAfter?: number): Response {
  const headers = new Headers(JSON_HEADERS);
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify({ v: 1, error: refusal }), { status: STATUSES[refusal], headers });
}
