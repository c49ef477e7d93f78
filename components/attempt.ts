/** One try at something that takes time and may be refused: unlocking, issuing, filling. */
import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { Reason } from '../lib/refusal.ts';
import { reportedReasonOf } from './sentences.ts';

interface Attempt {
  busy: boolean;
  /** Busy for more than 300 ms: show progress. */
  slow: boolean;
  refused: Reason | null;
  /** While busy: why the try before was refused, so that what was said of it stays in its place. */
  before: Reason | null;
}

type AttemptEvent =
  | { kind: 'begun' }
  | { kind: 'slow' }
  | { kind: 'done' }
  | { kind: 'refused'; reason: Reason };

export const atRest: Attempt = { busy: false, slow: false, refused: null, before: null };
export const SLOW_AFTER = 300;

export function attemptReducer(before: Attempt, event: AttemptEvent): Attempt {
  switch (event.kind) {
    case 'begun':
      return { busy: true, slow: false, refused: null, before: before.refused };
    case 'slow':
      return before.busy ? { ...before, slow: true } : before;
    case 'done':
      return atRest;
    case 'refused':
      return { ...atRest, refused: event.reason };
    default:
      return event satisfies never;
  }
}

export interface Attempting extends Attempt {
  /** True when it went through. A second call while busy does nothing. */
  run: (work: () => Promise<void>) => Promise<boolean>;
  refuse: (reason: Reason) => void;
}

/** The vault locked itself meanwhile: said once for each try that ended so. */
export function useWhenLocked(refused: Reason | null, onLocked?: () => void): void {
  useEffect(() => {
    if (refused === 'locked') onLocked?.();
  }, [refused, onLocked]);
}

export function useAttempt(): Attempting {
  const [attempt, tell] = useReducer(attemptReducer, atRest);
  const running = useRef(false);
  useEffect(() => {
    if (!attempt.busy) return undefined;
    const timer = setTimeout(() => tell({ kind: 'slow' }), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, [attempt.busy]);
  const run = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    tell({ kind: 'begun' });
    try {
      await work();
      tell({ kind: 'done' });
      return true;
    } catch (error) {
      tell({ kind: 'refused', reason: reportedReasonOf(error) });
      return false;
    } finally {
      running.current = false;
    }
  }, []);
  const refuse = useCallback((reason: Reason) => tell({ kind: 'refused', reason }), []);
  return { ...attempt, run, refuse };
}
