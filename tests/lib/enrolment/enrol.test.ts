/** Our client against the real mock issuer: two implementations that share no code. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromUtf8 } from '../../../lib/bytes.ts';
import { takeCode } from '../../../lib/codes.ts';
import { type Enrolment, enrolment } from '../../../lib/enrolment/enrol.ts';
import { issuerPost, type Path } from '../../../lib/enrolment/issuer.ts';
import type { InstitutionProfile } from '../../../lib/institutions/profile.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import { type Machine, madeVault, random, reasonOf, STRETCHED } from '../vault/builders.ts';

const abukuma: InstitutionProfile = profileOf('1188') ?? expect.unreachable();
let bank: MockBank;
let vault: Vault;
let pc: Machine;
let sent: { path: string; body: string }[];
let received: string[];
let beforeSending: (path: string) => Promise<void>;

beforeAll(async () => {
  bank = await startBank({ issuerOrigin: abukuma.issuerOrigin, quiet: true });
});
afterAll(async () => await bank.close());

function client(): Enrolment {
  const post = issuerPost(async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    sent.push({ path: pathname, body: await request.clone().text() });
    await beforeSending(pathname);
    const response = await bank.fetch(request);
    received.push(await response.clone().text());
    return response;
  });
  return enrolment({ vault, post, profileOf, random, now: () => pc.clock.now, monotonic: () => 0, version: '0.1.0' });
}

/** The deadline of the lock goes by the same clock: open again. */
async function setClock(time: number): Promise<void> {
  pc.clock.now = time;
  await vault.unlock((await vault.ways())?.passphrases[0]?.slotId ?? '', STRETCHED);
}

beforeEach(async () => {
  ({ vault, on: pc } = await madeVault());
  await setClock(bank.now());
  sent = [];
  received = [];
  beforeSending = async () => undefined;
  bank.fault(null);
});

describe('enrolment at a shinkin', () => {
  it('yields a serial, codes that the issuer derives too, and a measured clock', async () => {
    const token = await client().enrol(abukuma);
    expect(token.serial).toMatch(/^SKTS\d{8}$/);
    const [kept] = await vault.tokens();
    expect(kept).toMatchObject({ state: 'UNBOUND', acknowledged: true, institutionCode: '1188' });
    expect(Math.abs(kept?.clock?.offset ?? Number.NaN)).toBeLessThan(2_000);
    expect(await vault.pendings()).toEqual([]);
  });

  it('has PENDING on disk before the request leaves', async () => {
    let atSending: number | null = null;
    beforeSending = async (path) => {
      if (path === '/v1/sk/provision') atSending = (await vault.pendings()).length;
    };
    await client().enrol(abukuma);
    expect(atSending).toBe(1);
  });

  it('sends and receives no secret: neither seed nor device key is in any message, either way', async () => {
    const token = await client().enrol(abukuma);
    const secrets = await vault.lend(token.id, ({ otp, device }) => [otp, device].map((bytes) => Buffer.from(bytes).toString('base64url')));
    expect(received).toHaveLength(sent.length);
    for (const body of [...sent.map((message) => message.body), ...received]) for (const secret of secrets) expect(body).not.toContain(secret);
    expect(sent.map(({ path }) => path)).toEqual(['/v1/sk/provision', '/v1/ack', '/v1/status', '/v1/status', '/v1/status']);
  });

  it('gets the same token by the same bytes when the reply was lost', async () => {
    bank.fault({ path: '/v1/sk/provision', kind: 'drop-reply' });
    expect(await reasonOf(client().enrol(abukuma))).toBe('issuer-unreachable');
    expect(await vault.tokens()).toEqual([]);
    const [pending] = await vault.pendings();
    bank.fault(null);
    const token = await client().resume(pending?.id ?? '');
    expect(sent[0]?.body).toBe(sent[1]?.body);
    expect(await vault.pendings()).toEqual([]);
    expect((await vault.tokens()).map(({ serial }) => serial)).toEqual([token.serial]);
    expect(await bank.tokenState(token.serial)).toBe('UNBOUND');
  });

  it('keeps the token when the issuer goes away right after it, and asks again later', async () => {
    bank.fault({ path: '/v1/status', kind: 'down' });
    const token = await client().enrol(abukuma);
    expect((await vault.tokens())[0]).toMatchObject({ clock: null, acknowledged: false });
    bank.fault(null);
    expect(await client().refresh(token.id)).toBe('UNBOUND');
    expect((await vault.tokens())[0]).toMatchObject({ acknowledged: true });
  });

  it.each([
    ['down', 'issuer-unreachable'],
    ['garbage', 'issuer-garbled'],
    ['wrong-mac', 'issuer-unverified'],
    ['bad-serial', 'serial-unexpected'],
  ] as const)('refuses an issuer that is %s with %s, with no token half made', async (kind, reason) => {
    bank.fault({ path: '/v1/sk/provision', kind });
    expect(await reasonOf(client().enrol(abukuma))).toBe(reason);
    expect(await vault.tokens()).toEqual([]);
    expect(await vault.pendings()).toHaveLength(1);
    expect((await vault.lossKit()).lines).toEqual([]);
  });

  it('refuses an issuer with another key: what it says proves nothing', async () => {
    const other = { ...abukuma, issuerKeys: [{ keyId: 'mock-2026-1', publicKey: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo' }] };
    expect(await reasonOf(client().enrol(other))).toMatch(/^issuer-/);
    expect(await vault.tokens()).toEqual([]);
  });

  it('tells states only by the issuer: a loss report at the desk makes it 失効', async () => {
    const token = await client().enrol(abukuma);
    await bank.deskSetsState(token.serial, 'REVOKED');
    expect(await client().refresh(token.id)).toBe('REVOKED');
    const [revoked] = await vault.tokens();
    if (!revoked) expect.unreachable();
    expect(await reasonOf(takeCode(vault, revoked, () => pc.clock.now, null))).toBe('token-unusable');
  });

  it('keeps the later of two answers that come in the wrong order', async () => {
    const token = await client().enrol(abukuma);
    const shared = client();
    // The first question is still on its way when the second is asked.
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    let asked = 0;
    beforeSending = async (path) => {
      if (path === '/v1/status' && asked++ === 0) await held;
    };
    const first = shared.refresh(token.id);
    const second = shared.refresh(token.id);
    await bank.deskSetsState(token.serial, 'REVOKED');
    letGo();
    await Promise.all([first, second]);
    expect((await vault.tokens())[0]?.state).toBe('REVOKED');
  });

  it('says of a token that ended before its acknowledgement what the issuer says, and goes on', async () => {
    bank.fault({ path: '/v1/ack', kind: 'down' });
    const token = await client().enrol(abukuma);
    bank.fault(null);
    await bank.deskSetsState(token.serial, 'REVOKED');
    expect(await client().refresh(token.id)).toBe('REVOKED');
    expect((await vault.tokens())[0]).toMatchObject({ state: 'REVOKED', acknowledged: false });
  });

  it('keeps a 交換 that was begun while the bank has locked the token, and ends it when it is replaced', async () => {
    const token = await client().enrol(abukuma);
    await vault.change(token.id, (kept) => ({ ...kept, exchanging: true }));
    await bank.deskSetsState(token.serial, 'SUSPENDED');
    await client().refresh(token.id);
    expect((await vault.tokens())[0]).toMatchObject({ state: 'SUSPENDED', exchanging: true });
    await bank.deskSetsState(token.serial, 'REPLACED');
    await client().refresh(token.id);
    expect((await vault.tokens())[0]).toMatchObject({ state: 'REPLACED', exchanging: false });
  });

  it('measures a PC clock that is an hour slow', async () => {
    await setClock(bank.now() - 3_600_000);
    await client().enrol(abukuma);
    const [token] = await vault.tokens();
    expect(Math.abs((token?.clock?.offset ?? 0) - 3_600_000)).toBeLessThan(2_000);
  });

  it('makes two tokens of two requests, each with its own serial', async () => {
    const serials = [(await client().enrol(abukuma)).serial, (await client().enrol(abukuma)).serial];
    expect(new Set(serials).size).toBe(2);
    expect(await vault.tokens()).toHaveLength(2);
  });

  it('says on the wire what docs/protocol.md lists, and nothing else', async () => {
    await client().enrol(abukuma);
    const keys = sent.map(({ body }) => Object.keys(JSON.parse(body)).join(' '));
    expect(keys).toEqual(['v requestId keyId enc ct', 'v serial mac', ...Array.from({ length: 3 }, () => 'v serial nonce t0 mac')]);
  });
});

function answering(respond: () => Response | Promise<Response>, path: Path = '/v1/cu/finish'): Promise<Uint8Array> {
  return issuerPost(async () => await respond())('https://issuer.example', path, new Uint8Array(1));
}

describe('asking an issuer', () => {
  it.each([
    [400, 'issuer-refused'], [403, 'issuer-refused'], [404, 'issuer-refused'], [409, 'issuer-refused'], [410, 'issuer-refused'], [429, 'issuer-busy'], [500, 'issuer-unreachable'], [503, 'issuer-unreachable'],
  ] as const)('says of status %i: %s', async (status, reason) => {
    expect(await reasonOf(answering(() => new Response('{}', { status })))).toBe(reason);
  });
  it.each([
    [403, 'refused', 'activation-refused'],
    [410, 'expired', 'pending-expired'],
    [410, 'refused', 'issuer-refused'],
    [403, 'expired', 'issuer-refused'],
    [400, 'refused', 'issuer-refused'],
  ] as const)('takes %i for its last word only when it calls itself %s: %s', async (status, error, reason) => {
    expect(await reasonOf(answering(() => new Response(JSON.stringify({ v: 1, error }), { status })))).toBe(reason);
    expect(await reasonOf(answering(() => new Response(`<html>${error}`, { status })))).toBe('issuer-refused');
  });
  it('knows no refused activation but at the end of the credit-union flow', async () => {
    const answered = answering(() => new Response('{"v":1,"error":"refused"}', { status: 403 }), '/v1/sk/provision');
    expect(await reasonOf(answered)).toBe('issuer-refused');
  });
  it('stops reading a reply that is too long', async () => {
    expect(await reasonOf(answering(() => new Response('x'.repeat(5000))))).toBe('issuer-garbled');
  });
  it('says that nobody answers', async () => {
    expect(await reasonOf(answering(() => Promise.reject(new TypeError('fetch failed'))))).toBe('issuer-unreachable');
  });
  it('says that it takes too long', async () => {
    expect(await reasonOf(answering(() => Promise.reject(new DOMException('late', 'TimeoutError'))))).toBe('issuer-slow');
  });
  it('gives the bytes of a reply', async () => {
    expect(fromUtf8(await answering(() => new Response('{"v":1}')))).toBe('{"v":1}');
  });
});
