/** Asking for a token so that nothing is lost and nothing made twice: an interrupted issue goes on rather than beginning anew. */
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import type { Look, TokenLook } from '../lib/messages/looks.ts';
import { ENDED, isRefusal, type Reason, Refusal } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';

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

/** A token that has just come to be, and what stood beside it. */
export interface Issued {
  token: TokenLook;
  /** There was a token on this PC already: トークンの追加. */
  isAnother: boolean;
  /** The token in use that it is to take the place of, if a 交換 was begun here. */
  replaces: TokenLook | null;
}

export function issuedAmong(tokens: TokenLook[], tokenId: string): Issued | undefined {
  const token = tokens.find(({ id }) => id === tokenId);
  if (!token) return undefined;
  const others = tokens.filter(({ id }) => id !== tokenId);
  const replaces = others.find(({ exchanging, institutionCode }) => exchanging && institutionCode === token.institutionCode);
  return { token, isAnother: others.length > 0, replaces: replaces ?? null };
}

/** @param tokenId of a token, or of the pending that it came of: they bear the same id */
export async function findIssued(ask: Asking, tokenId: string): Promise<Issued | undefined> {
  return issuedAmong((await openLook(ask)).tokens, tokenId);
}

async function expectIssued(ask: Asking, tokenId: string): Promise<Issued> {
  const issued = await findIssued(ask, tokenId);
  if (!issued) throw new Refusal('token-unknown');
  return issued;
}

export async function resume(ask: Asking, pendingId: string): Promise<Issued> {
  try {
    const { tokenId } = await ask('resumePending', { pendingId });
    return await expectIssued(ask, tokenId);
  } catch (failure) {
    const issued = isRefusal(failure, 'pending-expired', 'token-unknown') ? await findIssued(ask, pendingId) : undefined;
    if (issued) return issued;
    throw failure;
  }
}

/** A new handshake; the background's answer to it. */
type Begin = () => Promise<{ tokenId: string }>;

async function tryOnce(ask: Asking, code: string, tries: Tries, begin: Begin): Promise<Issued> {
  const { tokens, pendings } = await openLook(ask);
  const own = tokens.filter(({ institutionCode }) => institutionCode === code);
  const before = tries.get(code) ?? new Set(own.map(({ id }) => id));
  tries.set(code, before);
  const interrupted = pendings.find(({ institutionCode }) => institutionCode === code);
  // What the issuer says of it goes to the person: an activation password is never tried again by itself.
  if (interrupted) return resume(ask, interrupted.id);
  const meanwhile = own.find(({ id }) => !before.has(id));
  const { tokenId } = meanwhile ? { tokenId: meanwhile.id } : await begin();
  return expectIssued(ask, tokenId);
}

/** Another page of ours may have had the token first: the issuer refuses the second use of an activation. */
async function madeMeanwhile(ask: Asking, code: string, tries: Tries): Promise<Issued | undefined> {
  const before = tries.get(code);
  if (!before) return undefined;
  const { tokens } = await openLook(ask);
  const made = tokens.find(({ id, institutionCode }) => institutionCode === code && !before.has(id));
  return made && issuedAmong(tokens, made.id);
}

async function tryAndLook(ask: Asking, code: string, tries: Tries, begin: Begin): Promise<Issued> {
  try {
    return await tryOnce(ask, code, tries, begin);
  } catch (failure) {
    if (!isRefusal(failure, ...ENDED)) throw failure;
    const issued = failure.reason === 'activation-refused' ? await madeMeanwhile(ask, code, tries) : undefined;
    if (issued) return issued;
    // That try has ended: a token that comes later is none of it.
    tries.delete(code);
    throw failure;
  }
}

async function issueBy(ask: Asking, code: string, tries: Tries, begin: Begin): Promise<Issued> {
  const issued = await tryAndLook(ask, code, tries, begin);
  // Whoever asks again after this wants another token.
  tries.delete(code);
  return issued;
}

/** Both consents were given before this is called. `tries` lives as long as the page. */
export async function issue(ask: Asking, { code }: InstitutionProfile, tries: Tries): Promise<Issued> {
  return issueBy(ask, code, tries, () =>
    ask('enrolShinkin', { institutionCode: code, termsAccepted: true, samePcAccepted: true }),
  );
}

export interface TypedActivation {
  serviceId: string;
  userId: string;
  password: string;
}

/** Consent was given before this is called. The password is used only when nothing interrupted can go on. */
export async function activate(ask: Asking, { code }: InstitutionProfile, tries: Tries, typed: TypedActivation): Promise<Issued> {
  return issueBy(ask, code, tries, () => ask('enrolUnion', { institutionCode: code, ...typed, consented: true }));
}

/** False as well when that can't be known. */
export async function isInterrupted(ask: Asking, code: string): Promise<boolean> {
  const look = await ask('look', {}).catch(() => null);
  return look?.pendings.some(({ institutionCode }) => institutionCode === code) ?? false;
}

/** Drops every interrupted issue of this institution; asked for by name, after a refusal. */
export async function dropInterrupted(ask: Asking, code: string): Promise<void> {
  const { pendings } = await ask('look', {});
  for (const pending of pendings.filter(({ institutionCode }) => institutionCode === code))
    await ask('dropPending', { pendingId: pending.id });
}
