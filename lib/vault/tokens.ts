/** The tokens in the vault: listed, lent, changed, spent, committed. Whoever calls this holds the vault's lock. */
import { wipe } from '../bytes.ts';
import type { LossEntry } from '../messages/protocol.ts';
import { Refusal } from '../refusal.ts';
import { isFree, type Token, withGiven } from '../token.ts';
import { type Book, type Change, idsIn, openBook, openRecord, revise } from './book.ts';
import type { Means } from './means.ts';
import type { Secrets } from './pending.ts';
import { decodeToken, encodeToken, type TokenRecord } from './token-record.ts';

/** Undefined when there is no such token. The caller wipes the secrets. */
async function findToken(book: Book, id: string): Promise<TokenRecord | undefined> {
  const plaintext = await openRecord(book, 'tokens', id);
  if (!plaintext) return undefined;
  try {
    return decodeToken(id, plaintext);
  } finally {
    wipe(plaintext);
  }
}

async function expectToken(book: Book, id: string): Promise<TokenRecord> {
  const found = await findToken(book, id);
  if (!found) throw new Refusal('token-unknown');
  return found;
}

function forget({ otp, device }: Secrets): void {
  wipe(otp, device);
}

async function tokensOf(book: Book): Promise<Token[]> {
  const tokens: Token[] = [];
  for (const id of idsIn(book, 'tokens')) {
    const { token, secrets } = await expectToken(book, id);
    forget(secrets);
    tokens.push(token);
  }
  return tokens.toSorted((a, b) => a.createdAt - b.createdAt);
}

/** Oldest first; without those that the customer deleted. */
export async function listTokens(means: Means): Promise<Token[]> {
  return (await tokensOf(await openBook(means))).filter(({ removedAt }) => removedAt === null);
}

/** Those that the customer deleted and that can still be brought back. */
export async function listRemoved(means: Means): Promise<Token[]> {
  return (await tokensOf(await openBook(means))).filter(({ removedAt }) => removedAt !== null);
}

/** `use` must be done with the secrets when it returns: they are wiped then. */
export async function lendToken<T>(
  means: Means,
  id: string,
  use: (secrets: Secrets, token: Token) => T,
): Promise<T> {
  const { token, secrets } = await expectToken(await openBook(means), id);
  try {
    if (token.removedAt !== null) throw new Refusal('token-unknown');
    const result = use(secrets, token);
    if (result instanceof Promise) throw new Error('a loan is synchronous');
    return result;
  } finally {
    forget(secrets);
  }
}

/** The record as `change` wants it, sealed for the next write; a change to what may never change is a bug. */
function changed({ token, secrets }: TokenRecord, next: Token): Change {
  if (next.id !== token.id || next.issuerOrigin !== token.issuerOrigin || next.serial !== token.serial)
    throw new Error('a token stays the token it is');
  if (next.spentStep < token.spentStep && !next.givenSteps.includes(token.spentStep)) throw new Error('a spent step stays spent');
  return { store: 'tokens', id: token.id, plaintext: encodeToken({ token: next, secrets }) };
}

/** `next` may run more than once, each time on the token as it is then; null leaves all as it is. */
async function reviseToken(means: Means, id: string, next: (token: Token) => Token | null): Promise<Token | null> {
  return await revise(means, async (book) => {
    const kept = await expectToken(book, id);
    try {
      const answer = next(kept.token);
      return { changes: answer ? [changed(kept, answer)] : [], answer };
    } finally {
      forget(kept.secrets);
    }
  });
}

export async function changeToken(means: Means, id: string, change: (token: Token) => Token): Promise<Token> {
  const token = await reviseToken(means, id, change);
  if (!token) throw new Error('a change gives a token');
  return token;
}

/** True for one caller only, and only for a step after the newest spent or copied one; on disk before it is true. */
export async function spendStep(means: Means, id: string, step: number): Promise<boolean> {
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError('not a time step');
  const spent = await reviseToken(means, id, (token) => {
    if (token.removedAt !== null) throw new Refusal('token-unknown');
    return isFree(token, step) ? { ...withGiven(token, step), spentStep: step } : null;
  });
  return spent !== null;
}

/**
 * Token in and pending out, in one transaction; the token as it is kept. Repeated, it finds the token
 * (by issuer and serial) and changes nothing. Refusal 'pending-expired' when the pending was dropped meanwhile.
 */
export async function commitToken(
  means: Means,
  pendingId: string,
  record: TokenRecord,
  loss: LossEntry,
): Promise<Token> {
  return await revise(means, async (book) => {
    const { token } = record;
    const kept = (await tokensOf(book)).find(
      ({ issuerOrigin, serial }) => issuerOrigin === token.issuerOrigin && serial === token.serial,
    );
    const pending = idsIn(book, 'pendings').includes(pendingId);
    if (!kept && !pending) throw new Refusal('pending-expired');
    if (!kept && idsIn(book, 'tokens').includes(token.id)) throw new Error('this id is another token already');
    const changes: Change[] = pending ? [{ store: 'pendings', id: pendingId, plaintext: null }] : [];
    if (!kept) changes.push({ store: 'tokens', id: token.id, plaintext: encodeToken(record), loss });
    return { changes, answer: kept ?? token };
  });
}

/** For ever, with its line of the loss kit: only what the customer deleted, and only when `until` is past that moment. */
export async function forgetRemoved(means: Means, until: number): Promise<void> {
  await revise(means, async (book) => {
    const over = (await tokensOf(book)).filter(({ removedAt }) => removedAt !== null && removedAt <= until);
    return { changes: over.map(({ id }) => ({ store: 'tokens', id, plaintext: null })), answer: undefined };
  });
}
