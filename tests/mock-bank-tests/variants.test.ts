/** The page of hard form variants: what it shows, what it says of what it gets, and who may frame it. */
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBank, type MockBank } from './bank.ts';
import { VARIANTS } from '../mock-bank/variants/list.ts';
import { shiftJisEncoder } from '../mock-bank/variants/shift-jis.ts';
import type { Variant } from '../mock-bank/variants/variant.ts';

const BANK = 'ib.shinkin.localhost';
const COPY = 'ib-shinkin.localhost';
const ALL: Variant[] = VARIANTS.flatMap((variant) => [variant, ...(variant.inner ?? [])]);
const DIGITS = '012345';
const FORM = 'application/x-www-form-urlencoded';

let bank: MockBank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(async () => await bank?.close());

const hostOf = ({ host }: Pick<Variant, 'host'>): string => (host === 'copy' ? COPY : BANK);
const get = (path: string, host = BANK): Promise<Response> => bank.fetch(new Request(bank.address(host, `/variants${path}`)));
const post = (path: string, body: BodyInit, type?: string): Promise<Response> =>
  bank.fetch(new Request(bank.address(BANK, `/variants/${path}`), { method: 'POST', body, ...(type === undefined ? {} : { headers: { 'content-type': type } }) }));
const textOf = async (response: Response): Promise<string> =>
  new TextDecoder(/charset=([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1]).decode(await response.arrayBuffer());
const pageOf = async (response: Response): Promise<Document> => new JSDOM(await textOf(response)).window.document;
const saidIn = (page: Document): string => page.querySelector('[role=alert], [role=status]')?.textContent ?? '';
const policyOf = (response: Response, directive: string): string =>
  new RegExp(`(?:^|; ?)${directive} ([^;]*)`).exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';

/** The digits spread over the fields that make up the code. */
function filled({ asked }: Variant, digits = DIGITS): URLSearchParams {
  const length = DIGITS.length / asked.length;
  return new URLSearchParams(asked.map(({ name }, index) => [name, digits.slice(index * length, (index + 1) * length)]));
}

describe('the index', () => {
  it.each([BANK, COPY])('on %s leads to every form, each on its own host, with what is hard about it', async (host) => {
    const page = await pageOf(await get('/', host));
    const links = [...page.querySelectorAll('table a')].map((one) => one.getAttribute('href'));
    expect(links).toEqual(VARIANTS.map((variant) => bank.address(hostOf(variant), `/variants/${variant.address}`)));
    for (const { hard } of VARIANTS) expect(page.body.textContent).toContain(hard);
  });
  it('is also found without the last slash', async () => {
    expect((await get('')).headers.get('location')).toBe('/variants/');
  });
  it('lists no address twice', () => {
    expect(new Set(ALL.map(({ address }) => address)).size).toBe(ALL.length);
  });
});

describe.each(ALL.map((variant) => [variant.address, variant] as const))('%s', (address, variant) => {
  it('is a page that says it is a mock, runs no inline script and keeps nothing', async () => {
    const response = await get(`/${address}`, hostOf(variant));
    expect(response.status).toBe(200);
    const html = await textOf(response);
    expect(html).toContain('模擬');
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|style="| on[a-z]+="/);
    expect(policyOf(response, 'script-src')).toBe("'self'");
    expect(policyOf(response, 'default-src')).toBe("'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
  });
  it('takes six digits, and never shows them', async () => {
    const response = await post(address, filled(variant));
    expect(response.status).toBe(200);
    const page = await pageOf(response);
    expect(saidIn(page)).toBe('6桁の数字を受け取りました');
    expect(page.documentElement.outerHTML).not.toContain(DIGITS);
  });
  it('says so when nothing was typed', async () => {
    const response = await post(address, filled(variant, ''));
    expect(response.status).toBe(400);
    expect(saidIn(await pageOf(response))).toContain('何も入力されていません');
  });
});

describe('a form', () => {
  const plain = VARIANTS.filter(({ asked, inner, address }) => asked.length === 1 && !inner && !/late|srcdoc|shadow|keys-only/.test(address));
  it.each(plain.map((variant) => [variant.address, variant] as const))('%s posts its fields to its own address', async (address, variant) => {
    const page = await pageOf(await get(`/${address}`));
    const names = [...page.querySelectorAll('form input')].map((one) => one.getAttribute('name'));
    for (const { name } of [...variant.asked, ...(variant.beside ?? [])]) expect(names).toContain(name);
    for (const one of page.querySelectorAll('form')) {
      expect(one.getAttribute('action')).toBe(`/variants/${address}`);
      expect(one.getAttribute('method')).toBe('post');
    }
  });
  it('has a label that belongs to its field in English only', async () => {
    const labelled = await Promise.all(VARIANTS.map(async ({ address }) => ((await textOf(await get(`/${address}`))).includes('<label for') ? address : null)));
    expect(labelled.filter((one) => one !== null)).toEqual(['english.do']);
  });
  it('that holds its value in a script has that script, and it is served as one', async () => {
    for (const { script, address } of VARIANTS.filter((one) => one.script !== undefined)) {
      expect(await textOf(await get(`/${address}`))).toContain(`src="/variants/scripts/${script}"`);
      const response = await get(`/scripts/${script}`);
      expect(response.status, script).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
  });
  it('has its late part at an address of its own', async () => {
    const page = await pageOf(await get('/late-piece.do'));
    expect(page.querySelector('input')?.name).toBe('BPW0010');
    expect(await textOf(await get('/late-fetch.do'))).not.toContain('<input');
  });
  it.each(['/no-such.do', '/scripts/../app.ts', '/scripts/%2e%2e/app.ts', '/app.ts', 'x'])('is not at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('the check page', () => {
  const CASES: [what: string, body: string, status: number, words: string][] = [
    ['five digits', 'BPW0010=12345', 400, '5桁の数字を受け取りました'],
    ['seven digits', 'BPW0010=1234567', 400, '7桁の数字を受け取りました'],
    ['a code with its space', 'BPW0010=123+456', 400, '7文字を受け取りました'],
    ['full-width digits', `BPW0010=${encodeURIComponent('１２３４５６')}`, 400, '全角の数字は受け付けられません'],
    ['letters', 'BPW0010=abcdef', 400, '6文字を受け取りました'],
    ['a letter of two UTF-16 units', `BPW0010=${encodeURIComponent('𠮷𠮷')}`, 400, '2文字を受け取りました'],
    ['SQL', `BPW0010=${encodeURIComponent("'; DROP TABLE tokens;--")}`, 400, '23文字を受け取りました'],
    ['a thousand digits', `BPW0010=${'1'.repeat(1000)}`, 400, '200桁の数字を受け取りました'],
    ['another field', 'BTX0010=123456', 400, '入力欄が送られていません'],
    ['an empty body', '', 400, '入力欄が送られていません'],
    ['the field twice', 'BPW0010=123&BPW0010=456', 400, '同じ入力欄が2回以上送られました'],
    ['broken escapes', 'BPW0010=%E3%8', 400, '文字を受け取りました'],
  ];
  it.each(CASES)('answers %s with a sentence', async (_what, body, status, words) => {
    const response = await post('controlled.do', body, FORM);
    expect(response.status).toBe(status);
    expect(saidIn(await pageOf(response))).toContain(words);
  });
  it('says which of the other fields a code went astray into', async () => {
    const page = await pageOf(await post('look-alikes.do', new URLSearchParams({ BPW0010: DIGITS, BPW0020: '', BPW0030: '', BTX0010: '508' })));
    const rows = [...page.querySelectorAll('.entry tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([['ワンタイムパスワード', '空欄'], ['画像の数字', '3桁の数字'], ['確認番号', '6桁の数字'], ['セキュリティコード', '空欄']]);
  });
  it.each([['application/json', '{"BPW0010":"123456"}'], ['text/plain', 'BPW0010=123456'], ['multipart/form-data; boundary=x', 'no parts']])(
    'takes no %s', async (type, body) => {
      const response = await post('controlled.do', body, type);
      expect(response.status).toBe(415);
      expect(saidIn(await pageOf(response))).not.toBe('');
    });
  it('takes nothing larger than a form', async () => {
    expect((await post('controlled.do', `BPW0010=${'1'.repeat(20_000)}`, FORM)).status).toBe(413);
  });
});

describe('framing', () => {
  it('is refused by every page but those that are made for a frame', async () => {
    const open = new Map<string, string>();
    for (const variant of ALL) {
      const response = await get(`/${variant.address}`, hostOf(variant));
      const ancestors = policyOf(response, 'frame-ancestors');
      if (ancestors === "'none'") expect(response.headers.get('x-frame-options')).not.toBeNull();
      else open.set(variant.address, ancestors);
    }
    expect(Object.fromEntries(open)).toEqual({
      'frame-same-inner.do': "'self'",
      'frame-sandboxed-inner.do': "'self'",
      'frame-srcdoc.do': "'self'",
      'frame-elsewhere-inner.do': `'self' ${bank.address(BANK, '')}`,
      'framed-by-copy-inner.do': `'self' ${bank.address(COPY, '')}`,
    });
  });
  it('is refused by the index and by the errors', async () => {
    for (const path of ['/', '/no-such.do']) expect(policyOf(await get(path), 'frame-ancestors')).toBe("'none'");
  });
  it('shows in the frame the form of the origin that the variant is about', async () => {
    const source = async (address: string, host = BANK): Promise<string | undefined> =>
      (await pageOf(await get(`/${address}`, host))).querySelector('iframe')?.src;
    expect(await source('frame-elsewhere.do')).toBe(bank.address(COPY, '/variants/frame-elsewhere-inner.do'));
    expect(await source('framed-by-copy.do', COPY)).toBe(bank.address(BANK, '/variants/framed-by-copy-inner.do'));
  });
  it('by an attribute carries a whole page with its form', async () => {
    const frame = (await pageOf(await get('/frame-srcdoc.do'))).querySelector('iframe');
    const inside = new JSDOM(frame?.getAttribute('srcdoc') ?? '').window.document;
    expect(inside.querySelector('form')?.getAttribute('action')).toBe('/variants/frame-srcdoc.do');
    expect(inside.querySelector('.mock')).not.toBeNull();
  });
});

describe('Shift_JIS', () => {
  it('is what header and meta say and what the bytes are', async () => {
    const response = await get('/shift-jis.do');
    expect(response.headers.get('content-type')).toBe('text/html; charset=Shift_JIS');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder('utf-8').decode(bytes)).not.toContain('ワンタイムパスワード');
    const html = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    expect(html).toContain('<meta charset="Shift_JIS">');
    expect(html).toContain('ワンタイムパスワードの入力');
  });
  it('comes in as bytes, also where a second byte is a letter or a backslash', async () => {
    // 「ソ表」: 83 5C and 95 5C, the notorious ones.
    const response = await post('shift-jis.do', `BPW0010=${DIGITS}&BTX0010=%83%5C%95\\`, FORM);
    expect(response.status).toBe(200);
    const rows = [...(await pageOf(response)).querySelectorAll('.entry tr')].map(({ textContent }) => textContent);
    expect(rows).toEqual(['ワンタイムパスワード6桁の数字', '振込依頼人名2文字']);
  });
  it('comes in without percent signs as well', async () => {
    const body = Uint8Array.from([...new TextEncoder().encode(`BPW0010=${DIGITS}&BTX0010=`), 0x83, 0x5c, 0x8c, 0xae, 0x8e, 0x44]);
    const rows = [...(await pageOf(await post('shift-jis.do', body, FORM))).querySelectorAll('.entry tr')].map(({ textContent }) => textContent);
    expect(rows).toEqual(['ワンタイムパスワード6桁の数字', '振込依頼人名3文字']);
  });
  it('is encoded as the Encoding Standard has it', () => {
    const encode = shiftJisEncoder();
    expect([...encode('鍵札 A~\\')]).toEqual([0x8c, 0xae, 0x8e, 0x44, 0x20, 0x41, 0x7e, 0x5c]);
    expect([...encode('ｱ')]).toEqual([0xb1]);
    // Three places have it; the first one counts. And 纊 never goes into the rows that repeat others.
    expect([...encode('∪')]).toEqual([0x81, 0xbe]);
    expect([...encode('纊')]).toEqual([0xfa, 0x5c]);
    expect(new TextDecoder('shift_jis').decode(encode('©〜𠮷'))).toBe('&#169;&#12316;&#134071;');
  });
  it('gives back every letter that it can write', () => {
    const encode = shiftJisEncoder();
    const decoder = new TextDecoder('shift_jis');
    const letters = Array.from({ length: 0xffff - 0x3000 }, (_none, index) => String.fromCharCode(0x3000 + index)).filter((letter) => !/[\uD800-\uDFFF\uFFFD]/.test(letter));
    const written = letters.filter((letter) => encode(letter).length < 3);
    expect(written.length).toBeGreaterThan(6000);
    expect(decoder.decode(encode(written.join('')))).toBe(written.join(''));
  });
});
