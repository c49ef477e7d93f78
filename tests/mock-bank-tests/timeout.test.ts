import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../mock-bank/customers.ts';
import { platformApp } from '../mock-bank/screens/platform.ts';
import { IDLE } from '../mock-bank/session.ts';
import { startBank, type MockBank } from './bank.ts';
import { comeIn, PASSWORD, slips, toLimit, toPayment, toTransfer } from './holder.ts';
import { enrol, type TestToken } from './token-client.ts';
import { cardAnswers, entryPath, logIn, register, startRegistration, visitor, type Visitor } from './visitor.ts';

const NOON = Date.UTC(2026, 10, 21, 3, 0, 0);
const SENTENCE = '一定時間操作がなかったため、ログアウトしました。お手数ですが、もう一度ログインしてください。';
let bank: MockBank;

beforeAll(async () => {
  bank = await startBank({ quiet: true, now: () => NOON });
}, 60_000);
afterAll(() => bank.close());

interface Scene {
  who: Visitor;
  customer: Customer;
  token: TestToken;
  /** For 交換. */
  fresh: TestToken;
}

type Fields = Record<string, string>;

/** One address of the platform, with a visitor who may be there. */
interface Stop {
  method: 'GET' | 'POST';
  path: string;
  /** Up to the click that comes too late. */
  reach: (scene: Scene) => Promise<unknown>;
  /** What is sent, all of it right; read when it is sent, so that codes are fresh. */
  fields?: (scene: Scene) => Fields;
}

const code = ({ token }: Scene): Fields => ({ BPW0010: token.code() });
const identity = ({ customer }: Scene): Fields => ({ BTX0010: customer.contract, BPW0010: PASSWORD });

async function registered({ who, customer, token }: Scene): Promise<void> {
  await register(who, customer, token);
  bank.passTime(30_000);
}

async function inside(scene: Scene): Promise<void> {
  await registered(scene);
  await comeIn(bank, scene.who, scene.customer, scene.token);
}

const on = (path: string) => async (scene: Scene): Promise<void> => {
  await inside(scene);
  await scene.who.go(path);
};

async function toOld(scene: Scene): Promise<void> {
  await registered(scene);
  await scene.who.go('/webbk/otp/b-change-auth.do');
  await scene.who.send(identity(scene));
}

async function toNew(scene: Scene): Promise<void> {
  await toOld(scene);
  await scene.who.send(code(scene));
}

async function first({ who }: Scene): Promise<void> {
  await logIn(who, await bank.newCustomer({ institution: '1188' }));
}

const done = (flow: (scene: Scene) => Promise<unknown>) => async (scene: Scene): Promise<void> => {
  await inside(scene);
  await flow(scene);
  await scene.who.send(code(scene));
  expect(scene.who.text()).toContain('完了しました');
};

const within = (flow: (scene: Scene) => Promise<unknown>) => async (scene: Scene): Promise<void> => {
  await inside(scene);
  await flow(scene);
};

const transfer = ({ who }: Scene): Promise<void> => toTransfer(who, '1000');
const limit = ({ who }: Scene): Promise<void> => toLimit(who, '500000');
const payment = ({ who }: Scene): Promise<unknown> => toPayment(who);
const newPassword = { BPW0010: 'shiawase77', BPW0020: 'shiawase77' };

const STOPS: Stop[] = [
  { method: 'GET', path: '/webbk/login/b-login.do', reach: inside },
  { method: 'POST', path: '/webbk/login/b-login.do', reach: async (scene) => {
    await scene.who.go(entryPath('1188'));
    const page = scene.who.page();
    await inside(scene);
    scene.who.show(page);
  }, fields: identity },
  { method: 'GET', path: '/webbk/logout.do', reach: inside },
  { method: 'GET', path: '/webbk/login/b-chgpw.do', reach: first },
  { method: 'POST', path: '/webbk/login/b-chgpw.do', reach: first, fields: () => newPassword },
  { method: 'GET', path: '/webbk/login/b-info.do', reach: async (scene) => {
    await first(scene);
    await scene.who.send(newPassword);
  } },
  { method: 'GET', path: '/webbk/login/b-otp.do', reach: async (scene) => {
    await registered(scene);
    await logIn(scene.who, scene.customer);
  } },
  { method: 'POST', path: '/webbk/login/b-otp.do', reach: async (scene) => {
    await registered(scene);
    await logIn(scene.who, scene.customer);
  }, fields: code },
  { method: 'GET', path: '/webbk/otp/b-start-auth.do', reach: inside },
  { method: 'POST', path: '/webbk/otp/b-start-auth.do', reach: on('/webbk/otp/b-start-auth.do'), fields: identity },
  { method: 'GET', path: '/webbk/otp/b-start.do', reach: ({ who, customer }) => startRegistration(who, customer) },
  { method: 'POST', path: '/webbk/otp/b-start.do', reach: ({ who, customer }) => startRegistration(who, customer),
    fields: ({ who, customer, token }) => ({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: '1', ...cardAnswers(who, customer) }) },
  { method: 'GET', path: '/webbk/otp/b-start-end.do', reach: registered },
  { method: 'GET', path: '/webbk/otp/b-change-auth.do', reach: inside },
  { method: 'POST', path: '/webbk/otp/b-change-auth.do', reach: on('/webbk/otp/b-change-auth.do'), fields: identity },
  { method: 'GET', path: '/webbk/otp/b-change-old.do', reach: toOld },
  { method: 'POST', path: '/webbk/otp/b-change-old.do', reach: toOld, fields: code },
  { method: 'GET', path: '/webbk/otp/b-change-new.do', reach: toNew },
  { method: 'POST', path: '/webbk/otp/b-change-new.do', reach: toNew, fields: ({ fresh }) => ({ BTX0010: fresh.serial, BPW0010: fresh.code() }) },
  { method: 'GET', path: '/webbk/otp/b-change-end.do', reach: async (scene) => {
    await toNew(scene);
    await scene.who.send({ BTX0010: scene.fresh.serial, BPW0010: scene.fresh.code() });
  } },
  { method: 'GET', path: '/webbk/otp/b-stop.do', reach: inside },
  { method: 'POST', path: '/webbk/otp/b-stop.do', reach: on('/webbk/otp/b-stop.do'), fields: (scene) => ({ ...identity(scene), BPW0020: scene.token.code() }) },
  { method: 'GET', path: '/webbk/otp/b-stop-end.do', reach: async (scene) => {
    await on('/webbk/otp/b-stop.do')(scene);
    await scene.who.send({ ...identity(scene), BPW0020: scene.token.code() });
  } },
  ...['/webbk/top.do', '/webbk/inquiry.do', '/webbk/services.do'].map((path): Stop => ({ method: 'GET', path, reach: inside })),
  { method: 'GET', path: '/webbk/transfer/b-accounts.do', reach: inside },
  { method: 'POST', path: '/webbk/transfer/b-accounts.do', reach: on('/webbk/transfer/b-accounts.do'), fields: () => ({ BRD0010: '0' }) },
  { method: 'GET', path: '/webbk/transfer/b-amount.do', reach: within(transfer) },
  { method: 'POST', path: '/webbk/transfer/b-amount.do', reach: within(async (scene) => {
    await transfer(scene);
    await scene.who.go('/webbk/transfer/b-amount.do');
  }), fields: () => ({ BTX0010: '2000' }) },
  { method: 'GET', path: '/webbk/transfer/b-confirm.do', reach: within(transfer) },
  { method: 'POST', path: '/webbk/transfer/b-confirm.do', reach: within(transfer), fields: code },
  { method: 'GET', path: '/webbk/transfer/b-cancel.do', reach: within(transfer) },
  { method: 'GET', path: '/webbk/transfer/b-end.do', reach: done(transfer) },
  { method: 'GET', path: '/webbk/limit/b-limit.do', reach: inside },
  { method: 'POST', path: '/webbk/limit/b-limit.do', reach: on('/webbk/limit/b-limit.do'), fields: () => ({ BTX0010: '500000' }) },
  { method: 'GET', path: '/webbk/limit/b-confirm.do', reach: within(limit) },
  { method: 'POST', path: '/webbk/limit/b-confirm.do', reach: within(limit), fields: code },
  { method: 'GET', path: '/webbk/limit/b-cancel.do', reach: within(limit) },
  { method: 'GET', path: '/webbk/limit/b-end.do', reach: done(limit) },
  { method: 'GET', path: '/webbk/payment/b-slip.do', reach: inside },
  { method: 'POST', path: '/webbk/payment/b-slip.do', reach: on('/webbk/payment/b-slip.do'), fields: ({ who }) => {
    const [collector = '', number = '', check = ''] = [...who.page().querySelectorAll('.slip td')].map((td) => td.textContent);
    return { BTX0010: collector, BTX0020: number, BTX0030: check };
  } },
  { method: 'GET', path: '/webbk/payment/b-confirm.do', reach: within(payment) },
  { method: 'POST', path: '/webbk/payment/b-confirm.do', reach: within(payment), fields: code },
  { method: 'GET', path: '/webbk/payment/b-cancel.do', reach: within(payment) },
  { method: 'GET', path: '/webbk/payment/b-end.do', reach: done(payment) },
];

/** Open to everybody, without a session. */
const OPEN = ['/webbk/style.css', '/webbk/screen.js', '/webbk/token-skts.svg', '/webbk/token-skoh.svg', '/webbk/help.do', '/webbk/layout.do', '/webbk/login/b-prelogin.do'];

async function newScene(): Promise<Scene> {
  const customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
  return { who: visitor(bank), customer, token: await enrol(bank), fresh: await enrol(bank) };
}

/** The click itself. */
async function click({ method, path, fields }: Stop, one: Scene): Promise<void> {
  if (method === 'GET') return one.who.go(path);
  expect(one.who.page().querySelector('form')?.getAttribute('action')).toBe(path);
  await one.who.send(fields?.(one) ?? {});
}

describe('ten minutes without a click', () => {
  it('are tested at every address of the platform', () => {
    const world = {
      store: { rows: () => Promise.resolve([]), transaction: () => Promise.reject(new Error('unused')), close: () => Promise.resolve() },
      seal: { close: () => Buffer.alloc(0), open: () => Buffer.alloc(0) }, now: () => NOON, issuerOrigin: () => '', note: () => undefined,
      alarm: () => undefined, fault: () => null, wait: () => Promise.resolve(), provisionLimit: 1, formLimit: 1,
    };
    const all = platformApp(world).routes.filter(({ method, path }) => method !== 'ALL' && !OPEN.includes(path)).map(({ method, path }) => `${method} ${path}`);
    expect(STOPS.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([...new Set(all)].toSorted());
  });

  it.each(STOPS)('before $method $path lead to login with the sentence, and nothing is done', async (stop) => {
    const one = await newScene();
    await stop.reach(one);
    const before = bank.seen().length;
    const states = await Promise.all([one.token.status(), one.fresh.status()]);
    bank.passTime(IDLE);
    await click(stop, one);
    expect([one.who.path(), one.who.heading(), one.who.page().querySelector('[role=status]')?.textContent])
      .toEqual(['/webbk/login/b-login.do', 'ログイン', SENTENCE]);
    expect(one.who.text()).toContain('あぶくま信用金庫');
    const events = bank.seen().slice(before).filter(({ kind }) => kind !== 'status');
    expect(events).toEqual([]);
    expect(await Promise.all([one.token.status(), one.fresh.status()])).toEqual(states);
    await one.who.go('/webbk/top.do');
    expect(one.who.heading()).toBe('ログイン');
  });

  it.each(STOPS)('less a minute before $method $path are no matter', async (stop) => {
    const one = await newScene();
    await stop.reach(one);
    bank.passTime(IDLE - 60_000);
    await click(stop, one);
    expect(one.who.text()).not.toContain('一定時間操作がなかったため');
  });
});

describe('a login page that is left open', () => {
  it('still takes a login after an hour: nobody has logged in, so nobody is logged out', async () => {
    const { who, customer } = await newScene();
    await who.go(entryPath('1188'));
    bank.passTime(3_600_000);
    await who.send({ BTX0010: customer.contract, BPW0010: PASSWORD });
    expect(who.heading()).toBe('トップページ');
    await slips(who);
    expect(who.alert()).toContain('ワンタイムパスワードが必要です');
  });
});
