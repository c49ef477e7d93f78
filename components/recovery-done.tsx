/** What came back, what did not, and whom to call about that. */
import type { JSX } from 'preact';
import { useWords } from './language.ts';
import { LossEntries } from './loss-kit.tsx';
import { StepHeading } from './page.tsx';
import type { Salvaged } from './recovery-effects.ts';
import { recoveryWords } from './words-recovery.ts';

export function SalvageDone({ salvaged: { kept, lost } }: { salvaged: Salvaged }): JSX.Element {
  const words = useWords(recoveryWords).done;
  return (
    <div class="done">
      <StepHeading>{kept === 0 ? words.nothing : words.heading}</StepHeading>
      <p class={kept === 0 ? 'notice warn' : 'notice'}>{kept === 0 ? words.keptNone : words.kept(kept)}</p>
      {kept > 0 && <p>{words.spent}</p>}
      {lost.length > 0 && (
        <section class="recovery-lost">
          <h2>{words.lost}</h2>
          <p class="warning">{words.lostBody}</p>
          <LossEntries entries={lost} />
        </section>
      )}
      <ul class="recovery-next">
        {words.next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <nav class="actions">
        <a class="button step" href="/loss.html">
          {words.call}
        </a>
        <a class="button step" href="/settings.html">
          {words.settings}
        </a>
        <a class="button step" href="/health.html">
          {words.health}
        </a>
      </nav>
    </div>
  );
}
