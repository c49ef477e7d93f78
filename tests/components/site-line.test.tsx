// @vitest-environment jsdom
/** What the popup says of an institution's page for which none of the tokens has a code, and how the buttons that fill wait. */
import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SiteLook } from '../../lib/messages/looks.ts';
import { bankSite } from '../looks.ts';
import { localToken, look, settle, stopTime, token } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';

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

describe('the button that fills', () => {
  const own: SiteLook = { kind: 'own', host: 'shop.example', origin: 'https://shop.example', like: 'none', roles: ['current'], offersOver: false, tokenIds: ['l'], inPage: true };

  it.each([
    ['an institution’s page', bankSite({ roles: ['current'] }), token()],
    ['a site of an imported token', own, localToken()],
  ])('keeps the focus while it fills %s, and does so once', async (_, at, one) => {
    const outcome = Promise.withResolvers<{ kind: 'filled'; roles: ['current'] }>();
    const { asked } = await popup(look({ tokens: [one], site: at }), { fillActiveTab: () => outcome.promise });
    const fill = screen.getByRole('button', { name: 'このページに入力' });
    fill.focus();
    await click(fill);
    await click(fill);
    expect([fill.getAttribute('aria-disabled'), fill.hasAttribute('disabled'), document.activeElement]).toEqual(['true', false, fill]);
    expect(asked.filter((name) => name === 'fillActiveTab')).toHaveLength(1);
    outcome.resolve({ kind: 'filled', roles: ['current'] });
    await settle();
    expect([fill.getAttribute('aria-disabled'), document.activeElement]).toEqual(['false', fill]);
  });
});
