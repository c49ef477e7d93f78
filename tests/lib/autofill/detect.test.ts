// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { detect } from '../../../lib/autofill/detect.ts';
import { ASKING } from '../../pages/asking.ts';
import { CORPUS_CHANNELS, CORPUS_CHANNELS_WANTING } from '../../pages/corpus-channels.ts';
import { CORPUS_SILENT } from '../../pages/corpus-silent.ts';
import { CORPUS_WANTING } from '../../pages/corpus-wanting.ts';
import { FRESH } from '../../pages/fresh.ts';
import { HARDER } from '../../pages/harder.ts';
import { openPage } from '../../pages/open.ts';
import { SILENT } from '../../pages/silent.ts';
import { WANTING } from '../../pages/snippets.ts';
import { BESIDE } from '../../pages/snippets-beside.ts';
import { found, wanted } from '../../pages/verdict.ts';
import { looserText, opaqueNames, otherWidth, wrapped } from '../../pages/variations.ts';

describe.each([
  ['fragments that want a code', WANTING],
  ['fragments beside the code', BESIDE],
  ['pages that ask for a code', ASKING],
  ['pages that ask for other things', SILENT],
  ['pages written after the rules', HARDER],
  ['pages of a third lot', FRESH],
  ['classes of pages that want a code', CORPUS_WANTING],
  ['classes of pages that want none', CORPUS_SILENT],
  ['codes that came another way', CORPUS_CHANNELS],
  ['token pages that speak of other ways', CORPUS_CHANNELS_WANTING],
])('detection on %s', (_, pages) => {
  it.each(pages)('is right about $title', ({ html }) => {
    const page = openPage(html);
    expect(found(detect(page), page)).toEqual(wanted(page));
  });
});

const every = [...WANTING, ...BESIDE, ...ASKING, ...SILENT, ...HARDER, ...FRESH, ...CORPUS_WANTING, ...CORPUS_SILENT, ...CORPUS_CHANNELS, ...CORPUS_CHANNELS_WANTING];

const holds = (vary: (page: Document, seed: number) => void): void =>
  fc.assert(
    fc.property(fc.constantFrom(...every), fc.nat(), ({ html }, seed) => {
      const page = openPage(html);
      vary(page, seed);
      expect(found(detect(page), page)).toEqual(wanted(page));
    }),
    { numRuns: 150 },
  );

describe('no verdict changes', () => {
  it('when names and ids are opaque', () => holds(opaqueNames));
  it('when the fields stand in more containers', () => holds(wrapped));
  it('when letters have another width or case', () => holds(otherWidth));
  it('when spaces are put around words', () => holds(looserText));
});

const rolesIn = (html: string): string[] => detect(openPage(html)).map(({ role }) => role);

describe('detection', () => {
  it('changes nothing in the page', () => {
    for (const { html } of ASKING) {
      const page = openPage(html);
      const before = page.documentElement.outerHTML;
      detect(page);
      expect(page.documentElement.outerHTML).toBe(before);
    }
  });

  it('reads open shadow roots of custom elements', () => {
    const page = openPage('<bank-field></bank-field>');
    const root = page.querySelector('bank-field')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('no host');
    root.innerHTML = '<span id="n">ワンタイムパスワード</span><input aria-labelledby="n">';
    expect(detect(page).map(({ role }) => role)).toEqual(['current']);
  });

  it('reads the row and the section in which a custom element with a field of its own stands', () => {
    const page = openPage('<h2>ワンタイムパスワードの入力</h2><table><tr><th>パスワード(半角数字)</th><td><bank-field></bank-field></td></tr></table>');
    const root = page.querySelector('bank-field')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('no host');
    root.innerHTML = '<input type="password" maxlength="6">';
    expect(detect(page)).toMatchObject([{ role: 'current', confidence: 'offer' }]);
  });

  it.each([
    ['fields beside IDs', '<p>契約者ID<input></p><p>パスワード<input type="password"></p>'.repeat(100)],
    ['cells of a table', `<table>${'<tr><td><input></td><td>品名</td></tr>'.repeat(1000)}</table>`],
    ['fields described by an article', `<div id="d">${'<p>説明です。</p>'.repeat(3000)}</div>${'<input aria-describedby="d">'.repeat(200)}`],
  ])('looks at a bounded number of nodes over many %s', (_, html) => {
    const page = openPage(`<form>${html}</form>`);
    const looks = vi.spyOn(page.defaultView?.Node.prototype ?? Node.prototype, 'nodeType', 'get');
    detect(page);
    // Of at most 200 fields, each with its row, its label and its section; all of it would be ten times as much.
    expect(looks.mock.calls.length).toBeLessThan(200 * 3_000);
    looks.mockRestore();
  });

  it.each(['getAttribute', 'hasAttribute', 'childNodes', 'nodeName', 'parentElement', 'parentNode', 'contains', 'closest', 'nodeType', 'children'])(
    'is not led astray by a field named %s',
    (name) => {
      const page = openPage(`<form aria-label="本人確認"><input name="${name}"><table><tr><th>ワンタイムパスワード</th><td><input maxlength="6"></td></tr></table></form>`);
      expect(detect(page)).toMatchObject([{ role: 'current' }]);
    },
  );

  it('does not lose itself in a long text or in brackets that never close', () => {
    const page = openPage(`<form><p>${'トークンに表示'.repeat(100_000)}</p><label>${'(「'.repeat(100_000)}<input></label></form>`);
    expect(detect(page)).toEqual([]);
  });

  it('reads the first and the last hundred of very many fields, whatever lies hidden between', () => {
    const code = '<p>ワンタイムパスワード<input></p>';
    const rows = '<p>金額<input></p>'.repeat(250);
    expect([rolesIn(code + rows), rolesIn(rows + code), rolesIn(rows.slice(0, rows.length / 2) + code + rows)]).toEqual([['current'], ['current'], []]);
    expect(rolesIn('<input type="hidden"><input type="checkbox">'.repeat(200) + code)).toEqual(['current']);
  });

  it.each([
    '<style>.a{display:none}</style><div class="a">ワンタイムパスワード<input></div>',
    '<div style="visibility:hidden">ワンタイムパスワード<input></div>',
    '<div hidden>ワンタイムパスワード<input></div>',
    '<div style="opacity:0"><p>ワンタイムパスワード<input></p></div>',
    'ワンタイムパスワード<input type="hidden">',
    'ワンタイムパスワード<input disabled>',
    '<fieldset disabled>ワンタイムパスワード<input></fieldset>',
    '<div inert>ワンタイムパスワード<input></div>',
    'ワンタイムパスワード<input style="clip-path:inset(50%)">',
  ])('leaves out a field nobody sees: %s', (html) => {
    expect(detect(openPage(html))).toEqual([]);
  });

  it('is only sure enough for the popup when a mail might have brought the code', () => {
    const page = openPage('<p>ワンタイムパスワードは、トークンに表示またはメールで送信されます。</p><label>ワンタイムパスワード<input></label>');
    expect(detect(page).map(({ confidence }) => confidence)).toEqual(['ask']);
  });

  it('is only sure enough for the popup when nothing but a name speaks for the field', () => {
    const page = openPage('<h1>確認</h1><form><input name="otp" maxlength="6"></form>');
    expect(detect(page).map(({ confidence }) => confidence)).toEqual(['ask']);
  });

  it('offers each of two forms its own code', () => {
    const form = '<form>ワンタイムパスワード<input></form>';
    expect(detect(openPage(form + form))).toHaveLength(2);
  });

  it('offers the code once when a section asks to type it twice', () => {
    const page = openPage('<table><tr><th>ワンタイムパスワード</th><td><input></td></tr><tr><th>ワンタイムパスワード(再入力)</th><td><input></td></tr></table>');
    expect(detect(page)).toHaveLength(1);
  });
});
