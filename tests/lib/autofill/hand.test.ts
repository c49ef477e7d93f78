// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Hand, newHand } from '../../../lib/autofill/hand.ts';
import { targetsOf } from '../../../lib/autofill/targets.ts';
import { client } from '../../../lib/messages/client.ts';
import type { Appearance } from '../../../lib/messages/appearance.ts';
import type { Offer, PageRequests } from '../../../lib/messages/protocol.ts';
import { openPage } from '../../pages/open.ts';

const FIELD = '<form><table><tr><th>ワンタイムパスワード</th><td><input maxlength="6"></td></tr></table></form>';
const TOKENS: Offer['tokens'] = [{ id: 't', label: 'SKTS00012345', state: 'ACTIVE' }];

let made: () => ShadowRoot[];
let hand: Hand;
let field: HTMLInputElement;

beforeEach(() => {
  vi.useFakeTimers();
  const spy = vi.spyOn(Element.prototype, 'attachShadow');
  // They are closed to everybody but who makes them.
  made = () => spy.mock.results.flatMap(({ value }) => (value instanceof ShadowRoot ? [value] : []));
  openPage(FIELD);
  field = document.querySelector('input') ?? expect.unreachable();
  const ask = client<PageRequests>(async () => ({ ok: false, reason: 'code-spent' }));
  hand = newHand(window, ask, { documentName: 'd', roles: () => ['current'], targets: (near) => targetsOf(document, near) });
});
afterEach(() => {
  hand.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const card = (): Element => made().at(-1)?.querySelector('.card') ?? expect.unreachable();
function offered(language: Appearance['language'], theme: Appearance['theme'] = 'auto'): [string, string] {
  hand.close();
  hand.show(field, { kind: 'in-page', institution: 'あぶくま信用金庫', language, theme, locked: false, tokens: TOKENS });
  return [card().getAttribute('lang') ?? '', card().querySelector('.brand')?.textContent ?? ''];
}

describe('what speaks in a page', () => {
  it('follows the customer’s language from one offer to the next, and the browser’s where none was chosen', () => {
    const english = ['en', 'Kagifuda'];
    expect(navigator.language).toBe('en-US');
    expect([offered('auto'), offered('ja'), offered('en'), offered('ja'), offered('auto')]).toEqual([english, ['ja', '鍵札'], english, ['ja', '鍵札'], english]);
  });

  it.each([
    ['ja', 'この番号は使用済みです'],
    ['en', 'This code has been used'],
    [undefined, 'This code has been used'],
  ])('follows it (%s) in the sentences of a fill from outside the page', async (language, said) => {
    const answer = hand.answer({ name: 'fillNow', ask: { tokenId: 't', ...(language === undefined ? {} : { language }) } });
    await vi.advanceTimersByTimeAsync(100);
    expect(await answer).toEqual({ ok: false, reason: 'code-spent' });
    expect(card().textContent).toContain(said);
  });

  it('is light or dark as the customer chose, from one card to the next, and as the browser has it where nothing was chosen', async () => {
    const worn = (theme: Appearance['theme']): string => (offered('ja', theme), card().className);
    expect([worn('auto'), worn('dark'), worn('light'), worn('auto')]).toEqual(['card', 'card dark', 'card light', 'card']);
    const answer = hand.answer({ name: 'fillNow', ask: { tokenId: 't', language: 'ja', theme: 'dark' } });
    await vi.advanceTimersByTimeAsync(100);
    await answer;
    expect(card().className).toBe('card dark');
  });

  it('says the fields and the key in one language, with its own full stop', () => {
    offered('en');
    expect(made().at(-1)?.querySelector('.spoken')?.textContent).toBe('One-time password. Press the down arrow to choose');
    offered('ja');
    expect(made().at(-1)?.querySelector('.spoken')?.textContent).toBe('ワンタイムパスワード。下矢印キーで選べます');
  });
});
