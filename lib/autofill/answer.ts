/** The content script's end of messages from the background: one envelope in, one out. */
import type { Answer, Ask, TabRequests } from '../messages/protocol.ts';
import { Refusal, type Reason } from '../refusal.ts';

export type Reply = { ok: true; answer: unknown } | { ok: false; reason: Reason };
export type TabHandlers = { [K in keyof TabRequests]: (ask: Ask<TabRequests, K>) => Promise<Answer<TabRequests, K>> };

const LONGEST_ID = 100;

function respond(handlers: TabHandlers, message: unknown): Promise<unknown> | null {
  if (typeof message !== 'object' || message === null) return null;
  const name: unknown = Reflect.get(message, 'name');
  const ask: unknown = Reflect.get(message, 'ask');
  if (name === 'whatFields') return handlers.whatFields({});
  if (name !== 'fillNow' || typeof ask !== 'object' || ask === null) return null;
  const tokenId: unknown = Reflect.get(ask, 'tokenId');
  return typeof tokenId === 'string' && tokenId.length <= LONGEST_ID ? handlers.fillNow({ tokenId }) : null;
}

/** Never rejects: a refusal keeps its reason, a bug becomes `internal`. */
export async function answer(handlers: TabHandlers, message: unknown): Promise<Reply> {
  try {
    const response = respond(handlers, message);
    return response ? { ok: true, answer: await response } : { ok: false, reason: 'message-garbled' };
  } catch (error) {
    return { ok: false, reason: error instanceof Refusal ? error.reason : 'internal' };
  }
}
