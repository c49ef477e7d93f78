/** The asking side of every message: typed by the caller's request map, refusals thrown again as refusals. */
import { REASONS, Refusal } from '../refusal.ts';
import type { Answer, Ask } from './protocol.ts';

export type Send = (message: unknown) => Promise<unknown>;
export type Client<M> = <K extends keyof M & string>(name: K, ask: Ask<M, K>) => Promise<Answer<M, K>>;

/** The answer is what `serve` of the other side was typed to give; only its envelope is checked here. */
export function client<M>(send: Send): Client<M> {
  return async (name, ask) => {
    const reply = await send({ name, ask });
    if (typeof reply !== 'object' || reply === null) throw new Refusal('message-garbled');
    if (Reflect.get(reply, 'ok') === true) return Reflect.get(reply, 'answer');
    const reason = REASONS.find((one) => one === Reflect.get(reply, 'reason'));
    throw new Refusal(reason ?? 'message-garbled');
  };
}
