import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivation } from '../../../lib/enrolment/activation.ts';
import { Refusal } from '../../../lib/refusal.ts';

const RIGHT = { serviceId: 'IB21430001', userId: 'K7M2QX9BCD', password: '471108' };

function reasonOf(over: Partial<typeof RIGHT>): string {
  try {
    readActivation({ ...RIGHT, ...over });
    return 'none';
  } catch (failure) {
    if (failure instanceof Refusal) return failure.reason;
    throw failure;
  }
}

/** As an input method in full-width mode types it. */
const wide = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Every character of it in any width and size, with spaces between. */
const styled = (text: string) =>
  fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.constantFrom('', ' ', '\u3000')), { minLength: text.length, maxLength: text.length }).map((styles) =>
    styles.map(([isWide, isSmall, space], at) => {
      const char = isSmall ? text.charAt(at).toLowerCase() : text.charAt(at);
      return (isWide ? wide(char) : char) + space;
    }).join(''));

describe('what the customer typed', () => {
  it.each([
    ['as it is', RIGHT],
    ['in small letters', { ...RIGHT, serviceId: 'ib21430001', userId: 'k7m2qx9bcd' }],
    ['full-width', { serviceId: wide(RIGHT.serviceId), userId: wide(RIGHT.userId.toLowerCase()), password: '４７１１０８' }],
    ['with spaces of any kind', { serviceId: ' IB 2143\u30000001\n', userId: '\tK7M2 QX9B CD', password: '471 108 ' }],
    ['with hyphens', { serviceId: 'IB-2143-0001', userId: 'K7M2‐QX9B−CD', password: '471ー108' }],
    ['with marks of direction', { serviceId: '\u202aIB21430001\u202c', userId: 'K7M2QX9BCD\u200e', password: '\u2066471108\u2069' }],
    ['with what a mail program slips in', { serviceId: 'IB2143\u200b0001', userId: '\ufeffK7M2QX9BCD', password: '471\u00ad108' }],
  ])('is understood %s', (_, typed) => {
    expect(readActivation(typed)).toEqual(RIGHT);
  });

  it('is understood in any mixture of widths, sizes and spaces', () => {
    fc.assert(fc.property(styled(RIGHT.serviceId), styled(RIGHT.userId), styled(RIGHT.password), (serviceId, userId, password) => {
      expect(readActivation({ serviceId, userId, password })).toEqual(RIGHT);
    }));
  });

  it.each(['', '   ', 'IB2', 'A'.repeat(33), 'IB2143/0001', 'ＩＢ２１４３あ', "IB' OR '1'='1", '𝟏𝟐𝟑𝟒\0'])('refuses %j as an ID', (id) => {
    expect(reasonOf({ serviceId: id })).toBe('service-id-garbled');
    expect(reasonOf({ userId: id })).toBe('user-id-garbled');
  });

  it.each(['', '123', '123456789', '12a4', '四七一一', '12.4', '+1234', '0x12'])('refuses %j as a password', (password) => {
    expect(reasonOf({ password })).toBe('activation-password-garbled');
  });

  it('takes digits of other styles for the digits they are (NFKC), four to eight of them', () => {
    expect(readActivation({ ...RIGHT, password: '①②③④' }).password).toBe('1234');
    for (const password of ['1234', '12345678']) expect(readActivation({ ...RIGHT, password }).password).toBe(password);
  });
});
