/** The credit union's handshake over HTTP: what it leads to, what is refused, how it is spoilt. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, concludeUnion, enrolUnion, finishUnion, post, prove, startUnion, type UnionReply } from './token-client.ts';
import { FINISH, issued, live, MALFORMED, PASSWORD, REFUSED, START, told } from './union-customer.ts';
import { openWatched, type Watched } from './watched.ts';

const HOUR = 3_600_000;
let bank: Watched;

beforeAll(async () => {
  bank = await openWatched();
}, 60_000);
afterAll(() => bank.store.close());


describe('the handshake', { timeout: 60_000 }, () => {
  it('gives a client with the right password a token of this customer, and both sides have the same keys', async () => {
    const one = await issued(bank);
    const attempt = begin(bank, one);
    const first = await post(bank, START, attempt.m1);
    expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([200, 'application/json', 'no-store']);
    const m2 = await first.text();
    expect(JSON.parse(m2)).toEqual({
      v: 1, Yb: expect.stringMatching(/^[\w-]{43}$/), ADb: { serverNonce: expect.stringMatching(/^[\w-]{22}$/), t1: bank.now(), t2: bank.now() },
    });
    const proof = prove(bank, attempt, m2);
    const reply: UnionReply = await (await post(bank, FINISH, proof.m3)).json();
    expect(Object.keys(reply)).toEqual(['v', 'serial', 'profile', 't1', 't2', 'Tb']);
    expect(reply.serial).toMatch(/^AKGS\d{8}$/);
    expect(reply.profile).toEqual({ algorithm: 'SHA-1', digits: 6, period: 60, T0: 0, name: 'あかぎ信用組合', generation: 1 });
    expect(concludeUnion(proof, reply).seed).toHaveLength(20);
    const [row] = await bank.store.rows('SELECT state, kind, period, generation, institution, contract, start_by, ends_at FROM tokens WHERE serial = $1', [reply.serial]);
    expect(row).toEqual({
      state: 'UNBOUND', kind: 'activation', period: 60, generation: 1, institution: '2143', contract: one.customer.contract, start_by: bank.now() + 72 * HOUR, ends_at: null,
    });
    expect(await bank.activation(one.customer)).toMatchObject({ state: 'TAKEN', fails: 0, serial: reply.serial });
  });

  it('leads to a token whose status and codes the bank agrees with, which expires after 72 hours', async () => {
    const one = await issued(bank);
    const token = await enrolUnion(bank, one);
    expect(await token.status()).toBe('UNBOUND');
    expect(token.code()).toMatch(/^\d{6}$/);
    expect((await token.acknowledge()).status).toBe(200);
    bank.pass(72 * HOUR - 1);
    expect(await token.status()).toBe('UNBOUND');
    bank.pass(1);
    expect(await token.status()).toBe('EXPIRED');
    expect((await token.acknowledge()).status).toBe(410);
  });

  it('counts the generation of a second issue', async () => {
    const one = await issued(bank);
    await enrolUnion(bank, one);
    const again = await bank.issue(one.customer, PASSWORD);
    const proof = await startUnion(bank, { ...again, password: PASSWORD });
    const reply: UnionReply = await (await post(bank, FINISH, proof.m3)).json();
    expect(reply.profile.generation).toBe(2);
    expect(await live(bank, one)).toEqual([reply.serial]);
  });

  it('refuses messages that are not exactly as the protocol says, whoever is meant', async () => {
    const one = await issued(bank);
    const { m1 } = begin(bank, one);
    const fields: Record<string, unknown> = JSON.parse(m1);
    const ADa = { app: 'kagifuda', version: '0.1.0', suite: 'CPACE-RISTR255-SHA512' };
    const other = (more: object): string => JSON.stringify({ ...fields, ...more });
    const without = (name: string): string => JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name)));
    const points = [new Uint8Array(32), new Uint8Array(32).fill(255), new Uint8Array(31), new Uint8Array(33)].map((bytes) => Buffer.from(bytes).toString('base64url'));
    const malformed = [
      '', 'null', '[]', '"x"', m1.slice(1), `${m1}x`, ...Object.keys(fields).map(without), other({ extra: 1 }), other({ v: 2 }), other({ v: '1' }),
      ...[null, 1, {}, 'AAAA', `${String(fields['sid'])}=`, `${String(fields['sid'])}A`, String(fields['sid']).replace(/.$/, 'B')].map((sid) => other({ sid })),
      ...['', 'ABC', 'abcd', 'ＩＢ21', 'A'.repeat(33), 'AB\0CD', 12345].flatMap((id) => [other({ serviceId: id }), other({ userId: id })]),
      ...points.map((Ya) => other({ Ya })), other({ Ya: null }),
      ...[null, [], '', { ...ADa, extra: 1 }, { app: 'a', version: 'b' }, { ...ADa, app: '' }, { ...ADa, version: 'x'.repeat(65) }, { ...ADa, app: '\ud800' }, { ...ADa, suite: 'CPACE-P256_XMD:SHA-256_SSWU_NU_-SHA256' }]
        .map((value) => other({ ADa: value })),
      ...[-1, 1.5, '1', null, 2 ** 53].map((t0) => other({ t0 })), m1.replace('"t0"', '"__proto__"'),
    ];
    for (const text of malformed) expect(await told(await post(bank, START, text)), text).toEqual(MALFORMED);
    expect(await told(await post(bank, START, m1, { 'content-type': 'text/plain' }))).toEqual([415, { v: 1, error: 'content-type' }]);
    expect(await told(await post(bank, START, m1 + ' '.repeat(4096)))).toEqual([413, { v: 1, error: 'too-large' }]);
    expect(await bank.store.rows('SELECT sid FROM attempts WHERE user_id = $1', [one.userId])).toEqual([]);

    const { m3 } = await startUnion(bank, one);
    const third: Record<string, unknown> = JSON.parse(m3);
    const spoilt = [
      '', '{}', '[]', 'null', m3.slice(1), JSON.stringify({ ...third, extra: 1 }), JSON.stringify({ v: 1, sid: third['sid'] }), JSON.stringify({ ...third, v: 2 }),
      ...['', 'AAAA', null, 5].flatMap((value) => [JSON.stringify({ ...third, Ta: value }), JSON.stringify({ ...third, sid: value })]),
      JSON.stringify({ ...third, Ta: `${String(third['Ta'])}A` }),
    ];
    for (const text of spoilt) expect(await told(await post(bank, FINISH, text)), text).toEqual(MALFORMED);
    expect(await told(await post(bank, FINISH, JSON.stringify({ ...third, sid: Buffer.alloc(16, 3).toString('base64url') })))).toEqual([404, { v: 1, error: 'unknown' }]);
    // None of it was a guess.
    expect(await bank.activation(one.customer)).toMatchObject({ fails: 0, state: 'ISSUED' });
    expect((await post(bank, FINISH, m3)).status).toBe(200);
  });

  it('refuses a proof of which any bit was changed', async () => {
    for (const at of [0, 7, 255, 511]) {
      const one = await issued(bank);
      const { m3 } = await startUnion(bank, one);
      const third: { v: 1; sid: string; Ta: string } = JSON.parse(m3);
      const Ta = Buffer.from(third.Ta, 'base64url');
      Ta.writeUInt8(Ta.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
      expect(await told(await post(bank, FINISH, { ...third, Ta: Ta.toString('base64url') }))).toEqual(REFUSED);
      expect(await bank.activation(one.customer)).toMatchObject({ fails: 1, state: 'ISSUED' });
    }
  });
});

describe('faults', { timeout: 60_000 }, () => {
  it('at the handshake’s paths do what they do elsewhere', async () => {
    const one = await issued(bank);
    bank.fault({ path: START, kind: 'drop-reply' });
    const attempt = begin(bank, one);
    expect((await post(bank, START, attempt.m1)).status).toBe(500);
    bank.fault({ path: START, kind: 'garbage' });
    await expect(startUnion(bank, one)).rejects.toThrow(SyntaxError);
    bank.fault({ path: FINISH, kind: 'down' });
    const proof = prove(bank, attempt, await (await post(bank, START, attempt.m1)).text());
    await expect(finishUnion(bank, proof)).rejects.toThrow('503');
    expect(await bank.activation(one.customer)).toMatchObject({ fails: 0, state: 'ISSUED' });
    bank.fault({ path: FINISH, kind: 'drop-reply' });
    await expect(finishUnion(bank, proof)).rejects.toThrow('500');
    const serials = await live(bank, one);
    bank.fault({ path: FINISH, kind: 'wrong-mac' });
    await expect(finishUnion(bank, proof)).rejects.toThrow('not proven');
    bank.fault(null);
    expect([(await finishUnion(bank, proof)).serial]).toEqual(serials);
  });

  it('bad-serial is proven and yet no serial of the credit union', async () => {
    const one = await issued(bank);
    bank.fault({ path: FINISH, kind: 'bad-serial' });
    expect((await enrolUnion(bank, one)).serial).toMatch(/^ZZZZ\d{8}$/);
    bank.fault(null);
  });
});
