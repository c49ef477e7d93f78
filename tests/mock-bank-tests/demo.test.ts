import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CUSTOMERS } from '../mock-bank/demo-customers.ts';
import { INSTITUTIONS } from '../mock-bank/institutions.ts';
import { startBank, type MockBank } from './bank.ts';
import { press } from './around.ts';
import { entryPath, visitor, type Visitor } from './visitor.ts';

let bank: MockBank;
let who: Visitor;

beforeAll(async () => {
  bank = await startBank();
  who = visitor(bank, 'localhost');
}, 60_000);
afterAll(() => bank.close());

const hrefs = (selector: string): (string | null)[] => [...who.page().querySelectorAll(selector)].map((a) => a.getAttribute('href'));

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  bank.fetch(new Request(bank.address('localhost', '/customers'), { method: 'POST', body: new URLSearchParams(body), headers }));

describe('the demo page', () => {
  it('shows the papers of the demo customer and the steps with their links', async () => {
    await who.go('/');
    for (const text of ['1188000017', 'hana1188', '鍵札 花子', '模擬 (mock)']) expect(who.text()).toContain(text);
    const cells = [...who.page().querySelectorAll('.card td')].map((td) => td.textContent);
    expect(cells).toEqual(['47', '19', '82', '50', '36', '61', '42', '97']);
    expect(hrefs('.path a')).toEqual([bank.address('ib.shinkin.localhost', entryPath('1188')), bank.address('ib-shinkin.localhost', '/webbk/login/b-login.do')]);
  });

  it('leads to the login of every institution and to everything around them', async () => {
    await who.go('/');
    expect(hrefs('.banks a')).toEqual([
      ...['1188', '1581', '1998', '1999'].map((code) => bank.address('ib.shinkin.localhost', entryPath(code))),
      bank.address('parasol.localhost', '/ib/index.do?PT=BS&CCT0080=2143'),
    ]);
    expect(hrefs('.ways:not(.banks) a')).toEqual([
      bank.address('mail.localhost', '/'),
      bank.address('mail.localhost', '/tokens?institution=1188&contract=1188000017'),
      bank.address('mail.localhost', '/phone'),
      bank.address('mail.localhost', '/desk/customer?institution=1188&contract=1188000017'),
      bank.address('ib-shinkin.localhost', '/webbk/login/b-login.do'),
      bank.address('ib.shinkin.localhost', '/variants/'),
    ]);
  });

  it('has links that all arrive at a page', async () => {
    for (const { institution, contract } of [DEMO_CUSTOMERS[0], DEMO_CUSTOMERS[7]]) {
      await who.go(`/?institution=${institution}&contract=${contract}`);
      for (const href of new Set(hrefs('main a'))) {
        const url = new URL(href ?? '', bank.address('localhost', '/'));
        const there = visitor(bank, url.hostname);
        await there.go(url.pathname + url.search);
        expect([href, there.status()]).toEqual([href, 200]);
      }
    }
  });

  it('offers every demo customer under the institution, and marks the one it shows', async () => {
    await who.go('/?institution=1581&contract=1581000027');
    const offered = DEMO_CUSTOMERS.map(({ institution, contract }) => `/?institution=${institution}&contract=${contract}`);
    expect(hrefs('.people a')).toEqual(offered);
    expect(hrefs('.people a[aria-current]')).toEqual(['/?institution=1581&contract=1581000027']);
    expect([...who.page().querySelectorAll('.people dt')].map((dt) => dt.firstChild?.textContent)).toEqual(INSTITUTIONS.map(({ name }) => name));
    expect([...who.page().querySelectorAll('.card td')].map((td) => td.textContent).join('')).toBe('2864903157');
  });

  it('shows what the credit union’s customer has: IDs, the whole word and the mail address', async () => {
    await who.go('/?institution=2143&contract=akagi2143');
    expect(who.page().querySelector('.card dt')?.textContent).toBe('ログインID');
    for (const text of ['akagi2143', 'mido2143', 'kakunin2143', 'midori@mail.localhost', '赤城 みどり']) expect(who.text()).toContain(text);
    expect(who.text()).not.toContain('初回ログインパスワード');
    expect(hrefs('.path a')).toEqual([
      bank.address('parasol.localhost', '/ib/index.do?PT=BS&CCT0080=2143'),
      bank.address('mail.localhost', '/?address=midori%40mail.localhost'), bank.address('mail.localhost', '/phone'),
    ]);
  });

  it('makes a fresh customer of the same institution on request', async () => {
    await who.go('/');
    await press(who, 'はじめから試す（新しいお客様）');
    expect(who.path()).toMatch(/^\/\?institution=1188&contract=\d{10}$/);
    expect(who.page().querySelector('.card')?.textContent).not.toContain('1188000017');
    await who.go('/?institution=2143&contract=akagi2143');
    await press(who, 'はじめから試す（新しいお客様）');
    expect(who.path()).toMatch(/^\/\?institution=2143&contract=ak\d{8}$/);
  });

  it('refuses what is no customer or no institution with a sentence', async () => {
    for (const query of ["contract=1'", 'contract=', 'institution=9999', 'institution=1188&contract=akagi2143', `contract=${'1'.repeat(40)}`]) {
      await who.go(`/?${query}`);
      expect([who.status(), who.alert()]).toEqual([404, 'このお客様は模擬銀行に登録されていません。']);
    }
    expect((await post('institution=0000')).status).toBe(400);
    expect((await post('institution=1188', { origin: 'http://evil.example' })).status).toBe(403);
  });
});
