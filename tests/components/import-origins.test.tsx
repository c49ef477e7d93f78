// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { locked, look, refuse } from './builders.tsx';
import { COUNTING, GITHUB, lines, paste, pick, picture, press, read, reading, sealedFile, transfer, type } from './transfer-builder.tsx';

const file = async (): Promise<File> => new File([await sealedFile([GITHUB, COUNTING], 'たぬき')], 'kagifuda-export.json');
const form = (): HTMLElement => screen.getByRole('form', { name: 'kagifuda-export.jsonを開く' });

describe('a sealed file', () => {
  it('is opened by its passphrase', async () => {
    await transfer();
    await pick(await file());
    await screen.findByRole('form', { name: /を開く/ });
    expect(screen.queryByRole('list', { name: '見つかったトークン' })).toBeNull();
    await type('ファイルのパスフレーズ', 'たぬき');
    fireEvent.submit(form());
    await waitFor(() => expect(lines()).toHaveLength(2));
    expect(screen.queryByRole('form', { name: /を開く/ })).toBeNull();
    await press('2件を追加する');
    expect(await screen.findByRole('heading', { name: '2件を追加しました' })).toBeTruthy();
  });

  it('stays shut after a wrong one, and asks again', async () => {
    await transfer();
    await pick(await file());
    await screen.findByRole('form', { name: /を開く/ });
    await type('ファイルのパスフレーズ', 'きつね');
    fireEvent.submit(form());
    expect(await within(form()).findByText(/パスフレーズが違うか/)).toBeTruthy();
    await type('ファイルのパスフレーズ', 'たぬき');
    fireEvent.submit(form());
    await waitFor(() => expect(lines()).toHaveLength(2));
  });
});

describe('the clipboard', () => {
  it('is pasted anywhere: a text or a picture', async () => {
    await transfer({}, { readPicture: async () => ({ codes: [COUNTING] }) });
    expect(await paste(GITHUB)).toBe(false);
    await paste('', [picture]);
    expect(lines()).toHaveLength(2);
  });

  it('leaves text that is pasted into a field to that field', async () => {
    const { asked } = await transfer();
    const field = screen.getByLabelText('文字で取り込む');
    expect(fireEvent.paste(field, { clipboardData: { getData: () => GITHUB, files: [] } })).toBe(true);
    await reading();
    expect(asked).not.toContain('readImport');
  });

  it('is read on a click', async () => {
    await transfer({}, { readClipboard: async () => ({ texts: [GITHUB], files: [] }) });
    await press('クリップボードから読む');
    expect(lines()).toHaveLength(1);
  });

  it('that may not be read is pasted with Ctrl+V instead', async () => {
    await transfer();
    await press('クリップボードから読む');
    expect(screen.getByText(/Ctrl\+V/)).toBeTruthy();
  });

  it('that is empty is said to be so', async () => {
    await transfer({}, { readClipboard: async () => ({ texts: [' '], files: [] }) });
    await press('クリップボードから読む');
    expect(screen.getByText(/文字も画像もありません/)).toBeTruthy();
  });
});

describe('what the popup found on a page', () => {
  it('is read as soon as the page is there', async () => {
    await transfer({ takeFound: () => ({ texts: [GITHUB] }) });
    expect(lines()).toHaveLength(1);
  });
});

describe('while locked', () => {
  it('nothing is shown of what waits, and after unlocking it goes on', async () => {
    let isLocked = true;
    const { asked } = await transfer({
      look: () => (isLocked ? locked : look({ tokens: [] })),
      takeFound: () => ({ texts: [GITHUB] }),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    expect(screen.getByText(/お預かりしています/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('GitHub');
    expect(asked).not.toContain('readImport');
    await type('パスフレーズ', 'ひみつ');
    await press('ロックを解除');
    expect(lines()).toHaveLength(1);
  });

  it('a reading that found the vault locked begins again', async () => {
    let isLocked = false;
    let tries = 0;
    await transfer({
      look: () => (isLocked ? locked : look({ tokens: [] })),
      readImport: () => (tries++ === 0 ? ((isLocked = true), refuse('locked')) : { found: [], sources: [], missing: 0 }),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    await paste(GITHUB);
    await type('パスフレーズ', 'ひみつ');
    await press('ロックを解除');
    expect(tries).toBe(2);
    expect(screen.queryByText(/ロックされています/)).toBeNull();
  });

  it('a lock in the middle loses nothing', async () => {
    let isLocked = false;
    await transfer({
      look: () => (isLocked ? locked : look({ tokens: [] })),
      importTokens: () => ((isLocked = true), refuse('locked')),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    await read(GITHUB);
    await press('1件を追加する');
    await type('パスフレーズ', 'ひみつ');
    await press('ロックを解除');
    expect(lines()).toHaveLength(1);
    expect(screen.getByLabelText('文字で取り込む')).toHaveProperty('value', GITHUB);
  });
});
