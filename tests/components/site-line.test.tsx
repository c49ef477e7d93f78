// @vitest-environment jsdom
/** What the popup says of an institution's page for which none of the tokens has a code. */
import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { bankSite } from '../looks.ts';
import { look, stopTime, token } from './builders.tsx';
import { popup } from './popup-builder.tsx';

beforeEach(stopTime);

const NONE = /まだ発行されていません/;
const site = bankSite({ roles: ['current'], tokenIds: [] });

describe('the line of an institution without a token for its fields', () => {
  it.each(['SUSPENDED', 'ACTIVE', 'UNBOUND'] as const)('does not say that none was issued where one is %s', async (state) => {
    await popup(look({ tokens: [token({ state, code: null })], site }));
    screen.getByText('あぶくま信用金庫のページです');
    expect(screen.queryByText(NONE)).toBeNull();
  });

  it.each([
    ['there is none at all', []],
    ['those that are there are another institution’s', [token({ institution: 'きた信用金庫', institutionCode: '1581' })]],
    ['the one that was there is over', [token({ state: 'STOPPED', code: null })]],
  ])('says so where %s', async (_, tokens) => {
    await popup(look({ tokens, site }));
    expect(screen.getByText(NONE)).toBeTruthy();
  });
});
