/** The refusals of docs/protocol.md. */

const STATUSES = {
  malformed: 400,
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

  constructor(refusal: IssuerRefusal) {
    super(refusal);
    this.refusal = refusal;
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
