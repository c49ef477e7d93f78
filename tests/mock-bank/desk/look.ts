/** What the desk sees of a contract and of a token: states and counts, never a secret. */
import { tokensOf, type HeldToken } from './act.ts';
import { cardSubject, loginSubject } from './customer-acts.ts';
import { stateName } from './token-acts.ts';
import { customerOf, type CustomerRow } from '../customers.ts';
import type { Owner } from '../devices.ts';
import type { Tables } from '../store.ts';
import { gateOf, type Gate } from '../tries.ts';
import type { World } from '../world.ts';

export interface Count {
  fails: number;
  gate: Gate;
}

export interface TokenSeen extends HeldToken {
  /** In the clerk's words. */
  state: string;
  tries: Count;
}

export interface CustomerSeen {
  customer: CustomerRow;
  login: Count;
  card: Count;
  /** The one in use first, then the newest. */
  tokens: TokenSeen[];
  /** Of the credit union's latest issue; null elsewhere or without one. */
  issue: 'ISSUED' | 'LOCKED' | 'TAKEN' | 'ENDED' | null;
}

async function countOf(tables: Tables, subject: string, now: number): Promise<Count> {
  const [row] = await tables.rows<{ fails: number; paused_until: number }>('SELECT fails, paused_until FROM tries WHERE subject = $1', [subject]);
  const fails = row?.fails ?? 0;
  return { fails, gate: gateOf({ fails, pausedUntil: row?.paused_until ?? 0 }, now) };
}

export async function seeToken({ now }: Pick<World, 'now'>, tables: Tables, held: HeldToken): Promise<TokenSeen> {
  const at = now();
  return { ...held, state: stateName(held.token, at), tries: await countOf(tables, `token ${held.token.serial}`, at) };
}

export async function seeCustomer(world: Pick<World, 'now' | 'store'>, owner: Owner): Promise<CustomerSeen | undefined> {
  const { store } = world;
  const customer = await customerOf(store, owner.institution, owner.contract);
  if (!customer) return undefined;
  const [issue] = await store.rows<{ state: 'ISSUED' | 'LOCKED' | 'TAKEN' | 'ENDED' }>(
    'SELECT state FROM activations WHERE institution = $1 AND contract = $2 ORDER BY generation DESC LIMIT 1', [owner.institution, owner.contract]);
  const tokens: TokenSeen[] = [];
  for (const held of await tokensOf(store, customer)) tokens.push(await seeToken(world, store, held));
  return {
    customer, tokens, issue: issue?.state ?? null,
    login: await countOf(store, loginSubject(customer), world.now()),
    card: await countOf(store, cardSubject(customer), world.now()),
  };
}
