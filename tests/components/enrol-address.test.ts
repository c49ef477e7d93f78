import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrolAddress, NOWHERE, wantedFrom } from '../../components/enrol-address.ts';

const searchOf = (address: string): string => new URL(address, 'https://own.example').search;
const value = fc.option(fc.string({ unit: 'grapheme' }));

describe('the address of the enrolment page', () => {
  it.each([
    [{}, '/enrol.html'],
    [NOWHERE, '/enrol.html'],
    [{ pendingId: 'p 1' }, '/enrol.html?pending=p%201'],
    [{ tokenId: 'a&name=b' }, '/enrol.html?token=a%26name%3Db'],
    [{ nameId: 'u' }, '/enrol.html?name=u'],
    [{ institutionCode: '1188' }, '/enrol.html?institution=1188'],
  ])('says what it is opened for (%#)', (place, address) => {
    expect(enrolAddress(place)).toBe(address);
  });

  it('is read as it was written, whatever it names', () => {
    fc.assert(
      fc.property(fc.record({ pendingId: value, tokenId: value, nameId: value, institutionCode: value }), (place) => {
        expect(wantedFrom(searchOf(enrolAddress(place)), false)).toEqual({ ...place, inPrivateWindow: false });
      }),
    );
  });
});
