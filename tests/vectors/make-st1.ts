/**
 * Writes tests/vectors/st1.json: `node tests/vectors/make-st1.ts`. Two runs of each flow with fixed inputs, by the client's
 * own functions; `st1.test.ts` holds client and issuer to the file. Byte strings are in hexadecimal, messages as text.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha512 } from '@noble/hashes/sha2.js';
import { fromUtf8, toBase64url, utf8 } from '../../lib/bytes.ts';
import { readActivation } from '../../lib/enrolment/activation.ts';
import { calculateGenerator, generatorString, scalarOf, sessionKey, sharedElement, shareOf } from '../../lib/enrolment/cpace.ts';
import { confirmClientKey, extractKey, lvFields, macOver, profileFields, tokenKeys, transcriptHash } from '../../lib/enrolment/keys.ts';
import { beginProvision } from '../../lib/enrolment/provision.ts';
import { ackRequest, statusRequest } from '../../lib/enrolment/status.ts';
import { beginUnion, proveUnion, SUITE } from '../../lib/enrolment/union.ts';
import type { InstitutionProfile } from '../../lib/institutions/profile.ts';
import { timeStep, totp } from '../../lib/otp/totp.ts';
import type { Profile } from '../../lib/token.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'));
/** Visibly no random numbers: n, n + 1, n + 2 … */
const counted = (from: number, length: number): Bytes => Uint8Array.from({ length }, (_none, index) => (from + index) & 0xff);

/** The same as a scalar below the order: no bit of it is cleared by sampling. */
const scalarBytes = (from: number): Bytes => Uint8Array.from([...counted(from, 31), 0x0d]);

/** 2026-11-21 12:00:00 in Japan. */
const NOON = Date.UTC(2026, 10, 21, 3);
const ORIGIN = 'https://issuer.example';
const APP = 'kagifuda';
const VERSION = '0.1.0';

/** `random` that gives these, one after the other. */
function given(...values: Bytes[]): (length: number) => Bytes {
  const left = [...values];
  return (length) => {
    const value = left.shift();
    if (value?.length !== length) throw new RangeError(`the next fixed value has not ${length} bytes`);
    // Whoever gets it wipes it.
    return value.slice();
  };
}

/** The part of an institution's profile that a handshake reads. */
function institution(over: Partial<InstitutionProfile>): InstitutionProfile {
  return {
    code: '9999', name: '例', kana: 'レイ', kind: 'shinkin', bankOrigin: 'https://bank.example', loginAddress: 'https://bank.example/', issuerOrigin: ORIGIN,
    issuerKeys: [], serialPattern: /./, digits: 6, period: 30, startWithin: 1, lifetime: null, telephone: '', hours: '', needs: [], fromPolicy: false, ...over,
  };
}

/** What every token does with its keys, whichever flow it came by. */
function after(prk: Bytes, th: Bytes, serial: string, profile: Profile, t1: number, t2: number) {
  const { confirmServer, otp, device } = tokenKeys(prk, profile.algorithm);
  const proof = macOver(confirmServer, [th, serial, ...profileFields(profile), t1, t2]);
  const nonce = counted(0x90, 16);
  const t0 = t2 + 1000;
  const reply = { state: 'UNBOUND', t1: t0 + 40, t2: t0 + 41 };
  const replyMac = macOver(device, ['st1 status rep', serial, nonce, t0, reply.state, reply.t1, reply.t2]);
  const times = [t2, t2 + profile.period * 1000];
  return {
    proof,
    keys: { K_s: hexOf(confirmServer), K_otp: hexOf(otp), K_dev: hexOf(device) },
    ack: { request: fromUtf8(ackRequest(device, serial)), reply: JSON.stringify({ v: 1, state: 'CONFIRMED' }) },
    status: {
      nonce: hexOf(nonce), t0,
      request: fromUtf8(statusRequest(device, { serial, nonce, t0 })),
      reply: JSON.stringify({ v: 1, ...reply, mac: toBase64url(replyMac) }),
    },
    codes: times.map((time) => ({ time, step: timeStep(time, profile), code: totp(otp, time, profile) })),
  };
}

/** What differs between the runs of a flow. */
interface Run {
  app: string;
  profile: Profile;
}

function creditUnion({ app, profile, typed }: Run & { typed: string }) {
  const { serviceId, userId, password } = readActivation({ serviceId: 'IB21430001', userId: 'K7M2QX9BCD', password: typed });
  const inputs = { serviceId, userId, typed, password, app, version: VERSION, suite: SUITE, t0: NOON };
  const [sid, sampledA, sampledB, serverNonce] = [counted(0x10, 16), scalarBytes(0x20), scalarBytes(0x40), counted(0x60, 16)];
  const attempt = beginUnion(institution({ kind: 'credit-union' }), inputs, { now: NOON, random: given(sid, sampledA), app, version: VERSION });
  const ci = lvFields('ST1-CU', ORIGIN, inputs.serviceId, inputs.userId);
  const cpace = { prs: utf8(inputs.password), ci, sid };
  const g = calculateGenerator(cpace);
  const yb = scalarOf(sampledB);
  const Yb = shareOf(yb, g);
  const [t1, t2] = [NOON + 100, NOON + 103];
  const m2 = JSON.stringify({ v: 1, Yb: toBase64url(Yb), ADb: { serverNonce: toBase64url(serverNonce), t1, t2 } });
  const { request, th, prk } = proveUnion(attempt, utf8(m2));
  const [ADa, ADb] = [lvFields(app, VERSION, SUITE), lvFields(serverNonce, t1, t2)];
  const K = sharedElement(yb, attempt.ya) ?? new Uint8Array();
  const serial = 'AKGS00012345';
  const commit = { t1: NOON + 300, t2: NOON + 304 };
  const { proof, keys, ...rest } = after(prk, th, serial, profile, commit.t1, commit.t2);
  return {
    inputs: { origin: ORIGIN, ...inputs, sid: hexOf(sid), ya: hexOf(sampledA), yb: hexOf(sampledB), serverNonce: hexOf(serverNonce), t1, t2, serial, profile, commit },
    CI: hexOf(ci), generatorString: hexOf(generatorString(cpace)), generatorHash: hexOf(sha512(generatorString(cpace))), g: hexOf(g.toBytes()),
    Ya: hexOf(attempt.ya), Yb: hexOf(Yb), ADa: hexOf(ADa), ADb: hexOf(ADb), K: hexOf(K),
    Z: hexOf(sessionKey(sid, K, { y: attempt.ya, ad: ADa }, { y: Yb, ad: ADb })),
    TH: hexOf(th), PRK: hexOf(prk), K_c: hexOf(confirmClientKey(prk)), ...keys,
    Ta: hexOf(macOver(confirmClientKey(prk), [th])), Tb: hexOf(proof),
    M1: fromUtf8(attempt.request), M2: m2, M3: fromUtf8(request),
    M4: JSON.stringify({ v: 1, serial, profile, ...commit, Tb: toBase64url(proof) }),
    ...rest,
  };
}

/** The receiver's pair of RFC 9180, Appendix A.1.1: published, so it protects nothing. */
const PRIVATE = '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8';
const PUBLIC = '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d';

async function shinkin({ app, profile }: Run) {
  const publicKey = hex(PUBLIC);
  const [requestId, clientNonce, ephemeral, serverNonce] = [counted(0x10, 16), counted(0x20, 32), counted(0x40, 32), counted(0x60, 32)];
  const keyId = 'example-1';
  const bank = institution({ issuerKeys: [{ keyId, publicKey: toBase64url(publicKey) }] });
  const origins = { now: NOON, random: given(requestId, clientNonce), app, version: VERSION };
  const { enc, ct, z, request } = await beginProvision(bank, origins, { ephemeral });
  const serial = 'SKTS00012345';
  const [t1, t2] = [NOON + 100, NOON + 104];
  const m1 = [1, requestId, keyId, enc, ct];
  const th = transcriptHash('sk', ORIGIN, [...m1, 1, serverNonce, serial, ...profileFields(profile), t1, t2]);
  const prk = extractKey(th, z);
  const { proof, keys, ...rest } = after(prk, th, serial, profile, t1, t2);
  return {
    inputs: {
      origin: ORIGIN, requestId: hexOf(requestId), keyId, issuerPrivateKey: PRIVATE, issuerPublicKey: hexOf(publicKey), ephemeralIkm: hexOf(ephemeral),
      clientNonce: hexOf(clientNonce), app, version: VERSION, t0: NOON, serverNonce: hexOf(serverNonce), serial, profile, t1, t2,
    },
    info: hexOf(utf8(`ST1-SK${ORIGIN}`)), plaintext: hexOf(lvFields(clientNonce, app, VERSION, NOON)), enc: hexOf(enc), ct: hexOf(ct), Z: hexOf(z),
    TH: hexOf(th), PRK: hexOf(prk), ...keys, mac: hexOf(proof),
    M1: fromUtf8(request), M2: JSON.stringify({ v: 1, serverNonce: toBase64url(serverNonce), serial, profile, t1, t2, mac: toBase64url(proof) }),
    ...rest,
  };
}

const NOTE =
  'Enrolment protocol version 1 (docs/protocol.md), two runs of each flow with fixed inputs. Byte strings in hexadecimal, scalars little-endian; ephemeralIkm is what DeriveKeyPair of RFC 9180 makes the ephemeral key from; M1 to M4, ack and status are the very text of the messages. In `refused` are messages that must not be taken in the place of the one named.';

const USUAL: Profile = { algorithm: 'SHA-1', digits: 6, period: 30, T0: 0, name: 'しんきん（個人）ワンタイムパスワード', generation: 1 };
/** Every length at its end: two bytes of LEB128 where a part is longer than 127. */
const LONG: Profile = { algorithm: 'SHA-512', digits: 8, period: 30, T0: 1_000_000_000, name: `${'ワンタイム'.repeat(8)}パス12`, generation: 2 };
const LONG_APP = `kagifuda-${'x'.repeat(55)}`;

/** The same message with one letter of this field changed. */
const another = (message: string, name: string): string =>
  message.replace(new RegExp(`("${name}":".)(.)`), (_all, before: string, letter: string) => before + (letter === 'A' ? 'B' : 'A'));

/** Messages that a side must refuse although everything around them is right. */
function refused({ M1, M2, M3, M4, serverNonce, t1, t2 }: { M1: string; M2: string; M3: string; M4: string; serverNonce: string; t1: number; t2: number }) {
  const share = (Yb: Bytes): string => JSON.stringify({ v: 1, Yb: toBase64url(Yb), ADb: { serverNonce: toBase64url(hex(serverNonce)), t1, t2 } });
  return [
    { message: 'M1', why: 'an extra key', body: M1.replace('{', '{"w":1,') },
    { message: 'M1', why: 'another version', body: M1.replace('"v":1', '"v":2') },
    { message: 'M1', why: 'a padded sid', body: M1.replace(/("sid":"[^"]*)/, '$1==') },
    { message: 'M1', why: 'Ya is the identity', body: M1.replace(/"Ya":"[^"]*"/, `"Ya":"${toBase64url(new Uint8Array(32))}"`) },
    { message: 'M2', why: 'Yb is the identity', body: share(new Uint8Array(32)) },
    { message: 'M2', why: 'Yb is no canonical encoding', body: share(new Uint8Array(32).fill(255)) },
    { message: 'M2', why: 'Yb is negative', body: share(Uint8Array.from([1, ...new Uint8Array(31)])) },
    { message: 'M2', why: 'a time with a fraction', body: M2.replace(/"t1":(\d+)/, '"t1":$1.5') },
    { message: 'M3', why: 'another Ta', body: another(M3, 'Ta') },
    { message: 'M4', why: 'another Tb', body: another(M4, 'Tb') },
    { message: 'M4', why: 'another serial', body: M4.replace(/AKGS0/, 'AKGS1') },
    { message: 'M4', why: 'another generation', body: M4.replace(/"generation":\d+/, '"generation":9') },
  ];
}

export async function makeVectors() {
  const union: Profile = { ...USUAL, period: 60, algorithm: 'SHA-256', name: 'ワンタイムパスワード' };
  const cu = [creditUnion({ app: APP, profile: union, typed: '471108' }), creditUnion({ app: LONG_APP, profile: { ...LONG, period: 60 }, typed: '００００ １２３４' })];
  const sk = [await shinkin({ app: APP, profile: USUAL }), await shinkin({ app: LONG_APP, profile: LONG })];
  const [first] = cu;
  if (!first) throw new Error('no first run');
  const { M1, M2, M3, M4, inputs: { serverNonce, t1, t2 } } = first;
  return { protocol: 'ST1', note: NOTE, cu, sk, refused: refused({ M1, M2, M3, M4, serverNonce, t1, t2 }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('st1.json', import.meta.url), `${JSON.stringify(await makeVectors(), null, 2)}\n`);
