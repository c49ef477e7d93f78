// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sentinel } from '../../../lib/autofill/sentinel.ts';
import { openPage } from '../../pages/open.ts';
import { believePeople, keyDown, keyUp, point } from './person.ts';

const FIELD = '<label>ワンタイムパスワード <input></label>';

let asked = 0;
let answers: boolean[] = [];
let stop = (): void => undefined;
let noted: HTMLInputElement[] = [];

async function bring(): Promise<boolean> {
  asked++;
  return answers.shift() ?? true;
}

function wait(html: string): void {
  openPage(html);
  stop = sentinel(document, { bring, note: (field) => noted.push(field) });
}

const grow = async (html: string): Promise<void> => {
  document.body.insertAdjacentHTML('beforeend', html);
  await vi.advanceTimersByTimeAsync(300);
};

beforeEach(() => {
  [asked, answers, noted] = [0, [], []];
  vi.useFakeTimers();
  believePeople();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the sentinel', () => {
  it.each([
    ['a field that may want a code', '<label>ワンタイムパスワード <input></label>'],
    ['one that is typed in secret', '<h2>トークンの番号を入力</h2><p><input type="password"></p>'],
    ['a completion page', '<p>ワンタイムパスワードの利用開始が完了しました。</p>'],
  ])('has the reader brought for %s', (_, html) => {
    wait(html);
    expect(asked).toBe(1);
  });

  it('has it brought for a custom element with an open root', async () => {
    wait('<main></main>');
    const host = document.createElement('bank-form');
    host.attachShadow({ mode: 'open' });
    document.querySelector('main')?.append(host);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toBe(1);
  });

  it('stays silent where there is nothing to type', async () => {
    wait('<h1>ようこそ</h1><input type="hidden"><input type="checkbox"><input type="submit">');
    await grow('<p>残高</p>');
    expect(asked).toBe(0);
  });

  it('waits for the field, and asks once', async () => {
    wait('<main></main>');
    await grow('<h1>ログイン</h1><label>ログインパスワード <input type="password"></label>');
    expect(asked).toBe(0);
    await grow('<label>ワンタイムパスワード <input></label>');
    await grow('<input>');
    expect(asked).toBe(1);
  });

  it('asks again when it was answered nothing', async () => {
    answers = [false, false, true];
    wait(FIELD);
    await grow('<p>1</p>');
    await grow('<p>2</p>');
    await grow('<p>3</p>');
    expect(asked).toBe(3);
  });

  it('believes no scripted act', async () => {
    wait('<main></main>');
    document.querySelector('main')?.insertAdjacentHTML('beforeend', FIELD);
    document.querySelector('input')?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect([asked, noted]).toEqual([0, []]);
  });

  it('leaves the page as it was', () => {
    openPage(FIELD);
    const before = document.documentElement.outerHTML;
    stop = sentinel(document, { bring, note: (field) => noted.push(field) });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

/** A page that has grown by `html` just now: nobody has looked at it again yet. */
function grown(html: string): HTMLInputElement {
  wait('<main></main>');
  document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
  return document.querySelector('input') ?? expect.unreachable();
}

describe('a person who comes to a field before the reader', () => {
  it.each<[string, (field: HTMLInputElement) => void]>([
    ['with the pointer', (field) => point(field)],
    ['with the keyboard', (field) => keyUp(field, 'Tab')],
  ])('%s has it brought at once, and the field is noted', (_, come) => {
    const field = grown(FIELD);
    come(field);
    expect([asked, noted]).toEqual([1, [field]]);
  });

  it('is heard also where the page keeps its events to itself', () => {
    const field = grown(FIELD);
    field.addEventListener('pointerdown', (event) => event.stopPropagation());
    point(field);
    expect([asked, noted]).toEqual([1, [field]]);
  });

  it('is heard in an open shadow root', () => {
    const host = document.createElement('bank-form');
    wait('<main></main>');
    document.querySelector('main')?.append(host);
    host.attachShadow({ mode: 'open' }).innerHTML = FIELD;
    const field = host.shadowRoot?.querySelector('input') ?? expect.unreachable();
    point(field);
    expect([asked, noted]).toEqual([1, [field]]);
  });

  it('has the field noted, though nothing is worth reading yet', () => {
    const field = grown('<label>ログインパスワード <input></label>');
    point(field);
    expect([asked, noted]).toEqual([0, [field]]);
  });

  it('has nothing brought by an act beside it, nor by one that means nothing', () => {
    const field = grown(`${FIELD}<p></p>`);
    point(document.querySelector('p') ?? expect.unreachable());
    keyDown(field, 'Tab');
    expect([asked, noted]).toEqual([0, []]);
  });
});

describe('the sentinel is over', () => {
  it('once the reader has come: nothing is noted any more', async () => {
    const field = grown(FIELD);
    point(field);
    await vi.advanceTimersByTimeAsync(0);
    point(field);
    keyUp(field, 'Tab');
    expect([asked, noted]).toEqual([1, [field]]);
  });

  it('when it is stopped', async () => {
    const field = grown(FIELD);
    stop();
    point(field);
    await vi.advanceTimersByTimeAsync(300);
    expect([asked, noted]).toEqual([0, []]);
  });

  it('not while nobody came: what the customer does meanwhile asks only once at a time', async () => {
    answers = [false, true];
    const field = grown(FIELD);
    point(field);
    point(field);
    expect([asked, noted]).toEqual([1, [field, field]]);
    await vi.advanceTimersByTimeAsync(0);
    point(field);
    expect(asked).toBe(2);
  });
});
