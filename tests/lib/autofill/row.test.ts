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

/** Of a field in a paragraph of its own, after these blocks. */
function textAfter(blocks: string): string {
  openPage(`<form>${blocks}<p><input id="wanted"></p></form>`);
  return rowText(wanted()).text;
}
const meaningAfter = (blocks: string): string => {
  textAfter(blocks);
  return rowText(wanted()).meaning;
};

/** Of a field right before this label. */
function meaningBefore(label: string, before = ''): string {
  openPage(`${before}<div><input id="wanted">${label}</div>`);
  return rowText(wanted()).meaning;
}

describe('a field in a row', () => {
  it('is named by what says something, past what says nothing of it', () => {
    expect(textIn(`<tr><th>${CODE}</th><td>必須</td><td>お品</td><td><input id="wanted"></td></tr>`)).toBe(CODE);
    expect(textIn('<tr><th>口座</th><td>お品</td><td><input id="wanted"></td></tr>')).toBe('口座');
    expect(textIn('<tr><th>色</th><td>お品</td><td><input id="wanted"></td></tr>')).toBe('お品');
  });

  it('is not named by what stands in the cell of another field', () => {
    expect(textIn(`<tr><td>${CODE}<input></td><td><input id="wanted"></td></tr>`)).toBe('');
    expect(textIn(`<tr><th>限度額</th><th>${CODE}</th></tr><tr><td><input>万円</td><td><input id="wanted"></td></tr>`)).toBe(CODE);
    expect(textIn(`<tr><td><input type="hidden">${CODE}</td><td><input id="wanted"></td></tr>`)).toBe(CODE);
    expect(textIn(`<tr><td>お品</td><td><input>${CODE}<input id="wanted"></td></tr>`)).toBe(CODE);
  });

  it('is named by the header over it, where its own row says nothing', () => {
    expect(textIn('<tr><th>お品</th></tr><tr><td><input id="wanted"></td></tr>')).toBe('お品');
    expect(textIn(`<tr><th>${CODE}</th></tr><tr><td>お品</td><td></td></tr><tr><td>お品</td><td><input id="wanted"></td></tr>`)).toBe('お品');
  });
});

describe('a field outside of tables', () => {
  it('is named by what stands right before it', () => {
    expect(textAfter(`<p>${CODE}</p>`)).toBe(CODE);
    expect(textAfter(`<p>${CODE}</p><p>お品</p>`)).toBe('お品');
    expect(meaningAfter('')).toBe('none');
  });

  it('is named past a sentence that explains, and past a link that names something else', () => {
    expect(textAfter(`<p>${CODE}</p><p>大文字と小文字は区別されます。</p>`)).toBe(CODE);
    expect(textAfter(`<p>${CODE}</p><p><a href="#">お品を見る</a></p>`)).toBe(CODE);
    expect(textAfter(`<p>${CODE}</p><p><a href="#">取扱店コード</a></p>`)).toContain('取扱店コード');
    expect(textAfter(`<p>口座</p><p><a href="#">${CODE}</a></p>`)).toContain(CODE);
  });

  it('of a definition list is named past other terms', () => {
    for (const terms of ['', '<p>お品</p>']) {
      openPage(`<dl><dt>${CODE}</dt><dd>${terms}<input id="wanted"></dd></dl>`);
      expect(rowText(wanted()).text).toBe(CODE);
    }
  });

  it('is not named by a button, nor by an item of a list that ends above it', () => {
    expect(meaningAfter(`<button>${CODE}</button>`)).toBe('none');
    expect(meaningAfter(`<ul><li>${CODE}</li></ul>`)).toBe('none');
    openPage(`<ul><li>${CODE}</li><li><input id="wanted"></li></ul>`);
    expect(rowText(wanted()).text).toBe(CODE);
  });

  it('is not named past a field, a heading or the headers of columns', () => {
    for (const between of ['<input>', '<h3>お品</h3>', '<fieldset><legend>お品</legend></fieldset>', '<div role="columnheader">お品</div>']) expect([between, meaningAfter(`<p>${CODE}</p>${between}`)]).toEqual([between, 'none']);
  });

  it('is named by one of the five pieces before it', () => {
    expect([4, 5].map((pieces) => meaningAfter(`<p>${CODE}</p>${'<p>必須</p>'.repeat(pieces)}`))).toEqual(['code', 'none']);
  });

  it('is named by a bare label after it, where nothing is before', () => {
    expect(meaningBefore(`<label>${CODE}</label>`)).toBe('code');
    expect(meaningBefore(`<label for="other">${CODE}</label><input id="other">`)).toBe('none');
    expect(meaningBefore(`<span>${CODE}</span>`)).toBe('none');
    expect(meaningBefore('')).toBe('none');
    expect(meaningBefore(`<label>${CODE}</label>`, '<p>口座番号</p>')).toBe('veto');
  });

  it('that is a box is named past its own place', () => {
    openPage(`<p>${CODE}</p><p><label>1桁目<input id="wanted"></label></p>`);
    expect([rowText(wanted(), true).meaning, rowText(wanted()).meaning]).toEqual(['code', 'veto']);
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
