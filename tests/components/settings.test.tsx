// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { institutionsOf, withOffer } from '../../components/offers-part.tsx';
import { locked, look, refuse, settle } from './builders.tsx';
import { settings, stored } from './settings-builder.tsx';

describe('the settings', () => {
  it('change the delay of the lock and say that it is saved', async () => {
    const { changes } = await settings();
    const delay = await screen.findByRole('combobox', { name: '自動でロックするまでの時間' });
    expect([...delay.querySelectorAll('option')].map((option) => option.textContent)).toEqual(['1分', '5分', '10分', '15分', '30分', '1時間']);
    fireEvent.change(delay, { target: { value: '30' } });
    expect(await screen.findByText('保存しました')).toBeTruthy();
    expect(changes).toEqual([{ autoLock: 30 }]);
  });

  it('switch the offer in the page off for one institution', async () => {
    const { changes } = await settings();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'あぶくま信用金庫のページに案内を出す' }));
    await waitFor(() => expect(changes).toEqual([{ quietInstitutions: ['1188'] }]));
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

  it('follow what another page has changed, and write nothing but what was chosen here', async () => {
    let kept = stored;
    const { changes, changedElsewhere } = await settings({
      settings: () => kept,
      changeSettings: (wanted) => (changes.push(wanted), (kept = { ...kept, ...wanted })),
    });
    kept = { ...kept, autoLock: 60, quietInstitutions: ['1188'] };
    await changedElsewhere();
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('60');
    fireEvent.click(screen.getByRole('checkbox', { name: 'あぶくま信用金庫のページに案内を出す' }));
    await waitFor(() => expect(changes).toEqual([{ quietInstitutions: [] }]));
    expect(kept).toEqual({ ...stored, autoLock: 60 });
  });

  it('do not go back to an older answer when a choice was made meanwhile', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof stored>();
    const answers = [async () => stored, () => promise, async () => ({ ...stored, autoLock: 30 })];
    const { changedElsewhere } = await settings({ settings: async () => await (answers.shift() ?? expect.unreachable())() });
    await changedElsewhere();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '30' } });
    resolve(stored);
    await settle();
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('30');
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
    expect(withOffer({ ...quiet, ...withOffer(quiet, '1188', true) }, '1581', true).quietInstitutions).toEqual([]);
  });
});
