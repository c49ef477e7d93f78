/** What the operator sees: the log, the limits, the health, and what `npm run bank` prints. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../e2e/browser/port.ts';
import { HOSTS } from '../mock-bank/hosts.ts';
import type { LogLine } from '../mock-bank/log.ts';
import { startBank, type MockBank } from './bank.ts';
import { choose, logIn as logInUnion, unionCustomer, unionVisitor } from './parasol-visitor.ts';
import { ask, conclude, enrol, enrolUnion, finishUnion, post, startUnion, type Reply } from './token-client.ts';
import { entryPath, logIn, register, visitor } from './visitor.ts';

const MAIN = fileURLToPath(new URL('../mock-bank/main.ts', import.meta.url));

describe('the log', () => {
  let bank: MockBank;
  const lines: LogLine[] = [];

  beforeAll(async () => {
    bank = await startBank({ log: (line) => lines.push(line) });
  }, 60_000);
  afterAll(() => bank.close());

  it('tells what was asked for and what came of it', async () => {
    const who = visitor(bank);
    await who.go(entryPath('1188'));
    await who.send({ BTX0010: '1188000017', BPW0010: 'chigau99' });
    const requests = lines.filter((line) => line.what === 'request');
    expect(requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/webbk/login/b-prelogin.do', 302],
      ['GET', '/webbk/login/b-login.do', 200],
      ['POST', '/webbk/login/b-login.do', 200],
    ]);
    expect(requests.every(({ at, milliseconds }) => !Number.isNaN(Date.parse(at)) && milliseconds >= 0)).toBe(true);
    expect(lines).toContainEqual(expect.objectContaining({ what: 'event', kind: 'login', outcome: 'refused', reason: 'password' }));
  });

  it('holds no password, card, code, key, cookie or query, through a whole life of a token', async () => {
    const customer = await bank.newCustomer({ institution: '1188' });
    const password = 'atarashi2026';
    const codes: string[] = [];
    const token = await enrol(bank);
    const asked = await ask(bank);
    const reply: Reply = await (await post(bank, '/v1/sk/provision', asked.body)).json();
    const keys = conclude(bank, asked, reply);
    const cookies: string[] = [];
    const fetch: MockBank['fetch'] = async (request) => {
      const answer = await bank.fetch(request);
      cookies.push(...answer.headers.getSetCookie().map((line) => /=([^;]+)/.exec(line)?.[1] ?? ''));
      return answer;
    };
    const who = visitor({ ...bank, fetch });
    const code = (): string => {
      bank.passTime(30_000);
      codes.push(token.code());
      return codes.at(-1) ?? '';
    };
    await logIn(who, customer);
    await who.send({ BPW0010: password, BPW0020: password });
    const known = { ...customer, password };
    await register(who, known, { ...token, code });
    expect(who.text()).toContain('利用開始が完了しました');
    await logIn(who, known);
    await who.send({ BPW0010: '000000' });
    await who.send({ BPW0010: code() });
    await who.go('/webbk/transfer/b-accounts.do');
    await who.send({ BRD0010: '0' });
    await who.send({ BTX0010: '1000' });
    await who.send({ BPW0010: code() });
    expect(who.text()).toContain('振込の手続が完了しました。');
    expect(lines).toContainEqual(expect.objectContaining({ what: 'event', kind: 'transfer', outcome: 'accepted', serial: token.serial }));

    const log = lines.map((line) => JSON.stringify(line)).join('\n');
    const bytes = [keys.seed, keys.device, asked.z].flatMap((key) => (['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(key).toString(form)));
    const secrets = [customer.firstPassword, password, 'bankcode', ...bytes, ...cookies.filter((cookie) => cookie !== '')];
    expect(secrets.length).toBeGreaterThan(12);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    // Six digits on their own; they may well be part of a longer number.
    expect(codes.filter((digits) => new RegExp(`(?<!\\d)${digits}(?!\\d)`).test(log))).toEqual([]);
  });

  it('follows the life of a credit union’s token, without its password and without what a stranger typed', async () => {
    const customer = await unionCustomer(bank);
    const password = '47110835';
    const typed = { ...(await bank.issue(customer, password)), password };
    const before = lines.length;
    const proof = await startUnion(bank, { ...typed, password: '80264917' });
    await expect(finishUnion(bank, proof)).rejects.toThrow('403');
    await expect(enrolUnion(bank, { ...typed, userId: '80264917' })).rejects.toThrow('403');
    const former = await enrolUnion(bank, typed);
    const token = await enrolUnion(bank, typed);
    await token.acknowledge();
    const who = unionVisitor(bank);
    await logInUnion(who, customer);
    await choose(who, 'start');
    await who.send({ BPW0010: token.code() });
    const told = lines.slice(before).filter((line) => line.what === 'event').map(({ kind, outcome, reason, contract, serial }) => [kind, outcome, reason, contract, serial]);
    const { contract } = customer;
    const none = undefined;
    expect(told).toEqual([
      ['attempt', 'accepted', none, none, none], ['activate', 'refused', 'wrong', contract, none],
      ['attempt', 'accepted', none, none, none], ['activate', 'refused', 'unusable', none, none],
      ['attempt', 'accepted', none, none, none], ['activate', 'accepted', none, contract, former.serial],
      ['attempt', 'accepted', none, none, none], ['supersede', 'accepted', none, contract, former.serial], ['activate', 'accepted', none, contract, token.serial],
      ['acknowledge', 'accepted', none, none, token.serial],
      ['login', 'accepted', none, contract, none], ['start', 'accepted', none, contract, token.serial],
    ]);
    const log = lines.slice(before).map((line) => JSON.stringify(line)).join('\n');
    const keys = [token.device, former.device, proof.prk].flatMap((key) => (['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(key).toString(form)));
    expect([password, '80264917', token.code(), ...keys].filter((secret) => log.includes(secret))).toEqual([]);
  });
});

describe('limits and health', () => {
  it('more forms from one address than allowed get 429 until the minute is over; pages can still be read', async () => {
    let now = 1_800_000_000_000;
    const bank = await startBank({ formLimit: 3, now: () => now });
    const who = visitor(bank);
    await who.go(entryPath('1188'));
    for (let sent = 0; sent < 3; sent++) await who.send({ BTX0010: '1', BPW0010: 'x' });
    expect(who.status()).toBe(200);
    const { BTX0010, BPW0010 } = { BTX0010: '1', BPW0010: 'x' };
    const form = (): Promise<Response> => bank.fetch(new Request(bank.address('ib.shinkin.localhost', '/webbk/login/b-login.do'), { method: 'POST', body: new URLSearchParams({ BTX0010, BPW0010 }) }));
    now += 10_000;
    const refused = await form();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '50']);
    expect(await refused.text()).toContain('しばらくしてからやり直してください');
    await who.go('/webbk/login/b-login.do');
    expect(who.status()).toBe(200);
    now += 50_000;
    expect((await form()).status).not.toBe(429);
    await bank.close();
  }, 60_000);

  it('GET /healthz answers on every host, and says when the database is gone', async () => {
    const bank = await startBank();
    const health = (): Promise<[number, unknown][]> => Promise.all([...Object.values(HOSTS), 'localhost'].map(async (host) => {
      const reply = await bank.fetch(new Request(bank.address(host, '/healthz')));
      return [reply.status, await reply.json()];
    }));
    expect(new Set((await health()).map((one) => JSON.stringify(one)))).toEqual(new Set(['[200,{"v":1,"ok":true}]']));
    await bank.close();
    expect(new Set((await health()).map((one) => JSON.stringify(one)))).toEqual(new Set(['[503,{"v":1,"ok":false}]']));
  }, 60_000);
});

describe('npm run bank', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kagifuda-run-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  interface Run {
    out: string;
    err: string;
    code: number | null;
  }

  /** Until it ends; `seen` is asked at each piece of output and may end it. */
  function run(env: Record<string, string>, seen: (out: string, end: () => void) => void = () => undefined): Promise<Run> {
    const child = spawn(process.execPath, [MAIN], { cwd: folder, env: { PATH: process.env['PATH'], ...env } });
    const result: Run = { out: '', err: '', code: null };
    child.stdout.on('data', (chunk: Buffer) => {
      result.out += chunk.toString();
      seen(result.out, () => void child.kill('SIGTERM'));
    });
    child.stderr.on('data', (chunk: Buffer) => (result.err += chunk.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ ...result, code })));
  }

  it('prints addresses, customers and cards, warns of the development key, and ends when told', async () => {
    const port = await freePort();
    const { out, err, code } = await run({ KAGIFUDA_BANK_PORT: String(port) }, (said, end) => {
      if (said.includes('Ctrl+C')) end();
    });
    expect(code).toBe(0);
    for (const told of [`http://ib.shinkin.localhost:${port}/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D`, 'parasol.localhost', 'CCT0080=2143', 'mail.localhost', '/desk', '見本信用金庫', '1188000017', '4719825036614297', 'akagi2143'])
      expect(out).toContain(told);
    expect(err).toContain('WARNING: KAGIFUDA_ISSUER_SEAL_KEY is not set');
  }, 60_000);

  it('does not warn with a key of its own, and refuses a key that is none', async () => {
    const key = Buffer.alloc(32, 5).toString('base64url');
    const { err } = await run({ KAGIFUDA_BANK_PORT: String(await freePort()), KAGIFUDA_ISSUER_SEAL_KEY: key, DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect(err).toContain('the database does not answer');
    expect(err).not.toContain('WARNING');
    const wrong = await run({ KAGIFUDA_ISSUER_SEAL_KEY: 'short' });
    expect([wrong.code, wrong.err]).toEqual([1, 'The mock bank could not start: KAGIFUDA_ISSUER_SEAL_KEY must be 32 bytes in base64url\n']);
  }, 60_000);

  it('says which port is taken, and which settings make no sense', async () => {
    const busy: Server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => busy.listen(port, '127.0.0.1', resolve));
    const taken = await run({ KAGIFUDA_BANK_PORT: String(port) });
    expect([taken.code, taken.err]).toEqual([1, `Port ${port} is taken: close the other program or set KAGIFUDA_BANK_PORT to another port.\n`]);
    busy.close();
    expect((await run({ KAGIFUDA_BANK_PORT: 'abc' })).err).toContain('must be a port number');
    expect((await run({ KAGIFUDA_BANK_FORM_LIMIT: '-1' })).err).toContain('must be a number');
  }, 60_000);
});
