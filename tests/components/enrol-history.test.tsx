// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { look, refuse, settle, unionToken } from './builders.tsx';
import { consent, enrol, press, unbound } from './enrol-builder.tsx';
import type { Answers } from './enrol-builder.tsx';
import { agreeAndSend, field, fillIn, oneToken } from './union-builder.tsx';

const empty: Answers = { look: () => look({ tokens: [] }) };
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;
const SEARCH = '金融機関の名前またはコード';

async function choose(name: string): Promise<void> {
  fireEvent.input(screen.getByRole('combobox', { name: SEARCH }), { target: { value: name } });
  await settle();
  fireEvent.click(screen.getByRole('option', { name: new RegExp(`^${name}`) }));
  await settle();
}

/** From the list, as whoever opens the page. */
async function atForm(name: string, answers: Answers = empty) {
  const page = await enrol(answers);
  await choose(name);
  return page;
}

describe('the browser’s Back on the enrolment page', () => {
  it('leads from a form to the list, and Forward to what was typed there, but for the password', async () => {
    const { move, left, asked } = await atForm('あかぎ信用組合');
    await fillIn();
    await move(-1);
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: SEARCH }).value).toBe('あかぎ信用組合');
    await move(1);
    expect(heading()).toBe('あかぎ信用組合のトークン初期設定');
    expect([field('サービスID').value, field('ユーザーID').value, field('利用開始パスワード').value]).toEqual([' ＡＫＧ１２３４５ ', 'u-98765', '']);
    expect([left.mock.calls.length, new Set(asked)]).toEqual([0, new Set(['look'])]);
  });

  it('leaves the page from its first step, also after a way there and back by the page’s own button', async () => {
    const { move, left } = await atForm('あぶくま信用金庫');
    press('金融機関を選び直す');
    await settle();
    expect(screen.getByRole('combobox', { name: SEARCH })).toBeTruthy();
    await move(-1);
    expect(left).toHaveBeenCalledOnce();
  });

  it('stays where a request is under way, and the token is not asked for twice', async () => {
    const { promise, resolve } = Promise.withResolvers<{ tokenId: string; serial: string }>();
    const enrolShinkin = vi.fn<NonNullable<Answers['enrolShinkin']>>(() => promise);
    let isDone = false;
    const { move } = await atForm('あぶくま信用金庫', { look: () => look({ tokens: isDone ? [unbound] : [] }), enrolShinkin });
    consent();
    await settle();
    press('同意して発行する');
    await settle();
    await move(-1);
    expect(heading()).toBe('あぶくま信用金庫のトークン発行');
    isDone = true;
    resolve({ tokenId: 'a', serial: 'SKTS48201937' });
    await settle();
    expect(heading()).toBe('トークンを発行しました');
    expect(enrolShinkin).toHaveBeenCalledOnce();
  });

  it('goes back after a refusal, for there is nothing under way any more', async () => {
    const { move } = await atForm('あぶくま信用金庫', { ...empty, enrolShinkin: () => refuse('issuer-unreachable') });
    consent();
    await settle();
    press('同意して発行する');
    await settle();
    await move(-1);
    expect(screen.getByRole('combobox', { name: SEARCH })).toBeTruthy();
  });

  it('leads from the caution to the name, which may still be changed, and from there out of the page', async () => {
    const { answers } = oneToken();
    const { move, left } = await enrol(answers, '?token=u');
    press('登録');
    await settle();
    expect(heading()).toBe('ご注意ください');
    await move(-1);
    expect([left.mock.calls.length, heading()]).toEqual([0, 'トークン表示名設定']);
    press('登録');
    await settle();
    press('OK');
    await settle();
    expect(heading()).toBe('あとは金融機関の画面で「利用開始」です');
    await move(-1);
    expect([left.mock.calls.length, heading()]).toEqual([1, 'あとは金融機関の画面で「利用開始」です']);
  });

  it('leaves the page once the token is issued: neither Back nor Forward leads to the form again', async () => {
    const fresh = unionToken({ state: 'UNBOUND', introduced: false, code: null });
    let isDone = false;
    const answers: Answers = { look: () => look({ tokens: isDone ? [fresh] : [] }), enrolUnion: () => ((isDone = true), { tokenId: 'u', serial: fresh.serial }) };
    const { move, left, addresses } = await atForm('あかぎ信用組合', answers);
    await fillIn();
    await agreeAndSend();
    const issued = heading();
    await move(-1);
    expect([left.mock.calls.length, heading()]).toEqual([1, issued]);
    await move(1);
    expect([left.mock.calls.length, heading()]).toEqual([1, issued]);
    expect(addresses).toEqual(['/enrol.html?institution=2143', '/enrol.html?token=u', '/enrol.html?token=u', '/enrol.html?token=u']);
  });
});
