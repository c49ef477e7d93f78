/** 見本信用金庫 states that its app's tokens live 365 days: then they are over, at every door of the bank. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSTITUTIONS } from '../mock-bank/institutions.ts';
import { stateNow, type TokenState } from '../mock-bank/tokens.ts';
import { startBank, type MockBank } from './bank.ts';
import { holder } from './holder.ts';
import { enrol } from './token-client.ts';
import { logIn, register, visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3);
const DAY = 86_400_000;
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

const at = (state: TokenState, now: number): TokenState => stateNow({ state, start_by: 500, ends_at: 1000 }, now);

const desk = async (serial: string): Promise<string> =>
  (await bank.fetch(new Request(bank.address('mail.localhost', `/desk/token?serial=${serial}`)))).text();

describe('a lifetime', { timeout: 60_000 }, () => {
  it('ends every living state, to the millisecond, and no other', () => {
    for (const state of ['ACTIVE', 'SUSPENDED'] as const) expect([at(state, 999), at(state, 1000)]).toEqual([state, 'EXPIRED']);
    expect([at('UNBOUND', 499), at('UNBOUND', 500)]).toEqual(['UNBOUND', 'EXPIRED']);
    for (const state of ['REPLACED', 'STOPPED', 'REVOKED'] as const) expect(at(state, 2000)).toBe(state);
    expect(stateNow({ state: 'ACTIVE', start_by: 500, ends_at: null }, 1e15)).toBe('ACTIVE');
  });

  it('is stated by 見本 alone', () => {
    expect(INSTITUTIONS.filter(({ lifetime }) => lifetime !== null).map(({ code, lifetime }) => [code, lifetime])).toEqual([['1999', 365 * DAY]]);
  });

  it('is that of the app’s tokens, not of hardware and not of other banks', async () => {
    const customer = await bank.newCustomer({ institution: '1999', password: 'hanako2026' });
    const [app, onPhone, hardware, elsewhere] = [(await enrol(bank, 'SKOH')).serial, await bank.newAppToken('1999'), await bank.ship(customer), await enrol(bank)];
    for (const serial of [app, onPhone, hardware, elsewhere.serial]) await bank.deskSetsState(serial, 'ACTIVE');
    bank.passTime(365 * DAY - 1);
    expect(await Promise.all([app, onPhone].map((serial) => bank.tokenState(serial)))).toEqual(['ACTIVE', 'ACTIVE']);
    bank.passTime(1);
    expect(await Promise.all([app, onPhone, hardware, elsewhere.serial].map((serial) => bank.tokenState(serial)))).toEqual(['EXPIRED', 'EXPIRED', 'ACTIVE', 'ACTIVE']);
    expect(await desk(app)).toContain('有効期限切れ');
    expect(await desk(elsewhere.serial)).not.toContain('有効期限');
  });

  it('ends a token in use at login, at status and at the desk; 利用開始 with a new one goes on', async () => {
    const { who, customer, token } = await holder(bank, '1999');
    expect(await token.status()).toBe('ACTIVE');
    expect(await desk(token.serial)).toMatch(/有効期限<\/th><td>20\d\d年/);
    bank.passTime(365 * DAY);
    expect(await token.status()).toBe('EXPIRED');
    await logIn(who, customer);
    await who.send({ BPW0010: token.code() });
    expect(who.alert()).toContain('このトークンはご利用いただけません。');
    expect(await desk(token.serial)).toContain('有効期限切れ');
    const unlock = await bank.fetch(new Request(bank.address('mail.localhost', '/desk/act'), { method: 'POST', body: new URLSearchParams({ act: 'unlock', serial: token.serial }) }));
    expect([unlock.status, await unlock.text()]).toEqual([409, expect.stringContaining('このトークンは「有効期限切れ」のため')]);
    const fresh = await enrol(bank, 'SKOH');
    const again = visitor(bank);
    await register(again, customer, fresh);
    expect(again.text()).toContain('利用開始が完了しました');
    expect([await fresh.status(), await token.status()]).toEqual(['ACTIVE', 'EXPIRED']);
  });

  it('leaves an expired token strange to everybody else, as it was in use', async () => {
    const { token } = await holder(bank, '1999');
    bank.passTime(365 * DAY);
    const stranger = await bank.newCustomer({ institution: '1999', password: 'hanako2026' });
    const who = visitor(bank);
    await register(who, stranger, token);
    expect(who.alert()).toBe('シリアル番号またはワンタイムパスワードに誤りがあります。');
  });
});
