/** The page's end of messages from the background: one envelope in, one out. */
import type { FillOutcome } from '../messages/protocol.ts';
import { Refusal, type Reason } from '../refusal.ts';

export type Reply = { ok: true; answer: unknown } | { ok: false; reason: Reason };

const LONGEST_ID = 100;

/** The token of a `fillNow`, or null for anything else. */
function tokenOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || Reflect.get(message, 'name') !== 'fillNow') return null;
  const ask: unknown = Reflect.get(message, 'ask');
  const tokenId: unknown = typeof ask === 'object' && ask !== null ? Reflect.get(ask, 'tokenId') : null;
  return typeof tokenId === 'string' && tokenId.length <= LONGEST_ID ? tokenId : null;
}

/** Never rejects: a refusal keeps its reason, a bug becomes `internal`. */
export async function answer(fill: (tokenId: string) => Promise<FillOutcome>, message: unknown): Promise<Reply> {
  const tokenId = tokenOf(message);
  if (tokenId === null) return { ok: false, reason: 'message-garbled' };
  try {
    return { ok: true, answer: await fill(tokenId) };
  } catch (error) {
    return { ok: false, reason: error instanceof Refusal ? error.reason : 'internal' };
  }
}
