// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TokenLook } from '../../lib/messages/looks.ts';
import { localToken, look, refuse, settle, stopTime, token, unionToken } from './builders.tsx';
import { click, popup } from './popup-builder.tsx';
import type { Answers } from './popup-builder.tsx';

beforeEach(stopTime);

const cards = (): HTMLElement[] => screen.getAllByRole('article');
const names = (): (string | null)[] => cards().map((card) => card.getAttribute('data-token'));
const cardOf = (id: string): HTMLElement => cards().find((card) => card.getAttribute('data-token') === id) ?? expect.unreachable();
const inCard = (id: string, name: string): HTMLElement => within(cardOf(id)).getByRole('button', { name });

/** A background that keeps the order. */
const show = (answers: Answers = {}, first: TokenLook[] = [token(), unionToken(), localToken()]) => {
  let tokens = first;
  return popup(look(), {
    look: () => look({ tokens }),
    moveToken: ({ tokenId, by }) => {
      const from = tokens.findIndex(({ id }) => id === tokenId);
      const moved = tokens[from] ?? expect.unreachable();
      tokens = tokens.toSpliced(from, 1).toSpliced(from + by, 0, moved);
      return { place: from + by + 1 };
    },
    ...answers,
  });
};

const press = async (element: HTMLElement, key: string, over: object = { altKey: true }): Promise<void> => {
  fireEvent.keyDown(element, { key, ...over });
  await settle();
};

describe('the order of the cards', () => {
  it('says beside its buttons which keys do the same', async () => {
    await show();
    expect(inCard('u', '上へ').closest('.order')?.textContent).toMatch(/Altキーを押しながら↑か↓/);
  });

  it('is changed by buttons, the focus stays on the moved card, and the new place is told', async () => {
    await show();
    inCard('u', '上へ').focus();
    await click(inCard('u', '上へ'));
    expect(names()).toEqual(['u', 'a', 'l']);
    expect(document.activeElement).toBe(inCard('u', '上へ'));
    expect(screen.getByText('1番目に移しました。').getAttribute('aria-live')).toBe('polite');
    inCard('a', '下へ').focus();
    await click(inCard('a', '下へ'));
    expect(names()).toEqual(['u', 'l', 'a']);
    expect(document.activeElement).toBe(inCard('a', '下へ'));
    expect(screen.getByText('3番目に移しました。')).toBeTruthy();
  });

  it('is changed by Alt and an arrow on the card, which keeps the focus', async () => {
    await show();
    cardOf('a').focus();
    await press(cardOf('a'), 'ArrowDown');
    await press(cardOf('a'), 'ArrowDown');
    expect(names()).toEqual(['u', 'l', 'a']);
    expect(document.activeElement).toBe(cardOf('a'));
    expect(screen.getByText('3番目に移しました。')).toBeTruthy();
    await press(cardOf('a'), 'ArrowUp', {});
    expect(document.activeElement).toBe(cardOf('l'));
    expect(names()).toEqual(['u', 'l', 'a']);
  });

  it('is not changed at an end, which is told', async () => {
    const { asked } = await show();
    expect(inCard('a', '上へ').getAttribute('aria-disabled')).toBe('true');
    expect(inCard('l', '下へ').getAttribute('aria-disabled')).toBe('true');
    await press(cardOf('a'), 'ArrowUp');
    expect(screen.getByText('いちばん上にあります。')).toBeTruthy();
    await click(inCard('l', '下へ'));
    expect(screen.getByText('いちばん下にあります。')).toBeTruthy();
    expect(asked).toEqual(['look']);
  });

  it('has nothing to change with one token, or while a search hides some', async () => {
    await show({}, [token()]);
    expect(screen.queryByRole('button', { name: '上へ' })).toBeNull();
  });

  it('can be changed again once a search is over', async () => {
    const { asked } = await show({}, [unionToken(), ...Array.from({ length: 6 }, (_, at) => token({ id: `t${at}` }))]);
    const search = screen.getByRole('searchbox');
    fireEvent.input(search, { target: { value: 'あぶくま' } });
    await settle();
    expect(screen.queryByRole('button', { name: '上へ' })).toBeNull();
    await press(cardOf('t2'), 'ArrowUp');
    expect(asked).toEqual(['look']);
    fireEvent.input(search, { target: { value: '' } });
    await settle();
    expect(screen.getAllByRole('button', { name: '上へ' })).toHaveLength(7);
  });

  it('leaves the arrows of a field to the field', async () => {
    const { asked } = await show();
    await press(within(cardOf('l')).getByRole('textbox'), 'ArrowUp');
    expect(asked).toEqual(['look']);
  });

  it('says at the card why it was not changed', async () => {
    await show({ moveToken: () => refuse('store-full') });
    await click(inCard('u', '上へ'));
    expect(names()).toEqual(['a', 'u', 'l']);
    expect(within(cardOf('u')).getAllByRole('status').some((one) => one.textContent !== '')).toBe(true);
    expect(screen.queryByText(/番目に移しました/)).toBeNull();
  });
});
