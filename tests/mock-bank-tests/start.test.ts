import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderTaken } from '../mock-bank/folder.ts';
import { platformApp } from '../mock-bank/screens/platform.ts';
import { sealUnder } from '../mock-bank/secrets/seal.ts';
import { startBank, type MockBank } from './bank.ts';
import type { World } from '../mock-bank/world.ts';
import { japanTime, newReceipt } from '../mock-bank/receipt.ts';
import { enrol } from './token-client.ts';
import { entryPath, visitor } from './visitor.ts';

let bank: MockBank;

const broken = (): never => {
  throw new Error('secret detail');
};

beforeAll(async () => {
  bank = await startBank({ quiet: true });
}, 60_000);
afterAll(() => bank.close());

/** Over the wire, with a Host header of our own: the answer's status, or the error's code. */
function overWire(port: number, host: string, path: string, body?: string): Promise<number | string> {
  return new Promise((resolve) => {
    const sent = request({ port, host: '127.0.0.1', path, method: body === undefined ? 'GET' : 'POST', headers: { host: `${host}:${port}`, 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
    sent.on('error', (error) => resolve('code' in error ? String(error.code) : 'error'));
    sent.end(body);
  });
}

describe('the bank as a server', () => {
  it('answers by host on one port', async () => {
    expect(await overWire(bank.port, 'issuer.localhost', '/healthz')).toBe(200);
    expect(await overWire(bank.port, 'ib.shinkin.localhost', entryPath('1188'))).toBe(302);
    expect(await overWire(bank.port, 'ib-shinkin.localhost', '/')).toBe(302);
    expect(await overWire(bank.port, 'localhost', '/')).toBe(200);
    expect(await overWire(bank.port, 'bank.example', '/')).toBe(421);
  });

  it.each(['down', 'drop-reply'] as const)('cuts the line under the fault "%s"', async (kind) => {
    bank.fault({ path: '/v1/ack', kind });
    expect(await overWire(bank.port, 'issuer.localhost', '/v1/ack', '{}')).toBe('ECONNRESET');
    bank.fault(null);
    expect(await overWire(bank.port, 'issuer.localhost', '/v1/ack', '{}')).toBe(400);
  });

  it('names a taken port and leaves nothing open', async () => {
    await expect(startBank({ port: bank.port, quiet: true })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  }, 60_000);

  it('does not wait for a slow answer when it closes', async () => {
    const waiting: ((port: number) => void)[] = [];
    const wait = (): Promise<void> => new Promise(() => waiting.forEach((arrive) => arrive(0)));
    const brief = await startBank({ quiet: true, wait });
    brief.fault({ path: '/v1/ack', kind: 'slow' });
    const arrived = new Promise((resolve) => waiting.push(resolve));
    const answer = overWire(brief.port, 'issuer.localhost', '/v1/ack', '{}');
    await arrived;
    await brief.close();
    expect(await answer).toBe('ECONNRESET');
  }, 20_000);

  it('keeps its tokens over a restart and lets one process at a time into its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kagifuda-bank-'));
    const sealKey = Buffer.alloc(32, 9).toString('base64url');
    const first = await startBank({ folder, quiet: true, sealKey });
    const token = await enrol(first);
    await first.close();
    const second = await startBank({ folder, quiet: true, sealKey });
    expect(await second.tokenState(token.serial)).toBe('UNBOUND');
    await expect(startBank({ folder, quiet: true, sealKey })).rejects.toThrow(FolderTaken);
    await second.close();
    await rm(folder, { recursive: true });
  }, 120_000);
});

describe('the phishing copy', () => {
  it('has the markup of the true login page and notes nothing of what is sent', async () => {
    const [copy, real] = [visitor(bank, 'ib-shinkin.localhost'), visitor(bank)];
    const before = bank.seen().length;
    await copy.go('/webbk/login/b-login.do');
    await real.go(entryPath('1188'));
    expect(copy.page().documentElement.outerHTML).toBe(real.page().documentElement.outerHTML);
    await copy.send({ BTX0010: '1188000017', BPW0010: 'hana1188' });
    expect(copy.heading()).toBe('ログイン（ワンタイムパスワード認証）');
    await copy.send({ BPW0010: '123456' });
    expect(copy.text()).toContain('パスワード(半角数字)');
    expect(bank.seen()).toHaveLength(before);
  });
});

describe('an error in the bank', () => {
  it('shows a plain sentence and no trace of the code', async () => {
    const alarms: unknown[] = [];
    const world: World = {
      store: { rows: broken, transaction: broken, close: () => Promise.resolve() },
      seal: sealUnder(Buffer.alloc(32)), now: Date.now, issuerOrigin: () => '', note: broken, fault: () => null,
      alarm: (error) => alarms.push(error), wait: () => Promise.resolve(), provisionLimit: 1, formLimit: 1,
    };
    const response = await platformApp(world).fetch(new Request(`http://ib.shinkin.localhost${entryPath('1188')}`));
    const text = await response.text();
    expect([response.status, alarms.length]).toEqual([500, 1]);
    expect(text).toContain('ただいまお取り扱いできません');
    expect(text).not.toMatch(/secret detail|\.ts/);
  });
});

describe('a receipt', () => {
  it('has twelve characters and Japan’s time, whatever the time zone here', () => {
    expect(newReceipt(0).number).toMatch(/^0[0-9A-Z]{11}$/);
    expect(japanTime(Date.UTC(2018, 6, 24, 3, 28, 32))).toBe('2018年07月24日12時28分32秒');
    expect(japanTime(Date.UTC(2025, 11, 31, 15, 0, 0))).toBe('2026年01月01日00時00分00秒');
  });
});
