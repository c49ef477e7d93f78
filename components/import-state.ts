/** What the import page has gathered, what was found in it, and what the customer chose. Pure. */
import type { FoundLook, ImportLook, ImportSource } from '../lib/messages/imports.ts';
import type { Reason } from '../lib/refusal.ts';
import { MOST_TEXT, type PictureProblem } from '../lib/transfer/problems.ts';

/** Where a text came from: the customer sees it beside what is wrong with it. */
export type Origin = { kind: 'file'; name: string } | { kind: 'typed' | 'clipboard' | 'page' };

export interface Piece {
  origin: Origin;
  text: string;
}

export interface Source extends Piece, ImportSource {
  id: number;
}

/** A file or a picture from which no text came. `too-many`: more at once than are taken. */
export type UnreadWhy = PictureProblem | 'too-many' | 'unreadable' | 'clipboard-refused' | 'clipboard-empty';

export interface Unread {
  origin: Origin;
  why: UnreadWhy;
}

export interface Gathered {
  pieces: Piece[];
  unread: Unread[];
}

export interface ImportState {
  typed: string;
  sources: Source[];
  unread: Unread[];
  look: ImportLook | null;
  /** The sources that `look` is of; others mean that they are still to be read. */
  looked: Source[];
  /** Why they could not be read. */
  refused: Reason | null;
  chosen: ReadonlySet<number>;
  /** How many were added last. */
  added: number | null;
  lastId: number;
}

export type ImportEvent =
  | { kind: 'typed'; text: string }
  | { kind: 'gathered'; gathered: Gathered }
  | { kind: 'read'; sources: Source[]; look: ImportLook }
  | { kind: 'refused'; sources: Source[]; reason: Reason }
  | { kind: 'again' }
  | { kind: 'unsealed'; id: number; stretched: string; sources: Source[]; look: ImportLook }
  | { kind: 'chose'; indices: number[]; on: boolean }
  | { kind: 'added'; count: number }
  | { kind: 'cleared' };

export const nothingYet: ImportState = {
  typed: '',
  sources: [],
  unread: [],
  look: null,
  looked: [],
  refused: null,
  chosen: new Set(),
  added: null,
  lastId: 0,
};

/** As many as the wall takes, and no more text than one message should carry. */
const MOST_SOURCES = 100;
const MOST_TOGETHER = 4 * MOST_TEXT;

const sizeOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0);

/** What turned out to be of no use goes when something else comes, and typed text replaces what was typed before. */
function stillWanted({ sources, look, looked }: ImportState, { pieces }: Gathered): Source[] {
  const retyped = pieces.some(({ origin }) => origin.kind === 'typed');
  const useless = (at: number): boolean => looked === sources && look?.sources[at]?.kind === 'problem';
  return sources.filter(({ origin }, at) => !(retyped && origin.kind === 'typed') && !useless(at));
}

/** The same text twice is read once. */
function gathered(before: ImportState, { pieces, unread }: Gathered): ImportState {
  const sources = stillWanted(before, { pieces, unread });
  const left: Unread[] = [];
  let { lastId } = before;
  for (const piece of pieces) {
    if (sources.some(({ text }) => text === piece.text)) continue;
    if (piece.text.length > MOST_TEXT) left.push({ origin: piece.origin, why: 'too-large' });
    else if (sources.length >= MOST_SOURCES || sizeOf(sources) + piece.text.length > MOST_TOGETHER)
      left.push({ origin: piece.origin, why: 'too-many' });
    else sources.push({ ...piece, id: ++lastId, stretched: null });
  }
  const look = sources.length === 0 ? null : before.look;
  return { ...before, sources, look, unread: [...unread, ...left], refused: null, added: null, lastId };
}

/** By index: which token of which source it is. Names tell nothing, since two tokens may have the same. */
function placesIn(sources: readonly Source[], look: ImportLook): string[] {
  return sources.flatMap(({ id }, at) => {
    const said = look.sources[at];
    return Array.from({ length: said?.kind === 'read' ? said.count : 0 }, (_, index) => `${id} ${index}`);
  });
}

const isNew = ({ state }: FoundLook): boolean => state === 'new';

/** New ones are on, unless the customer has switched them off already. */
function chosenIn(before: ImportState, sources: readonly Source[], look: ImportLook): Set<number> {
  const known = before.look ? placesIn(before.looked, before.look) : [];
  const declined = new Set((before.look?.found ?? []).filter((one) => isNew(one) && !before.chosen.has(one.index)).map(({ index }) => known[index]));
  const places = placesIn(sources, look);
  return new Set(look.found.filter((one) => isNew(one) && !declined.has(places[one.index])).map(({ index }) => index));
}

function read(before: ImportState, sources: Source[], look: ImportLook): ImportState {
  // More was gathered meanwhile: another answer is on its way.
  if (sources !== before.sources) return before;
  return { ...before, look, looked: sources, refused: null, chosen: chosenIn(before, sources, look) };
}

function unsealed(before: ImportState, event: Extract<ImportEvent, { kind: 'unsealed' }>): ImportState {
  const sources = before.sources.map((one) => (one.id === event.id ? { ...one, stretched: event.stretched } : one));
  const { look } = event;
  if (event.sources !== before.sources) return { ...before, sources, refused: null };
  return { ...before, sources, look, looked: sources, refused: null, chosen: chosenIn(before, sources, look) };
}

function chose(before: ImportState, indices: number[], on: boolean): ImportState {
  const chosen = new Set(before.chosen);
  for (const index of indices) if (on) chosen.add(index);
  else chosen.delete(index);
  return { ...before, chosen };
}

export function importReducer(before: ImportState, event: ImportEvent): ImportState {
  switch (event.kind) {
    case 'typed':
      return { ...before, typed: event.text };
    case 'gathered':
      return gathered(before, event.gathered);
    case 'read':
      return read(before, event.sources, event.look);
    case 'refused':
      return event.sources === before.sources ? { ...before, refused: event.reason } : before;
    case 'again':
      // Others than those that the look is of, which it keeps.
      return { ...before, sources: [...before.sources], refused: null };
    case 'unsealed':
      return unsealed(before, event);
    case 'chose':
      return chose(before, event.indices, event.on);
    case 'added':
      // The secrets that were read are held no longer.
      return { ...nothingYet, added: event.count, lastId: before.lastId };
    case 'cleared':
      return { ...nothingYet, lastId: before.lastId };
    default:
      return event satisfies never;
  }
}

/** What the wall is sent. */
export function sent(sources: readonly Source[]): ImportSource[] {
  return sources.map(({ text, stretched }) => ({ text, stretched }));
}

/** What is on its way to be read. */
export function isUnread({ sources, looked, refused }: ImportState): boolean {
  return sources.length > 0 && sources !== looked && refused === null;
}
