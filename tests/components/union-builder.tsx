/** The enrolment page at あかぎ信用組合, and the hands of the person before it. */
import { fireEvent, screen } from '@testing-library/preact';
import type { PendingLook, TokenLook } from '../../lib/messages/looks.ts';
import { look, settle, unionToken } from './builders.tsx';
import { enrol, press, type } from './enrol-builder.tsx';
import type { Answers } from './enrol-builder.tsx';

export const fresh = unionToken({ state: 'UNBOUND', introduced: false, code: null });
export const PENDING: PendingLook = { id: 'u', institutionCode: '2143', institution: 'あかぎ信用組合', kind: 'credit-union', startedAt: 0 };

export const atForm = async (answers: Answers = {}) => {
  const page = await enrol({ look: () => look({ tokens: [] }), ...answers }, '?institution=2143');
  await screen.findByRole('heading', { name: 'あかぎ信用組合のトークン初期設定' });
  return page;
};

export const field = (name: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input' });

/** What is said of a field: its hint, and why it was refused. */
export const noteOf = (input: HTMLInputElement): string => {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `missing: ${id}`).join(' ');
};

export async function fillIn(password = '１２３ ４５６'): Promise<void> {
  type('サービスID', ' ＡＫＧ１２３４５ ');
  type('ユーザーID', 'u-98765');
  type('利用開始パスワード', password);
  await settle();
}

export async function agreeAndSend(): Promise<void> {
  fireEvent.click(screen.getByRole('checkbox', { name: '上記の内容に同意する' }));
  await settle();
  press('送信');
  await settle();
}

/** A background with one token of あかぎ信用組合, which keeps what is done to it. */
export function oneToken(others: TokenLook[] = [], first: TokenLook = fresh) {
  const held = { token: first };
  const answers: Answers = {
    look: () => look({ tokens: [...others, held.token] }),
    nameToken: ({ suffix }) => ((held.token = { ...held.token, suffix: suffix.trim() }), {}),
    finishSetUp: () => ((held.token = { ...held.token, introduced: true }), {}),
  };
  return { held, answers };
}
