import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importReducer, isUnread, nothingYet, sent } from '../../components/import-state.ts';
import type { ImportState, Piece } from '../../components/import-state.ts';
import type { FoundLook, ImportLook } from '../../lib/messages/imports.ts';
import { MOST_TEXT } from '../../lib/transfer/problems.ts';

const piece = (text: string): Piece => ({ origin: { kind: 'clipboard' }, text });
const gather = (before: ImportState, ...texts: string[]): ImportState =>
  importReducer(before, { kind: 'gathered', gathered: { pieces: texts.map(piece), unread: [] } });
const found = (index: number, issuer: string): FoundLook => ({
  index,
  issuer,
  account: '',
  token: { counts: false, algorithm: 'SHA-1', digits: 6, period: 30 },
  state: 'new',
  problem: null,
});
/** Of each source the issuers that stand in it. */
const lookIn = (...sources: string[][]): ImportLook => ({
  found: sources.flat().map((issuer, index) => found(index, issuer)),
  sources: sources.map(({ length }) => ({ kind: 'read', count: length })),
  missing: 0,
});
const lookOf = (...issuers: string[]): ImportLook => lookIn(...issuers.map((issuer) => [issuer]));
const decline = (before: ImportState, ...indices: number[]): ImportState => importReducer(before, { kind: 'chose', indices, on: false });
const read = (before: ImportState, look: ImportLook): ImportState => importReducer(before, { kind: 'read', sources: before.sources, look });

describe('what is gathered', () => {
  it('never holds a text twice, nor more than the wall takes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 2 }), { maxLength: 60 }), { maxLength: 6 }), (turns) => {
        const { sources } = turns.reduce((state, texts) => gather(state, ...texts), nothingYet);
        const texts = sources.map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.length).toBeLessThanOrEqual(100);
        expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
      }),
    );
  });

  it('says what is too large by itself, and what is too much together', () => {
    const large = gather(nothingYet, 'x'.repeat(MOST_TEXT + 1), 'a');
    expect([large.sources.map(({ text }) => text), large.unread.map(({ why }) => why)]).toEqual([['a'], ['too-large']]);
    const many = gather(nothingYet, ...['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(MOST_TEXT)));
    expect([many.sources.length, many.unread.map(({ why }) => why)]).toEqual([4, ['too-many']]);
  });

  it('is to be read until there is a look of exactly that', () => {
    const one = gather(nothingYet, 'a');
    expect([isUnread(nothingYet), isUnread(one), isUnread(read(one, lookOf('A')))]).toEqual([false, true, false]);
    expect(isUnread(gather(read(one, lookOf('A')), 'b'))).toBe(true);
    expect(isUnread(importReducer(one, { kind: 'refused', sources: one.sources, reason: 'locked' }))).toBe(false);
  });

  it('takes no answer about less than it is now', () => {
    const one = gather(nothingYet, 'a');
    const two = gather(one, 'b');
    expect(importReducer(two, { kind: 'read', sources: one.sources, look: lookOf('A') })).toBe(two);
    expect(importReducer(two, { kind: 'refused', sources: one.sources, reason: 'internal' })).toBe(two);
  });

  it('keeps the key of a file that was opened while more came', () => {
    const one = gather(nothingYet, 'a');
    const two = gather(one, 'b');
    const opened = importReducer(two, { kind: 'unsealed', id: 1, stretched: 'K', sources: one.sources, look: lookOf('A') });
    expect(sent(opened.sources)).toEqual([
      { text: 'a', stretched: 'K' },
      { text: 'b', stretched: null },
    ]);
    expect(isUnread(opened)).toBe(true);
  });
});

describe('what is chosen', () => {
  it('follows a token whose place has changed', () => {
    const shut: ImportLook = { ...lookIn(['A', 'B']), sources: [{ kind: 'problem', problem: 'file-passphrase' }, { kind: 'read', count: 2 }] };
    const before = decline(read(gather(nothingYet, 'file', 'a'), shut), 1);
    const opened = importReducer(before, { kind: 'unsealed', id: 1, stretched: 'K', sources: before.sources, look: lookIn(['C', 'D'], ['A', 'B']) });
    expect([...opened.chosen]).toEqual([0, 1, 2]);
  });

  it('is of each token by itself, also where several have the same name', () => {
    const declined = decline(read(gather(nothingYet, 'a'), lookIn(['A', 'A'])), 0);
    expect([...read(gather(declined, 'b'), lookIn(['A', 'A'], [])).chosen]).toEqual([1]);
    expect([...read(gather(declined, 'b'), lookIn(['A', 'A'], ['A'])).chosen]).toEqual([1, 2]);
  });

  it('stays when the same is read again', () => {
    const declined = decline(read(gather(nothingYet, 'a'), lookIn(['A', 'B'])), 0);
    const again = importReducer(declined, { kind: 'again' });
    expect(isUnread(again)).toBe(true);
    expect([...read(again, lookIn(['A', 'B'])).chosen]).toEqual([1]);
  });

  it('never holds one that is not new', () => {
    const look = lookOf('A', 'B');
    const kept = { ...look, found: look.found.map((one) => ({ ...one, state: one.index === 0 ? ('kept' as const) : one.state })) };
    expect([...read(gather(nothingYet, 'a'), kept).chosen]).toEqual([1]);
  });
});
