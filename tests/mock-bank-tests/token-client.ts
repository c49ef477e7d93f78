/** A client of the issuer, written from docs/protocol.md on other libraries than the bank's. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { expand, extract } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { equalBytes, fromBase64url, lvCat, toBase64url, uint64, utf8 } from '../../lib/bytes.ts';
import { hotp, type Algorithm } from '../mock-bank/secrets/otp.ts';
import type { MockBank } from '../mock-bank/start.ts';
import { initiate, type Initiator } from './cpace-client.ts';

/** As much of a bank as a client reaches; also one of several processes. */
export type IssuerBank = Pick<MockBank, 'address' | 'fetch' | 'now'>;

/** One pinned key per series of serials. */
const KEYS = {
  SKTS: { keyId: 'mock-2026-1', publicKey: 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo' },
  SKOH: { keyId: 'mock-2026-oh', publicKey: 'GLZW4UB0mio2B817tfsQiFNDFHv-kOhX7j73VSVCSS4' },
} as const;
export type Series = keyof typeof KEYS;

/** What a last message says of the token. */
interface Promised {
  v: 1;
  serial: string;
  profile: { algorithm: Algorithm; digits: number; period: number; T0: number; name: string; generation: number };
  t1: number;
  t2: number;
}

export interface Reply extends Promised {
  serverNonce: string;
  mac: string;
}

/** M4. */
export interface UnionReply extends Promised {
  Tb: string;
}

export interface Asked {
  body: string;
  z: Uint8Array;
}

export interface TestToken {
  serial: string;
  device: Uint8Array;
  /** The code `ahead` steps from the bank's present one. */
  code(ahead?: number): string;
  status(): Promise<string>;
  acknowledge(): Promise<Response>;
}

const number = (value: number): Uint8Array => uint64(value);
const mac = (key: Uint8Array, ...parts: Uint8Array[]): string => toBase64url(hmac(sha512, key, lvCat(...parts)));

export function post(bank: IssuerBank, path: string, body: string | object, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return bank.fetch(new Request(bank.address('issuer.localhost', path), { method: 'POST', headers, body: text }));
}

/** M1; `pt` and `info` can be spoiled by tests. */
export async function ask(bank: IssuerBank, spoil: { pt?: Uint8Array; info?: string; aad?: Uint8Array } = {}, series: Series = 'SKTS'): Promise<Asked> {
  const { keyId, publicKey } = KEYS[series];
  const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
  const requestId = crypto.getRandomValues(new Uint8Array(16));
  const info = utf8(spoil.info ?? `ST1-SK${bank.address('issuer.localhost', '')}`);
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64url(publicKey));
  const sender = await suite.createSenderContext({ recipientPublicKey, info });
  const pt = spoil.pt ?? lvCat(crypto.getRandomValues(new Uint8Array(32)), utf8('kagifuda'), utf8('0.1.0'), number(bank.now()));
  const ct = new Uint8Array(await sender.seal(pt, spoil.aad ?? requestId));
  const enc = new Uint8Array(sender.enc);
  const z = new Uint8Array(await sender.export(utf8('st1 z'), 32));
  const body = JSON.stringify({ v: 1, requestId: toBase64url(requestId), keyId, enc: toBase64url(enc), ct: toBase64url(ct) });
  return { body, z };
}

interface First {
  requestId: string;
  keyId: string;
  enc: string;
  ct: string;
}

export interface Keys {
  seed: Uint8Array;
  device: Uint8Array;
}

const flatOf = ({ serial, profile: p, t1, t2 }: Promised): Uint8Array[] =>
  [utf8(serial), utf8(p.algorithm), number(p.digits), number(p.period), number(p.T0), utf8(p.name), number(p.generation), number(t1), number(t2)];

const key = (prk: Uint8Array, label: string, length = 32): Uint8Array => expand(sha512, prk, utf8(label), length);

/** Throws when the mac does not prove the issuer. */
function keysOf(prk: Uint8Array, hash: Uint8Array, promised: Promised, proof: string): Keys {
  const expected = hmac(sha512, key(prk, 'st1 confirm server'), lvCat(hash, ...flatOf(promised)));
  if (!equalBytes(expected, fromBase64url(proof))) throw new Error('the issuer is not proven');
  return { seed: key(prk, 'st1 otp seed', 20), device: key(prk, 'st1 device') };
}

/** The keys of a reply; throws when the mac does not prove it. */
export function conclude(bank: IssuerBank, { body, z }: Asked, reply: Reply): Keys {
  const { requestId, keyId, enc, ct }: First = JSON.parse(body);
  const hash = sha512(lvCat(utf8('ST1'), utf8('sk'), utf8(bank.address('issuer.localhost', '')),
    number(1), fromBase64url(requestId), utf8(keyId), fromBase64url(enc), fromBase64url(ct),
    number(1), fromBase64url(reply.serverNonce), ...flatOf(reply)));
  return keysOf(extract(sha512, z, hash), hash, reply, reply.mac);
}

/** What the customer of the credit union types. */
export interface Typed {
  serviceId: string;
  userId: string;
  password: string;
}

/** M1 has been made; `m1` is its body. */
export interface Attempt extends Typed {
  m1: string;
  sid: Uint8Array;
  t0: number;
  initiator: Initiator;
}

/** M3 has been made; `m3` is its body. */
export interface Proof {
  m3: string;
  hash: Uint8Array;
  prk: Uint8Array;
}

const APP = ['kagifuda', '0.1.0', 'CPACE-RISTR255-SHA512'] as const;

export function begin(bank: IssuerBank, typed: Typed): Attempt {
  const { serviceId, userId, password } = typed;
  const sid = crypto.getRandomValues(new Uint8Array(16));
  const [app, version, suite] = APP;
  const ci = lvCat(utf8('ST1-CU'), utf8(bank.address('issuer.localhost', '')), utf8(serviceId), utf8(userId));
  const initiator = initiate({ password, ci, sid, ad: lvCat(...APP.map(utf8)) });
  const t0 = bank.now();
  const m1 = JSON.stringify({ v: 1, sid: toBase64url(sid), serviceId, userId, Ya: toBase64url(initiator.share), ADa: { app, version, suite }, t0 });
  return { ...typed, m1, sid, t0, initiator };
}

/** M3 from the body of M2. */
export function prove(bank: IssuerBank, { sid, serviceId, userId, t0, initiator }: Attempt, m2: string): Proof {
  const { Yb, ADb: { serverNonce, t1, t2 } }: { Yb: string; ADb: { serverNonce: string; t1: number; t2: number } } = JSON.parse(m2);
  const ad = [fromBase64url(serverNonce), number(t1), number(t2)];
  const isk = initiator.key({ share: fromBase64url(Yb), ad: lvCat(...ad) });
  const hash = sha512(lvCat(utf8('ST1'), utf8('cu'), utf8(bank.address('issuer.localhost', '')),
    number(1), sid, utf8(serviceId), utf8(userId), initiator.share, ...APP.map(utf8), number(t0), number(1), fromBase64url(Yb), ...ad));
  const prk = extract(sha512, isk, hash);
  return { hash, prk, m3: JSON.stringify({ v: 1, sid: toBase64url(sid), Ta: mac(key(prk, 'st1 confirm client'), hash) }) };
}

/** The keys of M4; throws when it is not proven. */
export const concludeUnion = ({ hash, prk }: Proof, reply: UnionReply): Keys => keysOf(prk, hash, reply, reply.Tb);

export function statusRequest(serial: string, device: Uint8Array, t0: number): { body: object; nonce: Uint8Array } {
  const nonce = crypto.getRandomValues(new Uint8Array(16));
  const proof = mac(device, utf8('st1 status req'), utf8(serial), nonce, number(t0));
  return { nonce, body: { v: 1, serial, nonce: toBase64url(nonce), t0, mac: proof } };
}

async function readStatus(bank: IssuerBank, serial: string, device: Uint8Array): Promise<string> {
  const t0 = bank.now();
  const { body, nonce } = statusRequest(serial, device, t0);
  const reply: { state: string; t1: number; t2: number; mac: string } = await (await post(bank, '/v1/status', body)).json();
  const expected = mac(device, utf8('st1 status rep'), utf8(serial), nonce, number(t0), utf8(reply.state), number(reply.t1), number(reply.t2));
  if (expected !== reply.mac) throw new Error('the status is not proven');
  return reply.state;
}

function tokenOf(bank: IssuerBank, { serial, profile }: Promised, { seed, device }: Keys): TestToken {
  return {
    serial,
    device,
    code: (ahead = 0) => hotp(seed, Math.floor(bank.now() / (profile.period * 1000)) + ahead, profile),
    status: () => readStatus(bank, serial, device),
    acknowledge: () => post(bank, '/v1/ack', { v: 1, serial, mac: mac(device, utf8('ack'), utf8(serial)) }),
  };
}

/** A whole enrolment. */
export async function enrol(bank: IssuerBank, series: Series = 'SKTS'): Promise<TestToken> {
  const asked = await ask(bank, {}, series);
  const reply: Reply = await (await post(bank, '/v1/sk/provision', asked.body)).json();
  return tokenOf(bank, reply, conclude(bank, asked, reply));
}

/** As far as M3: what a client has on its disk before it sends that. Throws with the status of a refusal. */
export async function startUnion(bank: IssuerBank, typed: Typed): Promise<Proof> {
  const attempt = begin(bank, typed);
  const reply = await post(bank, '/v1/cu/start', attempt.m1);
  if (!reply.ok) throw new Error(`/v1/cu/start: ${reply.status}`);
  return prove(bank, attempt, await reply.text());
}

/** From M3 on: a token, not yet acknowledged. Throws with the status of a refusal. */
export async function finishUnion(bank: IssuerBank, proof: Proof): Promise<TestToken> {
  const reply = await post(bank, '/v1/cu/finish', proof.m3);
  if (!reply.ok) throw new Error(`/v1/cu/finish: ${reply.status}`);
  const m4: UnionReply = await reply.json();
  return tokenOf(bank, m4, concludeUnion(proof, m4));
}

/** A whole enrolment at the credit union, but for the acknowledgement. */
export const enrolUnion = async (bank: IssuerBank, typed: Typed): Promise<TestToken> => finishUnion(bank, await startUnion(bank, typed));
