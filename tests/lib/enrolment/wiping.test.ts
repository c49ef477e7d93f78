/** What a handshake made on its way to the token's keys is overwritten once it was used. */
import { sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { concat, lvCat, toBase64url, utf8 } from '../../../lib/bytes.ts';
import { calculateGenerator, generatorString, scalarOf, sessionKey, sharedElement, shareOf } from '../../../lib/enrolment/cpace.ts';
import { confirmClientKey, extractKey, macOver, profileFields, tokenKeys, transcriptHash } from '../../../lib/enrolment/keys.ts';
import { beginProvision, finishProvision } from '../../../lib/enrolment/provision.ts';
import { beginUnion, proveUnion } from '../../../lib/enrolment/union.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import type { Profile } from '../../../lib/token.ts';
import { NOON, random } from '../vault/builders.ts';
import { wipedBy } from '../wiped.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const akagi = profileOf('2143') ?? expect.unreachable();
const ORIGINS = { now: NOON, random, app: 'kagifuda', version: '0.1.0' };
const PASSWORD = '471108';
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const inputs = { prs: utf8(PASSWORD), ci: utf8('ci'), sid: new Uint8Array(16).fill(1) };

describe('CPace', () => {
  it('leaves behind neither the password in its first block nor what it was hashed to', async () => {
    const text = generatorString(inputs);
    const wiped = await wipedBy(() => calculateGenerator(inputs));
    expect(wiped).toEqual(expect.arrayContaining([hex(text), hex(sha512(text))]));
  });

  it('leaves no scalar behind', async () => {
    const sampled = new Uint8Array(32).fill(0x35);
    const clamped = sampled.with(31, 0x05);
    expect(await wipedBy(() => scalarOf(sampled))).toContain(hex(clamped));
  });

  it('leaves no shared element behind, alone or with the shares', async () => {
    const [sid, k] = [new Uint8Array(16).fill(2), new Uint8Array(32).fill(3)];
    const [one, other] = [{ y: new Uint8Array(32).fill(4), ad: utf8('a') }, { y: new Uint8Array(32).fill(5), ad: utf8('b') }];
    const secret = lvCat(utf8('CPaceRistretto255_ISK'), sid, k);
    const whole = concat(secret, lvCat(one.y, one.ad), lvCat(other.y, other.ad));
    expect(await wipedBy(() => sessionKey(sid, k, one, other))).toEqual(expect.arrayContaining([hex(secret), hex(whole)]));
  });
});

describe('the handshake of a credit union', () => {
  it('leaves behind neither the password nor the bytes of its scalar once M1 is made', async () => {
    const sampled: string[] = [];
    const noting = (length: number): Uint8Array<ArrayBuffer> => {
      const made = random(length);
      sampled.push(hex(made));
      return made;
    };
    const typed = { serviceId: 'SVC12345', userId: 'USER0001', password: PASSWORD };
    const wiped = await wipedBy(() => beginUnion(akagi, typed, { ...ORIGINS, random: noting }));
    expect(wiped).toEqual(expect.arrayContaining([hex(utf8(PASSWORD)), sampled[1]]));
  });

  it('leaves behind neither the shared element nor the key of its proof once M3 is made', async () => {
    const attempt = beginUnion(akagi, { serviceId: 'SVC12345', userId: 'USER0001', password: PASSWORD }, ORIGINS);
    const Yb = shareOf(7n, calculateGenerator(inputs));
    const m2 = { v: 1, Yb: toBase64url(Yb), ADb: { serverNonce: toBase64url(random(16)), t1: NOON, t2: NOON } };
    const proven: string[] = [];
    const wiped = await wipedBy(() => {
      const { prk } = proveUnion(attempt, utf8(JSON.stringify(m2)));
      proven.push(hex(confirmClientKey(prk)));
    });
    expect(wiped).toEqual(expect.arrayContaining([hex(sharedElement(attempt.scalar, Yb) ?? expect.unreachable()), ...proven]));
  });
});

describe('the handshake of a shinkin', () => {
  const profile: Profile = { algorithm: 'SHA-1', digits: 6, period: 30, T0: 0, name: 'しんきん', generation: 1 };

  it.each([
    ['taken', 'SKTS00012345', (made: string[]) => made.slice(0, 2)],
    ['refused for its serial', 'XXXX00012345', (made: string[]) => made],
  ] as const)('leaves no key behind but the token\'s own when the reply is %s', async (_, serial, gone) => {
    const pending = await beginProvision(abukuma, ORIGINS);
    const fields = [serial, ...profileFields(profile), NOON, NOON];
    const serverNonce = random(32);
    const th = transcriptHash('sk', pending.issuerOrigin, [1, pending.requestId, pending.keyId, pending.enc, pending.ct, 1, serverNonce, ...fields]);
    const prk = extractKey(th, pending.z);
    const { confirmServer, otp, device } = tokenKeys(prk, profile.algorithm);
    const mac = toBase64url(macOver(confirmServer, [th, ...fields]));
    const reply = utf8(JSON.stringify({ v: 1, serverNonce: toBase64url(serverNonce), serial, profile, t1: NOON, t2: NOON, mac }));
    const made = [prk, confirmServer, otp, device].map(hex);
    const wiped = await wipedBy(() => {
      try {
        finishProvision(pending, abukuma, reply);
      } catch {
        // Which reply is refused, and with what, is tested in provision.test.ts.
      }
    });
    expect(made.filter((one) => wiped.includes(one))).toEqual(gone(made));
  });
});
