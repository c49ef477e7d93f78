/** The ways to open the vault as the settings know them: asked at the start and after each change. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LockRequests } from '../lib/messages/ways.ts';
import type { Reason } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';
import { reportedReasonOf } from './sentences.ts';

type WaysSeen = LockRequests['ways']['answer'];

export interface WaysHere {
  seen: WaysSeen | null;
  failed: Reason | null;
  again: () => Promise<void>;
}

export function useWaysHere(ask: Asking): WaysHere {
  const [seen, tell] = useState<WaysSeen | null>(null);
  const [failed, fail] = useState<Reason | null>(null);
  const again = useCallback(async (): Promise<void> => {
    try {
      tell(await ask('ways', {}));
      fail(null);
    } catch (error) {
      fail(reportedReasonOf(error));
    }
  }, [ask]);
  useEffect(() => void again(), [again]);
  return { seen, failed, again };
}
