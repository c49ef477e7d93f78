/** What the customer asked for, and for how long a code may leave for it. */
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { notes } from '../../entrypoints/background/notes.ts';
import { endWarrants, isWarranted, noteGesture, noteOffer } from '../../entrypoints/background/warrants.ts';

const page = { kind: 'bank-page', tabId: 5, origin: 'https://bank.example', document: 'A' } as const;
const next = { ...page, document: 'B' };

/** As much of the desk as is asked for, with a clock turned by hand. */
function desk(): { desk: Desk; pass: (milliseconds: number) => void } {
  const held: Record<string, unknown> = {};
  let clock = 1_000_000;
  const area = { get: async (key: string) => ({ [key]: held[key] }), set: async (items: Record<string, unknown>) => void Object.assign(held, items) };
  return { desk: Object.assign(Object.create(null), { notes: notes(area), now: () => clock }), pass: (milliseconds) => (clock += milliseconds) };
}

describe('a code', () => {
  it('leaves for nobody who was asked nothing', async () => {
    expect(await isWarranted(desk().desk, page, 'token')).toBe(false);
  });

  it('leaves for the token, the tab and the two minutes of a gesture, whatever the document', async () => {
    const { desk: here, pass } = desk();
    await noteGesture(here, 5, 'token');
    const asked = (): Promise<boolean[]> =>
      Promise.all([isWarranted(here, page, 'token'), isWarranted(here, next, 'token'), isWarranted(here, page, 'other'), isWarranted(here, { ...page, tabId: 6 }, 'token')]);
    expect(await asked()).toEqual([true, true, false, false]);
    pass(119_000);
    expect(await isWarranted(here, page, 'token')).toBe(true);
    pass(1_000);
    expect(await asked()).toEqual([false, false, false, false]);
  });

  it('leaves for what was offered, in that document only', async () => {
    const { desk: here } = desk();
    await noteOffer(here, page, ['token', 'second']);
    const asked = [isWarranted(here, page, 'token'), isWarranted(here, page, 'second'), isWarranted(here, page, 'third'), isWarranted(here, next, 'token')];
    expect(await Promise.all(asked)).toEqual([true, true, false, false]);
  });

  it('leaves once', async () => {
    const { desk: here } = desk();
    await noteGesture(here, 5, 'token');
    await endWarrants(here, 5);
    expect(await isWarranted(here, page, 'token')).toBe(false);
  });

  it('may leave by a gesture, or for what the page was offered beside it', async () => {
    const { desk: here } = desk();
    await noteGesture(here, 5, 'token');
    await noteOffer(here, page, ['second']);
    expect([await isWarranted(here, page, 'token'), await isWarranted(here, page, 'second')]).toEqual([true, true]);
    await endWarrants(here, 5);
    expect([await isWarranted(here, page, 'token'), await isWarranted(here, page, 'second')]).toEqual([false, false]);
  });
});
