/** 利用限度額変更: the new limit, its confirmation with the code (or the card), completion. */
import type { Hono } from 'hono';
import { entitled } from './entitlement.ts';
import { CANCEL, CONFIRM, confirmPage, donePage, END, ENTER, limitPage, TITLE } from './limit-pages.ts';
import { cancellation, conclude, proofFor } from './settlement.ts';
import { bankOf, moveOn, only, page } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import { HIGHEST, usedToday } from '../day-limit.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { yen } from '../pages/yen.ts';
import { newPaper } from '../receipt.ts';
import type { Tables } from '../store.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const RANGE = `利用限度額は0円から${yen(HIGHEST)}までを半角数字で入力してください。`;
const SAME = '現在の利用限度額と同じ金額です。変更後の金額を入力してください。';

async function show(world: World, c: Visit, wanted = '', objection: string | null = null): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const used = await usedToday(world.store, world.now(), customer);
  return page(c, limitPage(bankOf(c), { limit: customer.day_limit, used, wanted }, objection));
}

async function enter(world: World, c: Visit): Promise<Response> {
  const { day_limit } = await expectCustomer(world, c);
  const typed = asDigits((await form(c, 'BTX0010')).BTX0010);
  const digits = typed.replaceAll(',', '');
  if (!/^(0|[1-9]\d{0,7})$/.test(digits) || Number(digits) > HIGHEST) return show(world, c, typed, RANGE);
  const limit = Number(digits);
  if (limit === day_limit) return show(world, c, typed, SAME);
  await moveOn(world, c, 'in', { limit, paper: newPaper(world.now()) });
  return c.redirect(CONFIRM, 303);
}

async function showConfirm(world: World, c: Visit, wanted: number, objection: string | null = null): Promise<Response> {
  const { day_limit: before } = await expectCustomer(world, c);
  return page(c, confirmPage(bankOf(c), { before, wanted, ...(await proofFor(world, c)) }, objection));
}

async function set(tables: Tables, { institution, contract }: CustomerRow, limit: number): Promise<null> {
  await tables.rows('UPDATE customers SET day_limit = $3 WHERE institution = $1 AND contract = $2', [institution, contract, limit]);
  return null;
}

async function execute(world: World, c: Visit): Promise<Response> {
  const { limit } = c.var.session.draft;
  if (limit === undefined) return c.redirect(ENTER, 303);
  return conclude(world, c, {
    kind: 'limit', title: TITLE, end: END,
    against: () => Promise.resolve(null),
    act: (tables, customer) => set(tables, customer, limit),
    rows: [['利用限度額(1日あたり)', yen(limit)]],
    again: (objection) => showConfirm(world, c, limit, objection),
  });
}

export function limits(app: Hono<SessionEnv>, world: World): void {
  app.use('/webbk/limit/*', only(world, 'in'), entitled(world, TITLE));
  app.get(ENTER, (c) => show(world, c));
  app.post(ENTER, (c) => enter(world, c));
  app.get(CONFIRM, async (c) => {
    const { limit } = c.var.session.draft;
    return limit === undefined ? c.redirect(ENTER, 303) : await showConfirm(world, c, limit);
  });
  app.post(CONFIRM, (c) => execute(world, c));
  cancellation(app, world, CANCEL);
  app.get(END, (c) => {
    const { done } = c.var.session.draft;
    return done?.flow === 'limit' ? page(c, donePage(bankOf(c), done)) : c.redirect(ENTER, 303);
  });
}
