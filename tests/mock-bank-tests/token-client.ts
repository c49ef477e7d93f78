/** A client of the issuer, written from docs/protocol.md on other libraries than the bank's. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { expand, extract } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { equalBytes, fromBase64url, lvCat, toBase64url, uint64, utf8 } from '../../lib/bytes.ts';
import { hotp } from '../mock-bank/secrets/otp.ts';
import type { MockBank } from '../mock-bank/start.ts';

/** As much of a bank as a client reaches; also one of several processes. */
export type IssuerBank = Pick<MockBank, 'address' | 'fetch' | 'now'>;

/** One pinned key per series of serials. */
const KEYS = {
  SKTS: { keyId: 'mock-2026-1', publicKey: 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo' },
  SKOH: { keyId: 'mock-2026-oh', publicKey: 'GLZW4UB0mio2B817tfsQiFNDFHv-kOhX7j73VSVCSS4' },
} as const;
export type Series = keyof typeof KEYS;

export interface Reply {
  v: 1;
  serverNonce: string;
  serial: string;
  profile: { algorithm: 'SHA-1'; digits: number; period: number; T0: number; name: string; generation: number };
  t1: number;
  t2: number;
  mac: string;
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

/** The keys of a reply; throws when the mac does not prove it. */
export function conclude(bank: IssuerBank, { body, z }: Asked, reply: Reply): { seed: Uint8Array; device: Uint8Array } {
  const { requestId, keyId, enc, ct }: First = JSON.parse(body);
  const { serverNonce, serial, profile: p, t1, t2 } = reply;
  const flat = [utf8(serial), utf8(p.algorithm), number(p.digits), number(p.period), number(p.T0), utf8(p.name), number(p.generation), number(t1), number(t2)];
  const hash = sha512(lvCat(utf8('ST1'), utf8('sk'), utf8(bank.address('issuer.localhost', '')),
    number(1), fromBase64url(requestId), utf8(keyId), fromBase64url(enc), fromBase64url(ct),
    number(1), fromBase64url(serverNonce), ...flat));
  const prk = extract(sha512, z, hash);
  const key = (label: string, length: number): Uint8Array => expand(sha512, prk, utf8(label), length);
  const expected = hmac(sha512, key('st1 confirm server', 32), lvCat(hash, ...flat));
  if (!equalBytes(expected, fromBase64url(reply.mac))) throw new Error('the issuer is not proven');
  return { seed: key('st1 otp seed', 20), device: key('st1 device', 32) };
}

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

/** A whole enrolment. */
export async function enrol(bank: IssuerBank, series: Series = 'SKTS'): Promise<TestToken> {
  const asked = await ask(bank, {}, series);
  const reply: Reply = await (await post(bank, '/v1/sk/provision', asked.body)).json();
  const { seed, device } = conclude(bank, asked, reply);
  const { serial } = reply;
  return {
    serial,
    device,
    code: (ahead = 0) => hotp(seed, Math.floor(bank.now() / 30_000) + ahead, { algorithm: 'SHA-1', digits: 6 }),
    status: () => readStatus(bank, serial, device),
    acknowledge: () => post(bank, '/v1/ack', { v: 1, serial, mac: mac(device, utf8('ack'), utf8(serial)) }),
  };
}
