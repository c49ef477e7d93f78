// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../components/file-name.ts';
import type { TokenLook } from '../../lib/messages/looks.ts';
import type { Ask, OwnRequests } from '../../lib/messages/protocol.ts';
import { localToken, locked, look, refuse, token, wayIn, ways } from './builders.tsx';
import { press, reading, transfer, type } from './transfer-builder.tsx';
import type { Answers } from './transfer-builder.tsx';

const second = localToken({ id: 'm', local: { issuer: '', account: 'taro', counts: true, site: null } });
const GOOD = 'みどりの庭に 七つの石と 白い猫';

type Exported = Ask<OwnRequests, 'exportTokens'>;

async function page(tokens: TokenLook[], answers: Answers = {}, edges: Parameters<typeof transfer>[1] = {}) {
  const exported: Exported[] = [];
  const exportTokens = (asked: Exported) => (exported.push(asked), { file: '{"sealed":1}', count: asked.tokenIds.length });
  const made = await transfer({ look: () => look({ tokens }), exportTokens, ...answers }, edges);
  return { ...made, exported };
}

async function choose(passphrase = GOOD, again = passphrase): Promise<void> {
  await type('ファイルのパスフレーズ', passphrase);
  await type('ファイルのパスフレーズ（確認）', again);
  await press('次へ');
}

async function prove(passphrase = 'ひみつ'): Promise<void> {
  const form = within(screen.getByRole('form', { name: '書き出す' }));
  const field = form.getByLabelText(/パスフレーズ/);
  fireEvent.input(field, { target: { value: passphrase } });
  fireEvent.submit(screen.getByRole('form', { name: '書き出す' }));
  await reading();
}

async function pressWithKey(name: string): Promise<void> {
  screen.getByRole('button', { name }).focus();
  await press(name);
}

describe('exporting', () => {
  it('saves the chosen tokens in a file under its own passphrase, after a proof', async () => {
    const { exported, saved } = await page([localToken(), second]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'taro' }));
    await choose();
    await prove();
    expect(exported.map(({ tokenIds, proof }) => [tokenIds, proof.slotId])).toEqual([[['l'], 'slot']]);
    expect(exported[0]?.stretching).toEqual({ salt: wayIn.salt, memory: 65_536, passes: 3, lanes: 1 });
    expect(exported[0]?.stretched).not.toBe(exported[0]?.proof.key);
    expect(saved).toEqual([{ name: expect.stringMatching(/^kagifuda-export-2026-07-01\.json$/), text: '{"sealed":1}' }]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '1件を書き出しました' }));
    expect(screen.getByText(/パスフレーズを忘れると、だれにも元に戻せません/)).toBeTruthy();
  });

  it('lists an issued token with the reason why it stays, and no box', async () => {
    await page([token(), localToken()]);
    expect(screen.getByText('SKTS48201937').closest('li')?.textContent).toContain('あぶくま信用金庫');
    expect(screen.getByText(/このブラウザー専用のため書き出せません/)).toBeTruthy();
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });

  it('offers nothing where there is nothing that may go out', async () => {
    await page([token()]);
    expect(screen.getByText(/書き出せるのは、取り込んだトークンだけです/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '次へ' })).toBeNull();
  });

  it.each([
    ['abc', 'abc', /推測されやすい/],
    [GOOD, 'ちがう', /2つのパスフレーズが一致しません/],
  ])('refuses a passphrase that is weak or typed differently (%#)', async (first, again, words) => {
    const { asked } = await page([localToken()]);
    await choose(first, again);
    expect(screen.getByText(words)).toBeTruthy();
    expect(asked).not.toContain('ways');
  });

  it('asks for at least one token', async () => {
    await page([localToken()]);
    fireEvent.click(screen.getByRole('checkbox'));
    await choose();
    expect(screen.getByText('書き出すトークンを1つ以上選んでください。')).toBeTruthy();
  });

  it('says that the proof is wrong, saves nothing, and lets it be typed again', async () => {
    const tries: string[] = [];
    const { saved } = await page([localToken()], {
      exportTokens: ({ proof }) => (tries.push(proof.key), tries.length === 1 ? refuse('wrong-passphrase') : { file: 'x', count: 1 }),
    });
    await choose();
    await prove();
    expect(screen.getByText(/パスフレーズが違います/)).toBeTruthy();
    expect(saved).toEqual([]);
    await prove('べつの');
    expect(saved).toHaveLength(1);
    expect(tries[0]).not.toBe(tries[1]);
  });

  it('goes on where it was after the vault locked itself', async () => {
    let isLocked = false;
    await page([localToken(), second], {
      look: () => (isLocked ? locked : look({ tokens: [localToken(), second] })),
      ways: () => (isLocked ? refuse('locked') : { ways: [], opening: ways() }),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    fireEvent.click(screen.getByRole('checkbox', { name: 'taro' }));
    isLocked = true;
    await choose();
    await type('パスフレーズ', 'ひみつ');
    await press('ロックを解除');
    expect(screen.getByRole('checkbox', { name: 'taro' })).toHaveProperty('checked', false);
    expect(screen.getByLabelText('ファイルのパスフレーズ')).toHaveProperty('value', GOOD);
  });

  it('keeps the focus when its proof is left, and when it begins anew', async () => {
    await page([localToken()]);
    const heading = screen.getByRole('heading', { name: '書き出す' });
    await choose();
    await pressWithKey('やめる');
    expect(document.activeElement).toBe(heading);
    await press('次へ');
    await prove();
    await pressWithKey('もう一度書き出す');
    expect(document.activeElement).toBe(heading);
  });

  it('takes the focus when the customer came for it', async () => {
    await page([localToken()], {}, { toExport: true });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '書き出す' }));
  });

  it('names the file by the day on this PC', () => {
    expect(fileName('export', new Date(2026, 10, 3, 23, 59).getTime())).toBe('kagifuda-export-2026-11-03.json');
  });
});
