/** The last resort: what is damaged is kept aside, and the first run begins again. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useAttempt } from './attempt.ts';
import { Check } from './check.tsx';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import type { RecoveryEdges } from './recovery-effects.ts';
import { recoveryWords } from './words-recovery.ts';

/** Folded up, so that nobody comes upon it in a hurry. */
export function StartOver({ ask, go }: Pick<RecoveryEdges, 'ask' | 'go'>): JSX.Element {
  const words = useWords(recoveryWords).aside;
  const [sure, setSure] = useState(false);
  const attempt = useAttempt();
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!sure) return attempt.refuse('consent-missing');
    if (await attempt.run(async () => void (await ask('setAside', {})))) go('/enrol.html');
  };
  return (
    <details class="recovery-aside">
      <summary>{words.summary}</summary>
      <form class="sheet" aria-label={words.heading} onSubmit={(event) => void submit(event)}>
        <ul>
          {words.body.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Check label={words.sure} checked={sure} onChange={setSure} describedBy="aside-note" />
        <RefusalNote reason={attempt.refused} id="aside-note" />
        <div class="actions">
          <button type="submit" class="danger" aria-disabled={attempt.busy}>
            {words.act}
          </button>
        </div>
        <Progress shown={attempt.slow} label={words.working} />
      </form>
    </details>
  );
}
