/** What the drive of an enrolment leaves behind, and what it makes of one that was settled elsewhere meanwhile. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Enrolment, enrolment } from '../../../lib/enrolment/enrol.ts';
import { issuerPost } from '../../../lib/enrolment/issuer.ts';
import type { InstitutionProfile } from '../../../lib/institutions/profile.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../lib/refusal.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import { madeVault, NOON, random, reasonOf } from '../vault/builders.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
let bank: MockBank;
let vault: Vault;
let paths: string[];

beforeAll(async () => {
  bank = await startBank({ issuerOrigin: abukuma.issuerOrigin, quiet: true, now: () => NOON });
}, 60_000);
afterAll(async () => await bank.close());

beforeEach(async () => {
  ({ vault } = await madeVault());
  paths = [];
  bank.fault(null);
});

function client(over: Partial<Vault> = {}, institutions: (code: string) => InstitutionProfile | undefined = profileOf): Enrolment {
  const post = issuerPost(async (input, init) => {
    const request = new Request(input, init);
    paths.push(new URL(request.url).pathname);
    return await bank.fetch(request);
  });
  return enrolment({ vault: { ...vault, ...over }, post, profileOf: institutions, random, now: () => NOON, monotonic: () => 0, version: '0.1.0' });
}

/** An enrolment of which the reply was lost. */
async function interrupted(): Promise<string> {
  bank.fault({ path: '/v1/sk/provision', kind: 'drop-reply' });
  expect(await reasonOf(client().enrol(abukuma))).toBe('issuer-unreachable');
  bank.fault(null);
  paths = [];
  return (await vault.pendings())[0]?.id ?? expect.unreachable();
}

const broken = (failure: Error): Partial<Vault> => ({ change: () => Promise.reject(failure) });

describe('an enrolment', () => {
  it('leaves neither the exported secret nor the token\'s in memory, whether it ends or not', async () => {
    const seen: Uint8Array[] = [];
    const watched: Partial<Vault> = {
      keepPending: async (pending) => {
        if (pending.flow === 'sk') seen.push(pending.z);
        await vault.keepPending(pending);
      },
      commit: async (id, token, secrets, loss) => {
        seen.push(secrets.otp, secrets.device);
        return await vault.commit(id, token, secrets, loss);
      },
    };
    await client(watched).enrol(abukuma);
    const failing: Partial<Vault> = { ...watched, keepPending: async (pending) => {
      await watched.keepPending?.(pending);
      throw new Refusal('store-full');
    } };
    expect(await reasonOf(client(failing).enrol(abukuma))).toBe('store-full');
    expect(seen.map((bytes) => [bytes.length, bytes.every((byte) => byte === 0)])).toEqual([[32, true], [20, true], [32, true], [32, true]]);
  });

  it('that is over gives its token again, and asks for no other', async () => {
    const token = await client().enrol(abukuma);
    paths = [];
    expect(await client().resume(token.id)).toMatchObject({ id: token.id, serial: token.serial });
    expect(paths).not.toContain('/v1/sk/provision');
  });

  it('that another window ends just before this one is no failure', async () => {
    const id = await interrupted();
    const slow: Partial<Vault> = {
      lendPending: async (which, use) => {
        await client().resume(which);
        return await vault.lendPending(which, use);
      },
    };
    const token = await client(slow).resume(id);
    expect(await vault.tokens()).toMatchObject([{ id, serial: token.serial }]);
    expect(await vault.pendings()).toEqual([]);
  });

  it('is left as it is when its institution is known no more', async () => {
    const id = await interrupted();
    expect(await reasonOf(client({}, () => undefined).resume(id))).toBe('institution-without-issuer');
    expect(paths).toEqual([]);
    expect(await vault.pendings()).toHaveLength(1);
  });

  it('keeps its token where the clock cannot be kept, and hides no failure that is none of the issuer\'s', async () => {
    expect(await reasonOf(client(broken(new Refusal('store-full'))).enrol(abukuma))).toBe('none');
    await expect(client(broken(new TypeError('a bug'))).enrol(abukuma)).rejects.toThrow('a bug');
    expect(await vault.tokens()).toHaveLength(2);
  });
});

const answered = (respond: () => Response): Promise<Uint8Array> => issuerPost(async () => respond())('https://issuer.example', '/v1/ack', new Uint8Array(1));

describe('a reply', () => {
  it('may have 4096 bytes, and may have none', async () => {
    expect(await answered(() => new Response('x'.repeat(4096)))).toHaveLength(4096);
    expect(await answered(() => new Response(null))).toHaveLength(0);
    expect(await reasonOf(answered(() => new Response('x'.repeat(4097))))).toBe('issuer-garbled');
  });

  it.each([
    [new DOMException('given up', 'AbortError'), 'issuer-unreachable'],
    [Object.assign(new Error('late'), { name: 'TimeoutError' }), 'issuer-unreachable'],
    [new DOMException('late', 'TimeoutError'), 'issuer-slow'],
  ])('that fails with %s is %s, and the cause is kept', async (cause, reason) => {
    const failure = await issuerPost(() => Promise.reject(cause))('https://issuer.example', '/v1/ack', new Uint8Array(1)).catch((refusal: unknown) => refusal);
    expect(failure).toMatchObject({ reason, cause });
  });
});
