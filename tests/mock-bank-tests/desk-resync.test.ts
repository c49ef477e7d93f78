import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press } from './around.ts';
import { startBank, type MockBank } from './bank.ts';
import { enrol, type TestToken } from './token-client.ts';
import { logIn, register, visitor, type Visitor } from './visitor.ts';
import type { Customer } from '../mock-bank/customers.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const nextStep = (): void => bank.passTime(30_000);

/** A token in use whose clock has run this many steps away. */
async function drifted(steps: number): Promise<{ customer: Customer; token: TestToken; who: Visitor; shown: () => string; clerk: Visitor }> {
  const customer = await bank.newCustomer({ institution: '1188', password: 'hanako2026' });
  const token = await enrol(bank);
  const who = visitor(bank);
  await register(who, customer, token);
  expect(who.text()).toContain('利用開始が完了しました');
  // A slow clock shows again what was shown before: enough time goes by that its steps are new.
  bank.passTime((Math.abs(steps) + 2) * 30_000);
  return { customer, token, who, shown: () => token.code(steps), clerk: visitor(bank, 'mail.localhost') };
}

async function resync(clerk: Visitor, { serial }: TestToken, codes: { first: string; second: string }): Promise<void> {
  await clerk.go(`/desk/token?serial=${serial}`);
  await press(clerk, '時刻の再同期（2つのパスワード）');
  await press(clerk, '処理する', codes);
}

describe('the two-code resynchronisation', () => {
  it.each([[50], [-50], [118], [-119]])('finds a token %i steps away, and the bank takes its next codes', async (steps) => {
    const { customer, token, who, shown, clerk } = await drifted(steps);
    await logIn(who, customer);
    await who.send({ BPW0010: shown() });
    expect(who.alert()).toContain('誤りがあります');
    const first = shown();
    nextStep();
    const second = shown();
    await resync(clerk, token, { first, second });
    expect(clerk.page().querySelector('.result')?.textContent).toContain(`ずれ ${steps * 30}秒`);
    for (const spent of [first, second]) {
      await logIn(who, customer);
      await who.send({ BPW0010: spent });
      expect(who.heading()).not.toBe('トップページ');
    }
    for (let i = 0; i < 3; i++) {
      nextStep();
      await logIn(who, customer);
      await who.send({ BPW0010: shown() });
      expect(who.heading()).toBe('トップページ');
    }
  });

  it('opens a locked token, whose codes were wrong only because of its clock', async () => {
    const { customer, token, who, shown, clerk } = await drifted(40);
    for (let i = 0; i < 10; i++) {
      await logIn(who, customer);
      await who.send({ BPW0010: shown() });
      bank.passTime(3_600_000);
    }
    expect(await token.status()).toBe('SUSPENDED');
    const first = shown();
    nextStep();
    await resync(clerk, token, { first, second: shown() });
    expect(await token.status()).toBe('ACTIVE');
    nextStep();
    await logIn(who, customer);
    await who.send({ BPW0010: shown() });
    expect(who.heading()).toBe('トップページ');
  });

  it('refuses swapped, repeated and spent codes, and pauses after five', async () => {
    const { token, shown, clerk } = await drifted(60);
    const first = shown();
    nextStep();
    const second = shown();
    const wrongs = [{ first: second, second: first }, { first, second: first }, { first: second, second }, { first, second: '000000' }, { first: token.code(200), second: token.code(201) }];
    for (const codes of wrongs) {
      await resync(clerk, token, codes);
      expect([clerk.status(), clerk.alert()]).toEqual([422, expect.stringContaining('求められませんでした')]);
      expect(clerk.page().documentElement.outerHTML).not.toContain(codes.first);
    }
    await resync(clerk, token, { first, second });
    expect([clerk.status(), clerk.alert()]).toEqual([422, expect.stringContaining('一時的に停止しています')]);
    expect(await token.status()).toBe('ACTIVE');
    bank.passTime(60_000);
    await resync(clerk, token, { first, second });
    expect(clerk.page().querySelector('.result')?.textContent).toContain('時刻を合わせました');
    await resync(clerk, token, { first, second });
    expect(clerk.status()).toBe(422);
  });

  it('wants six digits twice and counts nothing else', async () => {
    const { token, shown, clerk } = await drifted(10);
    for (const codes of [{ first: '', second: '' }, { first: '12345', second: '123456' }, { first: "1' OR 1", second: '123456' }, { first: '1234567890', second: '1' }]) {
      for (let i = 0; i < 2; i++) await resync(clerk, token, codes);
      expect([clerk.status(), clerk.alert()]).toEqual([400, 'ワンタイムパスワードを2つとも半角数字6桁で入力してください。']);
    }
    const first = shown();
    nextStep();
    const wide = shown().replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    await resync(clerk, token, { first, second: wide });
    expect(clerk.text()).toContain('時刻を合わせました');
  });

  it('is refused for a token that has ended', async () => {
    const { token, clerk } = await drifted(10);
    await bank.deskSetsState(token.serial, 'REVOKED');
    await clerk.go(`/desk/token?serial=${token.serial}`);
    await press(clerk, '時刻の再同期（2つのパスワード）');
    expect([clerk.status(), clerk.alert()]).toEqual([409, 'このトークンは「失効」のため、お取り扱いできません。']);
  });
});
