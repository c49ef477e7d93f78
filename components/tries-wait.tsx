/** After wrong tries: how long until the next one. Seen each second, heard once at the beginning and once at the end. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { secondsLeft, useTicking } from './countdown.ts';
import { useWords } from './language.ts';
import { lockWords } from './words-lock.ts';

/** Whole seconds, 0 when a try may be made. `againAt` in epoch milliseconds. */
export function useWait(now: () => number, againAt: number | null): number {
  const time = useTicking(now, againAt);
  return againAt === null ? 0 : secondsLeft(againAt, time);
}

export function TriesWait({ seconds }: { seconds: number }): JSX.Element {
  const words = useWords(lockWords);
  const waiting = seconds > 0;
  const [heard, say] = useState('');
  // Only the turns are said: a screen reader would read every second otherwise.
  useEffect(() => say((before) => (waiting ? words.wait(seconds) : before && words.waited)), [waiting]);
  return (
    <div class="tries-wait">
      {waiting && (
        <p class="notice warn" aria-hidden="true">
          {words.wait(seconds)}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {heard}
      </p>
    </div>
  );
}
