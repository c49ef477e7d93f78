/** Asking for a token so that nothing is lost and nothing made twice: an interrupted issue goes on rather than beginning anew. */
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import type { Look, TokenLook } from '../lib/messages/protocol.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Reason } from '../lib/refusal.ts';
import type { Asking } from './unlock-form.tsx';

/**
 * By institution code: the ids of its tokens before the first try that has not ended yet.
 * The background goes on with an interrupted issue by itself; a token beyond these is what came of it.
 */
export type Tries = Map<string, ReadonlySet<string>>;

const SHUT: Record<Exclude<Look['vault'], 'open'>, Reason> = { none: 'no-vault', locked: 'locked', damaged: 'vault-damaged' };

/** A locked vault shows no tokens: taken for an empty one, every token would seem new afterwards. */
async function openLook(ask: Asking): Promise<Look> {
  const look = await ask('look', {});
  if (look.vault !== 'open') throw new Refusal(SHUT[look.vault]);
  return look;
}

/** @param tokenId of a token, or of the pending that it came of: they bear the same id */
export async function findIssued(ask: Asking, tokenId: string): Promise<TokenLook | undefined> {
  return (await openLook(ask)).tokens.find(({ id }) => id === tokenId);
}

async function tokenOf(ask: Asking, tokenId: string): Promise<TokenLook> {
  const token = await findIssued(ask, tokenId);
  if (!token) throw new Refusal('token-unknown');
  return token;
}

const isGone = (failure: unknown): boolean =>
  failure instanceof Refusal && (failure.reason === 'pending-expired' || failure.reason === 'token-unknown');

export async function resume(ask: Asking, pendingId: string): Promise<TokenLook> {
  try {
    const { tokenId } = await ask('resumePending', { pendingId });
    return await tokenOf(ask, tokenId);
  } catch (failure) {
    const token = isGone(failure) ? await findIssued(ask, pendingId) : undefined;
    if (token) return token;
    throw failure;
  }
}

async function tryOnce(ask: Asking, { code, name }: InstitutionProfile, tries: Tries): Promise<TokenLook> {
  const { tokens, pendings } = await openLook(ask);
  const own = tokens.filter(({ institutionCode }) => institutionCode === code);
  const before = tries.get(code) ?? new Set(own.map(({ id }) => id));
  tries.set(code, before);
  const interrupted = pendings.find(({ institution }) => institution === name);
  if (interrupted) return resume(ask, interrupted.id);
  const meanwhile = own.find(({ id }) => !before.has(id));
  if (meanwhile) return meanwhile;
  const { tokenId } = await ask('enrolShinkin', { institutionCode: code, termsAccepted: true, samePcAccepted: true });
  return tokenOf(ask, tokenId);
}

/** Both consents were given before this is called. `tries` lives as long as the page. */
export async function issue(ask: Asking, profile: InstitutionProfile, tries: Tries): Promise<TokenLook> {
  const token = await tryOnce(ask, profile, tries);
  // Whoever asks again after this wants another token.
  tries.delete(profile.code);
  return token;
}

/** Drops every interrupted issue of this institution; asked for by name, after a refusal. */
export async function dropInterrupted(ask: Asking, institution: string): Promise<void> {
  const { pendings } = await ask('look', {});
  for (const pending of pendings.filter((one) => one.institution === institution))
    await ask('dropPending', { pendingId: pending.id });
}
