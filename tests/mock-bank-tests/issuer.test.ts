import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lvCat, toBase64url, uint64, utf8 } from '../../lib/bytes.ts';
import { startBank, type MockBank } from './bank.ts';
import { ask, conclude, enrol, post, statusRequest, type Reply } from './token-client.ts';

const PROVISION = '/v1/sk/provision';
let bank: MockBank;
const waits: number[] = [];

beforeAll(async () => {
  bank = await startBank({
    quiet: true, provisionLimit: 500,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
}, 60_000);
afterAll(() => bank.close());
afterEach(() => bank.fault(null));

const refusal = async (response: Response): Promise<[number, unknown]> => [response.status, await response.json()];

describe('provisioning', () => {
  it('gives a serial, a profile and a proof, and both sides have the same seed', async () => {
    const asked = await ask(bank);
    const response = await post(bank, PROVISION, asked.body);
    expect(response.headers.get('content-type')).toBe('application/json');
    const reply: Reply = await response.json();
    expect(Object.keys(reply)).toEqual(['v', 'serverNonce', 'serial', 'profile', 't1', 't2', 'mac']);
    expect(reply.serial).toMatch(/^SKTS\d{8}$/);
    expect(reply.profile).toEqual({ algorithm: 'SHA-1', digits: 6, period: 30, T0: 0, name: 'しんきん（個人）ワンタイムパスワード', generation: 1 });
    expect(reply.t2).toBeGreaterThanOrEqual(reply.t1);
    expect(conclude(bank, asked, reply).seed).toHaveLength(20);
    expect(await bank.tokenState(reply.serial)).toBe('UNBOUND');
  });

  it('answers the same bytes with the same bytes, and makes one token', async () => {
    const { body } = await ask(bank);
    const before = bank.seen().length;
    const first = await (await post(bank, PROVISION, body)).text();
    bank.passTime(5000);
    expect(await (await post(bank, PROVISION, body)).text()).toBe(first);
    const serials = new Set(bank.seen().slice(before).map(({ serial }) => serial));
    expect(serials.size).toBe(1);
  });

  it('makes one token of the same request sent many times at once', async () => {
    const { body } = await ask(bank);
    const replies = await Promise.all(Array.from({ length: 6 }, async () => (await post(bank, PROVISION, body)).text()));
    expect(new Set(replies).size).toBe(1);
  });

  it('refuses other bytes under the same request id', async () => {
    const { body } = await ask(bank);
    await post(bank, PROVISION, body);
    expect(await refusal(await post(bank, PROVISION, `${body} `))).toEqual([409, { v: 1, error: 'conflict' }]);
  });

  it('answers a repeat after thirty days with 410', async () => {
    const { body } = await ask(bank);
    const { serial }: Reply = await (await post(bank, PROVISION, body)).json();
    bank.passTime(30 * 24 * 3_600_000);
    expect(await refusal(await post(bank, PROVISION, body))).toEqual([410, { v: 1, error: 'expired' }]);
    expect(await bank.tokenState(serial)).toBe('EXPIRED');
  });

  it('names what is wrong with a request and makes nothing of it', async () => {
    const before = bank.seen().filter(({ outcome }) => outcome === 'accepted').length;
    const { body } = await ask(bank);
    const fields: Record<string, unknown> = JSON.parse(body);
    const malformed = [
      '', 'null', '[]', '{', body.slice(1), JSON.stringify({ ...fields, extra: 1 }), JSON.stringify({ ...fields, v: 2 }),
      JSON.stringify({ ...fields, v: '1' }), JSON.stringify({ ...fields, requestId: 'AAAA' }), JSON.stringify({ ...fields, enc: `${String(fields['enc'])}=` }),
      JSON.stringify({ ...fields, ct: toBase64url(new Uint8Array(63)) }), JSON.stringify({ ...fields, ct: toBase64url(new Uint8Array(80)) }),
      JSON.stringify({ ...fields, enc: toBase64url(new Uint8Array(32)) }), body.replace('"ct"', '"__proto__"'),
      (await ask(bank, { info: 'ST1-SKhttp://elsewhere.localhost' })).body,
      (await ask(bank, { aad: new Uint8Array(16) })).body,
      (await ask(bank, { pt: lvCat(new Uint8Array(31), utf8('kagifuda'), utf8('0.1.0'), uint64(0)) })).body,
      (await ask(bank, { pt: lvCat(new Uint8Array(32), utf8('kagifuda'), utf8('0.1.0'), uint64(0), utf8('')) })).body,
      (await ask(bank, { pt: new Uint8Array(60) })).body,
    ];
    for (const text of malformed) expect(await refusal(await post(bank, PROVISION, text)), text).toEqual([400, { v: 1, error: 'malformed' }]);
    const strange = JSON.stringify({ ...fields, keyId: 'mock-1999-1' });
    expect(await refusal(await post(bank, PROVISION, strange))).toEqual([404, { v: 1, error: 'unknown' }]);
    expect(await refusal(await post(bank, PROVISION, body, { 'content-type': 'text/plain' }))).toEqual([415, { v: 1, error: 'content-type' }]);
    expect(await refusal(await post(bank, PROVISION, body + ' '.repeat(4096)))).toEqual([413, { v: 1, error: 'too-large' }]);
    expect(bank.seen().filter(({ outcome }) => outcome === 'accepted')).toHaveLength(before);
  });

  it('refuses other methods and paths', async () => {
    expect((await bank.fetch(new Request(bank.address('issuer.localhost', PROVISION)))).status).toBe(404);
    expect((await post(bank, '/v1/other', {})).status).toBe(404);
    expect(await (await bank.fetch(new Request(bank.address('issuer.localhost', '/healthz')))).json()).toEqual({ v: 1, ok: true });
  });

  it('tells an address that asks too often when to come back, and still repeats its replies', async () => {
    const tight = await startBank({ quiet: true, provisionLimit: 1, now: () => 1_800_000_000_000 });
    const { body } = await ask(tight);
    const first = await (await post(tight, PROVISION, body)).text();
    const refused = await post(tight, PROVISION, (await ask(tight)).body);
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect(await refusal(refused)).toEqual([429, { v: 1, error: 'busy' }]);
    expect(await (await post(tight, PROVISION, body)).text()).toBe(first);
    tight.passTime(3_600_000);
    expect((await post(tight, PROVISION, (await ask(tight)).body)).status).toBe(200);
    await tight.close();
  }, 60_000);

  it('never logs or stores a seed in the clear', async () => {
    const asked = await ask(bank);
    const reply: Reply = await (await post(bank, PROVISION, asked.body)).json();
    const { seed } = conclude(bank, asked, reply);
    expect(JSON.stringify(bank.seen())).not.toContain(toBase64url(seed));
    expect(Object.keys(bank.seen().at(-1) ?? {})).toEqual(['at', 'kind', 'outcome', 'serial']);
  });
});

describe('acknowledgement and status', () => {
  it('confirm a token to its holder, as often as asked', async () => {
    const token = await enrol(bank);
    for (let i = 0; i < 2; i++) expect(await (await token.acknowledge()).json()).toEqual({ v: 1, state: 'CONFIRMED' });
    expect(await token.status()).toBe('UNBOUND');
  });

  it('follow what the desk does', async () => {
    const token = await enrol(bank);
    for (const state of ['ACTIVE', 'SUSPENDED', 'REPLACED', 'STOPPED', 'REVOKED'] as const) {
      await bank.deskSetsState(token.serial, state);
      expect(await token.status()).toBe(state);
    }
  });

  it('answer a wrong key and an unknown serial alike', async () => {
    const { serial } = await enrol(bank);
    const wrong = statusRequest(serial, new Uint8Array(32), 1).body;
    const unknown = statusRequest('SKTS00000000', new Uint8Array(32), 1).body;
    const same = [404, { v: 1, error: 'unknown' }];
    expect(await refusal(await post(bank, '/v1/status', wrong))).toEqual(same);
    expect(await refusal(await post(bank, '/v1/status', unknown))).toEqual(same);
    expect(await refusal(await post(bank, '/v1/ack', { v: 1, serial, mac: toBase64url(new Uint8Array(64)) }))).toEqual(same);
  });

  it('refuse a status request whose time was changed on the way', async () => {
    const { serial, device } = await enrol(bank);
    const { body } = statusRequest(serial, device, 5);
    expect((await post(bank, '/v1/status', { ...body, t0: 6 })).status).toBe(404);
  });
});

describe('faults', () => {
  it('happen at one path only, until taken away', async () => {
    bank.fault({ path: '/v1/status', kind: 'down' });
    const token = await enrol(bank);
    await expect(token.status()).rejects.toThrow();
    bank.fault(null);
    expect(await token.status()).toBe('UNBOUND');
  });

  it('wrong-mac spoils only the proof', async () => {
    bank.fault({ path: PROVISION, kind: 'wrong-mac' });
    await expect(enrol(bank)).rejects.toThrow('not proven');
  });

  it('bad-serial is proven and yet no serial of a shinkin token', async () => {
    bank.fault({ path: PROVISION, kind: 'bad-serial' });
    expect((await enrol(bank)).serial).toMatch(/^ZZZZ\d{8}$/);
  });

  it('drop-reply has the token made, and the repeat gets it', async () => {
    bank.fault({ path: PROVISION, kind: 'drop-reply' });
    const asked = await ask(bank);
    expect((await post(bank, PROVISION, asked.body)).status).toBe(500);
    const serial = bank.seen().at(-1)?.serial;
    bank.fault(null);
    const reply: Reply = await (await post(bank, PROVISION, asked.body)).json();
    expect(reply.serial).toBe(serial);
    expect(() => conclude(bank, asked, reply)).not.toThrow();
  });

  it('garbage is no JSON, and slow waits before it answers', async () => {
    bank.fault({ path: PROVISION, kind: 'garbage' });
    await expect((await post(bank, PROVISION, (await ask(bank)).body)).json()).rejects.toThrow(SyntaxError);
    bank.fault({ path: PROVISION, kind: 'slow', milliseconds: 1234 });
    await enrol(bank);
    expect(waits).toEqual([1234]);
  });
});
