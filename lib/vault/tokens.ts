/** The tokens in the vault: listed, lent, changed, spent, committed. Whoever calls this holds the vault's lock. */
import { equalBytes, wipe } from '../bytes.ts';
import { type Use, withUse } from '../journal.ts';
import type { LossEntry } from '../messages/health.ts';
import { Refusal } from '../refusal.ts';
import { isFree, type Token, withGiven, withoutAhead } from '../token.ts';
import { type Book, type Change, idsIn, openRecord } from './book.ts';
import type { Means } from './means.ts';
import { openBook, revise } from './open-book.ts';
import { inOrder, placedLast } from './order.ts';
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

/** Every token with its secrets, which the caller wipes; deleted ones too. Opened all at once: each waits for the browser's ciphers. */
async function recordsIn(book: Book): Promise<TokenRecord[]> {
  const opened = await Promise.allSettled(idsIn(book, 'tokens').map((id) => expectToken(book, id)));
  const records = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = opened.find((one) => one.status === 'rejected');
  if (!failed) return records;
  for (const { secrets } of records) forget(secrets);
  throw failed.reason;
}

/** In the customer's order (`order.ts`); deleted ones too. */
export async function tokensIn(book: Book): Promise<Token[]> {
  return await lendIn(book, (records) => inOrder(records.map(({ token }) => token)));
}

/** In the customer's order; without those that the customer deleted. */
export async function listTokens(means: Means): Promise<Token[]> {
  return (await tokensIn(await openBook(means))).filter(({ removedAt }) => removedAt === null);
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

/**
 * All of them at once, also those that the customer deleted (`removedAt`); the answer is read before the secrets are wiped, so
 * `use` must be done with them when it returns.
 */
export async function lendIn<T>(book: Book, use: (records: readonly TokenRecord[]) => T): Promise<T> {
  const records = await recordsIn(book);
  try {
    const result = use(records);
    if (result instanceof Promise) throw new Error('a loan is synchronous');
    return result;
  } finally {
    for (const { secrets } of records) forget(secrets);
  }
}

export async function lendTokens<T>(means: Means, use: (records: readonly TokenRecord[]) => T): Promise<T> {
  return await lendIn(await openBook(means), use);
}

/** One would give the other's codes again: the same secret, used alike. */
function repeats(one: TokenRecord, other: TokenRecord): boolean {
  const [ours, theirs] = [one.token, other.token];
  const counts = ours.local?.counter != null;
  if (!ours.local || !theirs.local || counts !== (theirs.local.counter !== null)) return false;
  const [a, b] = [ours.profile, theirs.profile];
  const alike = a.algorithm === b.algorithm && a.digits === b.digits && (counts || a.period === b.period);
  return alike && equalBytes(one.secrets.otp, other.secrets.otp);
}

/**
 * Imported tokens, in one write: all of them or none. The caller wipes the secrets. Refuses 'import-changed' for one that
 * repeats a token in the vault: what was shown before may have been added in another window since.
 */
export async function addLocals(means: Means, records: readonly TokenRecord[]): Promise<void> {
  await revise(means, async (book) => {
    const others: Token[] = [];
    for (const id of idsIn(book, 'tokens')) {
      const kept = await expectToken(book, id);
      const isRepeated = records.some((one) => repeats(one, kept));
      forget(kept.secrets);
      if (isRepeated) throw new Refusal('import-changed');
      others.push(kept.token);
    }
    const ids = [...idsIn(book, 'tokens'), ...records.map(({ token }) => token.id)];
    if (new Set(ids).size < ids.length || records.some(({ token }) => token.state !== 'LOCAL')) throw new Error('not a new imported token');
    const changes = records.map(({ token, secrets }): Change => {
      const placed = placedLast(token, others);
      others.push(placed);
      return { store: 'tokens', id: token.id, plaintext: encodeToken({ token: placed, secrets }) };
    });
    return { changes, answer: undefined };
  });
}

/** The record as `change` wants it, sealed for the next write; a change to what may never change is a bug. */
function changed({ token, secrets }: TokenRecord, next: Token): Change {
  if (next.id !== token.id || next.issuerOrigin !== token.issuerOrigin || next.serial !== token.serial)
    throw new Error('a token stays the token it is');
  if ((next.local?.counter ?? 0) < (token.local?.counter ?? 0)) throw new Error('a counter never goes back');
  if (next.spentStep < token.spentStep && !next.givenSteps.includes(token.spentStep)) throw new Error('a spent step stays spent');
  return { store: 'tokens', id: token.id, plaintext: encodeToken({ token: next, secrets }) };
}

/** For a write that changes more than one. Refuses 'token-unknown'. */
export async function changeIn(book: Book, id: string, next: (token: Token) => Token): Promise<Change> {
  const kept = await expectToken(book, id);
  try {
    return changed(kept, next(kept.token));
  } finally {
    forget(kept.secrets);
  }
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

/**
 * True for one caller only, and only for a step after the newest spent or copied one, of an imported token (there `step` is the
 * present one) but for those given ahead of their time; on disk, with its `use`, before it is true.
 */
export async function spendStep(means: Means, id: string, step: number, use: Use | null): Promise<boolean> {
  if (!Number.isSafeInteger(step) || step < 0) throw new RangeError('not a time step');
  const spent = await reviseToken(means, id, (kept) => {
    if (kept.removedAt !== null) throw new Refusal('token-unknown');
    const token = kept.local ? withoutAhead(kept, step) : kept;
    if (!isFree(token, step)) return null;
    const spending = { ...withGiven(token, step), spentStep: step };
    return use ? withUse(spending, use) : spending;
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
    const tokens = await tokensIn(book);
    const token = placedLast(record.token, tokens);
    if (token.local) throw new Error('an imported token has no enrolment');
    const kept = tokens.find(({ issuerOrigin, serial }) => issuerOrigin === token.issuerOrigin && serial === token.serial);
    const pending = idsIn(book, 'pendings').includes(pendingId);
    if (!kept && !pending) throw new Refusal('pending-expired');
    if (!kept && idsIn(book, 'tokens').includes(token.id)) throw new Error('this id is another token already');
    const changes: Change[] = pending ? [{ store: 'pendings', id: pendingId, plaintext: null }] : [];
    if (!kept) changes.push({ store: 'tokens', id: token.id, plaintext: encodeToken({ ...record, token }), loss });
    return { changes, answer: kept ?? token };
  });
}

/** For ever, with its line of the loss kit: only what the customer deleted, and only when `until` is past that moment. */
export async function forgetRemoved(means: Means, until: number): Promise<void> {
  await revise(means, async (book) => {
    const over = (await tokensIn(book)).filter(({ removedAt }) => removedAt !== null && removedAt <= until);
    return { changes: over.map(({ id }) => ({ store: 'tokens', id, plaintext: null })), answer: undefined };
  });
}
