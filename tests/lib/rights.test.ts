import { describe, expect, it } from 'vitest';
import { type Role, ROLES } from '../../lib/field-role.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { answeredRoles, expectRight, fits, mayRemove, tokensFor, tokensMeant, tokensOffered } from '../../lib/rights.ts';
import { type Token, TOKEN_STATES } from '../../lib/token.ts';
import { localRecord, token } from './vault/builders.ts';

const abukuma = profileOf('1188');
const origin = abukuma?.bankOrigin ?? '';
const page = { origin, code: '1188' };

describe('a page', () => {
  it('gets the token of its institution', () => {
    expect(() => expectRight(token(), abukuma, page, false)).not.toThrow();
    expect(tokensFor([token()], abukuma, page)).toHaveLength(1);
  });
  it('gets none of another institution of the same origin', () => {
    const other = { origin, code: '1581' };
    expect(() => expectRight(token(), abukuma, other, false)).toThrow('page-other-institution');
    expect(() => expectRight(token(), abukuma, other, true)).toThrow('page-other-institution');
    expect(tokensFor([token()], profileOf('1581'), other)).toEqual([]);
  });
  it('gets none at another origin, whatever code it claims', () => {
    for (const evil of ['http://ib-shinkin.localhost:8790', 'https://ib.shinkin.localhost:8790', `${origin}.`, 'null'])
      expect(() => expectRight(token(), abukuma, { origin: evil, code: '1188' }, true)).toThrow('page-other-institution');
  });
  it('whose entry was not seen gets one only when the user named the institution', () => {
    const unseen = { origin, code: null };
    expect(() => expectRight(token(), abukuma, unseen, false)).toThrow('page-institution-unknown');
    expect(() => expectRight(token(), abukuma, unseen, true)).not.toThrow();
    expect(tokensFor([token()], abukuma, unseen)).toEqual([]);
  });
  it('gets none from a token without a profile', () => {
    expect(() => expectRight(token(), undefined, page, false)).toThrow('page-other-institution');
  });
  it.each(TOKEN_STATES.filter((state) => state !== 'UNBOUND' && state !== 'ACTIVE'))('gets none from a token that is %s', (state) => {
    expect(() => expectRight(token({ state }), abukuma, page, false)).toThrow('token-unusable');
    expect(tokensFor([token({ state })], abukuma, page)).toEqual([]);
  });
  it('gets none from a token whose caution was not seen yet', () => {
    const fresh = token({ introduced: false });
    expect(() => expectRight(fresh, abukuma, page, true)).toThrow('token-unusable');
    expect(tokensFor([fresh], abukuma, page)).toEqual([]);
    expect(tokensOffered([fresh], abukuma, page, ['current'])).toEqual([]);
  });
});

describe('an imported token', () => {
  const { token: imported } = localRecord('local-1');

  const site = 'https://shop.example:8443';
  const bound = localRecord('local-2', { site }).token;
  const shop = { origin: site, code: null, unlisted: true };

  it('goes to no page while it has no site, not even to one that the customer named', () => {
    for (const granted of [false, true])
      for (const there of [page, shop, { origin: '', code: '', unlisted: true }, { ...shop, origin: 'null' }]) {
        expect(() => expectRight(imported, abukuma, there, granted)).toThrow('page-other-site');
        expect(() => expectRight({ ...imported, institutionCode: '1188' }, abukuma, there, granted)).toThrow('page-other-site');
        expect(tokensFor([imported, { ...imported, institutionCode: '1188' }], abukuma, there)).toEqual([]);
      }
  });
  it('goes to the exact origin that it is bound to', () => {
    expect(() => expectRight(bound, undefined, shop, false)).not.toThrow();
    expect(tokensFor([bound], undefined, shop)).toEqual([bound]);
  });
  it.each(['https://shop.example', 'http://shop.example:8443', 'https://www.shop.example:8443', 'https://shop.example.:8443', 'https://shop.example:8443.evil.example'])(
    'does not go to %s',
    (other) => {
      expect(() => expectRight(bound, undefined, { ...shop, origin: other }, true)).toThrow('page-other-site');
      expect(tokensFor([bound], undefined, { ...shop, origin: other })).toEqual([]);
    },
  );
  it('never goes to a bank, not even when it is bound to its origin', () => {
    const { token: wrongly } = localRecord('local-3', { site: origin });
    for (const one of [wrongly, { ...wrongly, institutionCode: '1188' }]) {
      expect(() => expectRight(one, abukuma, page, true)).toThrow('page-other-site');
      expect(tokensFor([one], abukuma, page)).toEqual([]);
    }
  });
  it('leaves no room for the token of an issuer on its site, whatever its profile says', () => {
    const profile = abukuma && { ...abukuma, bankOrigin: site };
    expect(() => expectRight(token(), profile, { ...shop, code: '1188' }, true)).toThrow('page-other-institution');
    expect(tokensFor([token()], profile, { ...shop, code: '1188' })).toEqual([]);
  });
  it('has a code, and neither serial number nor successor', () => {
    expect(answeredRoles(bound, [...ROLES])).toEqual(['current']);
    expect(tokensOffered([bound], undefined, shop, ['current'])).toEqual([bound]);
    for (const roles of [['serial'], ['current', 'serial'], ['old', 'new'], ['new']] satisfies Role[][])
      expect(tokensOffered([bound], undefined, shop, roles)).toEqual([]);
  });
  it('may be deleted at any time', () => {
    expect(mayRemove(imported, [imported, token({ state: 'UNBOUND' })], 'local')).toBe(true);
  });
});

describe('roles', () => {
  it('旧 is answered by the token in use, 新 by the one not yet started', () => {
    expect(answeredRoles(token({ state: 'ACTIVE' }), [...ROLES])).toEqual(['current', 'old', 'serial']);
    expect(answeredRoles(token({ state: 'UNBOUND' }), [...ROLES])).toEqual(['current', 'new', 'serial']);
  });
});

describe('deleting a token', () => {
  const old = token({ id: 'old', state: 'ACTIVE' });
  const fresh = token({ id: 'fresh', serial: 'SKTS00000002', state: 'UNBOUND' });

  it('is free outside of a 交換, in every state', () => {
    for (const state of TOKEN_STATES) expect(mayRemove(token({ state }), [token({ state })], 'shinkin')).toBe(true);
  });
  it('of the old one waits for the end of a 交換: begun here, or with the new one beside it', () => {
    const begun = { ...old, exchanging: true };
    expect(mayRemove(begun, [begun], 'shinkin')).toBe(false);
    expect(mayRemove(old, [old, fresh], 'shinkin')).toBe(false);
    expect(mayRemove({ ...old, state: 'SUSPENDED' }, [old, fresh], 'shinkin')).toBe(false);
    expect(mayRemove({ ...old, state: 'REPLACED' }, [old, { ...fresh, state: 'ACTIVE' }], 'shinkin')).toBe(true);
  });
  it('of the new one is free, and so is the old one when the new one waits at another institution', () => {
    expect(mayRemove(fresh, [old, fresh], 'shinkin')).toBe(true);
    expect(mayRemove(old, [old, { ...fresh, institutionCode: '1581' }], 'shinkin')).toBe(true);
  });
});

const meant = (tokens: Token[], ...roles: Role[]): string => tokensMeant(tokens, roles, 'shinkin').map(({ id }) => id).join(' ');

describe('of two tokens at one bank', () => {
  const [old, fresh] = [token({ id: 'old', state: 'ACTIVE' }), token({ id: 'fresh', serial: 'SKTS00000002', state: 'UNBOUND' })];

  it('a code alone means the one in use, with a serial beside it the one not yet started', () => {
    expect(meant([old, fresh], 'current')).toBe('old');
    expect(meant([old, fresh], 'current', 'serial')).toBe('fresh');
  });
  it('旧 and 新 of a 交換 are never swapped, and never answered by the wrong one alone', () => {
    expect(meant([old, fresh], 'old')).toBe('old');
    expect(meant([old, fresh], 'new', 'serial')).toBe('fresh');
    expect(meant([fresh], 'old')).toBe('');
    expect(meant([old], 'new', 'serial')).toBe('');
    expect(meant([old, fresh], 'old', 'new', 'serial')).toBe('old fresh');
  });
  it('at a credit union a code alone may start the new one: the customer chooses', () => {
    expect(tokensMeant([old, fresh], ['current'], 'credit-union')).toEqual([old, fresh]);
    expect(mayRemove(old, [old, fresh], 'credit-union')).toBe(true);
  });
  it('the only one is meant where there is no other', () => {
    expect(meant([fresh], 'current')).toBe('fresh');
    expect(meant([old], 'current', 'serial')).toBe('old');
    expect(meant([old, fresh])).toBe('old fresh');
  });
});

describe('room for a code', () => {
  it.each([
    [6, { boxes: 1, most: null }, true],
    [8, { boxes: 1, most: 8 }, true],
    [8, { boxes: 1, most: 6 }, false],
    [6, { boxes: 6, most: null }, true],
    [6, { boxes: 8, most: null }, false],
    [8, { boxes: 6, most: null }, false],
    [6, { boxes: 0, most: null }, true],
  ])('of %i digits in %j is there: %s', (digits, room, there) => {
    expect(fits(digits, room)).toBe(there);
  });
});
