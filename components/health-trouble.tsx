/** Beside a refusal of the store: what the browser called it, in small, for a support desk. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Reason } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';
import { useWords } from './language.ts';
import { healthWords } from './words-health.ts';

interface Props {
  ask: Asking;
  refused: Reason | null;
}

/** Asks only after a refusal of the store; says nothing where that cannot be answered either. */
export function TroubleNote({ ask, refused }: Props): JSX.Element | null {
  const words = useWords(healthWords);
  const [trouble, tell] = useState<string | null>(null);
  const isStore = refused?.startsWith('store-') ?? false;
  useEffect(() => {
    if (!isStore) return;
    ask('health', {}).then(
      (health) => tell(health.trouble),
      () => tell(null),
    );
  }, [ask, isStore]);
  return isStore && trouble !== null ? <p class="small">{words.forSupport(trouble)}</p> : null;
}
