// @vitest-environment jsdom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { look, refuse, settle, token } from './builders.tsx';
import { press } from './enrol-builder.tsx';
import type { Answers } from './enrol-builder.tsx';
import { agreeAndSend, atForm, field, fillIn, fresh, noteOf, PENDING } from './union-builder.tsx';

const issued = { tokenId: 'u', serial: fresh.serial };

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
    expect([field('サービスID').value, field('利用開始パスワード').value]).toEqual([' ＡＫＧ１２３４５ ', '']);
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
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '初期設定は完了していません' }));
    press('やり直す');
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '取り消さない' }));
    press('取り消さない');
    await settle();
    expect(held.pendings).toHaveLength(1);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'やり直す' }));
    press('やり直す');
    await settle();
    press('取り消してやり直す');
    await settle();
    expect(held.pendings).toEqual([]);
    expect(document.activeElement).toBe(field('利用開始パスワード'));
    expect(screen.getByRole('button', { name: '送信' })).toBeTruthy();
    expect(within(screen.getByRole('main')).queryByText('初期設定は完了していません')).toBeNull();
  });
});
