// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newHand } from '../../../lib/autofill/hand.ts';
import { newReader, type Reader } from '../../../lib/autofill/reader.ts';
import { client } from '../../../lib/messages/client.ts';
import type { PageRequests } from '../../../lib/messages/protocol.ts';
import { openPage } from '../../pages/open.ts';

const FIELD = '<form><table><tr><th>ワンタイムパスワード</th><td><input maxlength="6"></td></tr></table></form>';
let asked: { name: string; ask: unknown }[] = [];
let readers: Reader[] = [];

async function send(message: unknown): Promise<unknown> {
  const name = String(Reflect.get(Object(message), 'name'));
  asked.push({ name, ask: Reflect.get(Object(message), 'ask') });
  const given = { kind: 'given', digits: '123456', serial: null, endsIn: 20_000 };
  return { ok: true, answer: name === 'take' ? given : name === 'arrive' ? { kind: 'none', institution: '', locked: false, tokens: [] } : {} };
}

function arrive(html: string): Reader {
  openPage(html);
  const ask = client<PageRequests>(send);
  const reader = newReader(window, ask, crypto.randomUUID(), async () => (view, read) => newHand(view, ask, read));
  readers.push(reader);
  return reader;
}

async function fillIn(reader: Reader): Promise<void> {
  const filled = reader.answer({ name: 'fillNow', ask: { tokenId: 't' } });
  await vi.advanceTimersByTimeAsync(100);
  expect(await filled).toMatchObject({ ok: true });
}

const names = (): string[] => asked.map(({ name }) => name);

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
});
afterEach(() => {
  for (const reader of readers) reader.stop();
  readers = [];
  vi.useRealTimers();
});

describe('a bank page', () => {
  it('is announced with its roles', () => {
    arrive(FIELD);
    expect(asked).toEqual([{ name: 'arrive', ask: { roles: ['current'], acted: false } }]);
  });

  it('without a field costs no message', () => {
    arrive('<h1>ようこそ</h1>');
    expect(asked).toEqual([]);
  });

  it('is unchanged before the user acts, also under scripted events', () => {
    arrive(FIELD);
    const before = document.documentElement.outerHTML;
    const input = document.querySelector('input');
    input?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    input?.dispatchEvent(new KeyboardEvent('keyup', { key: 'Tab', bubbles: true }));
    input?.focus();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(names()).toEqual(['arrive']);
  });

  it('is looked at again when it grows or shrinks, and told only when the roles change', async () => {
    arrive('<main></main>');
    const main = document.querySelector('main');
    main?.insertAdjacentHTML('beforeend', FIELD);
    await vi.advanceTimersByTimeAsync(300);
    main?.insertAdjacentHTML('beforeend', '<p>残高</p>');
    await vi.advanceTimersByTimeAsync(300);
    main?.replaceChildren();
    await vi.advanceTimersByTimeAsync(300);
    expect(asked.map(({ ask }) => ask)).toEqual([{ roles: ['current'], acted: false }, { roles: [], acted: false }]);
  });

  it('answers what fields it has, and fills when the background says so', async () => {
    const reader = arrive(FIELD);
    expect(await reader.answer({ name: 'whatFields', ask: {} })).toEqual({ ok: true, answer: { roles: ['current'], offersOver: false } });
    const filled = reader.answer({ name: 'fillNow', ask: { tokenId: 't' } });
    await vi.advanceTimersByTimeAsync(100);
    expect(await filled).toEqual({ ok: true, answer: { kind: 'filled', roles: ['current'] } });
    expect(document.querySelector('input')?.value).toBe('123456');
  });

  it('names its field anew after it was left, and unlike any other document', async () => {
    const reader = arrive(FIELD);
    await fillIn(reader);
    await fillIn(reader);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await fillIn(reader);
    reader.stop();
    await fillIn(arrive(FIELD));
    const fields = asked.flatMap(({ name, ask }) => (name === 'take' ? [Reflect.get(Object(ask), 'field')] : []));
    expect(fields[1]).toBe(fields[0]);
    expect(new Set(fields).size).toBe(3);
    expect(fields.filter((field) => !/^[0-9a-f-]{36}-\d+$/.test(String(field)))).toEqual([]);
  });

  it.each([null, 'fillNow', {}, { name: 'fillNow' }, { name: 'fillNow', ask: { tokenId: 1 } }, { name: 'take', ask: {} }])(
    'refuses the message %o',
    async (message) => {
      expect(await arrive(FIELD).answer(message)).toEqual({ ok: false, reason: 'message-garbled' });
    },
  );

  it('says why it could not fill', async () => {
    const reader = arrive('<p>ようこそ</p>');
    expect(await reader.answer({ name: 'fillNow', ask: { tokenId: 't' } })).toEqual({ ok: false, reason: 'page-without-field' });
  });

  it('tells of a completion page once', async () => {
    arrive('<p>ワンタイムパスワードの利用開始が完了しました。</p><p>受付番号：0HT18BUADJU1</p><p>受付時刻：2018年07月24日12時28分32秒</p><p>シリアル番号：SKTS00012345</p>');
    document.body.append('おわり', document.createElement('p'));
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toEqual([
      { name: 'completed', ask: { errand: 'start', number: '0HT18BUADJU1', time: '2018年07月24日12時28分32秒', serial: 'SKTS00012345' } },
    ]);
  });
});
