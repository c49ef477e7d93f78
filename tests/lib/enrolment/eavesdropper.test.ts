/**
 * Somebody has recorded a whole enrolment and has all the time of the world. From what they heard they get neither the seed nor
 * one guess of the password confirmed; with one secret handed to them, the very same search succeeds.
 */
import { createHash, createHmac } from 'node:crypto';
import { ristretto255 } from '@noble/curves/ed25519.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { issuerKey, ISSUER_KEYS } from '../../mock-bank/issuer/key.ts';
import { answerFirst, commit, readFirst, readThird } from '../../mock-bank/issuer/union-handshake.ts';
import { generator, randomScalar, sessionKey } from '../../mock-bank/secrets/cpace.ts';
import { lvCat } from '../../mock-bank/secrets/encoding.ts';
import { AES_256_GCM, receive } from '../../mock-bank/secrets/hpke.ts';
import {
  clientKey, confirmation, deriveKeys, extractKey, mac, tokenKeys, transcriptHash, unionTranscriptHash, type Profile, type Transcript, type UnionTranscript,
} from '../../mock-bank/secrets/schedule.ts';
import { type MockBank, startBank } from '../../mock-bank/start.ts';
import { utf8 } from '../../../lib/bytes.ts';
import { beginUnion, proveUnion } from '../../../lib/enrolment/union.ts';
import { NOON, random } from '../vault/builders.ts';
import { holds, recordShinkin, recordUnion, type Recording, type ShinkinRun, type UnionRun } from './recording.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const akagi = profileOf('2143') ?? expect.unreachable();
const { Point } = ristretto255;
type Point = InstanceType<typeof Point>;

let bank: MockBank;
beforeAll(async () => {
  bank = await startBank({ issuerOrigin: abukuma.issuerOrigin, quiet: true, now: () => NOON });
}, 60_000);
afterAll(async () => await bank.close());

const decoded = (text: string): Buffer => Buffer.from(text, 'base64url');
const sha512 = (...parts: Uint8Array[]): Buffer => createHash('sha512').update(Buffer.concat(parts)).digest();

/** The messages of the credit union's flow, read by whoever likes to. */
function heard({ messages: [m1 = '', m2 = '', m3 = '', m4 = ''] }: Recording) {
  const first = readFirst(utf8(m1));
  const answer: { Yb: string; ADb: { serverNonce: string; t1: number; t2: number } } = JSON.parse(m2);
  const second: UnionTranscript['second'] = { v: 1, Yb: decoded(answer.Yb), ADb: { ...answer.ADb, serverNonce: decoded(answer.ADb.serverNonce) } };
  const fourth: { serial: string; profile: Profile; t1: number; t2: number; Tb: string } = JSON.parse(m4);
  return {
    first, second, Ta: readThird(utf8(m3)).Ta, fourth, Tb: decoded(fourth.Tb),
    TH: unionTranscriptHash({ origin: akagi.issuerOrigin, first, second }),
    Ya: Point.fromBytes(first.Ya), Yb: Point.fromBytes(second.Yb),
    ci: lvCat('ST1-CU', akagi.issuerOrigin, first.serviceId, first.userId),
  };
}
type Heard = ReturnType<typeof heard>;

/** Both recorded proofs are oracles: whoever has Z, PRK (64 bytes), K_c or K_s (32 bytes) sees it here. The seed that follows, or null. */
function seedFrom({ TH, Ta, Tb, fourth }: Heard, guess: Uint8Array): Buffer | null {
  for (const prk of guess.length === 64 ? [extractKey(guess, TH), guess] : [extractKey(guess, TH)]) {
    if (mac(clientKey(prk), TH).equals(Ta)) return tokenKeys(prk, fourth.profile).seed;
  }
  if (guess.length !== 32) return null;
  return mac(guess, TH).equals(Ta) || confirmation(guess, TH, fourth).equals(Tb) ? Buffer.from('a key of a proof') : null;
}

/** Z for a supposed K, as both sides would make it, and K itself for want of it. */
function keysOf({ first: { sid, Ya, ADa }, second: { Yb, ADb } }: Heard, k: Uint8Array): Uint8Array[] {
  const a = { y: Ya, ad: lvCat(ADa.app, ADa.version, ADa.suite) };
  const b = { y: Yb, ad: lvCat(ADb.serverNonce, ADb.t1, ADb.t2) };
  return [sessionKey({ sid, k, a, b }), k];
}

const SMALL = Array.from({ length: 16 }, (_, n) => BigInt(n + 1));

/** Points that anybody can make of the two shares, without a password. */
function pointsOf({ Ya, Yb }: Heard): Point[] {
  const sums = [Ya, Yb, Ya.add(Yb), Ya.subtract(Yb), Yb.subtract(Ya), Ya.add(Yb).negate(), Point.ZERO, Point.BASE];
  return [...sums, ...SMALL.flatMap((n) => [Ya.multiply(n), Yb.multiply(n), Ya.multiply(n).negate(), Yb.multiply(n).negate()])];
}

/** Keys that follow from what is public alone: nothing secret in them at all. */
function publicKeys(all: Heard): Uint8Array[] {
  const { TH, first, second, Ta, Tb, ci } = all;
  const plain = [new Uint8Array(0), new Uint8Array(32), new Uint8Array(64), TH, first.sid, first.Ya, second.Yb, second.ADb.serverNonce, Ta, Tb, ci];
  return [...plain, ...plain.map((one) => sha512(one)), ...pointsOf(all).flatMap((point) => keysOf(all, point.toBytes()))];
}

/** What a guess of the password adds to that. */
function guessedKeys(all: Heard, password: string): Uint8Array[] {
  const prs = Buffer.from(password);
  const g = generator({ prs, ci: all.ci, sid: all.first.sid });
  const points = [g, g.add(all.Ya), g.add(all.Yb)];
  const plain = [prs, sha512(prs), sha512(prs, all.first.sid), createHmac('sha512', all.TH).update(prs).digest()];
  return [...plain, ...points.flatMap((point) => keysOf(all, point.toBytes()))];
}

type Attack = (all: Heard, password: string) => Uint8Array[];

/** Every password of four digits that some guess of the attack confirms. */
function confirmed(all: Heard, attack: Attack): string[] {
  const found: string[] = [];
  for (let n = 0; n < 10_000; n++) {
    const password = String(n).padStart(4, '0');
    if (attack(all, password).some((guess) => seedFrom(all, guess) !== null)) found.push(password);
  }
  return found;
}

const breaks = (all: Heard): boolean => publicKeys(all).some((guess) => seedFrom(all, guess) !== null);

describe('who has recorded an enrolment at a credit union', () => {
  const PASSWORD = '4711';
  let recorded: UnionRun;
  beforeAll(async () => {
    recorded = await recordUnion(bank, akagi, PASSWORD);
  });

  it('confirms none of the 10,000 passwords of four digits, the right one included', { timeout: 300_000 }, () => {
    expect(confirmed(heard(recorded), guessedKeys)).toEqual([]);
  });

  it('finds the right one, and only that, once the client’s scalar is known', { timeout: 300_000 }, () => {
    const { ya } = recorded.secrets;
    const withScalar: Attack = (all, password) => {
      const g = generator({ prs: Buffer.from(password), ci: all.ci, sid: all.first.sid });
      return g.multiply(ya).equals(all.Ya) ? keysOf(all, all.Yb.multiply(ya).toBytes()) : [];
    };
    expect(confirmed(heard(recorded), withScalar)).toEqual([PASSWORD]);
  });

  it('gets no seed from the messages alone', () => {
    const all = heard(recorded);
    expect(publicKeys(all).map((guess) => seedFrom(all, guess)).filter((seed) => seed !== null)).toEqual([]);
  });

  it('gets the seed from K, from Z and from PRK', () => {
    const all = heard(recorded);
    const { ya, prk, otp } = recorded.secrets;
    const [z = prk] = keysOf(all, all.Yb.multiply(ya).toBytes());
    expect(seedFrom(all, z)).toEqual(Buffer.from(otp));
    expect(seedFrom(all, prk)).toEqual(Buffer.from(otp));
    expect(seedFrom(all, clientKey(prk))).not.toBeNull();
    expect(seedFrom(all, tokenKeys(prk, all.fourth.profile).confirm)).not.toBeNull();
  });

  it('would get it from the messages alone, had the issuer drawn a small scalar', () => {
    const attempt = beginUnion(akagi, { serviceId: 'IB21430001', userId: 'K7M2QX9BCD', password: PASSWORD }, { now: NOON, random, app: 'a', version: '1' });
    const promised = { serial: 'AKGS00000001', profile: { algorithm: 'SHA-1', digits: 6, period: 60, T0: 0, name: 'n', generation: 1 } as const, t1: NOON, t2: NOON };
    const run = (yb: bigint): Heard => {
      const answered = answerFirst(readFirst(attempt.request), { origin: akagi.issuerOrigin, password: PASSWORD, yb, serverNonce: random(16), t1: NOON, t2: NOON });
      const m3 = new TextDecoder().decode(proveUnion(attempt, utf8(answered.m2)).request);
      return heard({ messages: [new TextDecoder().decode(attempt.request), answered.m2, m3, commit(answered, promised).m4] });
    };
    expect(breaks(run(7n))).toBe(true);
    expect(breaks(run(randomScalar()))).toBe(false);
  });
});

function heardAtShinkin({ messages: [m1 = '', m2 = ''] }: Recording) {
  const one: { requestId: string; keyId: string; enc: string; ct: string } = JSON.parse(m1);
  const two: { serverNonce: string; serial: string; profile: Profile; t1: number; t2: number; mac: string } = JSON.parse(m2);
  const first: Transcript['first'] = { v: 1, requestId: decoded(one.requestId), keyId: one.keyId, enc: decoded(one.enc), ct: decoded(one.ct) };
  const { mac: proof, ...words } = two;
  const second: Transcript['second'] = { v: 1, ...words, serverNonce: decoded(two.serverNonce) };
  return { first, second, proof: decoded(proof), TH: transcriptHash({ origin: abukuma.issuerOrigin, first, second }) };
}

function seedOf({ second, proof, TH }: ReturnType<typeof heardAtShinkin>, z: Uint8Array): Buffer | null {
  const { confirm, seed } = deriveKeys(z, TH, second.profile);
  return confirmation(confirm, TH, second).equals(proof) ? seed : null;
}

/** Z, if this were the issuer's private key. */
function zUnder({ first: { enc, requestId, ct } }: ReturnType<typeof heardAtShinkin>, privateKey: Uint8Array): Uint8Array[] {
  const context = receive({ aead: AES_256_GCM, privateKey, enc, info: Buffer.from(`ST1-SK${abukuma.issuerOrigin}`) });
  try {
    context.open(requestId, ct);
  } catch {
    // Not the key that it was sealed to. The exporter is asked all the same.
  }
  return [context.exportSecret(Buffer.from('st1 z'), 32)];
}

describe('who has recorded an enrolment at a shinkin', () => {
  let recorded: ShinkinRun;
  beforeAll(async () => {
    recorded = await recordShinkin(bank, abukuma);
  });

  it('gets no seed from the messages and the pinned public key', () => {
    const all = heardAtShinkin(recorded);
    const { enc, ct, requestId } = all.first;
    const publicKey = decoded(issuerKey(all.first.keyId)?.publicKey ?? '');
    const known = [enc, publicKey, sha512(enc).subarray(0, 32), new Uint8Array(32), new Uint8Array(32).fill(1), ct.subarray(0, 32), all.second.serverNonce];
    const otherKeys = ISSUER_KEYS.filter(({ keyId }) => keyId !== all.first.keyId).map(({ privateKey }) => decoded(privateKey));
    const guesses = [...known, requestId, all.TH, new Uint8Array(0), all.proof, sha512(enc, publicKey), ...[...known, ...otherKeys].flatMap((key) => zUnder(all, key))];
    expect(guesses.map((z) => seedOf(all, z)).filter((seed) => seed !== null)).toEqual([]);
  });

  it('gets it from the issuer’s private key, as docs/protocol.md says, and from Z', () => {
    const all = heardAtShinkin(recorded);
    const [z = new Uint8Array()] = zUnder(all, decoded(issuerKey(all.first.keyId)?.privateKey ?? ''));
    expect(seedOf(all, z)).toEqual(Buffer.from(recorded.secrets.otp));
    expect(seedOf(all, recorded.secrets.z)).toEqual(Buffer.from(recorded.secrets.otp));
  });
});

describe('the messages of an enrolment, of the status and of the acknowledgement', () => {
  it('hold neither seed nor device key nor PRK nor Z nor password, in whatever encoding', async () => {
    const union = await recordUnion(bank, akagi, '47110815');
    const shinkin = await recordShinkin(bank, abukuma);
    expect([union.messages.length, shinkin.messages.length]).toEqual([8, 6]);
    const { password, prk, otp, device } = union.secrets;
    for (const secret of [utf8(password), prk, otp, device]) expect(holds(union, secret)).toBe(false);
    for (const secret of [shinkin.secrets.z, shinkin.secrets.otp, shinkin.secrets.device]) expect(holds(shinkin, secret)).toBe(false);
  });

  it.each<[string, (secret: Buffer) => string]>([
    ['as hexadecimal', (secret) => `{"x":"${secret.toString('hex')}"}`],
    ['as base64', (secret) => `{"x":"${secret.toString('base64')}"}`],
    ['as base64url', (secret) => `{"x":"${secret.toString('base64url')}"}`],
    ['behind three other bytes', (secret) => `{"x":"${Buffer.concat([Buffer.alloc(3, 5), secret]).toString('base64url')}"}`],
    ['behind one other byte', (secret) => `{"x":"${Buffer.concat([Buffer.alloc(1), secret]).toString('base64')}"}`],
    ['as it is', (secret) => secret.toString('latin1')],
  ])('are seen to hold a secret that is there %s', (_, write) => {
    const secret = Buffer.from('12345678901234567890');
    expect(holds({ messages: ['{"v":1}', write(secret)] }, secret)).toBe(true);
    expect(holds({ messages: ['{"v":1}', write(Buffer.from(random(20)))] }, secret)).toBe(false);
  });
});
