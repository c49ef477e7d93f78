/** The page's end of messages from the background: one envelope in, one out. */
import type { FillOutcome, Reply } from '../messages/protocol.ts';
import { member } from '../parse.ts';
import { Refusal } from '../refusal.ts';

const LONGEST_ID = 100;

/** A part of what a `fillNow` asks, or null for anything else. */
function asked(message: unknown, name: 'tokenId' | 'language' | 'theme'): string | null {
  if (member(message, 'name') !== 'fillNow') return null;
  const part = member(member(message, 'ask'), name);
  return typeof part === 'string' && part.length <= LONGEST_ID ? part : null;
}

/** Never rejects: a refusal keeps its reason, a bug becomes `internal`. `fill` is told the customer's language and theme, or 'auto'. */
export async function answer(fill: (tokenId: string, language: string, theme: string) => Promise<FillOutcome>, message: unknown): Promise<Reply> {
  const tokenId = asked(message, 'tokenId');
  if (tokenId === null) return { ok: false, reason: 'message-garbled' };
  try {
    return { ok: true, answer: await fill(tokenId, asked(message, 'language') ?? 'auto', asked(message, 'theme') ?? 'auto') };
  } catch (error) {
    return { ok: false, reason: error instanceof Refusal ? error.reason : 'internal' };
  }
}
