// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { MendedNotice } from '../../components/mended-notice.tsx';
import { mendedSentences } from '../../components/mended-sentence.ts';
import { LANGUAGES } from '../../components/language.ts';
import type { Mended } from '../../lib/messages/ways.ts';
import { NOON, shown } from './builders.tsx';

const damaged: Mended = { at: NOON, what: 'primary', why: 'damaged', spent: false };
const every = (['primary', 'copy'] as const).flatMap((what) =>
  (['damaged', 'missing', 'older'] as const).flatMap((why) => [false, true].map((spent): Mended => ({ at: NOON, what, why, spent }))),
);

async function notice(mended: Mended | null) {
  const [onSeen, open] = [vi.fn<() => void>(), vi.fn<(address: string) => void>()];
  const view = await shown(<MendedNotice mended={mended} onSeen={onSeen} open={open} />);
  return { onSeen, open, ...view };
}

describe('the notice of what was put right', () => {
  it('says what happened, that the tokens are as they were, and when', async () => {
    await notice(damaged);
    expect(screen.getByText('保存した内容の一部が壊れていたため、予備から元に戻しました。')).toBeTruthy();
    expect(screen.getByText('トークンはそのままです。')).toBeTruthy();
    expect(screen.getByText(/2026年7月1日/)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('保存した内容を元に戻しました');
  });

  it('is read, and leads to the health page', async () => {
    const { onSeen, open } = await notice(damaged);
    fireEvent.click(screen.getByRole('link', { name: '保存の状態を見る' }));
    expect(open.mock.calls).toEqual([['/health.html']]);
    expect(onSeen).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '確認しました' }));
    expect(onSeen).toHaveBeenCalledOnce();
  });

  it('takes no room while there is nothing to say, but its voice is there already', async () => {
    const { container } = await notice(null);
    expect(container.textContent).toBe('');
    expect(screen.getByRole('status').className).toBe('visually-hidden');
  });
});

describe('the sentences about what was put right', () => {
  it.each(LANGUAGES)('differ for each thing and each cause in %s', (language) => {
    const causes = every.filter(({ spent }) => !spent).map((one) => mendedSentences(language, one)[0]);
    expect(new Set(causes).size).toBe(6);
  });

  it('never say that all is as it was where a later change may be lost', () => {
    const [spent, kept] = [true, false].map((is) => every.filter((one) => one.spent === is).map((one) => mendedSentences('ja', one).join('')));
    expect(spent?.filter((text) => text.includes('そのまま') || !text.includes('使用済みにしました'))).toEqual([]);
    expect(kept?.filter((text) => !text.includes('そのまま') || text.includes('使用済み'))).toEqual([]);
  });
});
