import { describe, expect, it } from 'vitest';
import { attemptReducer, atRest } from '../../components/attempt.ts';
import { fillNotice, matching, neighbour, popupReducer, unseen, untilNextLook } from '../../components/popup-state.ts';
import { fillable } from '../../components/site-line.tsx';
import { code, locked, look, NOON, token } from './builders.tsx';

const three = ['a', 'b', 'c'].map((id) => token({ id, serial: `SKTS0000000${id.charCodeAt(0) - 96}` }));

const found = (query: string): string[] => matching(three, query).map(({ id }) => id);

describe('the state of the popup', () => {
  const open = popupReducer(unseen, { kind: 'looked', look: look({ tokens: three }) });

  it('begins at the first card', () => expect(open.currentId).toBe('a'));

  it('keeps the card over a new look, and leaves one that is gone', () => {
    const at = popupReducer(open, { kind: 'focused', tokenId: 'c' });
    expect(popupReducer(at, { kind: 'looked', look: look({ tokens: three }) }).currentId).toBe('c');
    expect(popupReducer(at, { kind: 'looked', look: look({ tokens: three.slice(0, 2) }) }).currentId).toBe('a');
  });

  it('keeps nothing of what was open once it is locked', () => {
    const searched = popupReducer(open, { kind: 'searched', query: 'あぶくま' });
    expect(popupReducer(searched, { kind: 'looked', look: locked })).toEqual({ ...unseen, look: locked });
  });

  it('keeps the last look when a new one fails', () => {
    expect(popupReducer(open, { kind: 'look-failed', reason: 'internal' })).toEqual({ ...open, failed: 'internal' });
  });

  it('turns each end of a fill into a notice', () => {
    expect(fillNotice({ kind: 'filled', roles: [] }, NOON)).toEqual({ kind: 'filled', at: 'site' });
    expect(fillNotice({ kind: 'armed', seconds: 4 }, NOON)).toEqual({ kind: 'armed', at: 'site', until: NOON + 4000 });
    expect(fillNotice({ kind: 'unlock-first' }, NOON)).toEqual({ kind: 'refused', at: 'site', reason: 'locked' });
  });
});

describe('searching and moving', () => {
  it('finds by name, serial and code, whatever the width of the letters', () => {
    expect(found('')).toEqual(['a', 'b', 'c']);
    expect(found('ｓｋｔｓ00000002')).toEqual(['b']);
    expect(found('あぶくま')).toHaveLength(3);
    expect(found('1188')).toHaveLength(3);
    expect(found('京都')).toEqual([]);
  });

  it('moves by arrows and stays at the ends', () => {
    expect(neighbour(three, 'a', 1)).toBe('b');
    expect(neighbour(three, 'a', -1)).toBe('a');
    expect(neighbour(three, 'c', 1)).toBe('c');
    expect(neighbour(three, 'a', Infinity)).toBe('c');
    expect(neighbour(three, null, 1)).toBe('a');
    expect(neighbour([], null, 1)).toBeNull();
  });
});

describe('the next look', () => {
  it('comes just after the first code ends', () => {
    const tokens = [token({ code: code({ endsAt: NOON + 9000 }) }), token({ id: 'b', code: code({ endsAt: NOON + 20_000 }) })];
    expect(untilNextLook(look({ tokens }), NOON)).toBe(9030);
  });

  it('comes soon while the clock is unmeasured, and never in a rush', () => {
    expect(untilNextLook(look({ tokens: [token({ code: code({ timed: false }) })] }), NOON)).toBe(2030);
    expect(untilNextLook(look({ tokens: [token({ code: code({ endsAt: NOON - 5000 }) })] }), NOON)).toBe(300);
  });

  it('does not come without codes', () => expect(untilNextLook(locked, NOON)).toBeNull());
});

describe('what may be filled', () => {
  const site = { kind: 'bank' as const, host: 'ib.shinkin.localhost:8790', roles: ['current' as const], tokenIds: ['b'] };

  it('is the tokens that the background named, as far as they give codes', () => {
    const known = { ...site, institution: { code: '1188', name: 'あぶくま信用金庫' } };
    expect(fillable(known, three).map(({ id }) => id)).toEqual(['b']);
    expect(fillable(known, three.map((one) => ({ ...one, state: 'SUSPENDED' as const })))).toEqual([]);
    expect(fillable({ ...known, tokenIds: [] }, three)).toEqual([]);
  });

  it('is the tokens of that very host while the institution is unknown', () => {
    const elsewhere = token({ id: 'x', loginAddress: 'https://other.example/' });
    expect(fillable({ ...site, institution: null, tokenIds: [] }, [...three, elsewhere])).toEqual(three);
  });
});

describe('an attempt', () => {
  it('is slow only while busy and rests after its end', () => {
    const begun = attemptReducer(atRest, { kind: 'begun' });
    expect(attemptReducer(begun, { kind: 'slow' }).slow).toBe(true);
    expect(attemptReducer(atRest, { kind: 'slow' })).toEqual(atRest);
    expect(attemptReducer(begun, { kind: 'done' })).toEqual(atRest);
    expect(attemptReducer(begun, { kind: 'refused', reason: 'locked' })).toEqual({ ...atRest, refused: 'locked' });
  });
});
