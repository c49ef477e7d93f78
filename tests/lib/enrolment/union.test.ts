/** The credit union's flow: our client against the real mock issuer, two implementations that share no code. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromUtf8, toBase64url, utf8 } from '../../../lib/bytes.ts';
import { type Enrolment, enrolment } from '../../../lib/enrolment/enrol.ts';
import { issuerPost } from '../../../lib/enrolment/issuer.ts';
import { beginUnion, proveUnion } from '../../../lib/enrolment/union.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../lib/refusal.ts';
import type { Vault } from '../../../lib/vault/vault.ts';
import type { Customer } from '../../mock-bank/customers.ts';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import { lookAtCode, type Machine, madeVault, NOON, random, reasonOf, STRETCHED } from '../vault/builders.ts';

const akagi = profileOf('2143') ?? expect.unreachable();
const PASSWORD = '471108';
let bank: MockBank;
let customer: Customer;
let vault: Vault;
let pc: Machine;
let typed: { serviceId: string; userId: string; password: string };
let sent: { path: string; body: string; pendings: number }[];
let received: string[];
let beforeSending: (path: string) => Promise<void>;

beforeAll(async () => {
  // It stands still: no time step ends between what the client shows and what the issuer expects.
  bank = await startBank({ issuerOrigin: akagi.issuerOrigin, quiet: true, now: () => NOON });
}, 60_000);
afterAll(async () => await bank.close());

function client(): Enrolment {
  const post = issuerPost(async (input, init) => {
    const request = new Request(input, init);
    const { pathname: path } = new URL(request.url);
    sent.push({ path, body: await request.clone().text(), pendings: (await vault.pendings()).length });
    await beforeSending(path);
    const response = await bank.fetch(request);
    received.push(await response.clone().text());
    return response;
  });
  return enrolment({ vault, post, profileOf, random, now: () => pc.clock.now, monotonic: () => 0, version: '0.1.0' });
}

const keys = (body: string | undefined): string => Object.keys(JSON.parse(body ?? '')).join(' ');
const paths = (): string[] => sent.map(({ path }) => path);
const ofId = async (which: string) => (await vault.tokens()).find(({ id }) => id === which);
const count = (path: string): number => paths().filter((one) => one === path).length;

beforeEach(async () => {
  ({ vault, on: pc } = await madeVault());
  pc.clock.now = bank.now();
  await vault.unlock((await vault.ways())?.passphrases[0]?.slotId ?? '', STRETCHED);
  customer = await bank.newCustomer({ institution: '2143', password: 'kagi2026fuda' });
  typed = { ...(await bank.issue(customer, PASSWORD)), password: PASSWORD };
  sent = [];
  received = [];
  beforeSending = async () => undefined;
  bank.fault(null);
});

describe('enrolment at a credit union', () => {
  it('yields a serial, codes that the issuer derives too, a measured clock; name and caution are still to be seen', async () => {
    const { id, serial } = await client().enrolUnion(akagi, typed);
    const [token = expect.unreachable()] = await vault.tokens();
    expect(token).toMatchObject({ id, serial, state: 'UNBOUND', acknowledged: true, introduced: false, institutionCode: '2143', profile: { period: 60, digits: 6 } });
    expect(serial).toMatch(/^AKGS\d{8}$/);
    expect(token.startBy - token.createdAt).toBe(72 * 3_600_000);
    expect(await lookAtCode(vault, token, bank.now())).toBeNull();
    expect((await lookAtCode(vault, { ...token, introduced: true }, bank.now()))?.digits).toBe(await bank.codeOf(serial));
    expect((await vault.lossKit()).lines).toMatchObject([{ institution: 'あかぎ信用組合', serial }]);
    expect(paths()).toEqual(['/v1/cu/start', '/v1/cu/finish', '/v1/ack', '/v1/status', '/v1/status', '/v1/status']);
  });

  it('has PENDING on disk before M3 leaves, and nothing before that', async () => {
    await client().enrolUnion(akagi, typed);
    expect(sent.slice(0, 2).map(({ pendings }) => pendings)).toEqual([0, 1]);
    expect(await vault.pendings()).toEqual([]);
  });

  it('says on the wire what docs/protocol.md lists, and nothing else', async () => {
    await client().enrolUnion(akagi, typed);
    expect(sent.slice(0, 2).map(({ body }) => keys(body))).toEqual(['v sid serviceId userId Ya ADa t0', 'v sid Ta']);
    expect(received.slice(0, 2).map(keys)).toEqual(['v Yb ADb', 'v serial profile t1 t2 Tb']);
  });

  it('goes on without the password when the reply to M3 was lost: same bytes, same token', async () => {
    bank.fault({ path: '/v1/cu/finish', kind: 'drop-reply' });
    expect(await reasonOf(client().enrolUnion(akagi, typed))).toBe('issuer-unreachable');
    const [pending = expect.unreachable()] = await vault.pendings();
    bank.fault(null);
    const token = await client().resume(pending.id);
    const finishes = sent.filter(({ path }) => path === '/v1/cu/finish').map(({ body }) => body);
    expect(new Set(finishes).size).toBe(1);
    expect(await bank.tokenState(token.serial)).toBe('UNBOUND');
    expect(await vault.pendings()).toEqual([]);
  });

  it('leaves nothing behind when the line is cut before M3, and the same words work afterwards', async () => {
    bank.fault({ path: '/v1/cu/start', kind: 'drop-reply' });
    expect(await reasonOf(client().enrolUnion(akagi, typed))).toBe('issuer-unreachable');
    expect(await vault.pendings()).toEqual([]);
    bank.fault(null);
    expect((await client().enrolUnion(akagi, typed)).serial).toMatch(/^AKGS/);
  });

  it.each([
    ['a wrong password', { password: '118047' }],
    ['an unknown user', { userId: 'NOBODY2345' }],
    ['another service', { serviceId: 'IB99990001' }],
  ])('is refused for %s in one way, and forgets the attempt', async (_, over) => {
    expect(await reasonOf(client().enrolUnion(akagi, { ...typed, ...over }))).toBe('activation-refused');
    expect(await vault.pendings()).toEqual([]);
    expect(await vault.tokens()).toEqual([]);
    expect(received.at(-1)).toBe('{"v":1,"error":"refused"}');
  });

  it('never tries a password again by itself: five wrong ones are five messages, and then the right one is refused, too', async () => {
    for (let wrong = 0; wrong < 5; wrong++) expect(await reasonOf(client().enrolUnion(akagi, { ...typed, password: '118047' }))).toBe('activation-refused');
    expect(count('/v1/cu/finish')).toBe(5);
    expect(await reasonOf(client().enrolUnion(akagi, typed))).toBe('activation-refused');
  });

  it('sends nothing for what can be no activation', async () => {
    expect(await reasonOf(client().enrolUnion(akagi, { ...typed, password: '12' }))).toBe('activation-password-garbled');
    expect(await reasonOf(client().enrolUnion(akagi, { ...typed, userId: '' }))).toBe('user-id-garbled');
    expect(sent).toEqual([]);
  });

  it('asks for the password again when the issuer has ended the attempt', async () => {
    bank.fault({ path: '/v1/cu/finish', kind: 'down' });
    expect(await reasonOf(client().enrolUnion(akagi, typed))).toBe('issuer-unreachable');
    const [{ id } = expect.unreachable()] = await vault.pendings();
    bank.fault(null);
    bank.passTime(6 * 60_000);
    // In the background it stays where the customer can see it; before their eyes it goes.
    expect(await reasonOf(client().goOn(id))).toBe('pending-expired');
    expect(await vault.pendings()).toHaveLength(1);
    expect(await reasonOf(client().resume(id))).toBe('pending-expired');
    expect(await vault.pendings()).toEqual([]);
    expect((await client().enrolUnion(akagi, typed)).serial).toMatch(/^AKGS/);
  });

  it.each([
    ['wrong-mac', 'issuer-unverified'],
    ['garbage', 'issuer-garbled'],
    ['bad-serial', 'serial-unexpected'],
    ['down', 'issuer-unreachable'],
  ] as const)('refuses an issuer that is %s at the end with %s, with no token half made and the attempt kept', async (kind, reason) => {
    bank.fault({ path: '/v1/cu/finish', kind });
    expect(await reasonOf(client().enrolUnion(akagi, typed))).toBe(reason);
    expect(await vault.tokens()).toEqual([]);
    expect(await vault.pendings()).toHaveLength(1);
    expect(count('/v1/cu/finish')).toBe(1);
  });

  it('replaces a token whose PC was lost before its acknowledgement: one live serial', async () => {
    bank.fault({ path: '/v1/ack', kind: 'down' });
    const lost = await client().enrolUnion(akagi, typed);
    ({ vault, on: pc } = await madeVault());
    pc.clock.now = bank.now();
    await vault.unlock((await vault.ways())?.passphrases[0]?.slotId ?? '', STRETCHED);
    bank.fault(null);
    const token = await client().enrolUnion(akagi, typed);
    expect([await bank.tokenState(lost.serial), await bank.tokenState(token.serial)]).toEqual(['REVOKED', 'UNBOUND']);
  });

  it('shows no token as good that an older attempt took the place of while its acknowledgement was under way', async () => {
    bank.fault({ path: '/v1/cu/finish', kind: 'down' });
    expect(await reasonOf(client().enrolUnion(akagi, typed))).toBe('issuer-unreachable');
    bank.fault(null);
    const { body } = sent.find(({ path }) => path === '/v1/cu/finish') ?? expect.unreachable();
    // As when the message of the older attempt was only late, and this process hears no answer to it.
    let isLate = true;
    beforeSending = async (path) => {
      if (path !== '/v1/ack' || !isLate) return;
      isLate = false;
      await bank.fetch(new Request(`${akagi.issuerOrigin}/v1/cu/finish`, { method: 'POST', body, headers: { 'content-type': 'application/json' } }));
    };
    const { id, serial } = await client().enrolUnion(akagi, typed);
    expect(await bank.tokenState(serial)).toBe('REVOKED');
    expect(await ofId(id)).toMatchObject({ state: 'REVOKED' });
  });

  it('goes on asking for the tokens that a new one ended, though the process ends before it has asked', async () => {
    const former = await client().enrolUnion(akagi, typed);
    typed = { ...(await bank.issue(customer, PASSWORD)), password: PASSWORD };
    // The new token's own acknowledgement and state are told, then the line is cut.
    let asked = 0;
    beforeSending = async (path) => {
      if (path === '/v1/status' && ++asked > 3) throw new TypeError('the line was cut');
    };
    const { id } = await client().enrolUnion(akagi, typed);
    expect(await bank.tokenState(former.serial)).toBe('REVOKED');
    expect(await ofId(former.id)).toMatchObject({ state: 'UNBOUND', acknowledged: true });
    expect(await ofId(id)).toMatchObject({ state: 'UNBOUND', acknowledged: false });
    beforeSending = async () => undefined;
    await client().refresh(id);
    expect(await ofId(former.id)).toMatchObject({ state: 'REVOKED' });
    expect(await ofId(id)).toMatchObject({ acknowledged: true });
  });
});

const attempt = () => beginUnion(akagi, typed, { now: NOON, random, app: 'kagifuda', version: '0.1.0' });
const m2 = (Yb: Uint8Array): Uint8Array => utf8(JSON.stringify({ v: 1, Yb: toBase64url(Yb), ADb: { serverNonce: toBase64url(random(16)), t1: NOON, t2: NOON } }));

describe('a share that the draft says to abort on', () => {
  it.each([
    ['the identity', new Uint8Array(32)],
    ['no canonical encoding', new Uint8Array(32).fill(255)],
    ['a negative field element', Uint8Array.from([1, ...new Uint8Array(31)])],
  ])('is refused: %s', (_, Yb) => {
    expect(() => proveUnion(attempt(), m2(Yb))).toThrow(new Refusal('issuer-unverified'));
  });

  it('comes of no attempt of ours, each of which is new', () => {
    const [one, other] = [attempt(), attempt()].map(({ request }): Record<string, unknown> => JSON.parse(fromUtf8(request)));
    for (const name of ['sid', 'Ya']) expect(one?.[name]).not.toBe(other?.[name]);
    expect(JSON.stringify(one)).not.toContain(PASSWORD);
  });
});
