import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from './bank.ts';
import { choose, holder, PASSWORD, slips, toLimit, toPayment, toTransfer } from './holder.ts';
import { enrol } from './token-client.ts';
import { cardAnswers, entryPath, logIn, register, startRegistration, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const ANDROID = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
const DESKTOP = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

/** The body's class is the layout of the page. */
async function layoutOf(code: string, userAgent: string, cookie = ''): Promise<string> {
  const ask = (path: string, cookies: string): Promise<Response> =>
    bank.fetch(new Request(bank.address('ib.shinkin.localhost', path), { headers: { 'user-agent': userAgent, cookie: cookies } }));
  const session = (await ask(entryPath(code), cookie)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const text = await (await ask('/webbk/login/b-login.do', `${session}; ${cookie}`)).text();
  return /<body class="(\w+)">/.exec(text)?.[1] ?? '';
}

const labels = (who: Visitor): string[] => [...who.page().querySelectorAll('.entry th, .entry dt')]
  .map((one) => (one.firstChild?.textContent ?? '').trim() + [...one.childNodes].slice(1).filter(({ nodeName }) => nodeName !== 'SPAN').map((node) => node.textContent).join(''));
const buttons = (who: Visitor): string[] => [...who.page().querySelectorAll('main .buttons > *')].map((one) => (one.textContent ?? '').replaceAll(/[<>]/g, '').trim());

/** Every page of the platform that a customer with a token can see, in order. */
async function everyPage(layout: 'pc' | 'phone', look: (name: string, who: Visitor) => void): Promise<void> {
  const customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
  const [token, fresh] = [await enrol(bank), await enrol(bank)];
  const who = visitor(bank);
  await choose(who, layout);
  look('help', who);
  await who.go(entryPath('1188'));
  look('login', who);
  await who.go('/webbk/otp/b-start-auth.do');
  look('利用者認証', who);
  await startRegistration(who, customer);
  look('登録', who);
  await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...cardAnswers(who, customer) });
  look('処理結果', who);
  bank.passTime(30_000);
  await logIn(who, customer);
  look('login code', who);
  await who.send({ BPW0010: token.code() });
  look('top', who);
  await who.go('/webbk/services.do');
  look('services', who);
  await who.go('/webbk/transfer/b-accounts.do');
  look('accounts', who);
  await who.send({ BRD0010: '0' });
  look('amount', who);
  await who.send({ BTX0010: '5000' });
  look('confirm', who);
  bank.passTime(30_000);
  await who.send({ BPW0010: token.code() });
  look('done', who);
  await who.go('/webbk/limit/b-limit.do');
  look('limit', who);
  await who.send({ BTX0010: '500000' });
  look('limit confirm', who);
  await slips(who);
  look('slip', who);
  await toPayment(who);
  look('payment confirm', who);
  await who.go('/webbk/inquiry.do');
  look('inquiry', who);
  await who.go('/webbk/otp/b-stop.do');
  look('stop', who);
  await who.go('/webbk/otp/b-change-auth.do');
  look('exchange auth', who);
  bank.passTime(30_000);
  await who.send({ BTX0010: customer.contract, BPW0010: PASSWORD });
  look('exchange old', who);
  await who.send({ BPW0010: token.code() });
  look('exchange new', who);
  await who.send({ BTX0010: fresh.serial, BPW0010: fresh.code() });
  look('exchange done', who);
  await who.go('/webbk/top.do');
  look('lost', who);
}

const onPhone = (button: string): string => (button === 'ログイン画面に戻る' ? 'ログイン画面' : button);

/** Of every page its name, its labels (those of the card's places change by chance) and its buttons. */
async function wordsOf(layout: 'pc' | 'phone'): Promise<[string, string[], string[]][]> {
  const all: [string, string[], string[]][] = [];
  await everyPage(layout, (name, who) => all.push([name, labels(who).filter((label) => !/^\([12]\)/.test(label)), buttons(who)]));
  return all;
}

describe('the layout', () => {
  it('follows the browser, the institution where the browser says nothing, and the visitor before both', async () => {
    expect([await layoutOf('1188', DESKTOP), await layoutOf('1188', '')]).toEqual(['pc', 'pc']);
    expect([await layoutOf('1188', IPHONE), await layoutOf('1188', ANDROID)]).toEqual(['phone', 'phone']);
    expect([await layoutOf('1999', ''), await layoutOf('1999', IPHONE)]).toEqual(['phone', 'phone']);
    expect([await layoutOf('1999', IPHONE, 'LAYOUT=pc'), await layoutOf('1581', DESKTOP, 'LAYOUT=phone')]).toEqual(['pc', 'phone']);
    expect(await layoutOf('1188', IPHONE, 'LAYOUT=%22%3E')).toBe('phone');
  });

  it('changes by the link at the foot, on the same page and within a flow', async () => {
    const { who, token } = await holder(bank);
    await toTransfer(who, '5000');
    for (const [words, layout] of [['スマートフォン版を表示', 'phone'], ['パソコン版を表示', 'pc'], ['スマートフォン版を表示', 'phone']] as const) {
      const link = [...who.page().querySelectorAll('footer a')].find((a) => a.textContent === words);
      await who.go(link?.getAttribute('href') ?? '');
      expect([who.page().body.className, who.path()]).toEqual([layout, '/webbk/transfer/b-confirm.do']);
    }
    await who.send({ BPW0010: token.code() });
    expect(who.text()).toContain('振込の手続が完了しました。');
  });

  it('leads nowhere but to the bank’s own pages', async () => {
    for (const at of ['//evil.example/', 'https://evil.example/a.do', '/webbk/logout.do', '/webbk/layout.do', '/webbk/../x.do', '/webbk/\\evil.do', '']) {
      const reply = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', `/webbk/layout.do?to=phone&at=${encodeURIComponent(at)}`)));
      expect([reply.status, reply.headers.get('location')], at).toEqual([303, '/webbk/login/b-login.do']);
    }
    const who = visitor(bank);
    await who.go('/webbk/layout.do?to=tablet');
    expect([who.status(), who.alert()]).toEqual([400, '表示方法の指定が正しくありません。']);
  });
});

describe('the smartphone’s layout', () => {
  it('has no table on any page, and each field under its label', async () => {
    const seen: string[] = [];
    await everyPage('phone', (name, who) => {
      seen.push(who.heading());
      const page = who.page();
      expect(page.body.className, name).toBe('phone');
      expect(page.querySelectorAll('table, th, td, nav').length, name).toBe(0);
      expect(page.querySelector('[role=note]')?.textContent, name).toContain('模擬');
      for (const field of page.querySelectorAll('input:not([type=hidden], [type=checkbox], [type=radio]), select'))
        expect(field.closest('dd')?.previousElementSibling?.nodeName, `${name} ${field.outerHTML}`).toBe('DT');
    });
    expect(seen).toContain('収納サービス（税金等各種料金の払込み）');
    expect(seen).toContain('ワンタイムパスワード交換');
  });

  it('has the labels and buttons of the PC in the same order, but for the names that the manual changes', async () => {
    const [pc, phone] = [await wordsOf('pc'), await wordsOf('phone')];
    expect(phone).toEqual(pc.map(([name, all, pressed]) => [name, all, pressed.map(onPhone)]));
    expect(pc.find(([name]) => name === '登録')?.[1]).toEqual(['シリアル番号(半角英数字)', 'ワンタイムパスワード(半角数字)', 'ログイン時のワンタイムパスワード認証要否']);
  });

  it('goes from 利用開始 over 次へ and 登録 to ログイン画面, and counts the steps', async () => {
    const customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
    const token = await enrol(bank);
    const who = visitor(bank);
    await choose(who, 'phone');
    await who.go(entryPath('1188'));
    expect([...who.page().querySelectorAll('.errands a')].map((a) => a.textContent)).toEqual(['利用開始', '交換', '利用中止']);
    await who.go('/webbk/otp/b-start-auth.do');
    expect([who.page().querySelector('.step')?.textContent, buttons(who)[0]]).toEqual(['1/3 利用者認証', '次へ']);
    await who.send({ BTX0010: customer.contract, BPW0010: PASSWORD });
    expect([who.page().querySelector('.step')?.textContent, buttons(who)[0]]).toEqual(['1/2 ワンタイムパスワード登録', '登録']);
    expect([...who.page().querySelectorAll('dt .must')].map((must) => must.textContent)).toEqual(['必須', '必須', '必須']);
    await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...cardAnswers(who, customer) });
    expect([who.page().querySelector('.step')?.textContent, buttons(who)]).toEqual(['2/2 処理結果', ['ログイン画面']]);
  });

  it('calls あぶくま’s card 資金移動用, and the PC calls the same card 確認用', async () => {
    const customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
    const token = await enrol(bank);
    for (const [layout, name] of [['phone', '資金移動用パスワード'], ['pc', '確認用パスワード']] as const) {
      const who = visitor(bank);
      await choose(who, layout);
      await startRegistration(who, customer);
      expect([...who.page().querySelectorAll('h2')].map((h2) => h2.textContent)).toContain(`${name}入力`);
      const answers = cardAnswers(who, customer);
      const other = String((Number(answers.BPW0020) + 1) % 100).padStart(2, '0');
      await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...answers, BPW0020: other });
      expect(who.alert()).toBe(`${name}に誤りがあります。`);
    }
  });

  it('asks the two positions without a grid', async () => {
    const customer = await bank.newCustomer({ institution: '1581', password: PASSWORD });
    const who = visitor(bank);
    await choose(who, 'phone');
    await register(who, customer, await enrol(bank), '0');
    expect(who.text()).toContain('利用開始が完了しました');
  });

  it('offers the number keyboard for digits only', async () => {
    const { who } = await holder(bank, '1581', 'phone');
    const modes = (): Record<string, string | null> =>
      Object.fromEntries([...who.page().querySelectorAll('dd input')].map((field) => [field.getAttribute('name') ?? '', field.getAttribute('inputmode')]));
    await slips(who);
    expect(modes()).toEqual({ BTX0010: 'numeric', BTX0020: 'numeric', BTX0030: 'numeric', BTX0040: 'numeric' });
    await toLimit(who, '300000');
    expect(modes()).toEqual({ BPW0010: 'numeric' });
    await who.go('/webbk/transfer/b-accounts.do');
    expect(modes()).toMatchObject({ BTX0010: null, BTX0030: 'numeric', BTX0040: null });
    await startRegistration(who, await bank.newCustomer({ institution: '1581', password: PASSWORD }));
    expect(modes()).toMatchObject({ BTX0010: null, BPW0010: 'numeric', BPW0020: 'numeric' });
    await choose(who, 'pc');
    await who.go('/webbk/otp/b-start.do');
    expect(who.page().querySelectorAll('[inputmode]')).toHaveLength(0);
  });
});

describe('the phishing copy on a smartphone', () => {
  it('looks like the true page there too', async () => {
    const [copy, real] = [visitor(bank, 'ib-shinkin.localhost'), visitor(bank)];
    await choose(copy, 'phone');
    await choose(real, 'phone');
    await copy.go('/webbk/login/b-login.do');
    await real.go(entryPath('1188'));
    expect(real.page().body.className).toBe('phone');
    expect(copy.page().documentElement.outerHTML).toBe(real.page().documentElement.outerHTML);
  });
});
