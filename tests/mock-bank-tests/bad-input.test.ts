/** Every form of every host, with everything that people, programs and attackers send: a sentence, and nothing changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { demoApp } from '../mock-bank/demo/app.ts';
import type { LogLine } from '../mock-bank/log.ts';
import { HOSTS } from '../mock-bank/hosts.ts';
import { mailApp } from '../mock-bank/mailbox/app.ts';
import { parasolApp } from '../mock-bank/parasol/app.ts';
import { platformApp } from '../mock-bank/screens/platform.ts';
import { sealUnder } from '../mock-bank/secrets/seal.ts';
import type { World } from '../mock-bank/world.ts';
import { startBank, type MockBank } from './bank.ts';

/** Only to be asked for its addresses. */
const nowhere: World = {
  store: { rows: () => Promise.resolve([]), transaction: () => Promise.reject(new Error('asked for addresses only')), close: () => Promise.resolve() },
  seal: sealUnder(Buffer.alloc(32)), now: () => 0, issuerOrigin: () => '', note: () => undefined, alarm: () => undefined,
  fault: () => null, wait: () => Promise.resolve(), provisionLimit: 1, formLimit: 1,
};
const address = (host: string, path: string): string => `http://${host}${path}`;

interface Place {
  host: string;
  method: string;
  path: string;
}

function placesOf(host: string, { routes }: { routes: { method: string; path: string }[] }): Place[] {
  const own = routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
  return own.map(({ method, path }) => ({ host, method, path: path.replace(/:\w+/g, '1') }));
}

const PLACES: Place[] = [
  ...placesOf(HOSTS.platform, platformApp(nowhere)),
  ...placesOf(HOSTS.parasol, parasolApp(nowhere)),
  ...placesOf(HOSTS.mail, mailApp(nowhere, address)),
  ...placesOf('localhost', demoApp(nowhere, address)),
];
const FORMS = PLACES.filter(({ method }) => method === 'POST');

const VALUES = {
  'SQL': `'; DROP TABLE customers; --`,
  'markup': '"><script>alert(1)</script>',
  'full-width digits': '１２３４５６',
  'a null character': 'a\0b',
  'far too long': '9'.repeat(5_000),
  'a lone surrogate': '\ud800',
  'a negative number': '-1',
  'nothing': '',
};
/** Every name that a field of the bank has. */
const NAMES = [
  ...['BTX', 'BPW', 'BRD', 'BSL', 'BCB', 'BHD'].flatMap((kind) => ['0010', '0020', '0030', '0040', '0050', '0060', '0070'].map((number) => kind + number)),
  'institution', 'contract', 'serial', 'act', 'code', 'first', 'second', 'address', 'serviceId', 'userId', 'password', 'consent', 'confirm', 'step',
];
const URLENCODED = 'application/x-www-form-urlencoded';

function bodies(): [string, string | undefined, BodyInit][] {
  const file = new FormData();
  for (const name of NAMES) file.set(name, new File(['x'], 'x.txt'));
  return [
    ...Object.entries(VALUES).map(([title, value]): [string, string, BodyInit] =>
      [title, URLENCODED, new URLSearchParams(NAMES.map((name) => [name, value])).toString()]),
    ['every field twice', URLENCODED, new URLSearchParams(NAMES.flatMap((name) => [[name, '1'], [name, '2']])).toString()],
    ['no field at all', URLENCODED, ''],
    ['broken escapes', URLENCODED, 'BTX0010=%E3%81&BPW0010=%ZZ&%=%'],
    ['names of object parts', URLENCODED, '__proto__=1&constructor=2&toString=3&BTX0010[a]=4&BTX0010.b=5'],
    ['files', undefined, file],
    ['a multipart body that is none', 'multipart/form-data; boundary=x', '--x\r\nnot a part'],
    ['JSON', 'application/json', '{"BTX0010": {"a": 1}}'],
    ['plain text', 'text/plain', 'hello'],
    ['twenty kilobytes', URLENCODED, `BTX0010=${'a'.repeat(20_000)}`],
  ];
}

let bank: MockBank;
const lines: LogLine[] = [];
let customers: Customer[];

beforeAll(async () => {
  bank = await startBank({ formLimit: 1_000_000, log: (line) => lines.push(line) });
  customers = await Promise.all(['1188', '1581', '2143'].map((institution) => bank.newCustomer({ institution, password: 'kagi2026fuda' })));
}, 60_000);
afterAll(() => bank.close());

/** What a person may be shown; a redirect shows nothing. */
async function expectSentence(response: Response, what: string): Promise<void> {
  expect(response.status, what).toBeLessThan(500);
  const text = await response.text();
  if (response.status >= 300 && response.status < 400) return;
  expect(text, what).not.toMatch(/\.ts:\d+|node_modules|<script>alert|SQLSTATE|syntax error/);
  if (response.headers.get('content-type')?.startsWith('text/html')) expect(text, what).toContain('模擬');
}

/** The cookies that a reply sets, or those there were. */
const cookieIn = (response: Response, before = ''): string =>
  response.headers.getSetCookie().map((line) => /^[^;]+/.exec(line)?.[0] ?? '').join('; ') || before;

/** Cookies of somebody who is logged in at each platform; '' for the hosts that know no visitors. */
async function loggedIn({ institution, contract, password }: Customer): Promise<{ host: string; cookie: string }> {
  const parasol = institution === '2143';
  const host = parasol ? HOSTS.parasol : HOSTS.platform;
  const entry = parasol ? `/ib/index.do?PT=BS&CCT0080=${institution}` : `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa(institution))}`;
  const entered = await bank.fetch(new Request(bank.address(host, entry)));
  const cookie = cookieIn(entered);
  const login = entered.headers.get('location') ?? '';
  const body = new URLSearchParams({ BTX0010: contract, BPW0010: password ?? '' });
  const sent = await bank.fetch(new Request(new URL(login, bank.address(host, '/')), { method: 'POST', headers: { cookie }, body }));
  expect(sent.status, `${institution} can log in`).toBe(303);
  return { host, cookie: cookieIn(sent, cookie) };
}

async function state(): Promise<unknown> {
  const seen = bank.seen().filter(({ outcome, kind }) => outcome === 'accepted' && kind !== 'login' && kind !== 'desk');
  const again = await Promise.all(customers.map(loggedIn));
  return { seen, again: again.length };
}

describe('bad input', () => {
  it('has the forms of all hosts to go to', () => {
    for (const host of [HOSTS.platform, HOSTS.parasol, HOSTS.mail, 'localhost']) expect(FORMS.some((form) => form.host === host), host).toBe(true);
    expect(FORMS.length).toBeGreaterThan(25);
  });

  it('of every kind, from somebody without a session, is answered and changes nothing', async () => {
    const before = await state();
    for (const { host, path } of FORMS)
      for (const [title, type, body] of bodies()) {
        const headers = type === undefined ? {} : { 'content-type': type };
        await expectSentence(await bank.fetch(new Request(bank.address(host, path), { method: 'POST', headers, body })), `${title} to ${host}${path}`);
      }
    expect(await state()).toEqual(before);
  }, 120_000);

  it('of every kind, from a customer who is logged in, is answered and changes nothing', async () => {
    const before = await state();
    for (const customer of customers)
      for (const form of FORMS)
        for (const [title, type, body] of bodies()) {
          const { host, cookie } = await sessionOf(customer);
          if (form.host !== host) continue;
          const headers = { cookie, ...(type === undefined ? {} : { 'content-type': type }) };
          await expectSentence(await bank.fetch(new Request(bank.address(host, form.path), { method: 'POST', headers, body })), `${title} to ${host}${form.path}`);
        }
    expect(await state()).toEqual(before);
  }, 240_000);

  it('in the address is answered with a sentence, too', async () => {
    for (const { host, path } of PLACES.filter(({ method }) => method === 'GET'))
      for (const value of Object.values(VALUES).filter((one) => one.length < 1000)) {
        const query = NAMES.map((name) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
        await expectSentence(await bank.fetch(new Request(bank.address(host, `${path}?${query}&bankcode=${encodeURIComponent(value.toWellFormed())}`))), `${value} to ${host}${path}`);
      }
  }, 60_000);

  it('never was a bug: the operator’s log holds no error', () => {
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** A session of this customer that is still good; another one when a form has ended it. */
const sessions = new Map<Customer, { host: string; cookie: string; left: number }>();
async function sessionOf(customer: Customer): Promise<{ host: string; cookie: string }> {
  const kept = sessions.get(customer);
  if (kept && kept.left-- > 0) return kept;
  const fresh = { ...(await loggedIn(customer)), left: 3 };
  sessions.set(customer, fresh);
  return fresh;
}

describe('a bank whose database has closed', () => {
  it('answers every address with a sentence and a right status', async () => {
    const closed = await startBank();
    await closed.close();
    for (const { host, method, path } of PLACES) {
      const response = await closed.fetch(new Request(closed.address(host, path), { method, headers: { cookie: 'JSESSIONID=a; JSESSIONID2=b' } }));
      const text = await response.text();
      expect([200, 302, 303, 400, 404, 503], `${method} ${host}${path}`).toContain(response.status);
      if (response.status === 503) expect(text).toContain('ただいまシステムをご利用いただけません。');
      expect(text).not.toMatch(/\.ts:\d+|PGlite|closed/);
    }
    const needs = await closed.fetch(new Request(closed.address(HOSTS.platform, '/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D')));
    expect(needs.status).toBe(503);
  }, 60_000);
});
