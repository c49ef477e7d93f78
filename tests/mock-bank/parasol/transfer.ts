/** 振込・振替: BFT001 内容入力, BFT002 内容確認 with the code or the word, BFT003 完了. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { showCompletion } from './completion.ts';
import { WORD } from './confirmation-word.ts';
import { remit } from './remittance.ts';
import { INQUIRY_ONLY } from './sentences.ts';
import {
  CONFIRM, confirmScreen, DONE, ENTER, entryScreen, NO_TRANSFER, OWN, ownPayee, STEPS, TITLE, type Remittance, type TransferEntry,
} from './transfer-pages.ts';
import { inside, lookOf, moveOn, startAgain, takeNotice, TOP } from './visit.ts';
import { accountsOf, type Account } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { link, PAPER } from '../pages/fields.ts';
import { yen } from '../pages/yen.ts';
import { payeeOf, readPayee } from '../payees.ts';
import { payerOf } from '../payer.ts';
import { newPaper, newReceipt } from '../receipt.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import { objectionTo } from '../withdrawal.ts';
import type { World } from '../world.ts';

const refused = (c: Visit, objection: string): Response | Promise<Response> =>
  inside(c, { id: 'BFT001', title: `${TITLE}（内容入力）`, objection, body: html`<p class="buttons">${link(TOP, 'トップページへ')}</p>` });

async function show(world: World, c: Visit): Promise<Response> {
  const { institution, contract, inquiry_only: inquiryOnly } = await expectCustomer(world, c);
  if (inquiryOnly) return refused(c, INQUIRY_ONLY);
  const notice = await takeNotice(world, c);
  return inside(c, { ...entryScreen(lookOf(c), await accountsOf(world.store, institution, contract), NO_TRANSFER), notice });
}

async function readEntry(c: Visit): Promise<TransferEntry> {
  return { ...(await readPayee(c)), amount: asDigits((await form(c, 'BTX0050')).BTX0050).replaceAll(',', '') };
}

type Payee = Pick<Remittance, 'payee' | 'into'> | { objection: string };

/** 振替 to another account of the same customer. */
function ownAccountOf({ account, payee }: TransferEntry, accounts: Account[]): Payee {
  const into = accounts.find(({ number }) => OWN + number === payee);
  if (!into) return { objection: '振込先を選択してください。' };
  if (into.number === account) return { objection: '引落口座と異なるご本人口座を選択してください。' };
  return { payee: ownPayee(into), into: into.number };
}

const chosenPayee = (entry: TransferEntry, accounts: Account[]): Payee => (entry.payee.startsWith(OWN) ? ownAccountOf(entry, accounts) : payeeOf(entry));

function remittanceOf(entry: TransferEntry, accounts: Account[]): Omit<Remittance, 'paper' | 'asked'> | { objection: string } {
  if (!accounts.some(({ number }) => number === entry.account)) return { objection: '引落口座を選択してください。' };
  const chosen = chosenPayee(entry, accounts);
  if ('objection' in chosen) return chosen;
  if (!/^[1-9][0-9]{0,9}$/.test(entry.amount)) return { objection: '振込金額は1円以上を半角数字で入力してください。' };
  return { account: entry.account, ...chosen, amount: Number(entry.amount) };
}

async function enter(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  if (customer.inquiry_only) return refused(c, INQUIRY_ONLY);
  const accounts = await accountsOf(world.store, customer.institution, customer.contract);
  const entry = await readEntry(c);
  const wanted = remittanceOf(entry, accounts);
  const objection = 'objection' in wanted ? wanted.objection : await objectionTo(world.store, world.now(), customer, wanted);
  if ('objection' in wanted || objection !== null) return inside(c, entryScreen(lookOf(c), accounts, entry, objection));
  return moveOn(world, c, CONFIRM, { transfer: { ...wanted, asked: customer.serial }, paper: newPaper(world.now()) });
}

function draftOf({ var: { session } }: Visit): Remittance | null {
  const { transfer, paper } = session.draft;
  if (!transfer || transfer.amount === null || paper === undefined) return null;
  return { ...transfer, amount: transfer.amount, asked: transfer.asked ?? null, paper };
}

async function showConfirm(world: World, c: Visit, objection: string | null = null): Promise<Response> {
  const wanted = draftOf(c);
  if (!wanted) return startAgain(world, c, ENTER);
  const customer = await expectCustomer(world, c);
  const account = await payerOf(world, customer, wanted.account);
  return inside(c, confirmScreen(lookOf(c), { ...wanted, account }, customer.serial !== null, objection));
}

async function execute(world: World, c: Visit): Promise<Response> {
  const wanted = draftOf(c);
  if (!wanted) return startAgain(world, c, ENTER);
  const customer = await expectCustomer(world, c);
  const { institution, contract } = customer;
  const receipt = newReceipt(world.now());
  const typed = await form(c, WORD, PAPER);
  const rows: [string, string][] = [['引落口座', await payerOf(world, customer, wanted.account)], ['振込先', wanted.payee], ['振込金額', yen(wanted.amount)]];
  const { objection, ...seen } = await remit(world, c, customer, { ...wanted, secret: typed[WORD], read: typed[PAPER], receipt, rows });
  world.note({ kind: 'transfer', outcome: objection === null ? 'accepted' : 'refused', institution, contract, ...seen });
  if (objection !== null) return showConfirm(world, c, objection);
  return c.redirect(DONE, 303);
}

export function transfers(app: Hono<SessionEnv>, world: World): void {
  app.get(ENTER, (c) => show(world, c));
  app.post(ENTER, (c) => enter(world, c));
  app.get(CONFIRM, (c) => showConfirm(world, c));
  app.post(CONFIRM, (c) => execute(world, c));
  app.get(DONE, (c) => showCompletion(world, c, {
    flow: 'transfer', id: 'BFT003', title: `${TITLE}（完了）`, steps: STEPS,
    sentence: '振込・振替の手続が完了しました。',
    way: { path: ENTER, label: '振込・振替へ' },
  }));
}
