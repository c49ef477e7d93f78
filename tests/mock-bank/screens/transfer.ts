/** 5. 振込: accounts, amount, confirmation with the code (or the card), completion. */
import type { Hono } from 'hono';
import { sentenceFor, SIX_DIGITS } from './sentences.ts';
import {
  accountsPage, amountPage, confirmPage, donePage, refusedPage,
  ACCOUNTS, AMOUNT, CANCEL, CONFIRM, END, PAYEES, type PayeeEntry,
} from './transfer-pages.ts';
import { bankOf, expectCustomer, form, moveOn, only, page, type PlatformEnv, type Visit } from './visit.ts';
import { accountsOf, type CustomerRow } from '../customers.ts';
import { asDigits } from '../digits.ts';
import { PLACE_FIELDS } from '../pages/second-secret.ts';
import { newReceipt } from '../receipt.ts';
import { askPlaces, checkPlaces, forgetPlaces } from '../second-secret.ts';
import type { TransferDraft } from '../session.ts';
import type { Tables } from '../store.ts';
import { spendCode } from '../tokens.ts';
import type { World } from '../world.ts';
import { yen } from './top.ts';

const NOT_ENOUGH = '残高が不足しています。';
const TOKEN_WANTED = 'お取引にはワンタイムパスワードが必要です。先にワンタイムパスワードの利用登録を行ってください。';
const INQUIRY_ONLY = '照会のみのご契約のため、振込はご利用いただけません。';
const EMPTY: PayeeEntry = { account: '', payee: '', bank: '', branch: '', number: '', name: '' };

type Draft = TransferDraft & { amount: number };

/** Why this customer can't transfer at all; null when they can. */
function reasonAgainst(c: Visit, { inquiry_only, serial }: CustomerRow): string | null {
  if (inquiry_only) return INQUIRY_ONLY;
  return bankOf(c).tokenRequired && serial === null ? TOKEN_WANTED : null;
}

async function showAccounts(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const reason = reasonAgainst(c, customer);
  if (reason !== null) return page(c, refusedPage(bankOf(c), reason));
  return page(c, accountsPage(bankOf(c), await accountsOf(world.store, customer.institution, customer.contract), EMPTY));
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
  const customer = await expectCustomer(world, c);
  const reason = reasonAgainst(c, customer);
  if (reason !== null) return page(c, refusedPage(bankOf(c), reason));
  const accounts = await accountsOf(world.store, customer.institution, customer.contract);
  const entry = await readPayee(c);
  const chosen = payeeOf(entry);
  const own = accounts.some(({ number }) => number === entry.account);
  const objection = own ? ('objection' in chosen ? chosen.objection : null) : '引落口座を選択してください。';
  if ('objection' in chosen || objection !== null) return page(c, accountsPage(bankOf(c), accounts, entry, objection));
  await moveOn(world, c, 'in', { transfer: { account: entry.account, payee: chosen.payee, amount: null } });
  return c.redirect(AMOUNT, 303);
}

async function enterAmount(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const { transfer } = c.var.session.draft;
  if (!transfer) return c.redirect(ACCOUNTS, 303);
  const typed = asDigits((await form(c, 'BTX0010')).BTX0010).replaceAll(',', '');
  if (!/^[1-9]\d{0,9}$/.test(typed)) return page(c, amountPage(bankOf(c), transfer, '振込金額は1円以上を半角数字で入力してください。'));
  const amount = Number(typed);
  const accounts = await accountsOf(world.store, customer.institution, customer.contract);
  const balance = accounts.find(({ number }) => number === transfer.account)?.balance ?? 0;
  if (amount > balance) return page(c, amountPage(bankOf(c), { ...transfer, amount }, NOT_ENOUGH));
  await moveOn(world, c, 'in', { transfer: { ...transfer, amount } });
  return c.redirect(CONFIRM, 303);
}

const draftOf = ({ var: { session } }: Visit): Draft | null => {
  const { transfer } = session.draft;
  return transfer && transfer.amount !== null ? { ...transfer, amount: transfer.amount } : null;
};

async function showConfirm(world: World, c: Visit, draft: Draft, objection: string | null = null): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const places = customer.serial === null ? await askPlaces(world.store, customer) : null;
  return page(c, confirmPage(bankOf(c), draft, places, objection));
}

/** Money out and a line in the book; false when the balance does not suffice. */
async function pay(tables: Tables, { institution, contract }: CustomerRow, draft: Draft, receipt: string, at: number): Promise<boolean> {
  const paid = await tables.rows(
    'UPDATE accounts SET balance = balance - $4 WHERE institution = $1 AND contract = $2 AND number = $3 AND balance >= $4 RETURNING number',
    [institution, contract, draft.account, draft.amount],
  );
  if (paid.length === 0) return false;
  await tables.rows('INSERT INTO transfers VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [receipt, institution, contract, draft.account, draft.payee, draft.amount, at]);
  return true;
}

interface Settled {
  objection: string | null;
  reason?: string;
  step?: number;
}

/** Without a token: the card, then the money. */
async function payByCard(world: World, c: Visit, customer: CustomerRow, draft: Draft, receipt: string): Promise<Settled> {
  const typed = await form(c, ...PLACE_FIELDS);
  const objection = await checkPlaces(world, customer, [typed[PLACE_FIELDS[0]], typed[PLACE_FIELDS[1]]]);
  if (objection !== null) return { objection, reason: 'second-secret' };
  return world.store.transaction<Settled>(async (tables) => {
    if (!(await pay(tables, customer, draft, receipt, world.now()))) return { objection: NOT_ENOUGH, reason: 'balance' };
    // A second click on the button: the answers were right, but they have been used.
    if (!(await forgetPlaces(tables, customer))) throw new Error('the places asked were answered twice');
    return { objection: null };
  });
}

/** Code and money in one transaction: the balance is looked at before the code is spent. */
async function payByCode(world: World, c: Visit, customer: CustomerRow, draft: Draft, receipt: string): Promise<Settled> {
  const code = asDigits((await form(c, 'BPW0010')).BPW0010);
  if (!/^\d{6}$/.test(code)) return { objection: SIX_DIGITS, reason: 'form' };
  return world.store.transaction<Settled>(async (tables) => {
    const [account] = await tables.rows<{ balance: number }>(
      'SELECT balance FROM accounts WHERE institution = $1 AND number = $2 FOR UPDATE', [customer.institution, draft.account]);
    if ((account?.balance ?? 0) < draft.amount) return { objection: NOT_ENOUGH, reason: 'balance' };
    const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { serial: customer.serial ?? '', code, wanted: 'ACTIVE' });
    const step = 'step' in verdict ? { step: verdict.step } : {};
    if (verdict.kind !== 'accepted') return { objection: sentenceFor(verdict), reason: verdict.kind, ...step };
    if (!(await pay(tables, customer, draft, receipt, world.now()))) throw new Error('the balance was held and yet is gone');
    return { objection: null, ...step };
  });
}

async function execute(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const draft = draftOf(c);
  const against = reasonAgainst(c, customer);
  if (against !== null) return page(c, refusedPage(bankOf(c), against));
  if (!draft) return c.redirect(ACCOUNTS, 303);
  const receipt = newReceipt(world.now());
  const way = customer.serial === null ? payByCard : payByCode;
  const { objection, ...seen } = await way(world, c, customer, draft, receipt.number);
  const { institution, contract, serial } = customer;
  const who = { kind: 'transfer' as const, institution, contract, ...(serial === null ? {} : { serial }), ...seen };
  world.note({ ...who, outcome: objection === null ? 'accepted' : 'refused' });
  if (objection !== null) return showConfirm(world, c, draft, objection);
  const rows: [string, string][] = [['引落口座', draft.account], ['振込先', draft.payee], ['振込金額', yen(draft.amount)]];
  await moveOn(world, c, 'in', { done: { flow: 'transfer', receipt, rows } });
  return c.redirect(END, 303);
}

export function transfers(app: Hono<PlatformEnv>, world: World): void {
  app.use('/webbk/transfer/*', only(world, 'in'));
  app.get(ACCOUNTS, (c) => showAccounts(world, c));
  app.post(ACCOUNTS, (c) => chooseAccounts(world, c));
  app.get(AMOUNT, (c) => {
    const draft = c.var.session.draft.transfer;
    return draft ? page(c, amountPage(bankOf(c), draft)) : c.redirect(ACCOUNTS, 303);
  });
  app.post(AMOUNT, (c) => enterAmount(world, c));
  app.get(CONFIRM, async (c) => {
    const draft = draftOf(c);
    return draft ? await showConfirm(world, c, draft) : c.redirect(ACCOUNTS, 303);
  });
  app.post(CONFIRM, (c) => execute(world, c));
  app.get(CANCEL, async (c) => {
    await moveOn(world, c, 'in');
    return c.redirect('/webbk/top.do', 303);
  });
  app.get(END, (c) => {
    const { done } = c.var.session.draft;
    return done?.flow === 'transfer' ? page(c, donePage(bankOf(c), done)) : c.redirect(ACCOUNTS, 303);
  });
}
