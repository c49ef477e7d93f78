// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { importWords } from '../../components/words-import.ts';
import { popupWords } from '../../components/words-popup.ts';
import { ENTRY_PROBLEMS, MOST_TEXT, SOURCE_PROBLEMS } from '../../lib/transfer/problems.ts';
import { NOON, refuse } from './builders.tsx';
import { boxes, COUNTING, GITHUB, lines, paste, pick, picture, press, read, reading, transfer } from './transfer-builder.tsx';

describe('typed text', () => {
  it('is shown as tokens before anything is kept', async () => {
    const { asked } = await transfer();
    await read(`${GITHUB}\n${COUNTING}`);
    expect(lines()).toEqual(['GitHubhanako時間式（30秒）・6桁新しい', 'Exampletaro回数式・8桁新しい']);
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true]);
    expect(screen.getByText('2件見つかりました。新しいものは2件です。まだ追加していません。')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '見つかったトークン' }));
    expect(asked).not.toContain('importTokens');
  });

  it('adds what is chosen, says so and what to do next, and holds the text no longer', async () => {
    const { kept } = await transfer();
    await read(`${GITHUB}\n${COUNTING}`);
    fireEvent.click(boxes()[0] ?? document.body);
    await press('1件を追加する');
    expect(kept.map(({ token }) => token.local?.issuer)).toEqual(['Example']);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '1件を追加しました' }));
    expect(screen.getByText(/ファイルや画像を削除してください/)).toBeTruthy();
    expect(screen.getByLabelText('文字で取り込む')).toHaveProperty('value', '');
    expect(screen.queryByRole('list', { name: '見つかったトークン' })).toBeNull();
  });

  it('says which tokens are here already, come twice, or cannot be read', async () => {
    const { kept } = await transfer();
    await read(GITHUB);
    await press('1件を追加する');
    expect(kept).toHaveLength(1);
    await read(`${GITHUB}\n${COUNTING}\n${COUNTING}\notpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=12`);
    expect(lines().map((line) => /新しい|すでにあります|二重|読めません/.exec(line)?.[0])).toEqual(['すでにあります', '新しい', '二重', '読めません']);
    expect(lines()[3]).toContain('6～8桁ではない');
    expect(boxes()).toHaveLength(1);
  });

  it('says of a deleted one how it comes back, and offers no second one', async () => {
    const { kept, asked } = await transfer();
    await read(GITHUB);
    await press('1件を追加する');
    const [record] = kept;
    if (record) record.token = { ...record.token, removedAt: NOON };
    await read(GITHUB);
    expect(lines()).toEqual([`GitHubhanako時間式（30秒）・6桁${importWords.ja.found.removed}削除済み`]);
    // Named as the popup's own button is.
    expect(importWords.ja.found.removed).toContain(`「${popupWords.ja.removed.restore}」`);
    expect(importWords.en.found.removed).toContain(`“${popupWords.en.removed.restore}”`);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(asked.filter((name) => name === 'importTokens')).toHaveLength(1);
    if (record) record.token = { ...record.token, removedAt: null };
    await read(`${GITHUB}\n`);
    expect(lines()[0]).toContain('すでにあります');
  });

  it('is replaced by what is typed later', async () => {
    await transfer();
    await read(GITHUB);
    await read(COUNTING);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain('Example');
  });

  it.each([
    ['hello', /トークンの内容ではありません/],
    ['otpauth:totp', /途中で切れているか/],
    ['{"a":', /壊れているため読めません/],
    ['x'.repeat(MOST_TEXT + 1), /大きすぎて読み取れません/],
  ])('that is no token is said to be so (%#)', async (text, words) => {
    await transfer();
    await read(text);
    expect(screen.getByText(words).textContent).toMatch(/^入力した文字/);
    expect(screen.queryByRole('list', { name: '見つかったトークン' })).toBeNull();
  });

  it('is not kept by the browser', async () => {
    await transfer();
    expect(screen.getByLabelText('文字で取り込む').getAttribute('autocomplete')).toBe('off');
  });
});

describe('the choice', () => {
  it('stays as it was made when more is read', async () => {
    await transfer();
    await paste(`${GITHUB}\n${COUNTING}`);
    fireEvent.click(boxes()[0] ?? document.body);
    await paste('otpauth://totp/New:x?secret=MFRGGZDFMZTWQ2LK');
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true, true]);
  });

  it('of none is refused with a sentence', async () => {
    const { asked } = await transfer();
    await paste(GITHUB);
    fireEvent.click(boxes()[0] ?? document.body);
    await press('0件を追加する');
    expect(screen.getByText(/追加するトークンがありません/)).toBeTruthy();
    expect(asked).not.toContain('importTokens');
  });

  it('of all or none is one click where there are many', async () => {
    await transfer();
    await paste(['A', 'B', 'C', 'D'].map((name, at) => `otpauth://totp/${name}?secret=MFRGGZDFMZTWQ2L${name}&period=${30 + at}`).join('\n'));
    await press('すべて外す');
    expect(boxes().some(({ checked }) => checked)).toBe(false);
    await press('すべて選ぶ');
    expect(boxes().every(({ checked }) => checked)).toBe(true);
  });

  it('is read again when it is no longer what was seen', async () => {
    const { asked } = await transfer({ importTokens: () => refuse('import-changed') });
    await paste(GITHUB);
    await press('1件を追加する');
    expect(screen.getByText(/読み取った内容が変わったため/)).toBeTruthy();
    expect(asked.filter((name) => name === 'readImport')).toHaveLength(2);
  });

  it('is dropped with everything that was read', async () => {
    await transfer();
    await paste(GITHUB);
    screen.getByRole('button', { name: 'やめる' }).focus();
    await press('やめる');
    expect(screen.queryByRole('list', { name: '見つかったトークン' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '取り込む' }));
  });
});

describe('files', () => {
  it('are read, texts and pictures at once, and each that fails says why under its name', async () => {
    await transfer({}, { readPicture: async (blob) => (blob === picture ? { codes: [GITHUB] } : { problem: 'no-code' }) });
    await pick(picture, new File([COUNTING], 'tokens.txt', { type: 'text/plain' }), new File(['y'], 'cat.jpg', { type: 'image/jpeg' }));
    expect(lines()).toHaveLength(2);
    expect(screen.getByText('cat.jpg').closest('li')?.textContent).toMatch(/QRコードが見つかりません/);
  });

  it('that are too large are not opened', async () => {
    await transfer();
    const large = new File([], 'large.json');
    Object.defineProperty(large, 'size', { value: 3 * MOST_TEXT + 1 });
    await pick(large);
    expect(screen.getByText('large.json').closest('li')?.textContent).toMatch(/大きすぎて/);
  });

  it('can be dropped anywhere, and are not opened by the browser', async () => {
    await transfer({}, { readPicture: async () => ({ codes: [GITHUB] }) });
    const opened = fireEvent.drop(document.body, { dataTransfer: { getData: () => '', files: [picture] } });
    await reading();
    expect(opened).toBe(false);
    expect(lines()).toHaveLength(1);
  });

  it('that say nothing of use are forgotten when others come', async () => {
    await transfer();
    await pick(new File(['hello'], 'a.txt'));
    await pick(new File([GITHUB], 'b.txt'));
    expect(screen.queryByText('a.txt')).toBeNull();
    expect(lines()).toHaveLength(1);
  });
});

describe('the words', () => {
  it.each(['ja', 'en'] as const)('have a sentence of its own for everything that can be wrong (%s)', (language) => {
    const { entry, source } = importWords[language].problems;
    expect(Object.keys(entry).toSorted()).toEqual([...ENTRY_PROBLEMS].toSorted());
    expect(Object.keys(source).toSorted()).toEqual([...SOURCE_PROBLEMS].toSorted());
    const all = [...Object.values(entry), ...Object.values(source)];
    expect(new Set(all).size).toBe(all.length);
  });
});
