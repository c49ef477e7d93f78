// @vitest-environment jsdom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { locked, look, refuse, settle, token } from './builders.tsx';
import { press } from './enrol-builder.tsx';
import type { Answers } from './enrol-builder.tsx';
import { agreeAndSend, atForm, field, fillIn, fresh, PENDING } from './union-builder.tsx';

const issued = { tokenId: 'u', serial: fresh.serial };
const noteOf = (input: HTMLInputElement): string => {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `missing: ${id}`).join(' ');
};

describe('the form of a credit union', () => {
  it('says what to have at hand and where it is found', async () => {
    await atForm();
    for (const words of [/「トークン発行のご案内」メール/, /BOP001.*閉じずに/, /忘れたときは、この手続きはできません。.*「トークン発行」をもう一度/, /72時間以内/])
      expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  });

  it('says above the consent that the same PC is weaker', async () => {
    await atForm();
    const box = screen.getByRole('checkbox', { name: '上記の内容に同意する' });
    const notice = screen.getByText(/別の機器（スマートフォンなど）に表示するより安全性は下がります/);
    expect(notice.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });

  it('masks the password until it is asked to show it, and keeps the browser from remembering', async () => {
    await atForm();
    const password = field('利用開始パスワード');
    expect([password.type, password.inputMode, password.autocomplete]).toEqual(['password', 'numeric', 'off']);
    press('表示する');
    await settle();
    expect(password.type).toBe('text');
    expect(field('サービスID').autocomplete).toBe('off');
  });

  it('sends what was typed as it was typed, once', async () => {
    const enrolUnion = vi.fn<NonNullable<Answers['enrolUnion']>>(() => issued);
    let isDone = false;
    await atForm({ look: () => look({ tokens: isDone ? [fresh] : [] }), enrolUnion: (ask) => ((isDone = true), enrolUnion(ask)) });
    await fillIn();
    await agreeAndSend();
    expect(enrolUnion).toHaveBeenCalledExactlyOnceWith({
      institutionCode: '2143',
      serviceId: ' ＡＫＧ１２３４５ ',
      userId: 'u-98765',
      password: '１２３ ４５６',
      consented: true,
    });
    expect(screen.getByRole('heading', { name: 'トークン初期設定完了' })).toBeTruthy();
  });

  it('cuts nothing of spaced and full-width input', async () => {
    await atForm();
    for (const name of ['サービスID', 'ユーザーID', '利用開始パスワード']) expect(field(name).maxLength).toBe(200);
  });

  it('keeps no password on the page after success', async () => {
    let isDone = false;
    await atForm({ look: () => look({ tokens: isDone ? [fresh] : [] }), enrolUnion: () => ((isDone = true), issued) });
    const password = field('利用開始パスワード');
    await fillIn('80246135');
    expect(password.value).toBe('80246135');
    await agreeAndSend();
    expect(password.value).not.toContain('80246135');
    expect(document.documentElement.outerHTML).not.toContain('80246135');
    expect(document.querySelector('input')).toBeNull();
  });
});

describe('a refusal of the form', () => {
  it.each([
    ['service-id-garbled', 'サービスID', /サービスIDは半角英数字です/],
    ['user-id-garbled', 'ユーザーID', /ユーザーIDは半角英数字です/],
    ['activation-password-garbled', '利用開始パスワード', /4～8桁の数字です。「トークン発行」/],
  ] as const)('%s stands at its field, which takes the focus and keeps its text', async (reason, name, sentence) => {
    await atForm({ enrolUnion: () => refuse(reason) });
    await fillIn();
    await agreeAndSend();
    const input = field(name);
    expect(noteOf(input)).toMatch(sentence);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(input);
    expect(field('利用開始パスワード').value).toBe('１２３ ４５６');
    expect(document.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
    expect(screen.getAllByText(sentence)).toHaveLength(1);
  });

  it('of the activation empties the password alone and waits there', async () => {
    const { asked } = await atForm({ enrolUnion: () => refuse('activation-refused') });
    await fillIn();
    await agreeAndSend();
    const password = field('利用開始パスワード');
    expect([field('サービスID').value, field('ユーザーID').value, password.value]).toEqual([' ＡＫＧ１２３４５ ', 'u-98765', '']);
    expect(document.activeElement).toBe(password);
    expect(noteOf(password)).toMatch(/どれかが違うか、使えなくなっています/);
    expect(asked.filter((name) => name === 'enrolUnion')).toHaveLength(1);
    expect(screen.getByRole('button', { name: '送信' })).toBeTruthy();
  });

  it('for a missing consent stands at the check, and nothing is sent', async () => {
    const { asked } = await atForm();
    await fillIn();
    press('送信');
    await settle();
    const box = screen.getByRole('checkbox');
    expect(document.activeElement).toBe(box);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/同意の確認が済んでいません/);
    expect(asked).not.toContain('enrolUnion');
  });

  it('of consent by the background stands there too', async () => {
    await atForm({ enrolUnion: () => refuse('consent-missing') });
    await fillIn();
    await agreeAndSend();
    expect(document.activeElement).toBe(screen.getByRole('checkbox'));
  });

  it.each(['issuer-unreachable', 'issuer-slow', 'issuer-busy', 'issuer-unverified', 'issuer-garbled'] as const)(
    '%s keeps what was typed, and the form can be sent again',
    async (reason) => {
      let turn = 0;
      const { asked } = await atForm({
        look: () => look({ tokens: turn > 1 ? [fresh] : [] }),
        enrolUnion: () => (turn++ === 0 ? refuse(reason) : issued),
      });
      await fillIn();
      await agreeAndSend();
      expect(document.querySelectorAll('.refusal')).toHaveLength(1);
      expect(field('利用開始パスワード').value).toBe('１２３ ４５６');
      press('送信');
      await settle();
      expect(screen.getByRole('heading', { name: 'トークン初期設定完了' })).toBeTruthy();
      expect(asked.filter((name) => name === 'enrolUnion')).toHaveLength(2);
    },
  );

  it('shows the lock when the vault locked itself meanwhile, then comes back to this form', async () => {
    let isLocked = false;
    await atForm({
      look: () => (isLocked ? locked : look({ tokens: [] })),
      enrolUnion: () => ((isLocked = true), refuse('locked')),
      unlock: () => ((isLocked = false), {}),
    });
    await fillIn();
    await agreeAndSend();
    screen.getByRole('button', { name: 'ロックを解除' });
    press('ロックを解除');
    expect(document.documentElement.outerHTML).not.toContain('１２３ ４５６');
  });
});

const interrupted = (resumePending: NonNullable<Answers['resumePending']>, enrolUnion = (): never => refuse('issuer-slow')) => {
  const held = { pendings: [PENDING], tokens: [token()], begun: false };
  const answers: Answers = {
    look: () => look({ tokens: held.tokens, pendings: held.begun ? held.pendings : [] }),
    enrolUnion: () => ((held.begun = true), enrolUnion()),
    resumePending,
    dropPending: () => ((held.pendings = []), {}),
  };
  return { held, answers };
};

describe('a form whose issue was interrupted', () => {
  it('goes on without the password', async () => {
    const { held, answers } = interrupted(() => ((held.tokens = [token(), fresh]), (held.pendings = []), issued));
    const { asked } = await atForm(answers);
    await fillIn();
    await agreeAndSend();
    expect(screen.getByText(/時間がかかっています/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '送信' })).toBeNull();
    press('もう一度試す');
    await settle();
    expect(screen.getByRole('heading', { name: 'トークン追加が正常に完了しました。' })).toBeTruthy();
    expect(asked.filter((name) => name === 'enrolUnion')).toHaveLength(1);
  });

  it.each(['pending-expired', 'activation-refused'] as const)('asks for the password again when it ended by %s, and never tries it by itself', async (reason) => {
    const { held, answers } = interrupted(() => ((held.pendings = []), refuse(reason)));
    const { asked } = await atForm(answers);
    await fillIn();
    await agreeAndSend();
    press('もう一度試す');
    await settle();
    const password = field('利用開始パスワード');
    expect([password.value, document.activeElement === password]).toEqual(['', true]);
    expect(noteOf(password)).toMatch(reason === 'pending-expired' ? /期限が切れました/ : /どれかが違うか/);
    expect(asked.filter((name) => name === 'enrolUnion')).toHaveLength(1);
    expect(screen.getByRole('button', { name: '送信' })).toBeTruthy();
  });

  it('takes up the token that the background made of it meanwhile', async () => {
    const { held, answers } = interrupted(() => refuse('internal'));
    const { asked } = await atForm(answers);
    await fillIn();
    await agreeAndSend();
    Object.assign(held, { pendings: [], tokens: [token(), fresh] });
    press('もう一度試す');
    await settle();
    expect(screen.getByRole('heading', { name: 'トークン追加が正常に完了しました。' })).toBeTruthy();
    expect(asked.filter((name) => name === 'enrolUnion')).toHaveLength(1);
  });

  it('can be started over, and is then a form again', async () => {
    const { held, answers } = interrupted(() => refuse('internal'));
    await atForm(answers);
    await fillIn();
    await agreeAndSend();
    press('やり直す');
    await settle();
    expect(held.pendings).toEqual([]);
    expect(screen.getByRole('button', { name: '送信' })).toBeTruthy();
    expect(within(screen.getByRole('main')).queryByText('発行は完了していません')).toBeNull();
  });
});
