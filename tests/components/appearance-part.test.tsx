// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { AS_THE_BROWSER } from '../../lib/messages/appearance.ts';
import type { Settings } from '../../lib/messages/protocol.ts';
import { AppearancePart } from '../../components/appearance-part.tsx';
import { readCopy } from '../../components/appearance.ts';
import { Appearing } from '../../components/appearing.tsx';
import { useKeptSettings } from '../../components/settings-kept.ts';
import type { Asking } from '../../components/asking.ts';
import { background, locked, look, refuse, settle } from './builders.tsx';
import { settings, stored } from './settings-builder.tsx';

const choose = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('radio', { name }));
  await settle();
};
const chosen = (): (string | undefined)[] =>
  screen.getAllByRole<HTMLInputElement>('radio').flatMap((radio) => (radio.checked ? [radio.labels?.[0]?.textContent] : []));
const FIRST = ['ブラウザーに合わせる', '標準', 'パソコンに合わせる'];

describe('the settings of appearance', () => {
  it('show what is chosen, in groups with a name', async () => {
    await settings();
    expect(chosen()).toEqual(FIRST);
    expect(screen.getAllByRole('group').map((group) => group.querySelector('legend')?.textContent)).toEqual(['言語', '文字の大きさ', '明るさ']);
  });

  it.each([
    ['English', { language: 'en' }],
    ['いちばん大きい', { textSize: 200 }],
    ['暗い画面', { theme: 'dark' }],
  ])('keep %s at once and say so', async (name, difference) => {
    const { changes } = await settings();
    await choose(name);
    expect(changes).toEqual([difference]);
    expect(screen.getByText('保存しました')).toBeTruthy();
  });

  it('keep that codes are hidden', async () => {
    const { changes } = await settings();
    fireEvent.click(screen.getByRole('checkbox', { name: '番号を隠しておく' }));
    await settle();
    expect(changes).toEqual([{ hidesDigits: true }]);
  });

  it.each([
    ['locked', locked],
    ['without a vault', look({ vault: 'none', tokens: [] })],
    ['damaged', look({ vault: 'damaged', tokens: [] })],
  ])('can be changed while the vault is %s', async (_, face) => {
    const { changes } = await settings({ look: () => face });
    await choose('暗い画面');
    expect(changes).toEqual([{ theme: 'dark' }]);
  });

  it('go back to what is kept when a choice could not be, and say why', async () => {
    await settings({ changeSettings: () => refuse('store-full') });
    await choose('暗い画面');
    expect(await screen.findByText(/空き容量が足りず/)).toBeTruthy();
    expect(screen.queryByText('保存しました')).toBeNull();
    expect(chosen()).toEqual(FIRST);
  });

  it('keep every choice of several in a moment, one after the other', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const changes: Partial<Settings>[] = [];
    // Only the first is slow: the second must not overtake it.
    const keep = async (wanted: Partial<Settings>): Promise<Settings> => {
      if (wanted.textSize === 125) await promise;
      changes.push(wanted);
      return { ...stored, ...wanted };
    };
    await settings({ changeSettings: keep });
    await choose('大きい');
    await choose('もっと大きい');
    resolve(undefined);
    await settle();
    expect(changes.map(({ textSize }) => textSize)).toEqual([125, 150]);
    expect(chosen()).toContain('もっと大きい');
  });
});

function Part({ ask }: { ask: Asking }) {
  const { settings: kept, saved, change } = useKeptSettings<'appearance'>(ask, () => () => undefined);
  return kept && <AppearancePart settings={kept} saved={saved === 'appearance'} onChange={(wanted) => change(wanted, 'appearance')} />;
}

describe('the page where the appearance is chosen', () => {
  beforeEach(() => localStorage.clear());

  it('changes at once, in its language too, and leaves the copy for other pages', async () => {
    history.replaceState(null, '', '/settings.html');
    const { ask } = background({ settings: () => stored, changeSettings: (wanted) => ({ ...stored, ...wanted }) });
    render(
      <Appearing page={document} view={window} tag="ja-JP" stored={async () => AS_THE_BROWSER}>
        <Part ask={ask} />
      </Appearing>,
    );
    await settle();
    await choose('English');
    await choose('Dark');
    expect([document.documentElement.lang, document.title, document.documentElement.style.colorScheme]).toEqual(['en', 'Settings - Kagifuda', 'dark']);
    expect(screen.getByText('Saved')).toBeTruthy();
    expect(readCopy(window)).toEqual({ language: 'en', theme: 'dark', textSize: 100 });
  });

  it('takes a choice back that the background could not keep', async () => {
    const { ask } = background({ settings: () => stored, changeSettings: () => refuse('store-full') });
    render(
      <Appearing page={document} view={window} tag="ja-JP" stored={async () => AS_THE_BROWSER}>
        <Part ask={ask} />
      </Appearing>,
    );
    await settle();
    await choose('English');
    expect(document.documentElement.lang).toBe('ja');
    expect(readCopy(window)).toEqual(AS_THE_BROWSER);
  });
});
