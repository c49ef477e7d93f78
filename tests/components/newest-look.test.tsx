// @vitest-environment jsdom
/** A look that was begun first and answered last: the page of a tab did not answer in time. */
import { act, fireEvent, renderHook, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { useLook } from '../../components/looking.ts';
import type { Look } from '../../lib/messages/looks.ts';
import { Refusal } from '../../lib/refusal.ts';
import { background, locked, look, settle } from './builders.tsx';
import { enrol, unbound } from './enrol-builder.tsx';
import { blindly, popup } from './popup-builder.tsx';

/** Looks, each answered when the test says so. */
function looks() {
  const begun: { answer: (seen: Look) => void; refuse: (error: Refusal) => void }[] = [];
  const next = (): Promise<Look> => new Promise((answer, refuse) => void begun.push({ answer, refuse }));
  const answer = async (number: number, seen: Look): Promise<void> => {
    begun[number]?.answer(seen);
    await settle();
  };
  const refuse = async (number: number): Promise<void> => {
    begun[number]?.refuse(new Refusal('locked'));
    await settle();
  };
  return { next, answer, refuse };
}

const open = look();

describe('an older look that is answered after a newer one', () => {
  it('brings the codes of an open vault back to no popup that was locked', async () => {
    const { next, answer, refuse } = looks();
    const { tokensChanged } = await popup(open, { look: next }, 'ja', { ...blindly, seen: open });
    await tokensChanged();
    await tokensChanged();
    await answer(1, locked);
    screen.getByLabelText('パスフレーズ');
    await answer(0, open);
    screen.getByLabelText('パスフレーズ');
    expect(screen.queryByRole('article')).toBeNull();
    await tokensChanged();
    await tokensChanged();
    await answer(3, open);
    await refuse(2);
    screen.getByRole('article', { name: /あぶくま信用金庫/ });
  });

  it('is shown by no full page, be it an answer or a refusal', async () => {
    const { next, answer, refuse } = looks();
    const { ask } = background({ look: next });
    const { result } = renderHook(() => useLook(ask));
    await settle();
    await act(async () => void result.current.lookAgain());
    await act(async () => void result.current.lookAgain());
    await answer(1, locked);
    await answer(0, open);
    expect(result.current.look).toEqual(locked);
    await refuse(2);
    expect(result.current).toMatchObject({ look: locked, failed: 'locked' });
  });

  it('leads the enrolment page nowhere', async () => {
    const { next, answer } = looks();
    const { tokensChanged } = await enrol({ look: next }, '?institution=1188');
    await tokensChanged();
    await answer(1, locked);
    screen.getByLabelText('パスフレーズ');
    await answer(0, look({ tokens: [unbound] }));
    screen.getByLabelText('パスフレーズ');
  });
});

describe('an older look', () => {
  it('is shown until a newer one is answered', async () => {
    const { next, answer } = looks();
    const { tokensChanged } = await popup(locked, { look: next }, 'ja', { ...blindly, seen: locked });
    await tokensChanged();
    await tokensChanged();
    await answer(0, open);
    screen.getByRole('article', { name: /あぶくま信用金庫/ });
    await answer(1, locked);
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('is not lost to one that the enrolment page has no use for', async () => {
    const { next, answer } = looks();
    const { tokensChanged } = await enrol({ look: next });
    await answer(0, open);
    fireEvent.input(screen.getByRole('combobox'), { target: { value: 'あぶくま信用金庫' } });
    await settle();
    fireEvent.click(screen.getByRole('option', { name: /^あぶくま信用金庫/ }));
    await tokensChanged();
    await answer(2, open);
    await answer(1, open);
    screen.getByRole('heading', { name: 'あぶくま信用金庫のトークン発行' });
  });
});
