import { describe, expect, it } from 'vitest';
import { placeAfter, stepsAt } from '../../components/guide-place.ts';
import type { Place } from '../../components/guide-place.ts';
import { exchangePlan, RELEASE, START, START_UNION, STOP } from '../../components/guide-plan.ts';
import type { Role } from '../../lib/field-role.ts';
import type { Look, TokenLook } from '../../lib/messages/looks.ts';
import { exchangeWords } from '../../components/words-exchange.ts';
import { guideWords } from '../../components/words-guide.ts';
import { unionWords } from '../../components/words-union.ts';
import { code, look, token, unionToken } from './builders.tsx';

const NAMES: Record<string, string> = { 1188: 'あぶくま信用金庫', 1581: '北伊勢上野信用金庫', 2143: 'あかぎ信用組合' };

function bankPage(roles: Role[], institutionCode: string | null = '1188', host = 'ib.shinkin.localhost:8790'): Look['site'] {
  const institution = institutionCode === null ? null : { code: institutionCode, name: NAMES[institutionCode] ?? '' };
  return { kind: 'bank', host, institution, tokenIds: [], roles, offersOver: false };
}

const fresh = token({ state: 'UNBOUND' });
const filled = (one: TokenLook): TokenLook => ({ ...one, code: code({ use: 'filled' }) });

/** One page after the other in front, from the beginning. */
function placesOf(errand: Parameters<typeof placeAfter>[1], one: TokenLook, looks: Partial<Look>[]): Place[] {
  let place: Place = 'away';
  return looks.map((seen) => (place = placeAfter(place, errand, one, look({ tokens: [one], ...seen }))));
}

const parasol = (roles: Role[]): Partial<Look> => ({ site: bankPage(roles, '2143', 'parasol.localhost:8790') });

describe('the place in an errand', () => {
  it('goes from the login page to the form, past the fill and to the end of 利用開始', () => {
    const pages = [bankPage([]), bankPage(['serial', 'current'])];
    expect(
      placesOf('start', fresh, [
        ...pages.map((site) => ({ site })),
        { site: bankPage(['serial', 'current']), tokens: [filled(fresh)] },
        { site: bankPage(['serial', 'current']) },
        { site: bankPage([]) },
      ]),
    ).toEqual(['inside', 'field', 'filled', 'filled', 'after']);
  });

  it('knows the two forms of 交換 apart, and takes a time-out after the first for a way back', () => {
    const sites = [['current'], ['old'], [], ['old'], ['serial', 'new'], []] as Role[][];
    expect(placesOf('exchange', token(), sites.map((roles) => ({ site: bankPage(roles) })))).toEqual([
      'inside', 'old-field', 'inside', 'old-field', 'field', 'after',
    ]);
  });

  it('of 利用解除 is past the code once the login is', () => {
    expect(placesOf('release', unionToken(), [parasol([]), parasol(['current']), parasol([])])).toEqual(['inside', 'field', 'after']);
  });

  it('takes no other field for that of 利用開始', () => {
    expect(placesOf('start', fresh, [{ site: bankPage(['current']) }])).toEqual(['inside']);
  });

  it('stays where it was while anything but this bank is in front', () => {
    const elsewhere: Look['site'] = { kind: 'other', host: null, like: 'none', bindable: null };
    expect(placesOf('start', fresh, [{ site: bankPage(['serial', 'current'], '1581') }])).toEqual(['away']);
    expect(placesOf('start', fresh, [{ site: bankPage(['serial', 'current']) }, { site: elsewhere }])).toEqual(['field', 'field']);
  });

  it('is told by the host where nobody saw by which institution the tab entered', () => {
    expect(placesOf('start', fresh, [{ site: bankPage([], null) }])).toEqual(['inside']);
    expect(placesOf('start', fresh, [{ site: bankPage([], null, 'parasol.localhost:8790') }])).toEqual(['away']);
  });
});

describe('the steps of a place', () => {
  it.each([
    ['away', 0, 0],
    ['inside', 1, 2],
    ['old-field', 1, 2],
    ['field', 3, 3],
    ['filled', 4, 5],
    ['after', 6, 6],
  ] as const)('%s of 利用開始 are %i to %i', (place, first, last) => {
    expect(stepsAt(place, START)).toEqual({ first, last });
  });

  it('are as many as their words, in both languages', () => {
    for (const { errands } of [guideWords.ja, guideWords.en]) {
      expect(errands.start.steps).toHaveLength(START.length);
      expect(errands.stop.steps).toHaveLength(STOP.length);
      expect(errands.release.steps).toHaveLength(RELEASE.length);
    }
    for (const { start } of [unionWords.ja, unionWords.en]) expect(start.steps).toHaveLength(START_UNION.length);
    for (const { steps } of [exchangeWords.ja, exchangeWords.en])
      expect(steps({ old: null, fresh: 'SKTS00000002' })).toHaveLength(exchangePlan({ old: false, fresh: true }).length);
  });

  it('never go back in an errand', () => {
    const order = ['away', 'inside', 'old-field', 'field', 'filled', 'after'];
    for (const plan of [START, STOP, START_UNION, RELEASE, exchangePlan({ old: true, fresh: true })]) {
      const places = plan.map(({ at }) => order.indexOf(at));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  });
});
