/** 5. 振込: accounts, amount, confirmation with the code (or the card), completion. */
import type { Hono } from 'hono';
import { entitled } from './entitlement.ts';
import { payerOf } from './payer.ts';
import { cancellation, conclude, newPaper, proofFor } from './settlement.ts';
import {
  accountsPage, amountPage, confirmPage, donePage,
  ACCOUNTS, AMOUNT, CANCEL, CONFIRM, END, PAYEES, TITLE, type PayeeEntry,
} from './transfer-pages.ts';
import { bankOf, expectCustomer, moveOn, only, page, type PlatformEnv, type Visit } from './visit.ts';
import { objectionTo, reasonToKeep, withdraw } from './withdrawal.ts';
import { businessDay } from '../business-day.ts';
import { accountsOf, type CustomerRow } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { yen } from '../pages/yen.ts';
import type { TransferDraft } from '../session.ts';
import type { Tables } from '../store.ts';
import type { World } from '../world.ts';

const EMPTY: PayeeEntry = { account: '', payee: '', bank: '', branch: '', number: '', name: '' };

type Draft = TransferDraft & { amount: number };

async function showAccounts(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  return page(c, accountsPage(bankOf(c), await accountsOf(world.store, institution, contract), EMPTY));
}

async function readPayee(c: Visit): Promise<PayeeEntry> {
  const typed = await form(c, 'BSL0010', 'BRD0010', 'BTX0010', 'BTX0020', 'BTX0030', 'BTX0040');
  return {
    account: typed.BSL0010, payee: typed.BRD0010, bank: typed.BTX0010.trim(), branch: typed.BTX0020.trim(),
    number: asDigits(typed.BTX0030), name: typed.BTX0040.normalize('NFKC').trim(),
  };
}

/** The payee in one line, or the sentence that says what is missing. */
function payeeOf({ payee, bank, branch, number, name }: PayeeEntry): { payee: string } | { objection: string } {
  if (payee !== 'new') {
    const known = /^\d$/.test(payee) ? PAYEES[Number(payee)] : undefined;
    return known === undefined ? { objection: '振込先を選択してください。' } : { payee: known };
  }
  const place = /^[\p{L}\p{N}ー・ ]{1,30}$/u;
  if (!place.test(bank) || !place.test(branch)) return { objection: '振込先の金融機関名と支店名を正しく入力してください。' };
  if (!/^\d{7}$/.test(number)) return { objection: '口座番号は半角数字7桁で入力してください。' };
  if (!/^[ァ-ヶー・() A-Z0-9]{1,30}$/.test(name)) return { objection: '受取人名はカナで入力してください。' };
  return { payee: `${bank} ${branch} 普通 ${number} ${name}` };
}

async function chooseAccounts(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  const accounts = await accountsOf(world.store, institution, contract);
  const entry = await readPayee(c);
  const chosen = payeeOf(entry);
  const own = accounts.some(({ number }) => number === entry.account);
  const objection = own ? ('objection' in chosen ? chosen.objection : null) : '引落口座を選択してください。';
  if ('objection' in chosen || objection !== null) return page(c, accountsPage(bankOf(c), accounts, entry, objection));
  await moveOn(world, c, 'in', { transfer: { account: entry.account, payee: chosen.payee, amount: null } });
  return c.redirect(AMOUNT, 303);
}

async function showAmount(world: World, c: Visit, draft: TransferDraft, objection: string | null = null): Promise<Response> {
  return page(c, amountPage(bankOf(c), { draft, payer: await payerOf(world, await expectCustomer(world, c), draft.account) }, objection));
}

async function enterAmount(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const { transfer } = c.var.session.draft;
  if (!transfer) return c.redirect(ACCOUNTS, 303);
  const typed = asDigits((await form(c, 'BTX0010')).BTX0010).replaceAll(',', '');
  if (!/^[1-9]\d{0,9}$/.test(typed)) return showAmount(world, c, transfer, '振込金額は1円以上を半角数字で入力してください。');
  const draft = { ...transfer, amount: Number(typed) };
  const objection = await objectionTo(world.store, world.now(), customer, draft);
  if (objection !== null) return showAmount(world, c, draft, objection);
  await moveOn(world, c, 'in', { transfer: draft, paper: newPaper(world) });
  return c.redirect(CONFIRM, 303);
}

const draftOf = ({ var: { session } }: Visit): Draft | null => {
  const { transfer } = session.draft;
  return transfer && transfer.amount !== null ? { ...transfer, amount: transfer.amount } : null;
};

async function showConfirm(world: World, c: Visit, draft: Draft, objection: string | null = null): Promise<Response> {
  const payer = await payerOf(world, await expectCustomer(world, c), draft.account);
  return page(c, confirmPage(bankOf(c), { draft, payer, ...(await proofFor(world, c)) }, objection));
}

async function book(tables: Tables, now: number, customer: CustomerRow, draft: Draft, receipt: string): Promise<null> {
  await withdraw(tables, customer, draft);
  await tables.rows(
    'INSERT INTO transfers (receipt, institution, contract, account, payee, amount, at, day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [receipt, customer.institution, customer.contract, draft.account, draft.payee, draft.amount, now, await businessDay(tables, now)],
  );
  return null;
}

async function execute(world: World, c: Visit): Promise<Response> {
  const draft = draftOf(c);
  if (!draft) return c.redirect(ACCOUNTS, 303);
  const payer = await payerOf(world, await expectCustomer(world, c), draft.account);
  return conclude(world, c, {
    kind: 'transfer', title: TITLE, end: END,
    against: (tables, customer) => reasonToKeep(tables, world.now(), customer, draft),
    act: (tables, customer, receipt) => book(tables, world.now(), customer, draft, receipt),
    rows: [['引落口座', payer], ['振込先', draft.payee], ['振込金額', yen(draft.amount)]],
    again: (objection) => showConfirm(world, c, draft, objection),
  });
}

export function transfers(app: Hono<PlatformEnv>, world: World): void {
  app.use('/webbk/transfer/*', only(world, 'in'), entitled(world, TITLE));
  app.get(ACCOUNTS, (c) => showAccounts(world, c));
  app.post(ACCOUNTS, (c) => chooseAccounts(world, c));
  app.get(AMOUNT, async (c) => {
    const draft = c.var.session.draft.transfer;
    return draft ? await showAmount(world, c, draft) : c.redirect(ACCOUNTS, 303);
  });
  app.post(AMOUNT, (c) => enterAmount(world, c));
  app.get(CONFIRM, async (c) => {
    const draft = draftOf(c);
    return draft ? await showConfirm(world, c, draft) : c.redirect(ACCOUNTS, 303);
  });
  app.post(CONFIRM, (c) => execute(world, c));
  cancellation(app, world, CANCEL);
  app.get(END, (c) => {
    const { done } = c.var.session.draft;
    return done?.flow === 'transfer' ? page(c, donePage(bankOf(c), done)) : c.redirect(ACCOUNTS, 303);
  });
}
