/** The shinkin handshake, pure: a reply made with the right keys is taken, anything else is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, toBase64url, utf8 } from '../../../lib/bytes.ts';
import { extractKey, macOver, profileFields, tokenKeys, transcriptHash } from '../../../lib/enrolment/keys.ts';
import { beginProvision, finishProvision } from '../../../lib/enrolment/provision.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../lib/refusal.ts';
import type { Profile } from '../../../lib/token.ts';
import type { ShinkinPending } from '../../../lib/vault/pending.ts';
import { NOON, random } from '../vault/builders.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const begin = (): Promise<ShinkinPending> => beginProvision(abukuma, { now: NOON, random, app: 'kagifuda', version: '0.1.0' });
const PROFILE: Profile = { algorithm: 'SHA-1', digits: 6, period: 30, T0: 0, name: 'しんきん', generation: 1 };

/** M2 as docs/protocol.md has it, by an issuer that knows Z. */
function reply(pending: ShinkinPending, over: Partial<Profile> = {}, serial = 'SKTS00012345'): Uint8Array {
  const profile = { ...PROFILE, ...over };
  const serverNonce = random(32);
  const m2 = { v: 1, serverNonce: toBase64url(serverNonce), serial, profile, t1: NOON, t2: NOON + 5 };
  const m1Fields = [1, pending.requestId, pending.keyId, pending.enc, pending.ct];
  const m2Fields = [1, serverNonce, serial, ...profileFields(profile), m2.t1, m2.t2];
  const th = transcriptHash('sk', pending.issuerOrigin, [...m1Fields, ...m2Fields]);
  const mac = macOver(tokenKeys(extractKey(th, pending.z), profile.algorithm).confirmServer, [th, serial, ...profileFields(profile), m2.t1, m2.t2]);
  return utf8(JSON.stringify({ ...m2, mac: toBase64url(mac) }));
}

function reasonOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (failure) {
    if (failure instanceof Refusal) return failure.reason;
    throw failure;
  }
}

describe('the end of the handshake', () => {
  it('is a token and its secrets, as long as the hash', async () => {
    const pending = await begin();
    const lengths = { 'SHA-1': 20, 'SHA-256': 32, 'SHA-512': 64 } as const;
    for (const algorithm of ['SHA-1', 'SHA-256', 'SHA-512'] as const) {
      const { token, secrets } = finishProvision(pending, abukuma, reply(pending, { algorithm }));
      expect(token).toMatchObject({ id: pending.id, serial: 'SKTS00012345', state: 'UNBOUND', spentStep: -1, startBy: NOON + 5 + 30 * 86_400_000 });
      expect(secrets.otp).toHaveLength(lengths[algorithm]);
      expect(secrets.device).toHaveLength(32);
    }
  });

  it.each<[string, Partial<Profile>, string]>([
    ['time steps that begin in the future', { T0: NOON }, 'profile-unexpected'],
    ['eight digits where the institution has six', { digits: 8 }, 'profile-unexpected'],
    ['another period than the institution has', { period: 60 }, 'profile-unexpected'],
    ['digits that no code has', { digits: 9 }, 'issuer-garbled'],
    ['a name that is longer than 128 bytes', { name: '鍵'.repeat(43) }, 'issuer-garbled'],
    ['a name with a control character', { name: 'a\nb' }, 'issuer-garbled'],
  ])('refuses %s, though the MAC is right', async (_, over, reason) => {
    const pending = await begin();
    expect(reasonOf(() => finishProvision(pending, abukuma, reply(pending, over)))).toBe(reason);
  });

  it('refuses a serial of another form, though the MAC is right', async () => {
    const pending = await begin();
    expect(reasonOf(() => finishProvision(pending, abukuma, reply(pending, {}, 'SKOH00012345')))).toBe('serial-unexpected');
  });

  it('refuses every reply in which a single bit was changed', async () => {
    const pending = await begin();
    const right = reply(pending);
    let refused = 0;
    for (let bit = 0; bit < right.length * 8; bit++) {
      const wrong = right.slice();
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (reasonOf(() => finishProvision(pending, abukuma, wrong)) !== 'none') refused++;
    }
    expect(refused).toBe(right.length * 8);
  });

  it('refuses the reply to another request', async () => {
    const [mine, other] = [await begin(), await begin()];
    expect(reasonOf(() => finishProvision(mine, abukuma, reply(other)))).toBe('issuer-unverified');
  });

  it('reads no reply that is longer than 4096 bytes, and any that is not', async () => {
    const pending = await begin();
    const padded = (length: number): Uint8Array => utf8(fromUtf8(reply(pending)).padEnd(length));
    const inBytes = (length: number): Uint8Array => padded(length - utf8(PROFILE.name).length + PROFILE.name.length);
    expect([inBytes(4096).length, inBytes(4097).length]).toEqual([4096, 4097]);
    expect(reasonOf(() => finishProvision(pending, abukuma, inBytes(4096)))).toBe('none');
    expect(reasonOf(() => finishProvision(pending, abukuma, inBytes(4097)))).toBe('issuer-garbled');
  });

  it('does not begin with an institution that has no issuer of its own', async () => {
    await expect(beginProvision({ ...abukuma, issuerKeys: [] }, { now: NOON, random, app: 'kagifuda', version: '0.1.0' })).rejects.toMatchObject({ reason: 'institution-without-issuer' });
  });

  it('refuses rubbish with a refusal, whatever it is', async () => {
    const pending = await begin();
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(utf8)), (body) => {
      expect(reasonOf(() => finishProvision(pending, abukuma, body))).toBe('issuer-garbled');
    }));
  });

  it('begins with nothing readable: two requests share no field but the key they name', async () => {
    const [a, b] = [await begin(), await begin()].map(({ request }): Record<string, unknown> => JSON.parse(fromUtf8(request)));
    for (const field of ['requestId', 'enc', 'ct']) expect(a?.[field]).not.toBe(b?.[field]);
    expect(a?.['keyId']).toBe(b?.['keyId']);
  });
});
