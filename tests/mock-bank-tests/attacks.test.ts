/** What somebody tries who knows the bank: each was found open once, and is closed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import type { LogLine } from '../mock-bank/log.ts';
import { freshDatabase, startBank, type MockBank } from './bank.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, entryPath, logIn, register, startRegistration, visitor } from './visitor.ts';
import { startBank as start } from '../mock-bank/start.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PASSWORD = 'kagi2026fuda';
const HOURS = 3_600_000;
const STRANGE = 'シリアル番号またはワンタイムパスワードに誤りがあります。';
let bank: MockBank;
const lines: LogLine[] = [];

const customerOf = (institution: string): Promise<Customer> => bank.newCustomer({ institution, password: PASSWORD });

beforeAll(async () => {
  bank = await startBank({ log: (line) => lines.push(line) });
}, 60_000);
afterAll(() => bank.close());

describe('a visit', () => {
  it('that was idle too long is over for both of two clicks at the same moment', async () => {
    const who = visitor(bank);
    await logIn(who, await customerOf('1581'));
    expect(who.heading()).toBe('トップページ');
    const cookie = who.cookies();
    bank.passTime(3 * HOURS);
    const ask = (): Promise<Response> => bank.fetch(new Request(bank.address('ib.shinkin.localhost', '/webbk/top.do'), { headers: { cookie } }));
    const pages = await Promise.all([ask(), ask(), ask()]);
    for (const page of pages) {
      expect(page.status).not.toBe(200);
      expect(await page.text()).not.toContain('口座番号');
    }
  });

  it('of the credit union opens nothing on the shinkin platform', async () => {
    const union = visitor(bank, 'parasol.localhost');
    await union.go('/ib/index.do?PT=BS&CCT0080=2143');
    const cookie = union.cookies().replace('IBSESSION', 'JSESSIONID');
    const page = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', '/webbk/otp/b-stop.do'), { headers: { cookie } }));
    expect([page.status, (await page.text()).includes('もう一度ログイン画面を開いてください')]).toEqual([400, true]);
  });
});

describe('the forced change of the password', () => {
  it('happens once: a second visit that waits at that page takes nothing away', async () => {
    const customer = await bank.newCustomer({ institution: '1188' });
    const [owner, other] = [visitor(bank), visitor(bank)];
    await logIn(owner, customer);
    await logIn(other, customer);
    await owner.send({ BPW0010: PASSWORD, BPW0020: PASSWORD });
    await other.send({ BPW0010: 'other2026pw', BPW0020: 'other2026pw' });
    expect(other.heading()).toBe('ログイン');
    await logIn(owner, { ...customer, password: PASSWORD });
    expect(owner.heading()).toBe('トップページ');
  });
});

describe('the card', () => {
  it('is asked for other places once it was answered right, even when the registration is refused for its code', async () => {
    const customer = await customerOf('1581');
    const token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    const answers = cardAnswers(who, customer);
    // Drawn again, the same two places come up once in 45 times; three times in a row is nobody's luck.
    const asked: string[] = [JSON.stringify(answers)];
    for (let times = 0; times < 3; times++) {
      const wrong = ['000000', '111111', '222222'].find((code) => ![-1, 0, 1].some((ahead) => token.code(ahead) === code)) ?? '';
      await who.send({ BTX0010: token.serial, BPW0010: wrong, BRD0010: '0', ...cardAnswers(who, customer) });
      expect(who.alert()).toBe(STRANGE);
      asked.push(/左から(\d+)、(\d+)桁目/.exec(who.text())?.[0] ?? '');
    }
    expect(new Set(asked).size).toBeGreaterThan(2);
  });

  it('answers one of two deeds at the same moment: a 振込 or a 利用開始', async () => {
    const customer = await customerOf('1581');
    const token = await enrol(bank);
    const [paying, registering] = [visitor(bank), visitor(bank)];
    await logIn(paying, customer);
    await paying.go('/webbk/transfer/b-accounts.do');
    await paying.send({ BRD0010: '0' });
    await paying.send({ BTX0010: '1000' });
    await startRegistration(registering, customer);
    const answers = cardAnswers(registering, customer);
    expect(cardAnswers(paying, customer)).toEqual(answers);
    await Promise.all([paying.send(answers), registering.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '0', ...answers })]);
    const done = [paying, registering].filter((who) => who.text().includes('完了しました。'));
    expect(done).toHaveLength(1);
  });
});

describe('the log', () => {
  it('holds no code and no password that was typed into the field of the serial', async () => {
    const customer = await customerOf('1581');
    const token = await enrol(bank);
    const who = visitor(bank);
    await startRegistration(who, customer);
    const code = token.code();
    await who.send({ BTX0010: code, BPW0010: code, BRD0010: '0', ...cardAnswers(who, customer) });
    await who.send({ BTX0010: PASSWORD, BPW0010: code, BRD0010: '0', ...cardAnswers(who, customer) });
    const log = JSON.stringify(lines).toLowerCase();
    expect(log).not.toContain(PASSWORD);
    expect(new RegExp(`(?<!\\d)${code}(?!\\d)`).test(log)).toBe(false);
  });
});

describe('guessing', () => {
  it('at an unknown contract is paused like guessing at a known one', async () => {
    const known = await customerOf('1581');
    const sentences = await Promise.all([known.contract, '9999999999'].map(async (contract) => {
      const who = visitor(bank);
      await who.go(entryPath('1581'));
      const heard: string[] = [];
      for (let tried = 0; tried < 7; tried++) {
        await who.send({ BTX0010: contract, BPW0010: 'chigau99' });
        heard.push(who.alert());
      }
      return heard;
    }));
    expect(sentences[0]).toEqual(sentences[1]);
    expect(new Set(sentences[0]).size).toBe(2);
  });

  it('at serials tells none apart: in use elsewhere, locked, unknown', async () => {
    const [used, locked] = [await enrol(bank), await enrol(bank)];
    await register(visitor(bank), await customerOf('1581'), used, '0');
    await bank.deskSetsState(locked.serial, 'SUSPENDED');
    const heard: string[] = [];
    for (const serial of [used.serial, locked.serial, 'SKTS00000000']) {
      const customer = await customerOf('1581');
      const who = visitor(bank);
      await startRegistration(who, customer);
      await who.send({ BTX0010: serial, BPW0010: '123456', BRD0010: '0', ...cardAnswers(who, customer) });
      heard.push(who.alert());
    }
    expect(heard).toEqual([STRANGE, STRANGE, STRANGE]);
  });
});

describe('a character that no database takes', () => {
  it.each([
    ['mail.localhost', '/desk/customer?institution=%00&contract=a1'],
    ['mail.localhost', '/?address=a%00@b'],
    ['mail.localhost', '/mail?id=1&address=%00'],
    ['mail.localhost', '/tokens?institution=%00&contract=%00'],
    ['localhost', '/?institution=1188&contract=%00'],
  ])('in an address of %s%s is no fault of the bank’s', async (host, path) => {
    const page = await bank.fetch(new Request(bank.address(host, path)));
    expect(page.status).toBeLessThan(500);
    expect(await page.text()).toContain('模擬');
  });
});

describe('the key that seals', () => {
  it('must be the one that the database was made with', async () => {
    const [mine, other] = [5, 6].map((fill) => Buffer.alloc(32, fill).toString('base64url'));
    const databaseUrl = await freshDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'kagifuda-seal-'));
    const place = databaseUrl === undefined ? { folder } : { databaseUrl };
    const first = await start({ ...place, quiet: true, sealKey: mine });
    await first.close();
    await expect(start({ ...place, quiet: true, sealKey: other })).rejects.toThrow('sealed under another key');
    await expect(start({ ...place, quiet: true })).rejects.toThrow('sealed under another key');
    const again = await start({ ...place, quiet: true, sealKey: mine });
    await again.close();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
});
