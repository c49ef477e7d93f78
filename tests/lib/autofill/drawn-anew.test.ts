// @vitest-environment jsdom
/** Rows of boxes that the page draws again while they are filled. */
import { describe, expect, it } from 'vitest';
import { empty, fill } from '../../../lib/autofill/fill.ts';
import { openPage } from '../../pages/open.ts';
import { bank, GIVEN } from './filling-bank.ts';

const frame = async (): Promise<void> => {};
const ROW = '<input class="b" maxlength="1">'.repeat(6);
const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input.b')];
const values = (): string => boxes().map(({ value }) => value).join('');
const form = (): HTMLFormElement => document.querySelector('form') ?? expect.unreachable();

function draw(digits: string): void {
  form().innerHTML = `ワンタイムパスワード${ROW}`;
  for (const [index, box] of boxes().entries()) box.value = digits.charAt(index);
}

/** Draws all boxes again at each digit, with what is `kept` of it. Returns how often it did. */
function drawAnew(kept: (digits: string) => string): () => number {
  let inputs = 0;
  draw('');
  form().addEventListener('input', () => {
    inputs++;
    draw(kept(values()));
  });
  return () => inputs;
}

describe('a row that the page draws anew after each digit', () => {
  it('is followed', async () => {
    openPage('<form></form>');
    const inputs = drawAnew((digits) => digits);
    const holding = await fill(boxes(), '123456', frame);
    expect([values(), inputs()]).toEqual(['123456', 6]);
    expect(holding).toEqual(boxes());
    expect([empty(holding, '123456'), values()]).toEqual([true, '']);
  });

  it('is followed where one box only is another one', async () => {
    openPage(`<form>${ROW}</form>`);
    const [first] = boxes();
    first?.addEventListener('input', () => {
      first.replaceWith(Object.assign(document.createElement('input'), { className: 'b', maxLength: 1, value: first.value }));
    });
    const holding = await fill(boxes(), '123456', frame);
    expect([values(), holding]).toEqual(['123456', boxes()]);
    expect([empty(holding, '123456'), values()]).toEqual([true, '']);
  });

  it('is emptied when the code in it runs out', async () => {
    const { filling, turn, said } = bank('<form></form>', [GIVEN]);
    drawAnew((digits) => digits);
    await filling.fill('t', null);
    const full = values();
    await turn(20_000);
    expect([full, values(), said]).toEqual(['123456', '', ['done', 'expired']]);
  });

  it('is refused where some of the digits are lost', async () => {
    openPage('<form></form>');
    const inputs = drawAnew((digits) => digits.slice(-1));
    await expect(fill(boxes(), '123456', frame)).rejects.toThrow('fill-altered');
    expect(inputs()).toBe(6);
  });

  it('is not written again where the page took the code and drew an empty one', async () => {
    openPage('<form></form>');
    const inputs = drawAnew((digits) => (digits.length === 6 ? '' : digits));
    await fill(boxes(), '123456', frame);
    expect([values(), inputs()]).toEqual(['', 6]);
  });
});

describe('a row that goes while it is filled', () => {
  it.each(['<p>完了しました</p>', `${ROW}<input>`, '<input class="b">'.repeat(6), '<input class="b" type="tel" maxlength="1">'.repeat(6)])('was sent where something else stands in its place: %s', async (html) => {
    openPage(`<form>${ROW}</form>`);
    boxes()[2]?.addEventListener('input', () => (form().innerHTML = html));
    await fill(boxes(), '123456', frame);
    expect(values()).toBe('');
  });

  it('is refused where a box is missing and the first is still there', async () => {
    openPage(`<form>${ROW}</form>`);
    const [first, second] = boxes();
    first?.addEventListener('input', () => second?.remove());
    await expect(fill(boxes(), '123456', frame)).rejects.toThrow('field-unusable');
  });

  it('is refused where a box became one of another kind, and no digit goes into the others then', async () => {
    openPage(`<form>${ROW}</form>`);
    const [first, second] = boxes();
    first?.addEventListener('input', () => second?.replaceWith(Object.assign(document.createElement('input'), { className: 'b', type: 'tel', maxLength: 1 })));
    await expect(fill(boxes(), '123456', frame)).rejects.toThrow('field-unusable');
    expect(values().slice(1)).toBe('');
  });
});
