/** The issuer's word on a token is bound to the very question, and its clock is believed as far as the round allows. */
import { describe, expect, it } from 'vitest';
import { toBase64url, utf8 } from '../../../lib/bytes.ts';
import { macOver } from '../../../lib/enrolment/keys.ts';
import { bestSample, clockSample, readStatus, type StatusQuestion } from '../../../lib/enrolment/status.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { NOON } from '../vault/builders.ts';

const DEVICE = new Uint8Array(32).fill(5);
const QUESTION: StatusQuestion = { serial: 'SKTS00012345', nonce: new Uint8Array(16).fill(6), t0: NOON };
const ANSWER = { state: 'ACTIVE', t1: NOON + 10, t2: NOON + 12 } as const;

function reply(over: object = {}, { serial, nonce, t0 } = QUESTION): Uint8Array {
  const mac = macOver(DEVICE, ['st1 status rep', serial, nonce, t0, ANSWER.state, ANSWER.t1, ANSWER.t2]);
  return utf8(JSON.stringify({ v: 1, ...ANSWER, mac: toBase64url(mac), ...over }));
}

describe('an answer about a token', () => {
  it('is taken when it answers this question', () => {
    expect(readStatus(DEVICE, QUESTION, reply())).toEqual(ANSWER);
  });

  it.each<[string, Partial<StatusQuestion>]>([
    ['another token', { serial: 'SKTS00012346' }],
    ['an earlier question', { nonce: new Uint8Array(16).fill(7) }],
    ['another time', { t0: NOON + 1 }],
  ])('is refused when it is about %s', (_, over) => {
    expect(() => readStatus(DEVICE, QUESTION, reply({}, { ...QUESTION, ...over }))).toThrow(new Refusal('issuer-unverified'));
  });

  it.each([{ state: 'REVOKED' }, { t1: NOON + 9 }, { t2: NOON + 13 }, { mac: toBase64url(new Uint8Array(64)) }])('is refused when it was changed: %o', (over) => {
    expect(() => readStatus(DEVICE, QUESTION, reply(over))).toThrow(new Refusal('issuer-unverified'));
  });

  it('is refused by another device key', () => {
    expect(() => readStatus(new Uint8Array(32), QUESTION, reply())).toThrow(new Refusal('issuer-unverified'));
  });
});

describe('one round', () => {
  it.each([
    ['in step', [0, 50, 60, 110], { offset: 0, error: 50, measuredAt: 110 }],
    ['this PC behind', [0, 1050, 1060, 110], { offset: 1000, error: 50, measuredAt: 110 }],
    ['this PC ahead', [5000, 50, 60, 5111], { offset: -5000, error: 51, measuredAt: 5111 }],
    ['an issuer a little slower than the round', [0, 0, 150, 100], { offset: 25, error: 0, measuredAt: 100 }],
  ] as const)('gives offset and error: %s', (_, [t0, t1, t2, t3], sample) => {
    expect(clockSample(t0, t1, t2, t3)).toEqual(sample);
  });

  it('is refused when the issuer claims more time than there was, but for a tenth of a second', () => {
    expect(clockSample(0, 0, 200, 100)).toEqual({ offset: 50, error: 0, measuredAt: 100 });
    expect(() => clockSample(0, 0, 201, 100)).toThrow(new Refusal('issuer-garbled'));
    expect(() => clockSample(NOON, 0, 201, NOON + 100)).toThrow(new Refusal('issuer-garbled'));
  });

  it('is refused when the issuer answered before it was asked', () => {
    expect(clockSample(0, 50, 50, 100).error).toBe(50);
    expect(() => clockSample(0, 50, 49, 100)).toThrow(new Refusal('issuer-garbled'));
  });
});

describe('of several rounds', () => {
  it('the shortest counts, the earlier of two alike', () => {
    const [long, short, alike] = [30, 10, 10].map((error, at) => ({ offset: at, error, measuredAt: at }));
    expect(bestSample([long, short, alike].filter((one) => one !== undefined))).toBe(short);
    expect(() => bestSample([])).toThrow(RangeError);
  });
});
