/** The look of a full page: asked at the start and after each act that changes it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Look } from '../lib/messages/looks.ts';
import type { Reason } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';
import { useNewestLook } from './newest-look.ts';
import { reportedReasonOf } from './sentences.ts';

interface Looking {
  look: Look | null;
  failed: Reason | null;
  lookAgain: () => Promise<void>;
}

export function useLook(ask: Asking): Looking {
  const [look, setLook] = useState<Look | null>(null);
  const [failed, setFailed] = useState<Reason | null>(null);
  const begin = useNewestLook();
  const lookAgain = useCallback(async (): Promise<void> => {
    const counts = begin();
    try {
      const found = await ask('look', {});
      if (!counts()) return;
      setLook(found);
      setFailed(null);
    } catch (error) {
      if (counts()) setFailed(reportedReasonOf(error));
    }
  }, [ask, begin]);
  useEffect(() => void lookAgain(), [lookAgain]);
  return { look, failed, lookAgain };
}
