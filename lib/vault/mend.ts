/** Makes the two copies one again: the newest state that verifies wins, from whichever side each part is still right. */
import { equalBytes, wipe } from '../bytes.ts';
import type { Mended } from '../messages/ways.ts';
import { isRefusal, Refusal } from '../refusal.ts';
import { withStepsSpent } from '../token.ts';
import { keepAside } from './aside.ts';
import { type Book, type Change, idsIn, openRecord, prepare, written } from './book.ts';
import { digestOf, SCHEMA, schemaOf, signHeader, verifyHeader } from './header.ts';
import type { Means } from './means.ts';
import { dropMended, noteMended } from './mended.ts';
import { type Keys, unsealRecord } from './seal.ts';
import { writeSecondCopy } from './second-copy.ts';
import { areMissing, type Candidate, candidatesOf, expectOurs, readSides, type Side, type Sides, wholeOf } from './sides.ts';
import type { StoredHeader, StoredRecord } from './stored.ts';
import { decodeToken, encodeToken } from './token-record.ts';

async function verifies(keys: Keys, stored: StoredHeader): Promise<boolean> {
  try {
    await verifyHeader(keys.header, stored);
    return true;
  } catch (failure) {
    if (isRefusal(failure, 'vault-damaged')) return false;
    throw failure;
  }
}

/** Those whose header these keys made, newest first. */
export async function verifiedIn(sides: Sides, keys: Keys): Promise<Candidate[]> {
  const verified: Candidate[] = [];
  for (const one of candidatesOf(sides)) if (await verifies(keys, one.stored)) verified.push(one);
  return verified;
}

const isOf = ({ store, id }: StoredRecord) => (other: { store: string; id: string }) => other.store === store && other.id === id;

async function opens(keys: Keys, vaultId: string, { store, id, seq, sealed }: StoredRecord): Promise<boolean> {
  try {
    wipe(await unsealRecord(keys, { vaultId, store, id, seq }, sealed));
    return true;
  } catch (failure) {
    if (failure instanceof Refusal) return false;
    throw failure;
  }
}

/**
 * Records of a side whose own header does not verify, which these keys open and which are later than the book: of a higher
 * `seq`; and, where there is such a one or the side is the primary (always written first), those that the book does not know.
 */
async function laterIn({ what, records }: Side, { header, records: known, keys }: Book): Promise<StoredRecord[]> {
  const opened: StoredRecord[] = [];
  for (const one of records) {
    const before = known.find(isOf(one));
    if ((!before || before.seq < one.seq) && (await opens(keys, header.vaultId, one))) opened.push(one);
  }
  const isLater = what === 'primary' || opened.some((one) => known.some(isOf(one)));
  return isLater ? opened : [];
}

/** A later state than the newest that verifies was there: what is left of it is not thrown away. */
async function withLater(book: Book, sides: Sides, verified: Candidate[]): Promise<Book> {
  let { header, records } = book;
  for (const side of [sides.primary, sides.copy]) {
    if (verified.some(({ stored }) => stored === side.stored)) continue;
    const later = await laterIn(side, { ...book, header, records });
    // An enrolment that has become a token, which has its id, is over.
    const isOver = ({ store, id }: StoredRecord): boolean => store === 'pendings' && later.some((one) => one.store === 'tokens' && one.id === id);
    const kept = records.filter((one) => !later.some(isOf(one)) && !isOver(one));
    if (later.length > 0) records = [...kept, ...later];
  }
  if (records === book.records) return book;
  const manifest = records.map(({ store, id, seq, sealed }) => ({ store, id, seq, digest: digestOf(sealed) }));
  header = { ...header, manifest, generation: header.generation + 1 };
  return { ...book, header, records, stored: await signHeader(book.keys.header, header) };
}

/** Undefined when nothing whole can be made of what lies there. */
export async function newestOf(sides: Sides, keys: Keys): Promise<Book | undefined> {
  const verified = await verifiedIn(sides, keys);
  const whole = wholeOf(verified);
  if (!whole) return undefined;
  const { header, records } = whole;
  const book = { header, stored: whole.stored ?? (await signHeader(keys.header, header)), records, keys };
  return await withLater(book, sides, verified);
}

const isAs = ({ state, stored }: Side, book: Book): boolean =>
  state === 'whole' && stored !== null && equalBytes(stored.mac, book.stored.mac) && equalBytes(stored.body, book.stored.body);

async function whyNot(side: Side, book: Book): Promise<Mended['why']> {
  if (side.state === 'missing') return 'missing';
  return side.state === 'whole' && side.stored && (await verifies(book.keys, side.stored)) ? 'older' : 'damaged';
}

/** Steps that may have been given after this state was written count as given, in the same write that restores it. */
export async function withAllSpent(means: Means, book: Book): Promise<Book> {
  const changes: Change[] = [];
  try {
    for (const id of idsIn(book, 'tokens')) {
      const plaintext = await openRecord(book, 'tokens', id);
      if (!plaintext) continue;
      const { token, secrets } = decodeToken(id, plaintext);
      const spent = withStepsSpent(token, means.stepNow(token));
      changes.push({ store: 'tokens', id, plaintext: encodeToken({ token: spent, secrets }) });
      wipe(plaintext, secrets.otp, secrets.device);
    }
    return written(book, await prepare(book, changes, {}, means.random));
  } finally {
    for (const { plaintext } of changes) if (plaintext) wipe(plaintext);
  }
}

/** The primary's own header vouches for this very state: then no later write can have been lost. */
async function isKnownLast({ stored, header }: Side, book: Book): Promise<boolean> {
  return stored !== null && header?.generation === book.header.generation && (await verifies(book.keys, stored));
}

/**
 * Noted first: whoever kills us in between must not keep it from the customer. A note that can't be written keeps nobody out. It is
 * taken back where nothing was written: after a refusal, and whenever the copy's area rejects, which it does in its own words.
 */
async function noted(means: Means, what: Omit<Mended, 'at'>, work: () => Promise<void>): Promise<void> {
  const one = { at: Math.floor(means.now()), ...what };
  await noteMended(means.local, one).catch(() => {});
  try {
    await work();
  } catch (failure) {
    if (failure instanceof Refusal || what.what === 'copy') await dropMended(means.local, one).catch(() => {});
    throw failure;
  }
}

/** What no key of ours vouches for may be another vault, or hold what somebody can still read by hand. */
async function setAsideFirst(means: Means, sides: Sides, keys: Keys): Promise<void> {
  const isForeign = async ({ stored }: Side): Promise<boolean> => stored === null || !(await verifies(keys, stored));
  const { primary, copy } = sides;
  const isThere = primary.state !== 'missing' && primary.state !== 'unreadable';
  const needed = (isThere && (await isForeign(primary))) || (copy.state === 'whole' && (await isForeign(copy)));
  // The tokens are worth more than a place for what is broken.
  if (needed) await keepAside(means).catch(() => {});
}

/** A file that the browser can neither read nor write any more is made anew: the key vouches for what is put into it. */
async function putBack({ store }: Means, { state }: Side, { stored: header, records }: Book): Promise<void> {
  try {
    await store.replace({ header, records });
  } catch (failure) {
    if (state !== 'unreadable' || !isRefusal(failure, 'store-unavailable')) throw failure;
    await store.rebuild();
    await store.replace({ header, records });
  }
}

async function restorePrimary(means: Means, side: Side, book: Book): Promise<Book> {
  const spent = !(await isKnownLast(side, book));
  const restored = spent ? await withAllSpent(means, book) : book;
  const why = await whyNot(side, book);
  await noted(means, { what: 'primary', why, spent }, () => putBack(means, side, restored));
  return restored;
}

/**
 * Copy, verify, switch: the second copy is the old state until the new primary was read back. Whoever is killed in between
 * finds a copy that is one write behind, and none that had gone.
 */
async function upgraded(means: Means, book: Book): Promise<Book> {
  await keepCopy(means, book);
  const write = await prepare(book, [], {}, means.random);
  if (!(await means.store.write(write))) throw new Refusal('store-blocked');
  const { header } = await means.store.read();
  if (!header || !equalBytes(header.mac, write.header.mac)) throw new Refusal('vault-damaged');
  return written(book, write);
}

/** A copy that can't be written now is older than the vault: the health page says so, and the next write tries again. */
export async function keepCopy(means: Means, { stored, records }: Book): Promise<boolean> {
  try {
    await writeSecondCopy(means.local, stored, records);
    return true;
  } catch {
    return false;
  }
}

async function restoreCopy(means: Means, side: Side, book: Book, wasExpected: boolean): Promise<void> {
  const why = await whyNot(side, book);
  if (!wasExpected) return void (await keepCopy(means, book));
  await noted(means, { what: 'copy', why, spent: false }, () => writeSecondCopy(means.local, book.stored, book.records)).catch(() => {});
}

/**
 * Reads both copies, puts right what differs, and gives the vault as it is then. Refuses 'vault-damaged' and
 * 'vault-missing' when no whole state verifies under these keys, and 'store-newer': then nothing was written.
 */
export async function settle(means: Means, keys: Keys): Promise<Book> {
  const sides = await readSides(means);
  expectOurs(sides);
  const newest = await newestOf(sides, keys);
  if (!newest) throw new Refusal(areMissing(sides) ? 'vault-missing' : 'vault-damaged');
  await setAsideFirst(means, sides, keys);
  const isFirst = schemaOf(newest.stored) !== SCHEMA;
  const restored = isAs(sides.primary, newest) ? newest : await restorePrimary(means, sides.primary, newest);
  const book = isFirst ? await upgraded(means, restored) : restored;
  // Schema 1 had no second copy to miss; nor does a copy that was right until a moment ago count as damage.
  if (!isAs(sides.copy, book)) await restoreCopy(means, sides.copy, book, !isFirst && !isAs(sides.copy, newest));
  return book;
}
