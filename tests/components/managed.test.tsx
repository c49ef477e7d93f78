// @vitest-environment jsdom
/** What an organisation has decided, on our screens. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { healthGroups } from '../../components/health-lines.ts';
import { rowsFor } from '../../components/institution-search.tsx';
import { sentences } from '../../components/sentences.ts';
import { managedProfile } from '../../lib/institutions/managed-profile.ts';
import { govern } from '../../lib/institutions/profiles.ts';
import type { PolicyLook } from '../../lib/messages/policy.ts';
import { look, refuse, settle } from './builders.tsx';
import { enrol, press, type, unbound } from './enrol-builder.tsx';
import { health } from './health-builder.ts';
import { settings, stored } from './settings-builder.tsx';

const policy = (over: Partial<PolicyLook>) => (): PolicyLook => ({ ...health().policy, ...over });
const ORIGIN = 'https://issuer.example.jp';
const given = { issuerOrigin: ORIGIN, issuerKeys: [], serialPrefix: 'EXAM', telephone: '', hours: '', loginAddress: 'https://www11.ib.shinkin-ib.jp/webbk/login/b-prelogin.do?bankcode=MTAwMQ%3D%3D' };
const hokkaido = managedProfile({ code: '1001', name: '北海道信用金庫', kana: 'ホツカイドウ', kind: 'shinkin' }, given);
const hokuo = managedProfile({ code: '2011', name: '北央信用組合', kana: 'ホクオウ', kind: 'credit-union' }, given);
const groupOf = (told: PolicyLook) => healthGroups(health({ policy: told }), 'ja').find(({ heading }) => heading === '組織の設定');
const QUERY = '金融機関の名前またはコード';

afterEach(() => govern({ profiles: [], allowed: null }));

describe('the settings where an organisation decides', () => {
  it('offer no longer delay than it allows, and say so', async () => {
    await settings({ policy: policy({ autoLockMinutes: 15 }) });
    const delay = await screen.findByRole('combobox', { name: '自動でロックするまでの時間' });
    expect([...delay.querySelectorAll('option')].map((option) => option.textContent)).toEqual(['1分', '5分', '10分', '15分']);
    expect(screen.getByText(/組織（お勤め先など）の設定により、15分までの時間から選べます/)).toBeTruthy();
  });

  it('lock the switches of offers in pages, each off and with the reason', async () => {
    const { changes } = await settings({ policy: policy({ inPageOffer: false }) });
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'あぶくま信用金庫のページに案内を出す' });
    expect([box.checked, box.disabled]).toEqual([false, true]);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/組織（お勤め先など）の設定により/);
    expect(changes).toEqual([]);
    expect(stored.quietInstitutions).toEqual([]);
  });

  it('name what of it is not written correctly, and say nothing where all is', async () => {
    await settings({ policy: policy({ faults: [{ part: 'issuer', why: 'x' }, { part: 'unknown', why: 'y' }, { part: 'unknown', why: 'z' }] }) });
    const note = await screen.findByRole('region', { name: '組織の設定' });
    expect(within(note).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['組織の発行元の設定', '鍵札の知らない項目']);
    expect(within(note).getByRole('link').getAttribute('href')).toBe('/health.html');
  });

  it('say why, where what it decided could not be learnt, and offer nothing that it may forbid', async () => {
    await settings({ policy: () => refuse('store-blocked') });
    expect(await screen.findByText(sentences.ja['store-blocked'])).toBeTruthy();
    expect([screen.queryByRole('combobox', { name: '自動でロックするまでの時間' }), screen.queryByRole('checkbox', { name: /案内を出す/ })]).toEqual([null, null]);
  });

  it('are the customer’s own elsewhere', async () => {
    await settings();
    expect(await screen.findByRole('combobox', { name: '自動でロックするまでの時間' })).toBeTruthy();
    expect(screen.queryByText(/組織/)).toBeNull();
  });
});

describe('the health page where an organisation decides', () => {
  it('lists what it decided', () => {
    const told = policy({ institutions: 2, autoLockMinutes: 5, inPageOffer: false, issuer: { origin: ORIGIN, institutions: 1, granted: true } })();
    expect(groupOf(told)?.lines.map(({ value, mark }) => [value, mark])).toEqual([
      ['組織が決めた2機関', 'plain'],
      ['最長 5分', 'plain'],
      ['出しません', 'plain'],
      [`${ORIGIN}（1機関）`, 'plain'],
    ]);
  });

  it('has a button for the browser’s leave to speak to the issuer, where it is not given', () => {
    const told = policy({ issuer: { origin: 'https://issuer.example.jp:8443', institutions: 1, granted: false } })();
    expect(groupOf(told)?.lines).toMatchObject([{ mark: 'plain', act: { kind: 'allow', permission: 'https://issuer.example.jp/*' } }]);
  });

  it('marks what was refused, with the place, and whom to tell', () => {
    const told = policy({ faults: [{ part: 'issuer', why: 'issuer.keys[0].publicKey: expected base64url' }] })();
    expect(groupOf(told)?.lines).toMatchObject([{ name: '組織の発行元の設定', mark: 'bad', value: expect.stringContaining('issuer.keys[0].publicKey'), todo: expect.stringContaining('担当の方') }]);
  });

  it('has no such lines elsewhere', () => {
    expect(groupOf(health().policy)).toBeUndefined();
  });
});

describe('enrolment where an organisation decides', () => {
  const empty = { look: () => look({ tokens: [] }) };

  it('lists those that it does not allow with the reason, and refuses them', async () => {
    govern({ profiles: [], allowed: new Set(['1581']) });
    expect(rowsFor('').map(({ code }) => code)).toEqual(['1581']);
    await enrol(empty);
    await screen.findByRole('heading', { name: '金融機関をさがす' });
    type(QUERY, 'あぶくま');
    const row = await screen.findByRole('option', { name: /あぶくま信用金庫/ });
    expect([row.getAttribute('aria-disabled'), row.textContent]).toEqual(['true', expect.stringContaining('組織の設定により、新しく発行できません')]);
    fireEvent.click(row);
    expect(await screen.findByText(/組織（お勤め先など）の設定により、この金融機関のトークンは新しく発行できません/)).toBeTruthy();
  });

  it('refuses them from a link, too', async () => {
    govern({ profiles: [], allowed: new Set(['1581']) });
    await enrol(empty, '?institution=1188');
    expect(await screen.findByText(/新しく発行できません/)).toBeTruthy();
  });

  it('names its issuer in the terms, and asks for the browser’s leave in the press', async () => {
    govern({ profiles: [hokkaido], allowed: null });
    const token = { ...unbound, institutionCode: '1001' };
    let issued = false;
    const page = await enrol({ look: () => look({ tokens: issued ? [token] : [] }), enrolShinkin: () => ((issued = true), { tokenId: token.id, serial: token.serial }) }, '?institution=1001');
    await screen.findByRole('heading', { name: '北海道信用金庫のトークン発行' });
    expect(screen.getByText(/指定した issuer\.example\.jp です/)).toBeTruthy();
    expect(screen.queryByText(/模擬の発行元/)).toBeNull();
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    expect(page.reached).toEqual([]);
    press('同意して発行する');
    // Before anything is waited for: a browser takes the question only in the press itself.
    expect(page.reached).toEqual([ORIGIN]);
    expect(await screen.findByText('トークンを発行しました')).toBeTruthy();
  });

  it('does so at a credit union', async () => {
    govern({ profiles: [hokuo], allowed: null });
    const page = await enrol({ ...empty, enrolUnion: async () => await new Promise<never>(() => undefined) }, '?institution=2011');
    await screen.findByRole('heading', { name: /北央信用組合/ });
    expect(screen.getByText(/指定した issuer\.example\.jp です/)).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox'));
    press('送信');
    expect(page.reached).toEqual([ORIGIN]);
    await settle();
  });

  it('asks for nothing where the build knows the issuer', async () => {
    const page = await enrol({ ...empty, enrolShinkin: async () => await new Promise<never>(() => undefined) }, '?institution=1188');
    await screen.findByRole('heading', { name: 'あぶくま信用金庫のトークン発行' });
    expect(screen.getByText(/模擬の発行元/)).toBeTruthy();
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    press('同意して発行する');
    await settle();
    expect(page.reached).toEqual([]);
  });
});
