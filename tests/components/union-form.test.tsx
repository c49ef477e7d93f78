// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { locked, look, refuse, settle, token } from './builders.tsx';
import { press } from './enrol-builder.tsx';
import type { Answers } from './enrol-builder.tsx';
import { agreeAndSend, atForm, field, fillIn, fresh, noteOf } from './union-builder.tsx';

const issued = { tokenId: 'u', serial: fresh.serial };

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
    ['service-id-garbled', 'サービスID', /サービスIDを、英字と数字だけで入力してください/],
    ['user-id-garbled', 'ユーザーID', /ユーザーIDを、英字と数字だけで入力してください/],
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
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/同意の確認が済んでいません.*「上記の内容に同意する」に/);
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
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: '初期設定は完了していません' }));
      expect(field('利用開始パスワード').value).toBe('１２３ ４５６');
      press('送信');
      await settle();
      expect(screen.getByRole('heading', { name: 'トークン初期設定完了' })).toBeTruthy();
      expect(asked.filter((name) => name === 'enrolUnion')).toHaveLength(2);
    },
  );

  it('leaves the focus on 送信 while it is sent, and sends once', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { asked } = await atForm({ enrolUnion: async () => (await promise, refuse('issuer-busy')) });
    await fillIn();
    fireEvent.click(screen.getByRole('checkbox'));
    await settle();
    const send = screen.getByRole('button', { name: '送信' });
    send.focus();
    fireEvent.click(send);
    await settle();
    expect([send.getAttribute('aria-disabled'), send.hasAttribute('disabled'), document.activeElement === send]).toEqual(['true', false, true]);
    fireEvent.click(send);
    resolve();
    await settle();
    expect(asked.filter((name) => name === 'enrolUnion')).toHaveLength(1);
  });

  it('of an activation that another page used is no refusal: the token is here', async () => {
    const tokens = [token()];
    await atForm({ look: () => look({ tokens }), enrolUnion: () => (tokens.push(fresh), refuse('activation-refused')) });
    await fillIn();
    await agreeAndSend();
    expect(screen.getByRole('heading', { name: 'トークン追加が正常に完了しました。' })).toBeTruthy();
  });

  it('ends that try: a token that comes later is none of it', async () => {
    const tokens = [token()];
    let turn = 0;
    const { asked } = await atForm({ look: () => look({ tokens }), enrolUnion: () => (turn++, refuse('activation-refused')) });
    await fillIn();
    await agreeAndSend();
    tokens.push(fresh);
    press('送信');
    await settle();
    expect([turn, asked.filter((name) => name === 'enrolUnion').length]).toEqual([2, 2]);
    expect(screen.getByText(/サービスIDとユーザーIDが逆に/)).toBeTruthy();
  });

  it('shows the lock when the vault locked itself meanwhile, then comes back to this form', async () => {
    let isLocked = false;
    await atForm({
      look: () => (isLocked ? locked : look({ tokens: [] })),
      enrolUnion: () => ((isLocked = true), refuse('locked')),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    await fillIn();
    await agreeAndSend();
    screen.getByRole('button', { name: 'ロックを解除' });
    press('ロックを解除');
    expect(document.documentElement.outerHTML).not.toContain('１２３ ４５６');
  });
});
