import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueActivation } from '../mock-bank/activations.ts';
import { openContract, type Customer } from '../mock-bank/customers.ts';
import { shipHardware, shownBy } from '../mock-bank/devices.ts';
import { mailsFor, sendMail } from '../mock-bank/mails.ts';
import { openAround, post, press, type Around } from './around.ts';
import { visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 10);
let around: Around;
let who: Visitor;

beforeAll(async () => {
  around = await openAround(NOON);
  who = visitor(around, 'mail.localhost');
}, 60_000);
afterAll(() => around.world.store.close());

const output = (): string => who.page().querySelector('output')?.textContent ?? '';
const seconds = (): string => who.page().querySelector('[data-seconds]')?.textContent ?? '';

const send = (address: string, subject: string, body = '本文'): Promise<void> =>
  sendMail(around.world.store, { address, at: around.world.now(), subject, body });

async function issued(password = '1357'): Promise<{ serviceId: string; userId: string; password: string; agree: string }> {
  const customer = await openContract(around.world, { institution: '2143' });
  const { serviceId, userId } = await around.world.store.transaction((tables) =>
    issueActivation(around.world, tables, customer, { password, mail: customer.mail ?? '' }));
  return { serviceId, userId, password, agree: '1' };
}

async function setUp(entry: Record<string, string>): Promise<void> {
  await who.go('/phone');
  await press(who, '送信', entry);
}

/** The one form of the screen, which changes nothing: its fields go into the address. */
async function onward(button: string, title: string, typed: Record<string, string> = {}): Promise<void> {
  const form = who.page().querySelector<HTMLFormElement>('.screen form');
  expect([form?.getAttribute('method'), form?.querySelector('button')?.textContent]).toEqual(['get', button]);
  const fields = [...(form?.querySelectorAll('input') ?? [])].map(({ name, value }) => [name, typed[name] ?? value]);
  await who.go(`${form?.getAttribute('action')}?${new URLSearchParams(fields)}`);
  expect(who.page().querySelector('.screen h2')?.textContent).toBe(title);
}

describe('the mailbox', () => {
  it('lists the mails of one address, the newest first, and no other’s', async () => {
    await send('Hanako@mail.localhost', '一通目');
    around.pass(60_000);
    await send(' hanako@mail.localhost', '二通目');
    await send('other@mail.localhost', '別の人のメール');
    await who.go('/?address=HANAKO%40mail.localhost');
    const lines = [...who.page().querySelectorAll('.mails li')].map((li) => li.textContent);
    expect(lines).toEqual(['二通目2026年11月21日12時01分10秒', '一通目2026年11月21日12時00分10秒']);
  });

  it('offers the addresses of customers and of whoever was sent a mail', async () => {
    const customer = await openContract(around.world, { institution: '2143', mail: 'Taro@mail.localhost' });
    await send('elsewhere@mail.localhost', 'x');
    await who.go('/');
    const offered = [...who.page().querySelectorAll('.people b')].map((b) => b.textContent);
    expect(offered).toContain('taro@mail.localhost');
    expect(offered).toContain('elsewhere@mail.localhost');
    expect(who.text()).toContain(`${customer.name} 様　メール 0通`);
    await who.go('/?address=nobody%40mail.localhost');
    expect(who.text()).toContain('メールはまだありません');
  });

  it('opens a mail as text, with links only to this machine', async () => {
    const body = '<b>太字</b>\nhttp://mail.localhost:8790/phone を開く\nhttp://evil.example/ http://localhost.evil.example/ http://localhost@evil.example/';
    await send('links@mail.localhost', '<i>件名</i>', body);
    const [mail] = await mailsFor(around.world.store, 'links@mail.localhost');
    await who.go(`/mail?id=${mail?.id}&address=links@mail.localhost`);
    expect(who.page().querySelector('.body')?.textContent).toBe(body);
    expect([...who.page().querySelectorAll('.body a')].map((a) => a.getAttribute('href'))).toEqual(['http://mail.localhost:8790/phone']);
    expect(who.page().querySelector('article h2')?.textContent).toBe('<i>件名</i>');
    await who.go(`/mail?id=${mail?.id}&address=other@mail.localhost`);
    expect([who.status(), who.alert()]).toEqual([404, 'このメールはありません。']);
  });

  it.each(["'; DROP TABLE mails; --", '', 'no-at', `${'a'.repeat(300)}@mail.localhost`])('refuses the address %j with a sentence', async (address) => {
    await who.go(`/?address=${encodeURIComponent(address)}`);
    expect([who.status(), who.alert()]).toEqual([400, 'メールアドレスを正しく入力してください。']);
  });
});

describe('the hardware tokens', () => {
  let customer: Customer;
  let serials: string[];
  const drawer = (): string => `/tokens?institution=1188&contract=${customer.contract}`;

  beforeAll(async () => {
    customer = await openContract(around.world, { institution: '1188' });
    serials = [await shipHardware(around.world, around.world.store, customer), await shipHardware(around.world, around.world.store, customer)].toSorted();
  });

  it('lie dark, with the serial on the back, until the button is pressed', async () => {
    await who.go(drawer());
    expect([...who.page().querySelectorAll('.back .serial')].map((p) => p.textContent)).toEqual(serials);
    expect(who.page().querySelectorAll('.lcd.off')).toHaveLength(2);
    expect(who.text()).not.toMatch(/\b\d{6}\b/);
  });

  it('show one token’s code for that press and how long it lasts', async () => {
    around.pass(15_000 - ((around.world.now() - NOON) % 30_000));
    await who.go(drawer());
    await press(who, 'ボタンを押して表示', { serial: serials[1] ?? '' });
    expect(output()).toBe(await shownBy(around.world, around.world.store, serials[1] ?? ''));
    expect(seconds()).toBe(String(30 - (Math.floor(around.world.now() / 1000) % 30)));
    expect(who.page().querySelectorAll('.lcd.off')).toHaveLength(1);
  });

  it('show nothing of a token that was not shipped to this customer', async () => {
    const other = await openContract(around.world, { institution: '1188' });
    const response = await post(around, '/tokens/press', { institution: '1188', contract: other.contract, serial: serials[0] ?? '' });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<output>');
    for (const path of ['/tokens?institution=1188&contract=0', '/tokens?institution=2143&contract=akagi2143', "/tokens?institution=1188&contract='"]) {
      await who.go(path);
      expect([who.status(), who.alert()]).toEqual([404, 'このお客様は登録されていません。金融機関と契約者IDをお確かめください。']);
    }
  });
});

describe('the phone with the shinkin app', () => {
  it.each([['1188', /^SKTS\d{8}$/], ['1999', /^SKOH\d{8}$/]])('makes a token of the series of %s, with a code every 30 s', async (institution, pattern) => {
    await who.go('/phone');
    await press(who, '新しいトークンを発行', { institution });
    const serial = who.page().querySelector('.serial')?.textContent ?? '';
    expect(serial).toMatch(pattern);
    const first = output();
    expect(first).toBe(await shownBy(around.world, around.world.store, serial));
    expect(who.page().querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(seconds());
    around.pass(Number(seconds()) * 1000 - 1);
    await who.go(who.path());
    expect([output(), seconds()]).toEqual([first, '1']);
    around.pass(1);
    await who.go(who.path());
    expect([output(), seconds()]).toEqual([await shownBy(around.world, around.world.store, serial), '30']);
    await who.go(`/phone/token?serial=${serial.toLowerCase()}`);
    expect(who.page().querySelector('.serial')?.textContent).toBe(serial);
  });

  it('shows no code of a token that is not its own: a serial is no secret', async () => {
    const customer = await openContract(around.world, { institution: '1188' });
    const serial = await shipHardware(around.world, around.world.store, customer);
    for (const [typed, status] of [[serial, 404], ['SKTS00000000', 404], ['SKTS', 400], ["'--", 400], ['', 400]] as const) {
      await who.go(`/phone/token?serial=${encodeURIComponent(typed)}`);
      expect([who.status(), output()]).toEqual([status, '']);
      expect(who.alert()).toMatch(/。$/);
    }
  });

  it('has no token for the credit union or an unknown institution', async () => {
    for (const institution of ['2143', '0000', ''])
      expect((await post(around, '/phone/new', { institution })).status).toBe(400);
  });
});

describe('the phone with the credit union’s app', () => {
  it('goes from the mail’s IDs over the set-up to a code of sixty seconds', async () => {
    await setUp(await issued());
    expect(who.text()).toContain('トークン初期設定完了');
    const serial = /AKGS\d{8}/.exec(who.path())?.[0] ?? '';
    await onward('次へ', 'トークン表示名設定');
    expect(who.text()).toContain('「あかぎ信用組合 本店用」');
    await onward('登録', '注意メッセージ', { name: '（本店用）' });
    expect(who.text()).toContain('事前にワンタイムパスワード利用解除を行ってください');
    await onward('OK', 'あかぎ信用組合 （本店用）');
    expect(who.page().querySelector('.serial')?.textContent).toBe(serial);
    expect(output()).toBe(await shownBy(around.world, around.world.store, serial));
    expect(seconds()).toBe(String(60 - (Math.floor(around.world.now() / 1000) % 60)));
  });

  it('shows the institution’s name alone without added words, and no more than ten of them', async () => {
    await setUp(await issued());
    await onward('次へ', 'トークン表示名設定');
    const names = who.page();
    await onward('登録', '注意メッセージ', { name: ' ' });
    await onward('OK', 'あかぎ信用組合');
    who.show(names);
    await onward('登録', '注意メッセージ', { name: '<b>一二三四五六七八九' });
    await onward('OK', 'あかぎ信用組合 <b>一二三四五六七');
  });

  it('wants every field, the digits and the consent, and never shows the password again', async () => {
    const entry = await issued('24680');
    for (const [spoiled, sentence] of [
      [{ serviceId: '' }, 'サービスIDとユーザーIDを入力してください。'],
      [{ userId: ' ' }, 'サービスIDとユーザーIDを入力してください。'],
      [{ password: '246' }, '利用開始パスワードを4～8桁の数字で入力してください。'],
      [{ password: '24a80' }, '利用開始パスワードを4～8桁の数字で入力してください。'],
      [{ agree: '' }, '「上記の内容に同意する」にチェックを入れてください。'],
    ] as const) {
      await setUp({ ...entry, ...spoiled });
      expect([who.status(), who.alert()]).toEqual([400, sentence]);
      expect(who.page().documentElement.outerHTML).not.toContain('24680');
    }
    await setUp({ ...entry, password: '２４６８０' });
    expect(who.text()).toContain('トークン初期設定完了');
  });

  it('gives one answer for a wrong password, an unknown user and a locked activation', async () => {
    const entry = await issued();
    const answers = new Set<string>();
    for (let i = 0; i < 5; i++) {
      await setUp({ ...entry, password: '2468' });
      answers.add(`${who.status()} ${who.alert()}`);
    }
    await setUp(entry);
    answers.add(`${who.status()} ${who.alert()}`);
    await setUp({ ...entry, userId: "' OR 1=1" });
    answers.add(`${who.status()} ${who.alert()}`);
    expect([...answers]).toEqual([expect.stringMatching(/^422 トークンを設定できませんでした/)]);
  });

  it('has none of the set-up’s screens for a token that is not its own', async () => {
    for (const at of ['done', 'name', 'caution'])
      for (const serial of ['AKGS00000000', "'--", '']) {
        await who.go(`/phone/${at}?serial=${encodeURIComponent(serial)}`);
        expect([who.status(), who.alert()]).toEqual([404, 'このシリアル番号のトークンは、このスマートフォンにはありません。']);
      }
  });
});

describe('every page around the banks', () => {
  it('says that it is a mock and leads to the others', async () => {
    for (const path of ['/', '/tokens', '/phone', '/desk', '/desk/audit']) {
      await who.go(path);
      expect(who.text()).toContain('模擬 (mock)');
      const links = [...who.page().querySelectorAll('nav a')].map((a) => a.getAttribute('href'));
      expect(links).toEqual(['/', '/tokens', '/phone', '/desk', 'http://localhost/']);
    }
  });

  it('answers what it does not have or what is too large with a sentence', async () => {
    await who.go('/nothing');
    expect([who.status(), who.alert()]).toEqual([404, 'お探しのページはありません。']);
    expect((await post(around, '/phone/new', { institution: 'x'.repeat(20_000) })).status).toBe(413);
    const garbled = await around.fetch(new Request(around.address('mail.localhost', '/phone/new'), { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }));
    expect(garbled.status).toBe(415);
  });
});
