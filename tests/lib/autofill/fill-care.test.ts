// @vitest-environment jsdom
/** Where a page answers while it is filled: nothing is written that is not wanted any more, and nothing of ours stays. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { empty, fill, frameOf } from '../../../lib/autofill/fill.ts';
import { openPage } from '../../pages/open.ts';

const frame = async (): Promise<void> => {};
const ROW = '<input class="b" maxlength="1">'.repeat(6);
const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input.b')];
const values = (): string => boxes().map(({ value }) => value).join('');

function page(html: string): HTMLInputElement {
  openPage(html);
  return document.querySelector('input') ?? expect.unreachable();
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a field', () => {
  it('gets the focus without a scroll, and events as a replacement of its text gives', async () => {
    const field = page('<input>');
    const focus = vi.spyOn(field, 'focus');
    const heard: unknown[] = [];
    for (const kind of ['input', 'change'])
      document.addEventListener(kind, (event) => {
        const { bubbles, composed } = event;
        heard.push([kind, bubbles, composed, ...(event instanceof InputEvent ? [event.inputType, event.data] : [])]);
      });
    await fill([field], '123456', frame);
    expect(focus.mock.calls).toEqual([[{ preventScroll: true }]]);
    expect(heard).toEqual([['input', true, true, 'insertReplacementText', '123456'], ['change', true, true]]);
  });

  it('is not written where the page answers the focus by sending the form elsewhere', async () => {
    const field = page('<form action="/here"><input></form>');
    field.addEventListener('focus', () => field.form?.setAttribute('action', 'https://elsewhere.example/'));
    await expect(fill([field], '123456', frame)).rejects.toThrow('field-unusable');
    expect(field.value).toBe('');
  });

  it('is looked at only when a framework has had its turns, of which it takes several', async () => {
    const field = page('<input>');
    let times = 0;
    field.addEventListener('input', () => {
      if (times++ > 0) return;
      void Promise.resolve().then(() => undefined).then(() => undefined).then(() => (field.value = ''));
    });
    await fill([field], '123456', frame);
    expect([field.value, times]).toEqual(['123456', 2]);
  });

  it('that the page took away has taken the code', async () => {
    const field = page('<form><input></form>');
    let times = 0;
    field.addEventListener('input', () => {
      times++;
      field.value = '';
      field.remove();
    });
    await fill([field], '123456', frame);
    expect(times).toBe(1);
  });

  it('that is sent at the second try only is no failure', async () => {
    const field = page('<form><input></form>');
    let times = 0;
    field.form?.addEventListener('submit', (event) => event.preventDefault());
    field.addEventListener('input', () => {
      field.value = '';
      if (++times === 2) field.form?.requestSubmit();
    });
    await fill([field], '123456', frame);
    expect(times).toBe(2);
  });

  it.each(['123456', 'other'])('leaves no listener of ours behind (%s)', async (answered) => {
    const field = page('<input>');
    field.addEventListener('input', () => (field.value = answered));
    const [added, removed] = [vi.spyOn(document, 'addEventListener'), vi.spyOn(document, 'removeEventListener')];
    await fill([field], '123456', frame).catch(() => undefined);
    expect(added.mock.calls).toHaveLength(1);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });
});

const part = (length: number): string => `<input class="b" maxlength="${length}">`;

describe('a code in parts', () => {
  it.each([[2, 3, '123456', ['123', '456']], [3, 2, '123456', ['12', '34', '56']], [2, 4, '12345678', ['1234', '5678']]])('of %i fields for %i digits each is filled part by part', async (count, length, code, parts) => {
    openPage(part(length).repeat(count));
    expect(await fill(boxes(), code, frame)).toEqual(boxes());
    expect(boxes().map(({ value }) => value)).toEqual(parts);
    expect(empty(boxes(), code)).toBe(true);
    expect(values()).toBe('');
  });

  it.each(['12345', '1234567', '12345678'])('is left as it is by %s, which has another length', async (code) => {
    openPage(part(3).repeat(2));
    await expect(fill(boxes(), code, frame)).rejects.toThrow('field-unusable');
    expect(values()).toBe('');
  });

  it('of which the page did not take the first part at once is put right', async () => {
    openPage(part(3).repeat(2));
    const [first = expect.unreachable()] = boxes();
    first.addEventListener('input', () => (first.value = ''), { once: true });
    await fill(boxes(), '123456', frame);
    expect(boxes().map(({ value }) => value)).toEqual(['123', '456']);
  });
});

describe('a row of boxes', () => {
  it('is left alone once the page has sent it', async () => {
    openPage(`<form>${ROW}</form>`);
    const [, , third] = boxes();
    third?.form?.addEventListener('submit', (event) => event.preventDefault());
    third?.addEventListener('input', () => third.form?.requestSubmit());
    await fill(boxes(), '123456', frame);
    expect(values()).toBe('123');
  });

  it('is not written again where the page sent it at its last digit and emptied it', async () => {
    openPage(`<form>${ROW}</form>`);
    const last = boxes().at(-1);
    let inputs = 0;
    document.addEventListener('input', () => inputs++);
    last?.form?.addEventListener('submit', (event) => event.preventDefault());
    last?.addEventListener('input', () => {
      last.form?.requestSubmit();
      for (const box of boxes()) box.value = '';
    });
    await fill(boxes(), '123456', frame);
    expect([values(), inputs]).toEqual(['', 6]);
  });

  it('is refused at a box that is read-only', async () => {
    openPage(ROW);
    const [, , third = expect.unreachable()] = boxes();
    third.readOnly = true;
    await expect(fill(boxes(), '123456', frame)).rejects.toThrow('field-read-only');
    expect(values()).toBe('12');
  });

  it('has its first box written also where all stands in it already', async () => {
    openPage(ROW);
    for (const [index, box] of boxes().entries()) box.value = '123456'.charAt(index);
    let inputs = 0;
    document.addEventListener('input', () => inputs++);
    await fill(boxes(), '123456', frame);
    expect([values(), inputs]).toEqual(['123456', 1]);
  });

  it('is put right once, and only where it is wrong', async () => {
    openPage(ROW);
    const [first, second] = boxes();
    const written: number[] = [];
    for (const [index, box] of boxes().entries()) box.addEventListener('input', () => written.push(index));
    let isFirst = true;
    second?.addEventListener('input', () => {
      if (isFirst && first) first.value = '';
      isFirst = false;
    });
    await fill(boxes(), '123456', frame);
    expect([values(), written]).toEqual(['123456', [0, 1, 2, 3, 4, 5, 0]]);
  });

  it('is waited for by two frames at each box, and refused after that', async () => {
    openPage(ROW);
    const [, second] = boxes();
    second?.setAttribute('disabled', '');
    let frames = 0;
    await expect(fill(boxes(), '123456', async () => void frames++)).rejects.toThrow('field-unusable');
    expect([values(), frames]).toEqual(['1', 3]);
  });

  it('is given a frame between boxes, and none after the last', async () => {
    openPage(ROW);
    let frames = 0;
    await fill(boxes(), '123456', async () => void frames++);
    expect(frames).toBe(5);
  });

  it('leaves no listener of ours behind', async () => {
    openPage(ROW);
    const [added, removed] = [vi.spyOn(document, 'addEventListener'), vi.spyOn(document, 'removeEventListener')];
    await fill(boxes(), '123456', frame);
    expect(added.mock.calls).toHaveLength(1);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  it('is no row without a box', async () => {
    await expect(fill([], '', frame)).rejects.toThrow('field-unusable');
  });
});

describe('taking a code out', () => {
  it('tells the page, as filling does', () => {
    const field = page('<input value="123456">');
    const heard: string[] = [];
    for (const kind of ['input', 'change']) document.addEventListener(kind, () => heard.push(`${kind}:${field.value}`));
    expect(empty([field], '123456')).toBe(true);
    expect(heard).toEqual(['input:', 'change:']);
  });

  it('leaves a field alone that is read-only by now, or gone', () => {
    const field = page('<input value="123456">');
    field.readOnly = true;
    expect([empty([field], '123456'), field.value]).toEqual([false, '123456']);
    field.readOnly = false;
    field.remove();
    expect([empty([field], '123456'), field.value]).toEqual([false, '123456']);
  });

  it('leaves a whole row alone where one box is read-only', () => {
    openPage(ROW);
    for (const [index, box] of boxes().entries()) box.value = '123456'.charAt(index);
    const [first = expect.unreachable()] = boxes();
    first.readOnly = true;
    expect([empty(boxes(), '123456'), values()]).toEqual([false, '123456']);
  });
});

describe('a frame', () => {
  it('is the next that is drawn, and 50 ms where none is', async () => {
    vi.useFakeTimers();
    const draws: (() => void)[] = [];
    const view = { setTimeout: window.setTimeout.bind(window), clearTimeout: window.clearTimeout.bind(window), requestAnimationFrame: (draw: () => void) => draws.push(draw) };
    const said: string[] = [];
    const waited = (name: string): Promise<void> => frameOf(Object.assign(Object.create(window), view))().then(() => void said.push(name));
    const drawn = waited('drawn');
    draws[0]?.();
    await drawn;
    expect(vi.getTimerCount()).toBe(0);
    const late = waited('late');
    await vi.advanceTimersByTimeAsync(49);
    expect(said).toEqual(['drawn']);
    await vi.advanceTimersByTimeAsync(1);
    await late;
    expect(said).toEqual(['drawn', 'late']);
  });
});
