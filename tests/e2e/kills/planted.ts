/** A vault of schema 1 (tests/vectors/vault-1.json), planted as the old program left it: database version 1, the mark, no second copy. */
import { readFileSync } from 'node:fs';
import { argon2id } from 'hash-wasm';
import type { Health, LossEntry } from '../../../lib/messages/health.ts';
import type { Look } from '../../../lib/messages/looks.ts';
import type { SlotKey } from '../../../lib/messages/ways.ts';
import type { View } from '../browser/view.ts';
import { type Laid, type Rows, writeRows } from '../damage/laid.ts';

/** The extension's API in one of its own pages. */
declare const chrome: {
  storage: { local: { clear(): Promise<void>; set(items: object): Promise<void> }; session: { clear(): Promise<void> } };
};

export interface Written {
  passphrase: string;
  database: Rows;
  local: Record<string, unknown>;
  inside: { tokens: { id: string; serial: string; suffix: string; removedAt: number | null }[]; pendings: { id: string }[]; lossKit: LossEntry[] };
}

/** Sealed under little work, and under as much as the old program asked for. */
export const planted: Record<'weak' | 'usual', Written> = JSON.parse(readFileSync(new URL('../../vectors/vault-1.json', import.meta.url), 'utf8'));

/** In the place of whatever vault was there. `held`: a window of the old program stays open and lets nobody pass. */
export async function plant(own: View, { database, local }: Written, held = false): Promise<void> {
  await own.run(async (given) => {
    await chrome.storage.session.clear();
    await chrome.storage.local.clear();
    await chrome.storage.local.set(JSON.parse(given));
  }, JSON.stringify(local));
  await writeRows(own, database, { version: 1, held });
}

export async function letGo(own: View): Promise<void> {
  await own.run(() => {
    const held: unknown = Reflect.get(window, 'heldDatabase');
    if (held instanceof IDBDatabase) held.close();
  });
}

/** What unlocks it, stretched here. */
export async function keyOf({ passphrase, database }: Written): Promise<SlotKey> {
  const body = Buffer.from(String(database.header['header']?.['body']), 'base64url').toString();
  const { slots: [slot] }: { slots: { id: string; salt: string; memory: number; passes: number; lanes: number }[] } = JSON.parse(body);
  if (!slot) throw new Error('no slot');
  const cost = { memorySize: slot.memory, iterations: slot.passes, parallelism: slot.lanes, hashLength: 32 };
  const key = await argon2id({ password: passphrase.normalize('NFKC'), salt: Buffer.from(slot.salt, 'base64url'), ...cost, outputType: 'binary' });
  return { slotId: slot.id, key: Buffer.from(key).toString('base64url') };
}

/** The open vault as the program shows it, and its rows as they lie there. */
export interface Found {
  look: Look;
  health: Health;
  lines: LossEntry[];
  laid: Laid;
}

/**
 * Whatever is not as the old program had it, or not as the new one keeps it, as sentences. A migration leaves the records' bytes alone;
 * what the customer deleted counts as deleted at some moment after the unlock.
 */
export function auditPlanted({ inside, database }: Written, { look, health, lines, laid }: Found): string[] {
  const wrong: string[] = [];
  const same = (what: string, found: unknown, expected: unknown): void => {
    const [is, was] = [JSON.stringify(found), JSON.stringify(expected)];
    if (is !== was) wrong.push(`${what}: ${is}, and expected was ${was}`);
  };
  const kept = inside.tokens.filter(({ removedAt }) => removedAt === null);
  const isKept = (line: LossEntry): boolean => kept.some(({ serial }) => serial === line.serial);
  same('tokens', look.tokens.map(({ id, serial, suffix }) => [id, serial, suffix]), kept.map(({ id, serial, suffix }) => [id, serial, suffix]));
  same('their records', kept.map(({ id }) => laid.rows?.tokens[id]?.['sealed']), kept.map(({ id }) => database.tokens[id]?.['sealed']));
  same('pendings', look.pendings.map(({ id }) => id), inside.pendings.map(({ id }) => id));
  // At some moment after the unlock they say what is known now, in the order of the tokens.
  const serialsOf = (all: LossEntry[]): string[] => all.filter(isKept).map(({ serial }) => serial).toSorted();
  same('the loss kit', serialsOf(lines), serialsOf(inside.lossKit));
  // A copy that is one write behind is what a kill leaves; that is listed, and no news.
  same('what was put right', health.mended.filter(({ what, why }) => what !== 'copy' || why !== 'older'), []);
  same('the notice', look.mended, null);
  same('schema, database and copy', [health.schema, health.databaseVersion, health.copy.state], [2, 2, 'same']);
  return wrong;
}
