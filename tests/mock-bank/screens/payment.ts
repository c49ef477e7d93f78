/** 収納サービス: the numbers of the slip, the biller's amount and the code (or the card), completion. */
import type { Hono } from 'hono';
import { COLLECTORS, slipOf, slipsFor, type Slip } from './collectors.ts';
import { entitled } from './entitlement.ts';
import { CANCEL, CONFIRM, confirmPage, donePage, END, ENTER, entryPage, TITLE, type SlipEntry } from './payment-pages.ts';
import { cancellation, conclude, proofFor } from './settlement.ts';
import { bankOf, moveOn, only, page } from './visit.ts';
import { businessDay } from '../business-day.ts';
import { accountsOf, type Account, type CustomerRow } from '../customers.ts';
import { asDigits, equalDigits } from '../digits.ts';
import { form } from '../form.ts';
import { yen } from '../pages/yen.ts';
import { payerOf } from '../payer.ts';
import { newPaper } from '../receipt.ts';
import type { PaymentDraft } from '../session.ts';
import type { Tables } from '../store.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import { type Against, objectionTo, reasonToKeep, withdraw } from '../withdrawal.ts';
import type { World } from '../world.ts';

const EMPTY: SlipEntry = { account: '', collector: '', number: '', division: '' };
const PAID: Against = { objection: 'この納付書は既に払込済みです。', reason: 'paid' };
/** Nobody learns which of the three is wrong. It isn't counted: a guessed slip only pays somebody's bill. */
const UNKNOWN = '収納機関番号、納付番号または確認番号に誤りがあります。納付書をご確認ください。';

const nameOf = (code: string): string => COLLECTORS.find((one) => one.code === code)?.name ?? code;

async function isPaid(tables: Tables, { collector, number }: Pick<PaymentDraft, 'collector' | 'number'>): Promise<boolean> {
  return (await tables.rows('SELECT receipt FROM payments WHERE collector = $1 AND number = $2', [collector, number])).length > 0;
}

async function paidSoFar(tables: Tables, { institution, contract }: CustomerRow): Promise<number> {
  return (await tables.rows('SELECT receipt FROM payments WHERE institution = $1 AND contract = $2', [institution, contract])).length;
}

async function show(world: World, c: Visit, customer: CustomerRow, entry = EMPTY, objection: string | null = null): Promise<Response> {
  const accounts = await accountsOf(world.store, customer.institution, customer.contract);
  const slips = slipsFor(customer, await paidSoFar(world.store, customer));
  return page(c, entryPage(bankOf(c), { accounts, slips, entry }, objection));
}

/** The slip, or the sentence that says what is wrong with what was typed. */
function readSlip({ collector: code, number, division }: SlipEntry, check: string): Slip | string {
  if (!/^\d{5}$/.test(code)) return '収納機関番号は半角数字5桁で入力してください。';
  if (!/^\d{1,20}$/.test(number)) return '納付番号は半角数字20桁以内で入力してください。';
  if (!/^\d{6}$/.test(check)) return '確認番号は半角数字6桁で入力してください。';
  if (!/^\d{0,10}$/.test(division)) return '納付区分は半角数字10桁以内で入力してください。';
  const collector = COLLECTORS.find((one) => one.code === code);
  const slip = collector && slipOf(collector, number);
  return slip && equalDigits(slip.check, check) ? slip : UNKNOWN;
}

async function readEntry(c: Visit): Promise<{ entry: SlipEntry; check: string }> {
  const typed = await form(c, 'BSL0010', 'BTX0010', 'BTX0020', 'BTX0030', 'BTX0040');
  const entry = { account: typed.BSL0010, collector: asDigits(typed.BTX0010), number: asDigits(typed.BTX0020), division: asDigits(typed.BTX0040) };
  return { entry, check: asDigits(typed.BTX0030) };
}

const owns = (accounts: Account[], account: string): boolean => accounts.some(({ number }) => number === account);

async function enter(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const { entry, check } = await readEntry(c);
  const refuse = (objection: string): Promise<Response> => show(world, c, customer, entry, objection);
  if (!owns(await accountsOf(world.store, customer.institution, customer.contract), entry.account)) return refuse('引落口座を選択してください。');
  const slip = readSlip(entry, check);
  if (typeof slip === 'string') return refuse(slip);
  if (await isPaid(world.store, entry)) return refuse(PAID.objection);
  const draft: PaymentDraft = { ...entry, amount: slip.amount };
  const objection = await objectionTo(world.store, world.now(), customer, draft);
  if (objection !== null) return refuse(objection);
  await moveOn(world, c, 'in', { payment: draft, paper: newPaper(world.now()) });
  return c.redirect(CONFIRM, 303);
}

async function showConfirm(world: World, c: Visit, draft: PaymentDraft, objection: string | null = null): Promise<Response> {
  const payer = await payerOf(world, await expectCustomer(world, c), draft.account);
  return page(c, confirmPage(bankOf(c), { draft, payer, name: nameOf(draft.collector), ...(await proofFor(world, c)) }, objection));
}

/** The line in the book first: of two customers with one slip at the same moment the second meets the first's line. */
async function book(tables: Tables, now: number, customer: CustomerRow, draft: PaymentDraft, receipt: string): Promise<Against | null> {
  const booked = await tables.rows(
    `INSERT INTO payments (receipt, institution, contract, account, collector, number, amount, at, day)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (collector, number) DO NOTHING RETURNING receipt`,
    [receipt, customer.institution, customer.contract, draft.account, draft.collector, draft.number, draft.amount, now, await businessDay(tables, now)],
  );
  if (booked.length === 0) return PAID;
  await withdraw(tables, customer, draft);
  return null;
}

async function execute(world: World, c: Visit): Promise<Response> {
  const { payment: draft } = c.var.session.draft;
  if (!draft) return c.redirect(ENTER, 303);
  const payer = await payerOf(world, await expectCustomer(world, c), draft.account);
  return conclude(world, c, {
    kind: 'payment', title: TITLE, end: END,
    against: async (tables, customer) => ((await isPaid(tables, draft)) ? PAID : reasonToKeep(tables, world.now(), customer, draft)),
    act: (tables, customer, receipt) => book(tables, world.now(), customer, draft, receipt),
    rows: [['引落口座', payer], ['収納機関', nameOf(draft.collector)], ['納付番号', draft.number], ['払込金額', yen(draft.amount)]],
    again: (objection) => showConfirm(world, c, draft, objection),
  });
}

export function payments(app: Hono<SessionEnv>, world: World): void {
  app.use('/webbk/payment/*', only(world, 'in'), entitled(world, TITLE));
  app.get(ENTER, async (c) => show(world, c, await expectCustomer(world, c)));
  app.post(ENTER, (c) => enter(world, c));
  app.get(CONFIRM, async (c) => {
    const { payment } = c.var.session.draft;
    return payment ? await showConfirm(world, c, payment) : c.redirect(ENTER, 303);
  });
  app.post(CONFIRM, (c) => execute(world, c));
  cancellation(app, world, CANCEL);
  app.get(END, (c) => {
    const { done } = c.var.session.draft;
    return done?.flow === 'payment' ? page(c, donePage(bankOf(c), done)) : c.redirect(ENTER, 303);
  });
}
