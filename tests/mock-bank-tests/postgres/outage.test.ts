/** The database dies and comes back: a sentence meanwhile, nothing half done, and then everything as before. */
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailable, unavailableSentence } from '../../mock-bank/engines/unavailable.ts';
import { freePort } from '../../e2e/browser/port.ts';
import type { LogLine } from '../../mock-bank/log.ts';
import { startBank, type MockBank } from '../../mock-bank/start.ts';
import { openStore } from '../../mock-bank/store.ts';
import { enrol, type TestToken } from '../token-client.ts';
import { cardAnswers, entryPath, logIn, startRegistration, visitor } from '../visitor.ts';
import { startPostgres, type PostgresServer } from './server.ts';

const SENTENCE = 'ただいまシステムをご利用いただけません。お手続きは行われていません。';

let server: PostgresServer;
let bank: MockBank;
const lines: LogLine[] = [];

const health = async (host = 'issuer.localhost'): Promise<[number, unknown]> => {
  const reply = await bank.fetch(new Request(bank.address(host, '/healthz')));
  return [reply.status, await reply.json()];
};

beforeAll(async () => {
  server = await startPostgres();
  bank = await startBank({ databaseUrl: server.url, quiet: true, log: (line) => lines.push(line) });
});
afterAll(async () => {
  await bank?.close();
  await server?.close();
});

/** A line to the server that passes everything on, and once armed goes dead right after this word was sent. */
async function deafLine(to: URL, word: string): Promise<{ url: string; arm(): void; close(): Promise<void> }> {
  let armed = false;
  const proxy = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    near.on('data', (chunk) => {
      far.write(chunk);
      if (armed && chunk.includes(word)) near.destroy();
    });
    far.on('data', (chunk) => near.write(chunk));
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.end());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const url = new URL(to);
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return { url: url.href, arm: () => (armed = true), close: () => new Promise((resolve) => proxy.close(() => resolve())) };
}

describe('a database that dies under a bank', () => {
  let token: TestToken;

  it('leaves a registration undone, and the same registration works once it is back', async () => {
    const customer = await bank.newCustomer({ institution: '1581', password: 'kagi2026fuda' });
    token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    const form = { BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...cardAnswers(who, customer) };
    expect(await health()).toEqual([200, { v: 1, ok: true }]);

    await server.kill();
    const page = who.page();
    await who.send(form);
    expect([who.status(), who.alert()]).toEqual([503, expect.stringContaining(SENTENCE)]);
    expect(who.text()).not.toMatch(/ECONN|postgres|\.ts|at /);
    for (const host of ['issuer.localhost', 'ib.shinkin.localhost', 'parasol.localhost', 'mail.localhost', 'localhost'])
      expect(await health(host)).toEqual([503, { v: 1, ok: false }]);

    await server.start();
    expect(await health()).toEqual([200, { v: 1, ok: true }]);
    expect(await bank.tokenState(token.serial)).toBe('UNBOUND');
    who.show(page);
    await who.send({ ...form, BPW0010: token.code() });
    expect(who.text()).toContain('ワンタイムパスワードの利用開始が完了しました。');
    expect(await bank.tokenState(token.serial)).toBe('ACTIVE');
  });

  it('answers the issuer’s clients with 503, and again as before afterwards', async () => {
    await server.kill();
    const dead = await token.acknowledge();
    expect([dead.status, await dead.json()]).toEqual([503, { v: 1, error: 'unavailable' }]);
    await server.start();
    expect((await token.acknowledge()).status).toBe(200);
    expect(await token.status()).toBe('ACTIVE');
  });

  it('is told to the operator, without a customer’s secret', async () => {
    const told = lines.filter(({ what }) => what === 'error').map((line) => JSON.stringify(line));
    expect(told.length).toBeGreaterThan(0);
    expect(told.join('\n')).toContain('the database does not answer');
  });

  it('keeps what it had before: customers log in', async () => {
    const customer = await bank.newCustomer({ institution: '1581', password: 'kagi2026fuda' });
    await server.kill();
    await server.start();
    const who = visitor(bank);
    await logIn(who, customer);
    expect(who.heading()).toBe('トップページ');
  });
});

describe('a line that is cut in the middle of a transaction', () => {
  it('ends that transaction alone: the process lives, and the next one works', async () => {
    const store = await openStore({ url: server.url });
    const broken = store.transaction(async (tables) => {
      await tables.rows('UPDATE business_day SET ahead = ahead + 1');
      await server.kill();
      await tables.rows('SELECT 1');
    });
    await expect(broken).rejects.toThrow(StoreUnavailable);
    await server.start();
    expect(await store.rows('SELECT ahead FROM business_day')).toEqual([{ ahead: 0 }]);
    await store.close();
  });

  it('leaves it open what became of a COMMIT whose answer never came, and says so', async () => {
    const store = await openStore({ url: server.url });
    // With its end: READ COMMITTED is another word.
    const line = await deafLine(new URL(server.url), 'COMMIT\0');
    const far = await openStore({ url: line.url });
    line.arm();
    const outcome = await far.transaction((tables) => tables.rows('UPDATE business_day SET ahead = 7')).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ uncertain: true });
    if (!(outcome instanceof StoreUnavailable)) expect.unreachable();
    expect(unavailableSentence(outcome)).toContain('完了したかどうかを確認できませんでした');
    // It was done: to say "nothing happened" would have been wrong.
    await expect.poll(() => store.rows('SELECT ahead FROM business_day')).toEqual([{ ahead: 7 }]);
    await far.close();
    await line.close();
    await store.close();
  });
});

describe('a database that is not there at the start', () => {
  it('is named, and the port is free again', async () => {
    const port = await freePort();
    const nobody = `postgres://bank@127.0.0.1:${await freePort()}/postgres`;
    await expect(startBank({ port, databaseUrl: nobody, quiet: true })).rejects.toThrow(StoreUnavailable);
    const other = await startBank({ port, databaseUrl: server.url, quiet: true });
    const who = visitor(other);
    await who.go(entryPath('1188'));
    expect(who.heading()).toBe('ログイン');
    await other.close();
  });
});
