// @vitest-environment jsdom
/** Which fields stand in a row, and which rows hold one code. */
import { describe, expect, it } from 'vitest';
import { isInParts, lengthsIn } from '../../../lib/autofill/box-lengths.ts';
import { isCodeRow, rowOf, runs } from '../../../lib/autofill/boxes.ts';
import { openPage } from '../../pages/open.ts';

const inputs = (): HTMLInputElement[] => [...document.querySelectorAll('input')];
const box = '<input maxlength="1">';
const numeric = '<input inputmode="numeric">';
const part = (length: number): string => `<input maxlength="${length}">`;

/** Lengths of the runs, in order. */
function runsIn(html: string): number[] {
  openPage(html);
  return runs(inputs()).map((run) => run.length);
}
/** Places of the fields of the first run. */
function firstRun(html: string): number[] {
  openPage(html);
  return (runs(inputs())[0] ?? []).map((one) => inputs().indexOf(one));
}
function isCode(html: string): boolean {
  openPage(html);
  return isCodeRow(inputs());
}

function lengthsOf(html: string): number[] {
  openPage(html);
  return lengthsIn(inputs());
}
/** Six boxes in a table, under these rows. */
const isCodeUnder = (headers: string): boolean => isCode(`<table>${headers}<tr>${`<td>${box}</td>`.repeat(6)}</tr></table>`);

describe('a run of fields', () => {
  it.each([
    ['a length of one', '<input maxlength="1">'],
    ['a width of one', '<input size="1">'],
    ['the pattern of one digit', '<input pattern="[0-9]">'],
    ['another such pattern', '<input pattern="\\d">'],
    ['a third', '<input pattern="[\\d]">'],
    ['one that says how often', '<input pattern="[0-9]{1}">'],
  ])('is made of fields with %s', (_, field) => expect(runsIn(field.repeat(3))).toEqual([3]));

  it.each([
    ['a pattern of more digits', '<input pattern="[0-9]{6}">'],
    ['a pattern that begins otherwise', '<input pattern="A[0-9]">'],
    ['a pattern that goes on', '<input pattern="[0-9]A">'],
    ['nothing of all that', '<input name="a">'],
    ['room for five', part(5)],
    ['room for more than a code, each', part(7)],
  ])('is not made of fields with %s', (_, field) => expect(runsIn(field.repeat(6))).toEqual([]));

  it.each(['<input type="tel">', '<input type="number">', numeric, '<input>'])('is made of six of %s, which a script keeps to one digit each', (field) => {
    expect([runsIn(field.repeat(5)), runsIn(field.repeat(6)), runsIn(field.repeat(7))]).toEqual([[], [6], [7]]);
  });

  it.each(['<input type="tel" placeholder="03-1234-5678">', '<input type="tel" maxlength="7">', '<input inputmode="decimal">', '<input id="a">', '<input placeholder="1">'])('is not made of six of %s', (field) => {
    expect(runsIn(field.repeat(6))).toEqual([]);
  });

  it('is not made of one field', () => expect(runsIn(`${box}<p>その他</p>${box}`)).toEqual([]));

  it('ends at text, goes on over separators and over the places of its boxes', () => {
    expect(runsIn(`${box}${box}<p>その他</p>${box}${box}${box}`)).toEqual([2, 3]);
    expect(runsIn([box, box, box].join(' - '))).toEqual([3]);
    expect(runsIn([box, box, box].join('－'))).toEqual([3]);
    expect(runsIn([1, 2, 3].map((at) => `<label>${at}桁目${box}</label>`).join(''))).toEqual([3]);
    expect(runsIn([1, 2, 3].map((at) => `<label>Digit ${at} of 6${box}</label>`).join(''))).toEqual([3]);
  });

  it('ends at a field of another kind', () => {
    expect(runsIn(`${box}${box}<input>${box}${box}`)).toEqual([2, 2]);
    expect(runsIn(`${box}${box}<select></select>${box}${box}`)).toEqual([2, 2]);
    expect(runsIn(`${box}${box}<input maxlength="7">${box}${box}${box}`)).toEqual([2, 3]);
  });

  it('may begin with a field that takes the whole code for pasting, and only begin with it', () => {
    expect(firstRun(`${part(6)}${box.repeat(5)}`)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(firstRun(`${part(7)}${box.repeat(5)}`)).toEqual([1, 2, 3, 4, 5]);
    expect(firstRun(`${box.repeat(5)}${part(6)}`)).toEqual([0, 1, 2, 3, 4]);
    expect(firstRun(`<input>${box.repeat(5)}`)).toEqual([1, 2, 3, 4, 5]);
    expect(runsIn(`${part(6)}${part(6)}${box.repeat(4)}`)).toEqual([4]);
    expect([5, 6, 7].map((count) => runsIn(part(6).repeat(count)))).toEqual([[], [6], []]);
  });

  it('is made of parts only where they make up six or eight digits together', () => {
    expect([2, 3].map((count) => runsIn(part(3).repeat(count)))).toEqual([[2], []]);
    expect([2, 3].map((count) => runsIn(part(4).repeat(count)))).toEqual([[2], []]);
    expect([2, 3, 4, 5].map((count) => runsIn(part(2).repeat(count)))).toEqual([[], [3], [4], []]);
    expect(runsIn(part(3) + part(4))).toEqual([]);
    expect(runsIn(`${part(3)}<p>と</p>${part(3)}`)).toEqual([]);
    expect(runsIn('<input maxlength="3" size="1"><input maxlength="3" size="1">')).toEqual([2]);
    expect(isInParts(inputs())).toBe(false);
  });
});

describe('how many digits a box takes', () => {
  it('is one, whatever the first one takes', () => {
    expect(lengthsOf(part(6) + box.repeat(5))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(lengthsOf(numeric.repeat(6))).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('is a part, where the code is in parts', () => {
    expect([part(3).repeat(2), part(2).repeat(3)].map(lengthsOf)).toEqual([[3, 3], [2, 2, 2]]);
    expect([isInParts(inputs()), isInParts([])]).toEqual([true, false]);
  });

  it('is one in a single field, and none where there is none', () => {
    expect([lengthsOf(part(6)), lengthsOf(part(3)), lengthsIn([])]).toEqual([[1], [1], []]);
  });
});

describe('one code', () => {
  it('has six or eight digits in all', () => {
    expect([1, 4, 5, 6, 7, 8, 9].filter((count) => isCode(box.repeat(count)))).toEqual([6, 8]);
    expect([isCode(part(3).repeat(2)), isCode(part(2).repeat(2)), isCode(part(6))]).toEqual([true, false, false]);
  });

  it('may open box by box, and has no gaps', () => {
    const [on, off] = [box, '<input maxlength="1" disabled>'];
    expect(isCode(on + off.repeat(5))).toBe(true);
    expect(isCode(on.repeat(3) + off.repeat(3))).toBe(true);
    expect(isCode(off.repeat(6))).toBe(false);
    expect(isCode(off + on.repeat(5))).toBe(false);
    expect(isCode(on + off + on.repeat(4))).toBe(false);
    expect(isCode(on.repeat(4) + off + on)).toBe(false);
  });

  it('has one header over all of its boxes, and a card one over each', () => {
    expect(isCodeUnder('<tr><th colspan="6">ワンタイムパスワード</th></tr>')).toBe(true);
    expect(isCodeUnder(`<tr>${'<th> </th>'.repeat(5)}<th></th></tr>`)).toBe(true);
    expect(isCodeUnder(`<tr>${['ア', 'イ', 'ウ', 'エ', 'オ', 'カ'].map((name) => `<th>${name}</th>`).join('')}</tr>`)).toBe(false);
  });
});

describe('the row of a field', () => {
  it('is all boxes of its code', () => {
    openPage(`<input>${box.repeat(6)}<p>と</p>${box.repeat(6)}`);
    const all = inputs();
    const row = (at: number): number[] => rowOf(all[at] ?? expect.unreachable(), all).map((one) => all.indexOf(one));
    expect([row(0), row(3), row(9)]).toEqual([[0], [1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]]);
  });

  it('is the field alone in a row that is no code', () => {
    openPage(box.repeat(4));
    const [first = expect.unreachable()] = inputs();
    expect(rowOf(first, inputs())).toEqual([first]);
  });
});
