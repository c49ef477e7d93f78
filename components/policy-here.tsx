/** What the organisation that manages this browser has decided, for the settings. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PolicyFault, PolicyLook } from '../lib/messages/policy.ts';
import type { Reason } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { healthWords } from './words-health.ts';
import { useWords } from './language.ts';
import { managedWords } from './words-managed.ts';

/** `policy`: null until the background has answered. */
export function usePolicy(ask: Asking): { policy: PolicyLook | null; refused: Reason | null } {
  const [policy, tell] = useState<PolicyLook | null>(null);
  const { run, refused } = useAttempt();
  useEffect(() => void run(async () => tell(await ask('policy', {}))), [ask, run]);
  return { policy, refused };
}

/** Which entry it is, and what is wrong with it, is told to whoever asks. */
export function Faulty({ faults }: { faults: readonly PolicyFault[] }): JSX.Element | null {
  const words = useWords(managedWords);
  const { title } = useWords(healthWords);
  if (faults.length === 0) return null;
  return (
    <section class="notice warn" aria-label={words.heading}>
      <p>{words.faulty}</p>
      <ul>
        {[...new Set(faults.map(({ part }) => part))].map((part) => (
          <li key={part}>{words.parts[part]}</li>
        ))}
      </ul>
      <a href="/health.html">{title}</a>
    </section>
  );
}
