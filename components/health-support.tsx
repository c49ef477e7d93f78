/** The same as plain text, to be pasted into a question to a support desk. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { healthReport } from './health-report.ts';
import type { HealthEdges, Told } from './health-effects.ts';
import { useWords } from './language.ts';
import { healthWords } from './words-health.ts';

type Props = Pick<HealthEdges, 'writeClipboard'> & { told: Told };

export function ForSupport({ told, writeClipboard }: Props): JSX.Element {
  const words = useWords(healthWords).support;
  const [copied, tell] = useState<boolean | null>(null);
  const report = healthReport(told.health, told.at);
  const copy = async (): Promise<void> => {
    tell(null);
    try {
      await writeClipboard(report);
      tell(true);
    } catch {
      tell(false);
    }
  };
  return (
    <section class="sheet no-print">
      <h2>{words.heading}</h2>
      <p>{words.body}</p>
      <button type="button" class="step" onClick={() => void copy()}>
        {words.copy}
      </button>
      <div role="status">
        {copied === true && <p class="notice">{words.copied}</p>}
        {copied === false && <p class="refusal">{words.failed}</p>}
      </div>
      <details class="health-report">
        <summary>{words.show}</summary>
        {/* A region that scrolls must be reachable by the keyboard. */}
        <pre tabIndex={0} lang="en">
          {report}
        </pre>
      </details>
    </section>
  );
}
