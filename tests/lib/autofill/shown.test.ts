// @vitest-environment jsdom
/** Whether a person sees a field, as far as its style says it. What a layout says is tested in browsers (`tests/e2e/traps-fields.test.ts`). */
import { describe, expect, it } from 'vitest';
import { isShown } from '../../../lib/autofill/shown.ts';
import { openPage } from '../../pages/open.ts';

function shownWith(style: string, around = ''): boolean {
  openPage(`<div style="${around}"><input style="${style}"></div>`);
  return isShown(document.querySelector('input') ?? expect.unreachable());
}

const isShownInParsed = (html: string): boolean => isShown(new DOMParser().parseFromString(html, 'text/html').querySelector('input') ?? expect.unreachable());

describe('a field', () => {
  it.each([
    '', 'opacity: 0.1', 'font-size: 1px', 'text-indent: 200px', 'text-indent: -200px', 'filter: none', 'filter: opacity(0.1)', 'filter: opacity(1)', 'filter: brightness(0.2)', 'filter: brightness(4)',
    'filter: contrast(9)', 'filter: blur(4px)', 'filter: grayscale(1)', 'filter: hue-rotate(-90deg)', 'clip: rect(1px, 0px, 9px, 9px)', 'clip: auto', 'clip-path: inset(10%)',
  ])('is seen with “%s”', (style) => expect(shownWith(style)).toBe(true));

  it.each([
    'display: none', 'visibility: hidden', 'opacity: 0.09', 'font-size: 0.9px', 'text-indent: 201px', 'text-indent: -9999px', 'filter: opacity(0.09)', 'filter: brightness(0.1)', 'filter: brightness(5)',
    'filter: contrast(0)', 'filter: blur(5px)', 'filter: grayscale(1) blur(20px)', 'filter: url(#gone)', 'clip: rect(0px, 0px, 0px, 0px)', 'clip: rect(0 0 0 0)', 'clip: rect(0, 0, 0, 0)', 'clip-path: inset(50%)', 'clip-path: inset(100%)',
  ])('is not seen with “%s”', (style) => expect(shownWith(style)).toBe(false));

  it('is as faint as all that it stands in together', () => {
    expect([shownWith('opacity: 0.4', 'opacity: 0.3'), shownWith('opacity: 0.4', 'opacity: 0.2')]).toEqual([true, false]);
  });

  it.each(['display: none', 'visibility: hidden', 'filter: opacity(0)', 'clip-path: inset(50%)'])('is not seen in a box with “%s”', (around) => expect(shownWith('', around)).toBe(false));

  it.each(['<input hidden>', '<div hidden><input></div>', '<div inert><input></div>'])('is not seen in %s', (html) => {
    openPage(html);
    expect(isShown(document.querySelector('input') ?? expect.unreachable())).toBe(false);
  });

  it('is not seen once it was taken out of the page', () => {
    openPage('<input>');
    const field = document.querySelector('input') ?? expect.unreachable();
    field.remove();
    expect(isShown(field)).toBe(false);
  });

  it('of a document without a window is judged by its markup', () => {
    expect(['<input>', '<div style="display:none"><input></div>', '<input style="color: red; display: none">', '<p hidden><input></p>', '<p inert><input></p>'].map(isShownInParsed)).toEqual([true, false, false, false, false]);
  });
});
