// @vitest-environment jsdom
/** Whether a code has room in a field, and what speaks for one where the page says nothing. */
import { describe, expect, it } from 'vitest';
import { hasShape } from '../../../lib/autofill/shape.ts';

function field(attributes: string): HTMLInputElement {
  document.body.innerHTML = `<input ${attributes}>`;
  return document.querySelector('input') ?? expect.unreachable();
}

describe('a code has room', () => {
  it.each([
    '', 'maxlength="6"', 'maxlength="255"', 'type="number"', 'type="number" max="999999"', 'type="number" max="100000"', 'max="99999"',
    'pattern="[0-9]{6}"', 'pattern="[0-9]{7}"', 'pattern="[0-9]{8}"', 'pattern="\\d{3} \\d{3}"', 'pattern="\\d{3}-\\d{3}"', 'pattern="1|[2"', `pattern="${'x'.repeat(201)}"`,
  ])('in a field with %o', (attributes) => {
    expect(hasShape(field(attributes), false)).toBe(true);
  });

  it.each(['maxlength="5"', 'maxlength="256"', 'maxlength="0"', 'type="number" max="99999"', 'pattern="[0-9]{5}"', 'pattern="[0-9]"', 'pattern="[a-z]+"', `pattern="${'x'.repeat(200)}"`])(
    'not in a field with %o',
    (attributes) => {
      expect(hasShape(field(attributes), false)).toBe(false);
    },
  );
});

describe('a field of which nothing is said looks like one for a code', () => {
  it.each([
    'maxlength="6"', 'maxlength="12"', 'type="tel"', 'type="password"', 'type="number"', 'inputmode="numeric"',
    'placeholder="123456"', 'placeholder="123 456"', 'placeholder="000-000"',
  ])('with %o', (attributes) => {
    expect(hasShape(field(attributes), true)).toBe(true);
  });

  it.each([
    '', 'maxlength="13"', 'inputmode="text"', 'placeholder="12345"', 'placeholder="1234567"', 'placeholder="例 123456"', 'placeholder="123/456"', 'placeholder="123456 *"', 'placeholder="abc def"', 'placeholder="123abc"', 'placeholder="1 234"',
  ])('but not with %o', (attributes) => {
    expect(hasShape(field(attributes), true)).toBe(false);
  });
});
