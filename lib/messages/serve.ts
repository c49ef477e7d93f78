/** The answering side: finds the handler, parses the ask, and makes an answer of every failure. */
import { member } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import type { AskParsers } from './asks.ts';
import type { Answer, Ask, Reply } from './protocol.ts';

export type Handlers<M, C> = {
  [K in keyof M]: (ask: Ask<M, K>, caller: C) => Promise<Answer<M, K>>;
};

/** Tells of a bug: a failure that is no refusal. Never with message contents. */
type Report = (name: string, failure: unknown) => void;

async function dispatch<M, C>(
  handlers: Handlers<M, C>,
  parsers: AskParsers<M>,
  name: keyof M,
  ask: unknown,
  caller: C,
): Promise<unknown> {
  let parsed: Ask<M, typeof name>;
  try {
    parsed = parsers[name](ask, 'ask');
  } catch (cause) {
    throw new Refusal('message-garbled', { cause });
  }
  return await handlers[name](parsed, caller);
}

/** The answer to a failure; a bug is reported. */
export function replyTo(failure: unknown, name: string, report: Report): Reply {
  if (failure instanceof Refusal) return { ok: false, reason: failure.reason };
  report(name, failure);
  return { ok: false, reason: 'internal' };
}

/** A function from message to reply, for one kind of caller. It never throws. */
export function serve<M extends object, C>(handlers: Handlers<M, C>, parsers: AskParsers<M>, report: Report) {
  const isName = (name: unknown): name is keyof M & string => typeof name === 'string' && Object.hasOwn(handlers, name);
  return async (message: unknown, caller: C): Promise<Reply> => {
    const name = member(message, 'name');
    if (!isName(name)) return { ok: false, reason: 'not-allowed' };
    try {
      return { ok: true, answer: await dispatch(handlers, parsers, name, member(message, 'ask'), caller) };
    } catch (failure) {
      return replyTo(failure, name, report);
    }
  };
}
