// @vitest-environment jsdom
/** Which text of a table belongs to a field. */
import { describe, expect, it } from 'vitest';
import { columnHeader, rowText } from '../../../lib/autofill/row.ts';
import { openPage } from '../../pages/open.ts';

const CODE = 'ワンタイムパスワード';
const wanted = (): Element => document.querySelector('#wanted') ?? expect.unreachable();
const textIn = (table: string): string => {
  openPage(`<table>${table}</table>`);
  return rowText(wanted()).text;
};
const above = (table: string): string => {
  openPage(`<table>${table}</table>`);
  return columnHeader(wanted());
};
const inShadow = (html: string): string => {
  openPage(`<table><tr><th>${CODE}</th><td><own-field></own-field></td></tr></table>`);
  const root = document.querySelector('own-field')?.attachShadow({ mode: 'open' }) ?? expect.unreachable();
  root.innerHTML = html;
  return rowText(root.querySelector('input') ?? expect.unreachable()).text;
};

const FIELDS = '<tr><td><input></td><td><select></select></td></tr>';

describe('a field in a table', () => {
  it('is named by a header of an earlier row that reaches down to its own', () => {
    expect(textIn(`<tr><th rowspan="2">${CODE}</th><td>トークンに表示された数字</td></tr><tr><td><input id="wanted"></td></tr>`)).toBe(CODE);
    expect(textIn(`<tr><th rowspan="3">${CODE}</th><td></td></tr><tr><td></td></tr><tr><td><input id="wanted"></td></tr>`)).toBe(CODE);
  });

  it('is not named by one that ends before it, or that holds a field itself', () => {
    // So far behind it that what stands before a field does not name it either.
    const far = ['一', '二', '三', '四', '五', '六'].map((word) => `<td>${word}</td>`).join('');
    const beside = (header: string, rows: string): string => textIn(`<tr><td>説明</td>${header}${far}</tr>${rows}<tr><td><input id="wanted"></td></tr>`);
    expect(beside(`<th rowspan="2">${CODE}</th>`, '')).toBe(CODE);
    expect(beside(`<th rowspan="2">${CODE}</th>`, '<tr><td></td></tr>')).not.toBe(CODE);
    expect(beside(`<th rowspan="2">${CODE}<input></th>`, '')).not.toBe(CODE);
  });
});

describe('a field in a shadow root', () => {
  it('is named by the row in which its element stands, where it is alone there', () => expect(inShadow('<input>')).toBe(CODE));

  it('is named by its own row, where it has one', () => expect(inShadow('<table><tr><th>ログインパスワード</th><td><input></td></tr></table>')).toBe('ログインパスワード'));
});

describe('the header of a column', () => {
  it('is the next cell above that holds no field', () => {
    expect(above(`<tr><th>口座</th><th>${CODE}</th></tr>${FIELDS.repeat(3)}<tr><td></td><td><input id="wanted"></td></tr>`)).toBe(CODE);
    expect(above(`<tr><th>遠い</th></tr><tr><th>${CODE}</th></tr><tr><td><input id="wanted"></td></tr>`)).toBe(CODE);
  });

  it('is not the field’s own cell, nor one below it', () => {
    expect(above(`<tr><td>${CODE}<input id="wanted"></td></tr><tr><th>${CODE}</th></tr>`)).toBe('');
  });

  it('is looked for twenty rows up and no further', () => {
    const under = (rows: number): string => above(`<tr><th>口座</th><th>${CODE}</th></tr>${FIELDS.repeat(rows)}<tr><td></td><td><input id="wanted"></td></tr>`);
    expect([under(19), under(20)]).toEqual([CODE, '']);
  });

  it('is nothing outside of a table', () => {
    openPage(`<p>${CODE}</p><input id="wanted">`);
    expect(columnHeader(wanted())).toBe('');
  });
});
