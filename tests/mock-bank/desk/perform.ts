/** One act of the desk: one transaction together with its audit line; the log hears of it afterwards. */
import { holdCustomer, holdToken, lookAtToken, UNKNOWN_CUSTOMER, UNKNOWN_SERIAL, type Answer, type Refused, type Wish } from './act.ts';
import { doToCustomer, objectionToCustomer } from './customer-acts.ts';
import { doToToken, objectionToToken } from './token-acts.ts';
import { writeDown } from '../audit.ts';
import { switchDay } from '../business-day.ts';
import { customerOf } from '../customers.ts';
import type { Owner } from '../devices.ts';
import type { Tables } from '../store.ts';
import type { World } from '../world.ts';

export type Outcome = { kind: 'done'; line: number } | ({ kind: 'refused' } & Refused);

interface Told {
  answer: Answer;
  owner: Owner | null;
  serial: string | null;
}

const told = (wish: Wish, answer: Answer, owner: Owner | null): Told => ({
  answer, owner,
  serial: ('serial' in answer ? answer.serial : undefined) ?? ('serial' in wish ? wish.serial : null),
});

async function act(world: World, tables: Tables, wish: Wish): Promise<Told> {
  if (wish.act === 'day-switch') {
    await switchDay(tables);
    return told(wish, { done: '日付を翌日にしました。' }, null);
  }
  if ('serial' in wish) {
    const held = await holdToken(tables, wish.serial);
    if (!held) return told(wish, UNKNOWN_SERIAL, null);
    return told(wish, (await objectionToToken(world, tables, wish.act, held)) ?? (await doToToken(world, tables, wish, held)), held.owner);
  }
  const customer = await holdCustomer(tables, wish);
  if (!customer) return told(wish, UNKNOWN_CUSTOMER, wish);
  return told(wish, (await objectionToCustomer(world, tables, wish.act, customer)) ?? (await doToCustomer(world, tables, wish.act, customer)), wish);
}

function noteAfter(world: World, { act: reason }: Wish, { answer, owner, serial }: Told): void {
  world.note({
    kind: 'desk', outcome: 'done' in answer ? 'accepted' : 'refused', reason,
    ...(owner ? { institution: owner.institution, contract: owner.contract } : {}), ...(serial === null ? {} : { serial }),
  });
}

async function writeAct(world: World, tables: Tables, wish: Wish, { answer, owner, serial }: Told): Promise<Outcome> {
  const line = await writeDown(tables, {
    at: world.now(), act: wish.act, institution: owner?.institution ?? null, contract: owner?.contract ?? null, serial,
    ...('done' in answer ? { outcome: 'done', remark: answer.done } : { outcome: 'refused', remark: answer.refused }),
  });
  return 'done' in answer ? { kind: 'done', line } : { kind: 'refused', ...answer };
}

/** A refusal is written down as well, with what it counted. */
export async function perform(world: World, wish: Wish): Promise<Outcome> {
  const { result, outcome } = await world.store.transaction(async (tables) => {
    const made = await act(world, tables, wish);
    return { result: made, outcome: await writeAct(world, tables, wish, made) };
  });
  noteAfter(world, wish, result);
  return outcome;
}

/** What stands against it now; read only. */
async function objectionTo(world: World, wish: Wish): Promise<Told | null> {
  const { store } = world;
  if (wish.act === 'day-switch') return null;
  if ('serial' in wish) {
    const held = await lookAtToken(store, wish.serial);
    const refused = held ? await objectionToToken(world, store, wish.act, held) : UNKNOWN_SERIAL;
    return refused && told(wish, refused, held?.owner ?? null);
  }
  const customer = await customerOf(store, wish.institution, wish.contract);
  const refused = customer ? await objectionToCustomer(world, store, wish.act, customer) : UNKNOWN_CUSTOMER;
  return refused && told(wish, refused, wish);
}

/** Before the second page: null when the act may be confirmed. A refusal is written down. */
export async function refuseEarly(world: World, wish: Wish): Promise<Outcome | null> {
  const refused = await objectionTo(world, wish);
  if (!refused) return null;
  const outcome = await world.store.transaction((tables) => writeAct(world, tables, wish, refused));
  noteAfter(world, wish, refused);
  return outcome;
}
