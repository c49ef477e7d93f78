/** The last step of 振込, 利用限度額変更 and 収納サービス: the code, or the card, and the deed itself, all or nothing. */
import type { Hono } from 'hono';
import { reasonAgainst } from './entitlement.ts';
import { sentenceFor } from './sentences.ts';
import { bankOf, moveOn } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import { asDigits, SIX_DIGITS } from '../digits.ts';
import { form } from '../form.ts';
import { holdCustomer } from '../hold.ts';
import { PAPER } from '../pages/fields.ts';
import { cardName } from '../pages/look.ts';
import { PLACE_FIELDS } from '../pages/second-secret.ts';
import { newReceipt, type Receipt } from '../receipt.ts';
import { askPlaces, checkPlaces, type Places } from '../second-secret.ts';
import { changeSession, takeDraft } from '../session.ts';
import type { Tables } from '../store.ts';
import { spendCode } from '../tokens.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { Against } from '../withdrawal.ts';
import type { World } from '../world.ts';

const OTHER_PAPER = 'お手続きの内容が変わりました。内容をご確認のうえ、もう一度実行してください。';
const DONE_ALREADY = 'このお手続きは既に受け付けています。入出金明細照会でご確認ください。';
const TOKEN_CHANGED = 'ワンタイムパスワードのご利用状況が変わりました。お手数ですが、もう一度やり直してください。';

export interface Order {
  kind: 'transfer' | 'limit' | 'payment';
  title: string;
  /** With the customer's row held: what stands against it, looked at before a code is spent. */
  against: (tables: Tables, customer: CustomerRow) => Promise<Against | null>;
  /** Does it; what it refuses now has left no trace in the tables. */
  act: (tables: Tables, customer: CustomerRow, receipt: string) => Promise<Against | null>;
  /** 完了: where it is shown and what it says. */
  end: string;
  rows: [string, string][];
  /** The confirmation once more, with a sentence. */
  again: (objection: string) => Response | Promise<Response>;
}

type Outcome = (Against | { objection: null }) & { step?: number };

/**
 * Of two requests about one draft the second finds it taken; the sum of the day is decided while the row is held.
 * What 完了 shows is written with the deed itself: whoever's line breaks now finds the receipt on coming back.
 */
async function finish(c: Visit, tables: Tables, order: Order, customer: CustomerRow, receipt: Receipt): Promise<Outcome> {
  if (!(await takeDraft(tables, c.var.session))) return { objection: DONE_ALREADY, reason: 'taken' };
  const against = await order.act(tables, customer, receipt.number);
  if (against) return against;
  await changeSession(tables, c.var.session, { stage: 'in', draft: { done: { flow: order.kind, receipt, rows: order.rows } } });
  return { objection: null };
}

/** The row as it is now, if nothing stands against the order. */
async function held(tables: Tables, order: Order, before: CustomerRow): Promise<CustomerRow | Against> {
  const customer = await holdCustomer(tables, before);
  if (customer.serial !== before.serial) return { objection: TOKEN_CHANGED, reason: 'token' };
  return (await order.against(tables, customer)) ?? customer;
}

async function byCode(world: World, c: Visit, order: Order, before: CustomerRow, receipt: Receipt): Promise<Outcome> {
  const code = asDigits((await form(c, 'BPW0010')).BPW0010);
  if (!/^\d{6}$/.test(code)) return { objection: SIX_DIGITS, reason: 'form' };
  return world.store.transaction<Outcome>(async (tables) => {
    const customer = await held(tables, order, before);
    if ('objection' in customer) return customer;
    const verdict = await spendCode({ seal: world.seal, now: world.now() }, tables, { serial: customer.serial ?? '', code, wanted: 'ACTIVE' });
    const step = 'step' in verdict ? { step: verdict.step } : {};
    if (verdict.kind !== 'accepted') return { objection: sentenceFor(verdict, bankOf(c)) ?? '', reason: verdict.kind, ...step };
    return { ...(await finish(c, tables, order, customer, receipt)), ...step };
  });
}

/** Without a token: two places of the card. A right answer is used up, whatever becomes of the order. */
async function byCard(world: World, c: Visit, order: Order, before: CustomerRow, receipt: Receipt): Promise<Outcome> {
  const typed = await form(c, ...PLACE_FIELDS);
  const answers: [string, string] = [typed[PLACE_FIELDS[0]], typed[PLACE_FIELDS[1]]];
  return world.store.transaction<Outcome>(async (tables) => {
    const customer = await held(tables, order, before);
    if ('objection' in customer) return customer;
    if (customer.challenge !== before.challenge) return { objection: DONE_ALREADY, reason: 'taken' };
    const objection = await checkPlaces(world, tables, customer, { answers, name: cardName(bankOf(c)) });
    if (objection !== null) return { objection, reason: 'second-secret' };
    return finish(c, tables, order, customer, receipt);
  });
}

async function outcomeOf(world: World, c: Visit, order: Order, customer: CustomerRow, receipt: Receipt): Promise<Outcome> {
  const against = reasonAgainst(bankOf(c), customer, order.title);
  if (against !== null) return { objection: against, reason: 'entitlement' };
  // Another tab has gone on meanwhile: what was read there is not what would be done here.
  if ((await form(c, PAPER))[PAPER] !== c.var.session.draft.paper) return { objection: OTHER_PAPER, reason: 'paper' };
  return (customer.serial === null ? byCard : byCode)(world, c, order, customer, receipt);
}

/** Answers the POST of a confirmation page. */
export async function conclude(world: World, c: Visit, order: Order): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const receipt = newReceipt(world.now());
  const outcome = await outcomeOf(world, c, order, customer, receipt);
  const { institution, contract, serial } = customer;
  const seen = { kind: order.kind, institution, contract, ...(serial === null ? {} : { serial }), ...('step' in outcome ? { step: outcome.step } : {}) };
  if (outcome.objection !== null) {
    world.note({ ...seen, outcome: 'refused', reason: outcome.reason });
    return order.again(outcome.objection);
  }
  world.note({ ...seen, outcome: 'accepted' });
  return c.redirect(order.end, 303);
}

export interface Proof {
  /** Goes back with the confirmation. */
  paper: string;
  /** null: with a token, whose code is asked for instead. */
  places: Places | null;
}

/** What the confirmation page of the present draft asks for. */
export async function proofFor(world: World, c: Visit): Promise<Proof> {
  const customer = await expectCustomer(world, c);
  return { paper: c.var.session.draft.paper ?? '', places: customer.serial === null ? await askPlaces(world.store, customer) : null };
}

/** 取引中止: the draft is forgotten. */
export function cancellation(app: Hono<SessionEnv>, world: World, path: string): void {
  app.get(path, async (c) => {
    await moveOn(world, c, 'in');
    return c.redirect('/webbk/top.do', 303);
  });
}
