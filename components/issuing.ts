/** Asking for a token so that nothing is lost: an interrupted issue goes on rather than beginning anew. */
import type { TokenLook } from '../lib/messages/protocol.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Asking } from './unlock-form.tsx';

async function tokenOf(ask: Asking, tokenId: string): Promise<TokenLook> {
  const look = await ask('look', {});
  const token = look.tokens.find(({ id }) => id === tokenId);
  if (!token) throw new Refusal('token-unknown');
  return token;
}

export async function resume(ask: Asking, pendingId: string): Promise<TokenLook> {
  const { tokenId } = await ask('resumePending', { pendingId });
  return tokenOf(ask, tokenId);
}

/** Both consents were given before this is called. */
export async function issue(ask: Asking, institutionCode: string, institution: string): Promise<TokenLook> {
  const { pendings } = await ask('look', {});
  const interrupted = pendings.find((pending) => pending.institution === institution);
  if (interrupted) return resume(ask, interrupted.id);
  const { tokenId } = await ask('enrolShinkin', { institutionCode, termsAccepted: true, samePcAccepted: true });
  return tokenOf(ask, tokenId);
}

/** Drops every interrupted issue of this institution; asked for by name, after a refusal. */
export async function dropInterrupted(ask: Asking, institution: string): Promise<void> {
  const { pendings } = await ask('look', {});
  for (const pending of pendings.filter((one) => one.institution === institution))
    await ask('dropPending', { pendingId: pending.id });
}
