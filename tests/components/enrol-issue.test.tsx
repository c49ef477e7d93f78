// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Look } from '../../lib/messages/looks.ts';
import { locked, look, NOON, refuse, settle } from './builders.tsx';
import { atConsent, consent, enrol, GOOD, press, type, unbound } from './enrol-builder.tsx';
import type { Answers } from './enrol-builder.tsx';

describe('consent and issue', () => {
  it('lists what to have at hand', async () => {
    await atConsent({});
    expect(screen.getByRole('heading', { name: 'ご用意いただくもの' })).toBeTruthy();
    expect(screen.getByText('契約者ID（利用者番号）')).toBeTruthy();
  });

  it('asks for the missing consent and sends nothing', async () => {
    const { asked } = await atConsent({});
    fireEvent.click(screen.getByRole('checkbox', { name: 'ご利用にあたっての内容に同意する' }));
    press('同意して発行する');
    expect(await screen.findByText(/チェックが入っていません/)).toBeTruthy();
    expect(asked).toEqual(['look']);
  });

  it('issues the token and shows its serial and the bank’s steps', async () => {
    const enrolShinkin = vi.fn<NonNullable<Answers['enrolShinkin']>>(() => ({ tokenId: 'a', serial: 'SKTS48201937' }));
    const { opened, addresses } = await atConsent({ enrolShinkin });
    consent();
    press('同意して発行する');
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    expect(enrolShinkin).toHaveBeenCalledExactlyOnceWith({ institutionCode: '1188', termsAccepted: true, samePcAccepted: true });
    expect(screen.getByText('SKTS48201937')).toBeTruthy();
    expect(addresses).toEqual(['/enrol.html?token=a']);
    expect(screen.getByText('利用開始前')).toBeTruthy();
    expect(screen.getByText(/「認証する」を選択します/)).toBeTruthy();
    press('あぶくま信用金庫のログイン画面を開く');
    expect(opened).toEqual([unbound.loginAddress]);
  });

  it.each([
    ['issuer-unreachable', true], ['issuer-garbled', true], ['issuer-unverified', true], ['profile-unexpected', true],
    ['pending-expired', false], ['institution-without-issuer', false], ['store-full', false],
  ] as const)('after %s it is said that what was begun is kept: %s', async (reason, isKept) => {
    await atConsent({ enrolShinkin: () => refuse(reason) });
    consent();
    press('同意して発行する');
    await screen.findByRole('heading', { name: '発行は完了していません' });
    expect(screen.queryByText(/途中までの手続きは失われていません/) !== null).toBe(isKept);
  });

  it.each([
    ['vault-damaged', '保存した内容を確認する', '/recovery.html'],
    ['store-unavailable', 'もう一度試す', '/enrol.html'],
  ] as const)('where %s keeps it from beginning, a button leads on', async (reason, name, address) => {
    await enrol({ look: () => (reason === 'vault-damaged' ? look({ vault: 'damaged', tokens: [] }) : refuse(reason)) });
    expect(await screen.findByRole('heading', { name: 'ここでは発行できません' })).toBeTruthy();
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(address);
  });

  it('goes on with the interrupted issue when tried again', async () => {
    let fails = true;
    const pendings = [{ id: 'p', institutionCode: '1188', institution: 'あぶくま信用金庫', kind: 'shinkin' as const, startedAt: NOON }];
    let begun = false;
    const { asked } = await atConsent({
      look: () => look({ tokens: fails ? [] : [unbound], pendings: begun && fails ? pendings : [] }),
      enrolShinkin: () => ((begun = true), refuse('issuer-unreachable')),
      resumePending: () => ((fails = false), { tokenId: 'a', serial: 'SKTS48201937' }),
    });
    consent();
    press('同意して発行する');
    expect(await screen.findByText(/発行元に接続できません/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '同意して発行する' })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: '発行は完了していません' })));
    press('もう一度試す');
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    expect(asked.filter((name) => name === 'enrolShinkin')).toHaveLength(1);
  });

  it('issues no second token when the background finished the first one, also after going back', async () => {
    let finished = false;
    const { asked } = await atConsent({
      look: () => look({ tokens: finished ? [unbound] : [] }),
      enrolShinkin: () => refuse('issuer-slow'),
    });
    consent();
    press('同意して発行する');
    await screen.findByText(/時間がかかっています/);
    finished = true;
    press('金融機関を選び直す');
    fireEvent.input(await screen.findByRole('combobox'), { target: { value: '1188' } });
    fireEvent.click(await screen.findByRole('option', { name: /^あぶくま信用金庫/ }));
    await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' });
    consent();
    press('同意して発行する');
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    expect(asked.filter((name) => name === 'enrolShinkin')).toHaveLength(1);
  });

  it('shows the lock when the vault locked itself meanwhile, then comes back to this institution', async () => {
    let isLocked = false;
    await atConsent({
      look: () => (isLocked ? locked : look({ tokens: [] })),
      enrolShinkin: () => ((isLocked = true), refuse('locked')),
      unlock: () => ((isLocked = false), { renew: null }),
    });
    consent();
    press('同意して発行する');
    await screen.findByRole('button', { name: 'ロックを解除' });
    type('パスフレーズ', GOOD);
    press('ロックを解除');
    expect(await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' })).toBeTruthy();
  });

  it('looks once when the vault locked itself meanwhile, whatever is pressed before the answer', async () => {
    const { promise, resolve } = Promise.withResolvers<Look>();
    let isLocked = false;
    const { asked } = await atConsent({
      look: async () => (isLocked ? await promise : look({ tokens: [] })),
      enrolShinkin: () => ((isLocked = true), refuse('locked')),
    });
    consent();
    press('同意して発行する');
    await settle();
    const before = asked.length;
    consent();
    await settle();
    expect(asked.slice(before)).toEqual([]);
    resolve(locked);
    expect(await screen.findByRole('button', { name: 'ロックを解除' })).toBeTruthy();
  });

  it('resumes at once when opened for an interrupted issue', async () => {
    const pendings = [{ id: 'p', institutionCode: '1188', institution: 'あぶくま信用金庫', kind: 'shinkin' as const, startedAt: NOON }];
    const { asked } = await enrol(
      { look: () => look({ tokens: [unbound], pendings }), resumePending: () => ({ tokenId: 'a', serial: 'SKTS48201937' }) },
      '?pending=p',
    );
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    await waitFor(() => expect(asked).toEqual(['look', 'resumePending', 'look']));
  });

  it('offers to start over when the interrupted issue has expired', async () => {
    let pendings = [{ id: 'p', institutionCode: '1188', institution: 'あぶくま信用金庫', kind: 'shinkin' as const, startedAt: NOON }];
    const answers: Answers = {
      look: () => look({ tokens: [], pendings }),
      resumePending: () => refuse('pending-expired'),
      dropPending: () => ((pendings = []), {}),
    };
    await enrol(answers, '?pending=p');
    expect(await screen.findByText(/期限が切れました/)).toBeTruthy();
    press('やり直す');
    await settle();
    expect(pendings).toHaveLength(1);
    press('取り消してやり直す');
    expect(await screen.findByRole('heading', { name: '金融機関をさがす' })).toBeTruthy();
    expect(pendings).toEqual([]);
  });

  it('shows the token, and asks for no other, when it was finished before the person starts over', async () => {
    let finished = false;
    const token = { ...unbound, id: 'p' };
    const pendings = [{ id: 'p', institutionCode: '1188', institution: 'あぶくま信用金庫', kind: 'shinkin' as const, startedAt: NOON }];
    const { asked } = await enrol(
      { look: () => (finished ? look({ tokens: [token] }) : look({ tokens: [], pendings })), resumePending: () => refuse('issuer-slow') },
      '?pending=p',
    );
    await screen.findByText(/時間がかかっています/);
    finished = true;
    press('やり直す');
    await settle();
    press('取り消してやり直す');
    expect(await screen.findByRole('heading', { name: 'トークンを発行しました' })).toBeTruthy();
    expect(asked).not.toContain('dropPending');
  });
});
