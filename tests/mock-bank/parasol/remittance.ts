/** Money out of an account, once, when the code or the word is right. */
import { checkWord } from './confirmation-word.ts';
import { INQUIRY_ONLY, sentenceFor } from './sentences.ts';
import type { Remittance } from './transfer-pages.ts';
import { complete } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import type { Owner } from '../devices.ts';
import { asDigits, SIX_DIGITS } from '../digits.ts';
import { holdCustomer } from '../hold.ts';
import type { Receipt } from '../receipt.ts';
import { takeDraft } from '../session.ts';
import type { Tables } from '../store.ts';
import { spendCode } from '../tokens.ts';
import type { Visit } from '../visits.ts';
import { bookTransfer, reasonToKeep, withdraw } from '../withdrawal.ts';
import type { World } from '../world.ts';

const TAKEN = 'この振込は既に受け付けています。口座情報でご確認ください。';
const CHANGED = 'ワンタイムパスワードのご利用状況が変わりました。お手数ですが、もう一度やり直してください。';
const OTHER_PAPER = 'お手続きの内容が変わりました。内容をご確認のうえ、もう一度「実行する」ボタンを押して下さい。';

export interface Remitted {
  /** The sentence of the refusal; null when it is done. */
  objection: string | null;
  reason?: string;
  step?: number;
  serial?: string;
}

export interface Order extends Remittance {
  /** The code or the word, as typed. */
  secret: string;
  /** The paper of the page on which the button was pressed. */
  read: string;
  receipt: Receipt;
  /** What the completion page lists. */
  rows: [string, string][];
}

/** The code of the token in use, or the word; a wrong one is counted. */
async function checkSecret(world: World, tables: Tables, customer: CustomerRow, typed: string): Promise<Remitted> {
  const { serial } = customer;
  if (serial === null) {
    const objection = await checkWord(world, tables, customer, typed);
    return objection === null ? { objection } : { objection, reason: 'second-secret' };
  }
  const code = asDigits(typed);
  if (!/^\d{6}$/.test(code)) return { objection: SIX_DIGITS, reason: 'form' };
  const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { serial, code, wanted: 'ACTIVE' });
  const seen = { serial, ...('step' in verdict ? { step: verdict.step } : {}) };
  return verdict.kind === 'accepted' ? { objection: null, ...seen } : { objection: sentenceFor(verdict), reason: verdict.kind, ...seen };
}

/** 振替: into another account of the same customer, whose row is held, so that no other booking of theirs is under way. */
async function credit(tables: Tables, { institution, contract }: Owner, into: string, amount: number): Promise<void> {
  const paid = await tables.rows(
    'UPDATE accounts SET balance = balance + $4 WHERE institution = $1 AND contract = $2 AND number = $3 RETURNING number',
    [institution, contract, into, amount],
  );
  if (paid.length === 0) throw new Error('the account to be credited is gone');
}

/**
 * Balance and limit come before the code: one that can't be used for this is not spent on it. With another token than
 * when the order was made (or with none), what is typed answers another question, and is not counted.
 */
export async function remit(world: World, c: Visit, owner: Owner, order: Order): Promise<Remitted> {
  const { session } = c.var;
  if (order.read !== order.paper) return { objection: OTHER_PAPER, reason: 'paper' };
  return world.store.transaction<Remitted>(async (tables) => {
    const customer = await holdCustomer(tables, owner);
    if (customer.serial !== order.asked) return { objection: CHANGED, reason: 'token' };
    if (customer.inquiry_only) return { objection: INQUIRY_ONLY, reason: 'inquiry-only' };
    const against = await reasonToKeep(tables, world.now(), customer, order);
    if (against) return against;
    const checked = await checkSecret(world, tables, customer, order.secret);
    if (checked.objection !== null) return checked;
    if (!(await takeDraft(tables, session))) return { objection: TAKEN, reason: 'taken' };
    await withdraw(tables, customer, order);
    if (order.into !== undefined) await credit(tables, customer, order.into, order.amount);
    await bookTransfer(tables, world.now(), customer, { ...order, receipt: order.receipt.number });
    await complete(tables, c, { flow: 'transfer', receipt: order.receipt, rows: order.rows });
    return checked;
  });
}
