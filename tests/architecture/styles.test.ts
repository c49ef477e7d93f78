/** What holds of every style sheet, and of the one that stands in a page of a bank. */
import { describe, expect, it } from 'vitest';
import { OFFER_STYLE } from '../../lib/autofill/offer-style.ts';
import { filesOf, read } from './sources.ts';

const sheets = filesOf('components/*.css');
/** Without comments. */
const rulesOf = (file: string): string => read(file).replaceAll(/\/\*[\s\S]*?\*\//g, '');
/** A block ends at the first brace that begins a line, as everywhere here. */
const onScreen = (rules: string): string => rules.replaceAll(/^@media print \{[\s\S]*?^\}/gm, '');

describe('a style sheet', () => {
  it('is found', () => {
    expect(sheets.length).toBeGreaterThan(12);
    expect(onScreen('a {}\n@media print {\n  b {\n    color: #000;\n  }\n}\nc {}')).toBe('a {}\n\nc {}');
  });

  it('has its colours from the theme, but on paper', () => {
    const own = sheets.filter((file) => file !== 'components/theme.css').filter((file) => /#[\da-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklch)a?\(/i.test(onScreen(rulesOf(file))));
    expect(own).toEqual([]);
  });

  it('asks a container for room; the window is asked by the popup and its panel only', () => {
    const asking = sheets.filter((file) => /^@media[^{]*(?:width|height|aspect|orientation)/m.test(rulesOf(file)));
    expect(asking.toSorted()).toEqual(['components/code.css', 'components/popup.css']);
    expect(sheets.some((file) => rulesOf(file).includes('@container'))).toBe(true);
  });

  it('loads nothing from elsewhere', () => {
    expect(sheets.filter((file) => /url\(\s*['"]?(?!data:|\.)|@import\s+(?!'\.\/)/.test(rulesOf(file)))).toEqual([]);
  });
});

describe('the style of the offer in a page', () => {
  it('uses nothing that reaches into a shadow root: no custom property, no font with a name, no file', () => {
    expect(OFFER_STYLE).not.toMatch(/--|var\(|@font-face|@import|@property|url\(/);
    const families = [...OFFER_STYLE.matchAll(/font(?:-family)?:([^;}!]+)/g)].flatMap(([, value = '']) => value.replace(/^[\d./px ]+/, '').split(','));
    expect(new Set(families)).toEqual(new Set(['system-ui', 'sans-serif', 'inherit']));
  });
});
