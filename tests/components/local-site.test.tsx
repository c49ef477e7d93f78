// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoundSite, Look } from '../../lib/messages/looks.ts';
import { localToken, look, refuse, settle, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';
import type { Answers } from './popup-builder.tsx';

beforeEach(stopTime);

const SHOP = 'https://shop.example';
const NOT_IN_PAGE = 'ブラウザーの許可がないため、ページの中には案内を出しません。ツールバーの鍵札から入力できます。';
const names = { issuer: 'Example', account: 'hanako@example.jp' };
const bound = (site: BoundSite | null, counts = false) => localToken({ local: { ...names, counts, site } });
const inFront: Look['site'] = { kind: 'other', host: 'shop.example', like: 'none', bindable: SHOP };
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const section = () => within(screen.getByRole('region', { name: 'このトークンを使うサイト' }));

const nobody = (): void => undefined;

/** The browser's answer comes when the test gives it. */
function question() {
  const asked: string[] = [];
  let answer: (yes: boolean) => void = nobody;
  const requestSite = (origin: string): Promise<boolean> => {
    asked.push(origin);
    return new Promise((resolve) => (answer = resolve));
  };
  return { asked, requestSite, answer: (yes: boolean) => answer(yes) };
}

async function show(first: Look, answers: Answers = {}) {
  const browser = question();
  const eyes = { captureTab: async () => new Blob(), readPicture: async () => ({ problem: 'no-code' as const }) };
  return { browser, ...(await popup(first, answers, 'ja', { ...eyes, requestSite: browser.requestSite })) };
}

describe('the site of an imported token', () => {
  it('is the open one by one click, in which the browser is asked, after the background was told', async () => {
    const order: string[] = [];
    const bindLocal: NonNullable<Answers['bindLocal']> = ({ site }) => (order.push(`bind ${site}`), { site });
    const { browser } = await show(look({ tokens: [bound(null)], site: inFront }), { bindLocal });
    fireEvent.click(button('いま開いているサイト（shop.example）で使う'));
    // In the very click: a browser that is asked later refuses.
    expect(browser.asked).toEqual([SHOP]);
    await settle();
    expect(order).toEqual([`bind ${SHOP}`]);
  });

  it('is named by its address, in any width, and the browser is asked for what will be kept', async () => {
    const bindLocal = vi.fn<NonNullable<Answers['bindLocal']>>(() => ({ site: SHOP }));
    const { browser } = await show(look({ tokens: [bound(null)] }), { bindLocal });
    expect(section().queryByRole('button', { name: /いま開いている/ })).toBeNull();
    fireEvent.input(screen.getByLabelText('サイトのアドレス'), { target: { value: 'ＳＨＯＰ.example/login' } });
    await settle();
    fireEvent.click(button('このアドレスのサイトで使う'));
    expect(browser.asked).toEqual([SHOP]);
    await settle();
    expect(bindLocal).toHaveBeenCalledExactlyOnceWith({ tokenId: 'l', site: 'ＳＨＯＰ.example/login' });
  });

  it('is refused with a sentence at its field, and then the browser is not asked', async () => {
    const { browser } = await show(look({ tokens: [bound(null)] }), { bindLocal: () => refuse('site-insecure') });
    fireEvent.input(screen.getByLabelText('サイトのアドレス'), { target: { value: 'http://shop.example' } });
    await settle();
    await click(button('このアドレスのサイトで使う'));
    expect(browser.asked).toEqual([]);
    expect(section().getByRole('alert').textContent).toMatch(/「https:\/\/」で始まるアドレス/);
    expect(document.activeElement).toBe(screen.getByLabelText('サイトのアドレス'));
    expect(screen.getByLabelText('サイトのアドレス').getAttribute('aria-invalid')).toBe('true');
  });

  it('says that nothing will come into the page when the browser’s question was answered with no, and asks once more', async () => {
    let site: BoundSite | null = null;
    const { browser } = await show(look({ tokens: [bound(null)], site: inFront }), {
      look: () => look({ tokens: [bound(site)], site: inFront }),
      bindLocal: () => ((site = { origin: SHOP, inPage: false }), { site: SHOP }),
    });
    await click(button(/いま開いている/));
    browser.answer(false);
    await settle();
    expect(section().getByText(NOT_IN_PAGE).closest('[role=status]')).toBeTruthy();
    fireEvent.click(button('ページの中にも案内を出す'));
    expect(browser.asked).toEqual([SHOP, SHOP]);
    site = { origin: SHOP, inPage: true };
    browser.answer(true);
    await settle();
    expect(section().getByText('このサイトの入力欄に案内を出します。')).toBeTruthy();
    expect(section().queryByRole('button', { name: 'ページの中にも案内を出す' })).toBeNull();
  });

  it('says each time that the browser’s question was answered with no, once more asked', async () => {
    const { browser } = await show(look({ tokens: [bound({ origin: SHOP, inPage: false })] }));
    const said = section().getByText(NOT_IN_PAGE);
    const notices: Element[] = [];
    for (const _ of ['first', 'second']) {
      fireEvent.click(button('ページの中にも案内を出す'));
      browser.answer(false);
      await settle();
      const notice = section().getByText(NOT_IN_PAGE, { selector: '[role=status] > .notice' });
      // A new element: one that stays is not read out.
      expect(notices).not.toContain(notice);
      notices.push(notice);
    }
    expect(said.isConnected).toBe(false);
  });

  it('is taken away without a question of the browser', async () => {
    const bindLocal = vi.fn<NonNullable<Answers['bindLocal']>>(() => ({ site: null }));
    const { browser } = await show(look({ tokens: [bound({ origin: SHOP, inPage: true })] }), { bindLocal });
    await click(button('このサイトで使うのをやめる'));
    expect(bindLocal).toHaveBeenCalledExactlyOnceWith({ tokenId: 'l', site: null });
    expect(browser.asked).toEqual([]);
  });

  it('shows letters of other alphabets in ASCII as well', async () => {
    const { host, origin } = new URL('https://ехample.com');
    await show(look({ tokens: [bound({ origin, inPage: true })] }));
    expect(section().getByText(host).textContent).toBe(`${host} = ехample.com`);
  });
});

describe('the popup on the site of imported tokens', () => {
  const site: Look['site'] = { kind: 'own', host: 'shop.example', origin: SHOP, like: 'none', roles: ['current'], offersOver: false, tokenIds: ['l'], inPage: true };
  const own = bound({ origin: SHOP, inPage: true }, true);

  it('fills the token of this site by one button, also one that counts', async () => {
    const fillActiveTab = vi.fn<NonNullable<Answers['fillActiveTab']>>(() => ({ kind: 'filled', roles: ['current'] }));
    await show(look({ tokens: [token(), { ...own, code: null }], site }), { fillActiveTab });
    const line = within(screen.getByRole('region', { name: '開いているページ' }));
    expect(line.getByText('取り込んだトークンを登録したサイトです')).toBeTruthy();
    expect(line.queryByText(/ツールバーの鍵札から/)).toBeNull();
    await click(line.getByRole('button', { name: 'このページに入力' }));
    expect(fillActiveTab).toHaveBeenCalledExactlyOnceWith({ tokenId: 'l' });
    expect(line.getByText(/入力しました/)).toBeTruthy();
  });

  it('names each of several', async () => {
    const other = { ...own, id: 'm', local: { issuer: '', account: 'taro', counts: false, site: { origin: SHOP, inPage: true } } };
    await show(look({ tokens: [own, other], site: { ...site, tokenIds: ['l', 'm'] } }));
    expect(screen.getAllByRole('button', { name: /このページに入力/ }).map(({ textContent }) => textContent)).toEqual([
      'Exampleの番号をこのページに入力',
      'taroの番号をこのページに入力',
    ]);
  });

  it('has no button where the page has no field, and says when the page itself offers nothing', async () => {
    await show(look({ tokens: [own], site: { ...site, roles: [], inPage: false } }));
    expect(screen.queryByRole('button', { name: /このページに入力/ })).toBeNull();
    expect(screen.getByRole('region', { name: '開いているページ' }).textContent).toContain('ツールバーの鍵札から入力できます');
  });
});
