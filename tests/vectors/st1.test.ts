/** Client and issuer, who share no code, reproduce every value of the published vectors. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readActivation } from '../../lib/enrolment/activation.ts';
import { type Attempt, beginUnion, finishUnion, proveUnion } from '../../lib/enrolment/union.ts';
import { finishProvision } from '../../lib/enrolment/provision.ts';
import { readStatus } from '../../lib/enrolment/status.ts';
import type { InstitutionProfile } from '../../lib/institutions/profile.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { answerFirst, commit, isProven, readFirst, readThird } from '../mock-bank/issuer/union-handshake.ts';
import { lvSplit } from '../mock-bank/secrets/encoding.ts';
import { AES_256_GCM, receive } from '../mock-bank/secrets/hpke.ts';
import { hotp, timeStep } from '../mock-bank/secrets/otp.ts';
import { clientKey, confirmation, extractKey, mac, type Profile, tokenKeys, transcriptHash } from '../mock-bank/secrets/schedule.ts';
import { littleEndian } from '../mock-bank/secrets/cpace.ts';
import { makeVectors } from './make-st1.ts';

type Vectors = Awaited<ReturnType<typeof makeVectors>>;
const published: Vectors = JSON.parse(readFileSync(new URL('st1.json', import.meta.url), 'utf8'));
type Union = Vectors['cu'][number];
type Shinkin = Vectors['sk'][number];

const hex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'hex'));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const body = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text));
const macIn = (message: string, name: string): string => hexOf(Buffer.from(String(Reflect.get(JSON.parse(message), name)), 'base64url'));

/** The issuer's view of what a token does after its handshake. */
function expectLife(part: Union | Shinkin, prk: Uint8Array, profile: Profile): void {
  const keys = tokenKeys(prk, profile);
  expect([keys.confirm, keys.seed, keys.device].map(hexOf)).toEqual([part.K_s, part.K_otp, part.K_dev]);
  const { serial } = part.inputs;
  expect(hexOf(mac(keys.device, 'ack', serial))).toBe(macIn(part.ack.request, 'mac'));
  const { nonce, t0, request, reply } = part.status;
  expect(hexOf(mac(keys.device, 'st1 status req', serial, hex(nonce), t0))).toBe(macIn(request, 'mac'));
  const { state, t1, t2 }: { state: string; t1: number; t2: number } = JSON.parse(reply);
  expect(hexOf(mac(keys.device, 'st1 status rep', serial, hex(nonce), t0, state, t1, t2))).toBe(macIn(reply, 'mac'));
  for (const { time, step, code } of part.codes) {
    expect(timeStep(time, profile)).toBe(step);
    expect(hotp(keys.seed, step, profile)).toBe(code);
  }
}

/** An institution that has agreed to this very profile. */
const agreed = (code: string, { origin, profile: { digits, period } }: { origin: string; profile: Profile }): InstitutionProfile =>
  ({ ...(profileOf(code) ?? expect.unreachable()), issuerOrigin: origin, digits, period });

function begun({ inputs }: Union): Attempt {
  const fixed = [hex(inputs.sid), hex(inputs.ya)];
  const { typed: password, serviceId, userId, t0: now, app, version } = inputs;
  const random = (): Uint8Array<ArrayBuffer> => fixed.shift() ?? expect.unreachable();
  return beginUnion(agreed('2143', inputs), readActivation({ serviceId, userId, password }), { now, random, app, version });
}

describe('tests/vectors/st1.json', () => {
  it('is what the client makes of the same inputs', async () => {
    expect(await makeVectors()).toEqual(published);
  });

  it.each(published.cu)('is what the issuer makes of the credit-union run with $inputs.profile.algorithm', (cu) => {
    const { origin, password, yb, serverNonce, t1, t2, serial, profile, commit: times } = cu.inputs;
    const answered = answerFirst(readFirst(body(cu.M1)), { origin, password, yb: littleEndian(hex(yb)), serverNonce: hex(serverNonce), t1, t2 });
    expect([answered.ci, answered.g, answered.K, answered.ISK, answered.TH, answered.PRK].map(hexOf)).toEqual([cu.CI, cu.g, cu.K, cu.Z, cu.TH, cu.PRK]);
    expect(answered.m2).toBe(cu.M2);
    expect(hexOf(answered.second.Yb)).toBe(cu.Yb);
    expect(hexOf(clientKey(answered.PRK))).toBe(cu.K_c);
    const { Ta } = readThird(body(cu.M3));
    expect(hexOf(Ta)).toBe(cu.Ta);
    expect(isProven(answered, Ta)).toBe(true);
    expect(commit(answered, { serial, profile, ...times }).m4).toBe(cu.M4);
    expect(macIn(cu.M4, 'Tb')).toBe(cu.Tb);
    expectLife(cu, answered.PRK, profile);
  });

  it.each(published.sk)('is what the issuer makes of the shinkin run with $inputs.profile.algorithm', (sk) => {
    const { origin, issuerPrivateKey, requestId, keyId, clientNonce, app, version, t0, serverNonce, serial, profile, t1, t2 } = sk.inputs;
    const context = receive({ aead: AES_256_GCM, privateKey: hex(issuerPrivateKey), enc: hex(sk.enc), info: hex(sk.info) });
    const plain = context.open(hex(requestId), hex(sk.ct));
    expect(hexOf(plain)).toBe(sk.plaintext);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(t0));
    expect(lvSplit(plain)?.map(hexOf)).toEqual([clientNonce, hexOf(Buffer.from(app)), hexOf(Buffer.from(version)), hexOf(time)]);
    const z = context.exportSecret(Buffer.from('st1 z'), 32);
    const first = { v: 1 as const, requestId: hex(requestId), keyId, enc: hex(sk.enc), ct: hex(sk.ct) };
    const second = { v: 1 as const, serverNonce: hex(serverNonce), serial, profile, t1, t2 };
    const th = transcriptHash({ origin, first, second });
    const prk = extractKey(z, th);
    expect([z, th, prk].map(hexOf)).toEqual([sk.Z, sk.TH, sk.PRK]);
    expect(hexOf(confirmation(tokenKeys(prk, profile).confirm, th, second))).toBe(sk.mac);
    expect(macIn(sk.M2, 'mac')).toBe(sk.mac);
    expectLife(sk, prk, profile);
  });

  it.each(published.cu)('leads the client, message by message, to the token of a credit union with $inputs.profile.algorithm', (cu) => {
    const attempt = begun(cu);
    expect(Buffer.from(attempt.request).toString()).toBe(cu.M1);
    const pending = proveUnion(attempt, body(cu.M2));
    expect(Buffer.from(pending.request).toString()).toBe(cu.M3);
    const { token, secrets } = finishUnion(pending, agreed('2143', cu.inputs), body(cu.M4));
    expect(token).toMatchObject({ serial: cu.inputs.serial, state: 'UNBOUND', introduced: false, profile: cu.inputs.profile });
    expect([secrets.otp, secrets.device].map(hexOf)).toEqual([cu.K_otp, cu.K_dev]);
    const { nonce, t0, reply } = cu.status;
    expect(readStatus(secrets.device, { serial: token.serial, nonce: hex(nonce), t0 }, body(reply)).state).toBe('UNBOUND');
  });

  it.each(published.sk)('leads the client to the token of a shinkin with $inputs.profile.algorithm', (sk) => {
    const { origin: issuerOrigin, keyId } = sk.inputs;
    const pending = {
      flow: 'sk' as const, id: 'x', institutionCode: '1188', issuerOrigin, startedAt: 0, request: body(sk.M1),
      requestId: hex(sk.inputs.requestId), keyId, enc: hex(sk.enc), ct: hex(sk.ct), z: hex(sk.Z),
    };
    const { secrets } = finishProvision(pending, agreed('1188', sk.inputs), body(sk.M2));
    expect([secrets.otp, secrets.device].map(hexOf)).toEqual([sk.K_otp, sk.K_dev]);
  });

  it.each(published.refused)('$message with $why is refused', ({ message, body: text }) => {
    const [cu = expect.unreachable()] = published.cu;
    const { inputs: { origin, password, yb, serverNonce, t1, t2 } } = cu;
    const takes: Record<string, () => unknown> = {
      M1: () => readFirst(body(text)),
      M2: () => proveUnion(begun(cu), body(text)),
      M3: () => {
        const answered = answerFirst(readFirst(body(cu.M1)), { origin, password, yb: littleEndian(hex(yb)), serverNonce: hex(serverNonce), t1, t2 });
        if (!isProven(answered, readThird(body(text)).Ta)) throw new Error('not proven');
      },
      M4: () => finishUnion(proveUnion(begun(cu), body(cu.M2)), agreed('2143', cu.inputs), body(text)),
    };
    expect(() => takes[message]?.()).toThrow(/malformed|issuer-|not proven/);
  });
});
