import { describe, expect, it } from 'vitest';
import { attemptReducer, atRest } from '../../components/attempt.ts';
import { fillNotice, hasEnded, matching, neighbour, popupReducer, unseen, untilNextLook } from '../../components/popup-state.ts';
import { fillable } from '../../components/site-line.tsx';
import type { Look } from '../../lib/messages/looks.ts';
import type { Reason } from '../../lib/refusal.ts';
import { bankSite } from '../looks.ts';
import { code, locked, look, NOON, token } from './builders.tsx';

const three = ['a', 'b', 'c'].map((id) => token({ id, serial: `SKTS0000000${id.charCodeAt(0) - 96}` }));

const next = (last: Look): number | null => untilNextLook({ look: last, failed: null, failures: 0 }, NOON);
const afterFailure = (failed: Reason, failures: number): number | null => untilNextLook({ look: null, failed, failures }, NOON);

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

  it('keeps the last look when a new one fails, and counts until one succeeds', () => {
    const once = popupReducer(open, { kind: 'look-failed', reason: 'internal' });
    expect(once).toEqual({ ...open, failed: 'internal', failures: 1 });
    const twice = popupReducer(once, { kind: 'look-failed', reason: 'store-blocked' });
    expect(twice).toEqual({ ...open, failed: 'store-blocked', failures: 2 });
    expect(popupReducer(twice, { kind: 'looked', look: look({ tokens: three }) })).toEqual(open);
  });

  it.each(['locked', 'no-vault', 'vault-damaged', 'vault-missing'] as const)('keeps nothing of what was open when a look fails by %s', (reason) => {
    const blocked = popupReducer(open, { kind: 'look-failed', reason: 'store-blocked' });
    expect(popupReducer(blocked, { kind: 'look-failed', reason })).toEqual({ ...unseen, failed: reason, failures: 1 });
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
    expect(next(look({ tokens }))).toBe(9030);
  });

  it('comes soon while the clock is unmeasured, and never in a rush', () => {
    expect(next(look({ tokens: [token({ code: code({ timed: false }) })] }))).toBe(2030);
    expect(next(look({ tokens: [token({ code: code({ endsAt: NOON - 5000 }) })] }))).toBe(300);
  });

  it('does not come without codes', () => expect(next(locked)).toBeNull());

  it('comes again while looks fail, also where there was none, and at once when the vault was found shut', () => {
    expect(untilNextLook({ look: locked, failed: 'internal', failures: 1 }, NOON)).toBe(2000);
    expect([afterFailure('internal', 1), afterFailure('locked', 1), afterFailure('locked', 2)]).toEqual([2000, 0, 2000]);
  });
});

describe('a code that ran out', () => {
  it('is shown a moment longer while the next one is asked for, but not when that failed', () => {
    const { endsAt } = code();
    expect(hasEnded(code(), { failed: null }, endsAt + 100)).toBe(false);
    expect(hasEnded(code(), { failed: null }, endsAt + 1000)).toBe(true);
    expect(hasEnded(code(), { failed: 'internal' }, endsAt)).toBe(true);
    expect(hasEnded(code(), { failed: 'internal' }, endsAt - 1)).toBe(false);
  });
});

describe('what may be filled', () => {
  const site = bankSite({ tokenIds: ['b'] });

  it('is the tokens that the background named, as far as they give codes', () => {
    expect(fillable(site, three).map(({ id }) => id)).toEqual(['b']);
    expect(fillable(site, three.map((one) => ({ ...one, state: 'SUSPENDED' as const })))).toEqual([]);
    expect(fillable(site, three.map((one) => ({ ...one, code: null })))).toEqual([]);
  });

  it('is nothing where it named none, also while the institution is unknown', () => {
    expect(fillable({ ...site, tokenIds: [] }, three)).toEqual([]);
    expect(fillable({ ...site, institution: null, tokenIds: [] }, three)).toEqual([]);
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
