// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { institutionsOf, withOffer } from '../../components/settings.tsx';
import { locked, look, refuse } from './builders.tsx';
import { settings, stored } from './settings-builder.tsx';

describe('the settings', () => {
  it('change the delay of the lock and say that it is saved', async () => {
    const { changes } = await settings();
    const delay = await screen.findByRole('combobox', { name: '自動でロックするまでの時間' });
    expect([...delay.querySelectorAll('option')].map((option) => option.textContent)).toEqual(['1分', '5分', '10分', '15分', '30分', '1時間']);
    fireEvent.change(delay, { target: { value: '30' } });
    expect(await screen.findByText('保存しました')).toBeTruthy();
    expect(changes).toEqual([{ ...stored, autoLock: 30 }]);
  });

  it('switch the offer in the page off for one institution', async () => {
    const { changes } = await settings();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'あぶくま信用金庫のページに案内を出す' }));
    await waitFor(() => expect(changes).toEqual([{ ...stored, quietInstitutions: ['1188'] }]));
  });

  it('say why a change was not kept', async () => {
    await settings({ changeSettings: () => refuse('store-full') });
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: '5' } });
    expect(await screen.findByText(/空き容量が足りず/)).toBeTruthy();
    expect(screen.queryByText('保存しました')).toBeNull();
  });

  it('show the lock while locked, and the version', async () => {
    const { asked } = await settings({ look: () => locked });
    expect(await screen.findByRole('button', { name: 'ロックを解除' })).toBeTruthy();
    expect(screen.getByText(/バージョン 1\.2\.3/)).toBeTruthy();
    expect(asked).toEqual(['look', 'settings']);
  });

  it('list the keys, also those that move a token', async () => {
    await settings();
    const sheet = screen.getByRole('heading', { name: 'ショートカットキー' }).closest('section');
    expect([...(sheet?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent)).toEqual(['Ctrl+Shift+Period', 'Alt+Shift+K', 'Alt+↑', 'Alt+↓']);
  });

  it('are found from a list at the top, one link for each group', async () => {
    await settings();
    const links = within(screen.getByRole('navigation', { name: '設定の項目' })).getAllByRole('link');
    const groups = links.map((link) => [link.textContent, document.querySelector(link.getAttribute('href') ?? '')?.querySelector('h2')?.textContent]);
    expect(groups.length).toBe(5);
    expect(groups.filter(([link, heading]) => link !== heading)).toEqual([]);
  });

  it('keep an institution in the list that was switched off before its token went', () => {
    const quiet = { ...stored, quietInstitutions: ['1581', '1188'] };
    expect(institutionsOf(look(), quiet).map(({ name }) => name)).toEqual(['あぶくま信用金庫', '北伊勢上野信用金庫']);
    expect(withOffer(withOffer(quiet, '1188', true), '1581', true).quietInstitutions).toEqual([]);
  });
});
