/** Seconds until a code ends, counted on this PC from `endsAt`; no message is sent for it. */
import { useEffect, useState } from 'preact/hooks';
import type { CodeLook } from '../lib/messages/looks.ts';

/** The last seconds of a code, in which a new one is about to come. */
export const NEARLY_OVER = 5;

/** Whole seconds, rounded up: 1 until the very end, never below 0. Both times in milliseconds. */
export function secondsLeft(endsAt: number, now: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}

/** 1 at the code's beginning, 0 at its end. */
export function fractionLeft(code: CodeLook, now: number): number {
  return Math.min(1, secondsLeft(code.endsAt, now) / code.period);
}

/** "1 2 3 4 5 6": a screen reader reads digits, not a number. */
export function spaced(digits: string): string {
  return Array.from(digits).join(' ');
}

/** Two groups as the manuals print them: 123 456; an odd length gives the longer group first. */
export function groups(digits: string): [string, string] {
  const middle = Math.ceil(digits.length / 2);
  return [digits.slice(0, middle), digits.slice(middle)];
}

/** The time, told anew just after each whole second before `endsAt`, so that every card turns at once. */
export function useTicking(now: () => number, endsAt: number | null): number {
  const [time, tell] = useState(now);
  useEffect(() => {
    if (endsAt === null) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const at = now();
      tell(at);
      const toNextSecond = (((endsAt - at) % 1000) + 1000) % 1000;
      timer = setTimeout(tick, toNextSecond + 1);
    };
    tick();
    return () => clearTimeout(timer);
  }, [now, endsAt]);
  return time;
}
