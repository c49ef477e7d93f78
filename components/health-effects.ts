/** What the health page asks and does; each act is followed by a new look. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Health } from '../lib/messages/health.ts';
import type { Asking } from './asking.ts';
import type { Attempting } from './attempt.ts';
import { useAttempt } from './attempt.ts';
import type { HealthAct } from './health-lines.ts';

export interface HealthEdges {
  ask: Asking;
  now: () => number;
  /** Asks the browser to keep the storage; whether it will. */
  persist: () => Promise<boolean>;
  /** Asks the person, for a name of `Health.permissions`; whether it was granted. Only within a click. */
  requestPermission: (name: string) => Promise<boolean>;
  writeClipboard: (text: string) => Promise<void>;
  print: () => void;
  /** Goes to a page of ours. */
  go: (address: string) => void;
}

export interface Told {
  health: Health;
  /** When it was told, epoch milliseconds. */
  at: number;
}

/** What came of the last act, where that is not seen in the lines. */
type Outcome = 'persist-refused' | 'permission-refused' | null;

export interface HealthLooking extends Attempting {
  told: Told | null;
  outcome: Outcome;
  lookAgain: () => Promise<void>;
  act: (act: HealthAct) => void;
}

export function useHealth({ ask, now, persist, requestPermission, go }: HealthEdges): HealthLooking {
  const [told, tell] = useState<Told | null>(null);
  const [outcome, tellOutcome] = useState<Outcome>(null);
  const attempt = useAttempt();
  const { run } = attempt;
  const look = useCallback(async (): Promise<void> => tell({ health: await ask('health', {}), at: now() }), [ask, now]);
  const lookAgain = useCallback(async (): Promise<void> => {
    tellOutcome(null);
    await run(look);
  }, [run, look]);
  useEffect(() => void lookAgain(), [lookAgain]);
  /** `work` begins within the click: Firefox asks for a permission only then. */
  const actWith = async (work: () => Promise<boolean>, refused: Outcome): Promise<void> => {
    tellOutcome(null);
    await run(async () => {
      const granted = await work();
      await look();
      tellOutcome(granted ? null : refused);
    });
  };
  const act = (one: HealthAct): void => {
    if (one.kind === 'go') go(one.address);
    else if (one.kind === 'persist') void actWith(persist, 'persist-refused');
    else void actWith(() => requestPermission(one.permission), 'permission-refused');
  };
  return { ...attempt, told, outcome, lookAgain, act };
}
