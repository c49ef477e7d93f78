/** The code that was copied last: noted until its time is over, then cleared from the clipboard if it is still there. */
import { inTurn } from '../../lib/in-turn.ts';
import type { Clearing } from '../../lib/messages/clipboard.ts';
import { flag, integer, orNull, record } from '../../lib/parse.ts';
import { CODE_MARK, type CodeMark, markOf } from './code-mark.ts';
import { type FactArea, memory } from './memory.ts';

interface Copied extends CodeMark {
  /** Epoch milliseconds. */
  clearsAt: number;
}

interface CopiedEdges {
  session: FactArea;
  local: FactArea;
  /** Whether the browser lets us read and clear the clipboard now. */
  isAllowed: () => Promise<boolean>;
  /** Clears the clipboard if it holds the code of this mark. */
  clear: (mark: CodeMark) => Promise<unknown>;
  /** Has `clearDue` called at that time, also in another process. */
  wakeAt: (when: number) => Promise<void>;
  /** Epoch milliseconds. */
  now: () => number;
  random: (length: number) => Uint8Array;
  /** Told of what the browser failed to do. */
  report: (failure: unknown) => void;
}

export interface CopiedCode {
  /** Before the digits leave for the clipboard. `clearsAt` in epoch milliseconds. */
  note(digits: string, clearsAt: number): Promise<Clearing>;
  /** The customer was asked for the browser's leave. */
  asked(): Promise<void>;
  /** What should be cleared by this time (epoch milliseconds). Never rejects. */
  clearDue(by: number): Promise<void>;
  /** Whatever its time. Never rejects. */
  clearNow(): Promise<void>;
}

/** The digits are on the clipboard by then: what is cleared sooner would be written after. Milliseconds. */
const COPYING = 2_000;

export function copiedCode({ session, local, isAllowed, clear, wakeAt, now, random, report }: CopiedEdges): CopiedCode {
  const copied = memory<Copied | null>(session, 'copied', orNull(record<Copied>({ ...CODE_MARK, clearsAt: integer(0) })), null);
  const asked = memory<boolean>(local, 'clearingAsked', flag, false);

  const turn = inTurn();

  /** The note goes last, so that the alarm finds it when this process ends in between. One that was made meanwhile stays. */
  async function clearIf(isDue: (one: Copied) => boolean): Promise<void> {
    const found = await copied.read();
    if (!found || !isDue(found)) return;
    try {
      if (await isAllowed()) await clear({ salt: found.salt, digest: found.digest });
    } finally {
      await copied.change((kept) => (kept?.digest === found.digest ? null : kept));
    }
  }

  return {
    async note(digits, clearsAt) {
      const when = Math.ceil(Math.max(clearsAt, now() + COPYING));
      const mark = await markOf(digits, random);
      await copied.change(() => ({ ...mark, clearsAt: when }));
      await wakeAt(when);
      if (await isAllowed()) return 'cleared';
      return (await asked.read()) ? 'stays' : 'asks';
    },
    asked: async () => void (await asked.change(() => true)),
    clearDue: (by) => turn(() => clearIf((one) => one.clearsAt <= by)).catch(report),
    clearNow: () => turn(() => clearIf(() => true)).catch(report),
  };
}
