import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { startBank, type MockBank } from './bank.ts';
import {
  choose, entryOf, issueToken, logIn, PERIOD, phoneOf, screenId, setUpPhone, unionCustomer, unionVisitor,
  valueOf, withReadyToken, withToken, wrongCode,
} from './parasol-visitor.ts';
import type { Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3);
const MINUTE = 60_000;
const IDLE = 600_000;
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ now: () => NOON });
}, 60_000);
afterAll(() => bank.close());
// Each test spends codes of minutes of its own.
beforeEach(() => bank.passTime(PERIOD));

async function inside(): Promise<{ who: Visitor; customer: Customer }> {
  const customer = await unionCustomer(bank);
  const who = unionVisitor(bank);
  await logIn(who, customer);
  return { who, customer };
}

const notice = (who: Visitor): string => who.page().querySelector('[role=status]')?.textContent ?? '';

describe('利用開始', () => {
  it('takes one code, and from then on login asks for one', async () => {
    const { who, customer, serial } = await withReadyToken(bank);
    await choose(who, 'start');
    expect([screenId(who), who.heading()]).toEqual(['画面ID : BOS001', 'ワンタイムパスワード利用開始（ソフトウェアトークン確認）']);
    expect([...who.page().querySelectorAll('h2')].map((h2) => h2.textContent)).toEqual(['ワンタイムパスワードの入力']);
    expect(who.page().querySelector('.go')?.textContent).toBe('利用開始する');
    await who.send({ BPW0010: await wrongCode(bank, serial) });
    expect(who.alert()).toContain('ワンタイムパスワードに誤りがあります。');
    expect(await bank.tokenState(serial)).toBe('UNBOUND');
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect(screenId(who)).toBe('画面ID : BOS002');
    expect(who.page().querySelector('main .button')?.textContent).toBe('ワンタイムパスワード申請内容選択へ');
    expect(bank.seen().at(-1)).toMatchObject({ kind: 'start', outcome: 'accepted', serial, step: Math.floor(bank.now() / PERIOD) });
    await who.go('/ib/bop001.do');
    expect([valueOf(who, '登録状況'), valueOf(who, 'サービスID')]).toEqual(['ご利用中', 'IB21430001']);
    // The password has done its work: no second telephone gets this token.
    expect(await setUpPhone(who, phoneOf(bank))).toBeNull();
    await logIn(who, customer);
    expect(screenId(who)).toBe('画面ID : BLI023');
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect(who.alert()).toContain('同じパスワードは連続して使用できません');
  });

  it('binds once when one code comes twice at the same moment', async () => {
    const { who, serial } = await withReadyToken(bank);
    await choose(who, 'start');
    const code = await bank.codeOf(serial);
    await Promise.all([who.send({ BPW0010: code }), who.send({ BPW0010: code })]);
    const outcomes = bank.seen().filter(({ kind, serial: one, reason }) => kind === 'start' && (one === serial || reason === 'state')).slice(-2);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'refused']);
    expect(await bank.tokenState(serial)).toBe('ACTIVE');
  });

  it('locks a token after ten wrong codes; a new トークン発行 helps', async () => {
    const { who, customer, serial } = await withReadyToken(bank);
    for (let trial = 0; trial < 10; trial++) {
      await logIn(who, customer);
      await choose(who, 'start');
      await who.send({ BPW0010: await wrongCode(bank, serial) });
      if (trial >= 4) bank.passTime(64 * MINUTE);
    }
    expect(await bank.tokenState(serial)).toBe('SUSPENDED');
    await logIn(who, customer);
    await choose(who, 'start');
    expect(who.alert()).toContain('もう一度「トークン発行」');
    await issueToken(who, customer);
    expect(screenId(who)).toBe('画面ID : BOT003');
    expect(await bank.tokenState(serial)).toBe('REVOKED');
  });

  it('comes too late 72 hours after the phone was set up', async () => {
    const { who, customer } = await withReadyToken(bank);
    bank.passTime(72 * 60 * MINUTE);
    await logIn(who, customer);
    await choose(who, 'start');
    expect(who.alert()).toContain('有効期限が過ぎています');
    expect(valueOf(who, '登録状況')).toBe('未発行（有効期限切れ）');
  });
});

describe('利用解除', () => {
  it('wants the 確認用パスワード and no code; login asks for none, and a new issue waits for the next business day', async () => {
    const { who, customer, serial } = await withToken(bank);
    await choose(who, 'issue');
    expect(who.alert()).toContain('先に「ワンタイムパスワード利用解除」');
    await choose(who, 'release');
    expect(screenId(who)).toBe('画面ID : BOK001');
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect(who.alert()).toBe('確認用パスワードに誤りがあります。');
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect([screenId(who), await bank.tokenState(serial)]).toEqual(['画面ID : BOK002', 'STOPPED']);
    expect(bank.seen().at(-1)).toMatchObject({ kind: 'release', outcome: 'accepted', serial });
    await logIn(who, customer);
    expect(screenId(who)).toBe('画面ID : BTP001');
    await choose(who, 'issue');
    expect([who.alert(), valueOf(who, '登録状況')]).toEqual(['ワンタイムパスワード利用解除を行った当日は、トークン発行をお申込みいただけません。翌日以降にお手続きください。', 'ご利用解除済']);
    await who.go('/ib/bot001.do');
    expect(screenId(who)).toBe('画面ID : BOP001');
    await bank.nextDay();
    await issueToken(who, customer);
    expect(screenId(who)).toBe('画面ID : BOT003');
    const fresh = await setUpPhone(who, phoneOf(bank)) ?? '';
    expect(fresh).not.toBe(serial);
    await choose(who, 'start');
    await who.send({ BPW0010: await bank.codeOf(fresh) });
    expect(screenId(who)).toBe('画面ID : BOS002');
  });

  it('does not lift a lock or a loss report', async () => {
    const { who, serial, customer } = await withToken(bank);
    for (const [state, shown] of [['SUSPENDED', 'ご利用停止中'], ['REVOKED', '失効']] as const) {
      await bank.deskSetsState(serial, state);
      await choose(who, 'release');
      expect([screenId(who), valueOf(who, '登録状況')]).toEqual(['画面ID : BOP001', shown]);
      await who.go('/ib/bok001.do');
      expect(screenId(who)).toBe('画面ID : BOP001');
      await choose(who, 'issue');
      expect(who.alert()).toContain('お取引店へご連絡ください');
    }
    await logIn(who, customer);
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect(who.alert()).toBe('このワンタイムパスワードはご利用いただけません。お取引店へご連絡ください。');
  });
});

describe('a time-out', () => {
  const REST = ['/ib/btp001.do', '/ib/bac001.do', '/ib/bsv001.do', '/ib/bom001.do', '/ib/bop001.do', '/ib/bft001.do', '/ib/bft002.do', '/ib/bft003.do',
    '/ib/bot001.do', '/ib/bot002.do', '/ib/bot003.do', '/ib/bos001.do', '/ib/bos002.do', '/ib/bok001.do', '/ib/bok002.do'];
  const SENTENCE = '一定時間操作がなかったため、タイムアウトしました。お手数ですが、もう一度ログインしてください。';

  it.each(REST)('sends from %s back to BLI001 with a sentence', async (path) => {
    const { who } = await inside();
    bank.passTime(IDLE);
    await who.go(path);
    expect([screenId(who), notice(who)]).toEqual(['画面ID : BLI001', SENTENCE]);
    await who.go('/ib/bli001.do');
    expect(notice(who)).toBe('');
  });

  it('takes nothing that is sent after it, at any step', async () => {
    const { who, customer } = await inside();
    await choose(who, 'issue');
    await who.send(entryOf(customer));
    bank.passTime(IDLE);
    await who.send({ BPW0010: customer.confirmPassword ?? '' });
    expect([screenId(who), notice(who)]).toEqual(['画面ID : BLI001', SENTENCE]);
    const { who: holder, customer: other, serial } = await withReadyToken(bank);
    await choose(holder, 'start');
    bank.passTime(IDLE);
    await holder.send({ BPW0010: await bank.codeOf(serial) });
    expect(screenId(holder)).toBe('画面ID : BLI001');
    expect(await bank.tokenState(serial)).toBe('UNBOUND');
    await logIn(holder, other);
    bank.passTime(IDLE - 1);
    await holder.go('/ib/btp001.do');
    expect(screenId(holder)).toBe('画面ID : BTP001');
  });

  it('ends the wait at BLI023 too', async () => {
    const { who, customer, serial } = await withToken(bank);
    bank.passTime(PERIOD);
    await logIn(who, customer);
    bank.passTime(IDLE);
    await who.send({ BPW0010: await bank.codeOf(serial) });
    expect([screenId(who), notice(who)]).toEqual(['画面ID : BLI001', SENTENCE]);
  });
});
