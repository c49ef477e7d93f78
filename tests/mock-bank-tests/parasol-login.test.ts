import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from './bank.ts';
import { ENTRY, logIn, PASSWORD, PERIOD, screenId, unionCustomer, unionVisitor, withToken, wrongCode } from './parasol-visitor.ts';
import { entryPath, visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3);
const MINUTE = 60_000;
const WRONG = 'ログインIDまたはログインパスワードに誤りがあります。';
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> =>
  bank.fetch(new Request(bank.address('parasol.localhost', path), { ...init, headers }));

const cookieOf = (reply: Response): string => /IBSESSION=[^;]+/.exec(reply.headers.get('set-cookie') ?? '')?.[0] ?? '';
/** As a Japanese keyboard types them. */
const wide = (code: string): string => code.replaceAll(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

async function loginPage(headers: Record<string, string>): Promise<string> {
  const session = cookieOf(await get(ENTRY));
  return (await get('/ib/bli001.do', { ...headers, cookie: [session, headers['cookie'] ?? ''].join('; ') })).text();
}

describe('the entry address', () => {
  it('leads to BLI001 and drops the institution from the address', async () => {
    const who = unionVisitor(bank);
    await who.go(ENTRY);
    expect([who.path(), screenId(who), who.heading()]).toEqual(['/ib/bli001.do', '画面ID : BLI001', 'ログイン']);
    expect(who.text()).toContain('あかぎ信用組合を装ったメールや、心当たりのない電子メールにご注意下さい。');
    expect([...who.page().querySelectorAll('th')].map((th) => th.textContent)).toEqual(['ログインID(半角英数字6~12桁)', 'ログインパスワード(半角英数字6~12桁)']);
    expect(who.page().querySelector('.mock')?.textContent).toContain('模擬');
  });

  it.each(['/ib/index.do', '/ib/index.do?PT=BS&CCT0080=1188', '/ib/index.do?PT=XX&CCT0080=2143', `/ib/index.do?PT=BS&CCT0080=${encodeURIComponent("2143' --")}`])(
    'knows no institution at %s', async (path) => {
      const who = unionVisitor(bank);
      await who.go(path);
      expect([who.status(), who.alert()]).toEqual([404, '金融機関コードが正しくありません。金融機関のホームページからやり直してください。']);
    });

  it('is the only way in: without a session every screen answers with a sentence, in this platform’s look', async () => {
    for (const path of ['/ib/bli001.do', '/ib/btp001.do', '/ib/bot002.do', '/ib/bft003.do']) {
      const who = unionVisitor(bank);
      await who.go(path);
      expect([who.status(), who.alert()], path).toEqual([400, '金融機関のホームページから、もう一度ログイン画面を開いてください。']);
      expect(who.page().querySelector('link[rel=stylesheet]')?.getAttribute('href')).toBe('/ib/parasol.css');
    }
    expect((await get('/nothing')).status).toBe(404);
  });
});

describe('BLI001', () => {
  it('lets in with ID and password alone as long as no token is in use', async () => {
    const customer = await unionCustomer(bank);
    const who = unionVisitor(bank);
    await logIn(who, customer);
    expect([screenId(who), who.heading()]).toEqual(['画面ID : BTP001', 'トップページ']);
    expect([...who.page().querySelectorAll('nav a')].map((a) => a.textContent))
      .toEqual(['ホーム', '口座情報', '振込・振替', 'ワンタイムパスワード申請', 'ご利用サービスの変更']);
    expect(bank.seen().at(-1)).toMatchObject({ kind: 'login', outcome: 'accepted', contract: customer.contract });
    await who.go('/ib/logout.do');
    expect(screenId(who)).toBe('画面ID : BLI001');
    await who.go('/ib/btp001.do');
    expect(screenId(who)).toBe('画面ID : BLI001');
  });

  it('answers an ID that nobody has like a wrong password: word by word, pause and lock alike', async () => {
    const customer = await unionCustomer(bank);
    const [known, unknown] = [unionVisitor(bank), unionVisitor(bank)];
    const seen: [string, string][] = [];
    for (let trial = 0; trial < 16; trial++) {
      await logIn(known, customer, 'wrong12345');
      await logIn(unknown, { ...customer, contract: 'nobody2143' }, 'wrong12345');
      seen.push([known.alert(), unknown.alert()]);
      if (trial % 2 === 1) bank.passTime(64 * MINUTE);
    }
    for (const [one, other] of seen) expect(other).toBe(one);
    const sentences = [...new Set(seen.map(([one]) => one))];
    expect(sentences[0]).toBe(WRONG);
    expect(sentences[1]).toContain('一時的に受付を停止');
    expect(sentences[2]).toContain('ログインを停止しています');
    await logIn(known, customer);
    expect(known.alert()).toContain('ログインを停止しています');
  });

  it('refuses what no ID and no password can be, on the same page and without counting it', async () => {
    const customer = await unionCustomer(bank);
    const who = unionVisitor(bank);
    const strange = ['', 'ab', "' OR 1=1 --", 'a'.repeat(500), 'パスワード', '\0\0\0\0\0\0'];
    for (const password of strange) {
      await logIn(who, customer, password);
      expect([who.status(), screenId(who)], password).toEqual([200, '画面ID : BLI001']);
      expect(who.alert(), password).toMatch(/入力してください。$/);
      await logIn(who, { ...customer, contract: password }, PASSWORD);
      expect(who.alert(), password).toMatch(/入力してください。$/);
    }
    await logIn(who, customer);
    expect(screenId(who)).toBe('画面ID : BTP001');
  });

  it('begins a new session at a login: the cookie from before it is worth nothing', async () => {
    const customer = await unionCustomer(bank);
    const before = cookieOf(await get(ENTRY));
    const body = new URLSearchParams({ BTX0010: customer.contract, BPW0010: PASSWORD });
    const after = cookieOf(await get('/ib/bli001.do', { cookie: before }, { method: 'POST', body }));
    expect(after).not.toBe(before);
    expect((await get('/ib/btp001.do', { cookie: before })).status).toBe(400);
    expect((await get('/ib/btp001.do', { cookie: after })).status).toBe(200);
  });

  it('takes no form of another site and no session of the other platform', async () => {
    const session = cookieOf(await get(ENTRY));
    const foreign = await get('/ib/bli001.do', { cookie: session, origin: 'http://evil.example' }, { method: 'POST', body: new URLSearchParams() });
    expect(foreign.status).toBe(403);
    const shinkin = await bank.fetch(new Request(bank.address('ib.shinkin.localhost', entryPath('1188'))));
    const [, value = ''] = /JSESSIONID=([^;]+)/.exec(shinkin.headers.get('set-cookie') ?? '') ?? [];
    expect((await get('/ib/bli001.do', { cookie: `IBSESSION=${value}` })).status).toBe(400);
  });
});

describe('BLI023', () => {
  it('asks for the code with the manual’s words and takes it once', async () => {
    const { who, customer, serial } = await withToken(bank);
    bank.passTime(PERIOD);
    await logIn(who, customer);
    expect([screenId(who), who.heading()]).toEqual(['画面ID : BLI023', 'ログイン (ワンタイムパスワード認証)']);
    expect(who.text()).toContain('ワンタイムパスワードを入力し、「次へ」ボタンを押して下さい。');
    const field = who.page().querySelector<HTMLInputElement>('input');
    expect([field?.type, field?.name, field?.closest('tr')?.querySelector('th')?.textContent]).toEqual(['password', 'BPW0010', '【必須】 ワンタイムパスワード(半角数字)']);
    expect([...who.page().querySelectorAll('.buttons > *')].map((one) => one.textContent)).toEqual(['中止する', '次へ']);
    const code = await bank.codeOf(serial);
    await who.send({ BPW0010: code });
    expect(screenId(who)).toBe('画面ID : BTP001');
    await logIn(who, customer);
    await who.send({ BPW0010: code });
    expect(who.alert()).toContain('同じパスワードは連続して使用できません');
    expect(bank.seen().at(-1)).toMatchObject({ kind: 'login', outcome: 'refused', reason: 'repeated', serial });
    expect(JSON.stringify(bank.seen())).not.toContain(code);
  });

  it('is no way round itself: the screens behind it send back to login', async () => {
    const { who, customer, serial } = await withToken(bank);
    for (const path of ['/ib/btp001.do', '/ib/bft001.do', '/ib/bok001.do']) {
      await logIn(who, customer);
      await who.go(path);
      expect([screenId(who), who.page().querySelector('[role=status]')?.textContent], path)
        .toEqual(['画面ID : BLI001', 'お手続きの順序が正しくないか、接続が切れました。お手数ですが、もう一度ログインしてください。']);
    }
    expect(await bank.tokenState(serial)).toBe('ACTIVE');
  });

  it('takes full-width digits, counts wrong codes only when they are codes, and locks the token at ten', async () => {
    const { who, customer, serial } = await withToken(bank);
    bank.passTime(PERIOD);
    await logIn(who, customer);
    await who.send({ BPW0010: wide(await bank.codeOf(serial)) });
    expect(screenId(who)).toBe('画面ID : BTP001');
    await logIn(who, customer);
    for (const strange of ['', '12345', '1234567', 'abcdef', "' OR 1=1"]) {
      await who.send({ BPW0010: strange });
      expect(who.alert(), strange).toBe('ワンタイムパスワードは半角数字6桁で入力してください。');
    }
    for (let trial = 0; trial < 10; trial++) {
      await logIn(who, customer);
      await who.send({ BPW0010: await wrongCode(bank, serial) });
      if (trial >= 4) bank.passTime(64 * MINUTE);
    }
    expect(await bank.tokenState(serial)).toBe('SUSPENDED');
    await logIn(who, customer);
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect(who.alert()).toContain('ご利用を停止しています');
  });
});

describe('the two layouts', () => {
  const MOBILE = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36' };

  it('follow the browser, until the customer chooses at the foot of a page', async () => {
    expect(await loginPage({})).toContain('<table class="entry">');
    const phone = await loginPage(MOBILE);
    expect(phone).not.toContain('<table');
    expect(phone).toContain('<dt>ログインID');
    expect(phone).toContain('パソコン版を表示');
    expect(await loginPage({ ...MOBILE, cookie: 'IBLAYOUT=pc' })).toContain('<table class="entry">');
    expect(await loginPage({ cookie: 'IBLAYOUT=phone' })).not.toContain('<table');
  });

  it('are changed on the page where the customer is, and nowhere else', async () => {
    const to = (path: string, referer: string): Promise<Response> => get(path, { referer });
    const stay = await to('/ib/layout.do?to=phone', bank.address('parasol.localhost', '/ib/bot002.do'));
    expect([stay.headers.get('location'), stay.headers.get('set-cookie')]).toEqual(['/ib/bot002.do', expect.stringContaining('IBLAYOUT=phone')]);
    for (const referer of ['http://evil.example/ib/bot002.do', 'rubbish', bank.address('parasol.localhost', '/ib/logout.do')])
      expect((await to('/ib/layout.do?to=pc', referer)).headers.get('location')).toBe('/ib/bli001.do');
    expect((await get('/ib/layout.do?to=evil')).headers.get('set-cookie')).toBeNull();
  });

  it('both say 模擬, forbid foreign script and show the screen’s ID', async () => {
    const who = visitor(bank, 'parasol.localhost');
    await who.go('/ib/layout.do?to=phone');
    await logIn(who, await unionCustomer(bank));
    for (const path of ['/ib/btp001.do', '/ib/bom001.do', '/ib/bop001.do', '/ib/bac001.do', '/ib/bsv001.do', '/ib/bft001.do', '/ib/bot001.do']) {
      await who.go(path);
      expect(screenId(who), path).toMatch(/^画面ID : B[A-Z]{2}001$/);
      expect(who.page().querySelector('.mock')).not.toBeNull();
      expect(who.page().querySelector('table.entry, [style], script:not([src])'), path).toBeNull();
    }
    expect((await get('/ib/bli001.do')).headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});
