import { describe, expect, it } from 'vitest';
import { ROLES } from '../../lib/autofill/finding.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { answeredRoles, expectRight, tokensFor } from '../../lib/rights.ts';
import { TOKEN_STATES } from '../../lib/token.ts';
import { token } from './vault/builders.ts';

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
});

describe('roles', () => {
  it('旧 is answered by the token in use, 新 by the one not yet started', () => {
    expect(answeredRoles(token({ state: 'ACTIVE' }), [...ROLES])).toEqual(['current', 'old', 'serial']);
    expect(answeredRoles(token({ state: 'UNBOUND' }), [...ROLES])).toEqual(['current', 'new', 'serial']);
  });
});
