// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/autofill/detect.ts';
import { ASKING } from '../../pages/asking.ts';
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
])('detection on %s', (_, pages) => {
  it.each(pages)('is right about $title', ({ html }) => {
    const page = openPage(html);
    expect(found(detect(page), page)).toEqual(wanted(page));
  });
});

const every = [...WANTING, ...BESIDE, ...ASKING, ...SILENT, ...HARDER, ...FRESH];

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

  it('reads at most 200 fields', () => {
    const page = openPage(`${'<p>金額<input></p>'.repeat(250)}<p>ワンタイムパスワード<input></p>`);
    expect(detect(page)).toEqual([]);
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
