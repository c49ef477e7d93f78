// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { gateOf } from '../../components/copy-gate.tsx';
import { likeness } from '../../lib/institutions/look-alike.ts';
import { profiles } from '../../lib/institutions/profiles.ts';
import type { Look, SiteLook, TokenLook } from '../../lib/messages/looks.ts';
import { localToken, look, NOON, settle, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

beforeEach(stopTime);

const elsewhere = (host: string): SiteLook => ({ kind: 'other', host, like: likeness(host, profiles()), bindable: `https://${host}` });
const shop = 'https://shop.example';
const local = (origin: string | null, counts = false): TokenLook => {
  const site = origin === null ? null : { origin, inPage: true };
  return localToken({ local: { issuer: 'Example', account: 'hanako', counts, site }, ...(counts ? { code: null } : {}) });
};
const copied = { digits: '482915', endsAt: NOON + 18_000, again: false, clearing: 'stays' as const };
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const copyCounted = () => ({ clearing: 'stays' as const, clearsAt: NOON + 60_000 });
const show = (shown: TokenLook, site: Look['site']) =>
  popup(look({ tokens: [shown], site }), { copy: () => copied, copyCounted, nextCode: () => ({ digits: '755224', counter: 12 }) });

describe('a copy beside a site that is not the bank’s', () => {
  it('asks first, with the host and the institution, and the true site has the focus', async () => {
    const { clipboard, asked, opened } = await show(token(), elsewhere('forum.example'));
    await click(button('コピー'));
    expect([clipboard, asked.filter((name) => name !== 'look')]).toEqual([[], []]);
    const said = 'このサイト（forum.example）はあぶくま信用金庫のサイトではありません。番号を入力すると、だまし取られるおそれがあります。';
    expect(screen.getByRole('group', { name: said })).toBeTruthy();
    expect(screen.getByText('forum.example', { selector: '.gate .host' })).toBeTruthy();
    expect(document.activeElement).toBe(button('正規サイトを開く'));
    await click(button('正規サイトを開く'));
    expect(opened).toEqual([token().loginAddress]);
    expect(clipboard).toEqual([]);
  });

  it('copies on the second answer, and the focus is on the copy button again', async () => {
    const { clipboard } = await show(token(), elsewhere('forum.example'));
    await click(button('コピー'));
    await click(button('それでもコピーする'));
    expect(clipboard).toEqual(['482915']);
    expect(screen.queryByRole('group', { name: /ではありません/ })).toBeNull();
    expect(document.activeElement).toBe(button('コピー'));
  });

  it('is asked about by Enter and by a click on the digits, too; Esc leaves it, and the popup open', async () => {
    const { clipboard, closed } = await show(token(), elsewhere('forum.example'));
    for (const press of [() => fireEvent.keyDown(screen.getByRole('article'), { key: 'Enter' }), () => fireEvent.click(screen.getByRole('img', { name: /ワンタイムパスワード/ }))]) {
      press();
      await settle();
      fireEvent.keyDown(button('正規サイトを開く'), { key: 'Escape' });
      await settle();
      expect(screen.queryByRole('group', { name: /ではありません/ })).toBeNull();
      expect(document.activeElement).toBe(button('コピー'));
    }
    expect(clipboard).toEqual([]);
    expect(closed).not.toHaveBeenCalled();
  });

  it('has the safe answer first where no true site is known', async () => {
    await show(token({ loginAddress: null }), elsewhere('forum.example'));
    await click(button('コピー'));
    expect(screen.queryByRole('button', { name: '正規サイトを開く' })).toBeNull();
    expect(document.activeElement).toBe(button('コピーしない'));
  });

  it('is warned of more strongly beside a name that is like a bank’s', async () => {
    await show(token(), elsewhere('ib-shinkin.localhost'));
    expect(screen.getByRole('region', { name: '開いているページ' }).textContent).toMatch(/似た名前/);
    await click(button('コピー'));
    expect(screen.getByRole('group', { name: /にせのサイトかもしれません/ })).toBeTruthy();
  });

  it('is not called a fake on a host that only has a word of the trade', async () => {
    await show(token(), elsewhere('www.shinkin.co.jp'));
    expect(screen.getByRole('region', { name: '開いているページ' }).textContent).toMatch(/インターネットバンキングの画面ではありません/);
    await click(button('コピー'));
    expect(screen.getByRole('group', { name: /インターネットバンキングではありません/ }).textContent).not.toMatch(/にせ/);
  });
});

describe('the site line of an unlisted site', () => {
  it('says so and names the host, calmly where it is like no bank’s', async () => {
    const { unmount } = await show(token(), elsewhere('forum.example:8443'));
    expect(screen.getByRole('region', { name: '開いているページ' }).textContent).toBe('登録されていないサイトです forum.example:8443');
    unmount();
    await show(token(), { kind: 'other', host: null, like: 'none', bindable: null });
    expect(screen.queryByRole('region', { name: '開いているページ' })).toBeNull();
  });

  it('shows letters of other alphabets in ASCII as well', async () => {
    const { host } = new URL('https://ib.shіnkin-ib.jp');
    await show(token(), elsewhere(host));
    expect(screen.getByRole('region', { name: '開いているページ' }).textContent).toContain(`${host} = ib.shіnkin-ib.jp`);
  });
});

describe('an imported token', () => {
  it('is copied without a question while it has no site, and on its own', async () => {
    const calm: [TokenLook, SiteLook][] = [
      [local(null), elsewhere('forum.example')],
      [local(shop), { kind: 'own', host: 'shop.example', origin: shop, like: 'none', roles: [], offersOver: false, tokenIds: [], inPage: true }],
    ];
    for (const [one, site] of calm) {
      const { clipboard, unmount } = await show(one, site);
      await click(button('コピー'));
      expect(clipboard).toEqual(['482915']);
      unmount();
    }
  });

  it('is asked about beside another site than its own, also one that counts', async () => {
    const { clipboard, opened } = await show(local(shop, true), elsewhere('forum.example'));
    await click(button('次の番号を出す'));
    await click(button('コピー'));
    expect(screen.getByRole('group', { name: /Exampleを使うサイト（shop\.example）ではありません/ })).toBeTruthy();
    await click(button('登録したサイトを開く'));
    expect(opened).toEqual([shop]);
    await click(button('それでもコピーする'));
    expect(clipboard).toEqual(['755224']);
  });

  it('names each host in one piece with its brackets, so that none stands alone at the end of a line', async () => {
    await show(local(shop), elsewhere('forum.example'));
    await click(button('コピー'));
    expect([...document.querySelectorAll('.gate .host-piece')].map(({ textContent }) => textContent)).toEqual(['（forum.example）', '（shop.example）']);
  });

  it('can’t take the place of a host in the question by its name', async () => {
    const site = { origin: shop, inPage: true };
    await show(localToken({ local: { issuer: 'Ex\uFFFCample', account: '', counts: false, site } }), elsewhere('forum.example'));
    await click(button('コピー'));
    expect(screen.getByRole('group', { name: /（forum\.example）は、Exampleを使うサイト（shop\.example）/ })).toBeTruthy();
  });
});

describe('the question', () => {
  const none = { kind: 'other', host: null, like: 'none', bindable: null } as const;
  const bank: SiteLook = { kind: 'bank', host: 'ib.shinkin.localhost', institution: null, roles: [], offersOver: false, tokenIds: [] };
  const own: SiteLook = { kind: 'own', host: 'shop.example', origin: shop, like: 'none', roles: [], offersOver: false, tokenIds: [], inPage: true };

  it.each([
    ['a page that is no site', none, token(), false],
    ['a bank’s page', bank, token(), false],
    ['a bank’s page, of an imported token', bank, local(shop), false],
    ['an ordinary site', elsewhere('forum.example'), token(), true],
    ['the site of an imported token', own, token(), true],
    ['the site of another imported token', own, local('https://forum.example'), true],
    ['another port of its own site', own, local(`${shop}:8443`), true],
    ['no site of its own', own, local(null), false],
  ] as const)('on %s', (_, site, shown, isAsked) => {
    expect(gateOf(site, shown, 'name') !== null).toBe(isAsked);
  });
});
