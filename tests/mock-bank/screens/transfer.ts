/** 5. 振込: accounts, amount, confirmation with the code (or the card), completion. */
import type { Hono } from 'hono';
import { entitled } from './entitlement.ts';
import { cancellation, conclude, proofFor } from './settlement.ts';
import {
  accountsPage, amountPage, confirmPage, donePage,
  ACCOUNTS, AMOUNT, CANCEL, CONFIRM, END, TITLE,
} from './transfer-pages.ts';
import { bankOf, moveOn, only, page } from './visit.ts';
import { accountsOf } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { yen } from '../pages/yen.ts';
import { NO_PAYEE, payeeOf, readPayee } from '../payees.ts';
import { payerOf } from '../payer.ts';
import { newPaper } from '../receipt.ts';
import type { TransferDraft } from '../session.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import { bookTransfer, objectionTo, reasonToKeep, withdraw } from '../withdrawal.ts';
import type { World } from '../world.ts';

type Draft = TransferDraft & { amount: number };

async function showAccounts(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  return page(c, accountsPage(bankOf(c), await accountsOf(world.store, institution, contract), NO_PAYEE));
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
  await moveOn(world, c, 'in', { transfer: draft, paper: newPaper(world.now()) });
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

async function execute(world: World, c: Visit): Promise<Response> {
  const draft = draftOf(c);
  if (!draft) return c.redirect(ACCOUNTS, 303);
  const payer = await payerOf(world, await expectCustomer(world, c), draft.account);
  return conclude(world, c, {
    kind: 'transfer', title: TITLE, end: END,
    against: (tables, customer) => reasonToKeep(tables, world.now(), customer, draft),
    act: async (tables, customer, receipt) => {
      await withdraw(tables, customer, draft);
      await bookTransfer(tables, world.now(), customer, { ...draft, receipt });
      return null;
    },
    rows: [['引落口座', payer], ['振込先', draft.payee], ['振込金額', yen(draft.amount)]],
    again: (objection) => showConfirm(world, c, draft, objection),
  });
}

export function transfers(app: Hono<SessionEnv>, world: World): void {
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
