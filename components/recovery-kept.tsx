/** What was kept aside before something was written over it: saved to a file, or deleted for good. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useAttempt } from './attempt.ts';
import { Check } from './check.tsx';
import { fileName } from './file-name.ts';
import { dayIn, useLanguage, useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import type { RecoveryEdges } from './recovery-effects.ts';
import { keptWords } from './words-kept.ts';

interface Props {
  edges: RecoveryEdges;
  asideAt: number;
}

export function KeptAside({ edges: { ask, now, save }, asideAt }: Props): JSX.Element {
  const words = useWords(keptWords);
  const language = useLanguage();
  const [sure, setSure] = useState(false);
  const [said, say] = useState<string | null>(null);
  const [gone, setGone] = useState(false);
  const attempt = useAttempt();
  const keep = (): void =>
    void attempt.run(async () => {
      const name = fileName('vault', now());
      save(name, (await ask('dumpVault', {})).dump);
      say(words.saved(name));
    });
  const remove = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!sure) return attempt.refuse('consent-missing');
    const removed = await attempt.run(async () => void (await ask('forgetAside', {})));
    if (!removed) return;
    setGone(true);
    say(words.removed);
  };
  return (
    <section class="sheet" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      {!gone && words.body(dayIn(language, asideAt)).map((line) => <p key={line}>{line}</p>)}
      {!gone && (
        <form onSubmit={(event) => void remove(event)}>
          <button type="button" class="step" onClick={keep}>
            {words.save}
          </button>
          <Check label={words.sure} checked={sure} onChange={setSure} describedBy="kept-note" />
          <button type="submit" class="danger" aria-disabled={attempt.busy}>
            {words.remove}
          </button>
        </form>
      )}
      <RefusalNote reason={attempt.refused} id="kept-note" />
      <Progress shown={attempt.slow} label={words.working} />
      <p role="status">{said}</p>
    </section>
  );
}
