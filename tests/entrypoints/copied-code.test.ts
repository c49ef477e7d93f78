/** The code that was copied last, over a clipboard, a clock and a permission of the test's own. */
import { describe, expect, it } from 'vitest';
import { clearIfHeld } from '../../entrypoints/background/code-mark.ts';
import { type CopiedCode, copiedCode } from '../../entrypoints/background/copied-code.ts';
import type { FactArea } from '../../entrypoints/background/memory.ts';

const NOON = 1_800_000_000_000;
const END = NOON + 18_000;

interface World {
  clipboard: string;
  isAllowed: boolean;
  now: number;
  /** How often the clipboard was looked into, and emptied. */
  reads: number;
  clears: number;
  wakes: number[];
  reports: unknown[];
  stored: Record<string, unknown>;
  fails: boolean;
}

function areaOf(stored: Record<string, unknown>): FactArea {
  return { get: async (key) => ({ [key]: stored[key] }), set: async (items) => void Object.assign(stored, structuredClone(items)) };
}

function world(over: Partial<World> = {}): { world: World; open: () => CopiedCode } {
  const pc: World = { clipboard: '', isAllowed: true, now: NOON, reads: 0, clears: 0, wakes: [], reports: [], stored: {}, fails: false, ...over };
  const clipboard = {
    read: async () => {
      if (pc.fails) throw new Error('busy');
      pc.reads++;
      return pc.clipboard;
    },
    clear: async () => {
      pc.clears++;
      pc.clipboard = '';
    },
  };
  const open = (): CopiedCode =>
    copiedCode({
      session: areaOf(pc.stored),
      local: areaOf(pc.stored),
      isAllowed: async () => pc.isAllowed,
      clear: (mark) => clearIfHeld(clipboard, mark),
      wakeAt: async (when) => void pc.wakes.push(when),
      now: () => pc.now,
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      report: (failure) => pc.reports.push(failure),
    });
  return { world: pc, open };
}

/** As the popup does. */
async function copy(copied: CopiedCode, pc: World, digits = '482915', end = END): Promise<string> {
  const clearing = await copied.note(digits, end);
  pc.clipboard = digits;
  return clearing;
}

describe('a copied code', () => {
  it('is cleared when its time is over, and not before', async () => {
    const { world: pc, open } = world();
    const copied = open();
    expect(await copy(copied, pc)).toBe('cleared');
    expect(pc.wakes).toEqual([END]);
    await copied.clearDue(END - 1);
    expect(pc.clipboard).toBe('482915');
    await copied.clearDue(END);
    expect(pc.clipboard).toBe('');
  });

  it('is cleared by a process that knows only what was noted', async () => {
    const { world: pc, open } = world();
    await copy(open(), pc);
    await open().clearDue(END);
    expect(pc.clipboard).toBe('');
  });

  it('is noted without its digits, and only until it was looked for', async () => {
    const { world: pc, open } = world();
    const copied = open();
    await copy(copied, pc);
    expect(pc.stored['copied']).toBeTruthy();
    expect(JSON.stringify(pc.stored)).not.toContain('482915');
    await copied.clearDue(END);
    expect(pc.stored['copied']).toBeNull();
  });

  it.each(['482916', '', 'お振込先 1234567', ' 482915', '4829150', '482915\n', '482915'.repeat(20)])('leaves %j alone', async (other) => {
    const { world: pc, open } = world();
    const copied = open();
    await copy(copied, pc);
    pc.clipboard = other;
    await copied.clearDue(END);
    expect([pc.clipboard, pc.clears]).toEqual([other, 0]);
  });

  it('is looked for once, whoever comes first', async () => {
    const { world: pc, open } = world();
    const copied = open();
    await copy(copied, pc);
    await Promise.all([copied.clearDue(END), copied.clearDue(END + 12_000), copied.clearNow()]);
    expect([pc.reads, pc.clears]).toEqual([1, 1]);
  });

  it('gives its place to the one that is copied after it', async () => {
    const { world: pc, open } = world();
    const copied = open();
    await copy(copied, pc);
    await copy(copied, pc, '003917', END + 30_000);
    await copied.clearDue(END);
    expect(pc.clipboard).toBe('003917');
    await copied.clearDue(END + 30_000);
    expect(pc.clipboard).toBe('');
  });

  it('that ends at once is cleared after it was written, not before', async () => {
    const { world: pc, open } = world();
    const copied = open();
    await copy(copied, pc, '482915', NOON + 5);
    expect(pc.wakes).toEqual([NOON + 2000]);
    await copied.clearDue(NOON + 5);
    expect(pc.clipboard).toBe('482915');
  });

  it('is cleared at the lock, whatever its time', async () => {
    const { world: pc, open } = world();
    const copied = open();
    await copy(copied, pc);
    await copied.clearNow();
    expect(pc.clipboard).toBe('');
    await copied.clearNow();
    expect(pc.reads).toBe(1);
  });
});

describe('without the browser’s leave', () => {
  it('the clipboard is not looked into, and nothing stays noted', async () => {
    const { world: pc, open } = world({ isAllowed: false });
    const copied = open();
    expect(await copy(copied, pc)).toBe('asks');
    await copied.clearDue(END);
    expect([pc.clipboard, pc.reads, pc.stored['copied']]).toEqual(['482915', 0, null]);
  });

  it('the customer is asked until an answer was given', async () => {
    const { world: pc, open } = world({ isAllowed: false });
    const copied = open();
    expect(await copy(copied, pc)).toBe('asks');
    expect(await copy(copied, pc)).toBe('asks');
    await copied.asked();
    expect(await copy(open(), pc)).toBe('stays');
  });

  it('a leave that comes while the code lasts counts for it, too', async () => {
    const { world: pc, open } = world({ isAllowed: false });
    const copied = open();
    await copy(copied, pc);
    pc.isAllowed = true;
    await copied.clearDue(END);
    expect(pc.clipboard).toBe('');
  });
});

describe('a clipboard that does not answer', () => {
  it('is reported without what it holds, and the code is forgotten', async () => {
    const { world: pc, open } = world({ fails: true });
    const copied = open();
    await copy(copied, pc);
    await copied.clearDue(END);
    expect(pc.reports).toEqual([new Error('busy')]);
    expect(pc.stored['copied']).toBeNull();
  });
});
