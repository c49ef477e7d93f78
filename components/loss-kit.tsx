/** Loss and theft: whom to call and what to say; readable and printable while locked. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LossEntry } from '../lib/messages/protocol.ts';
import { useAttempt } from './attempt.ts';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import type { Asking } from './unlock-form.tsx';
import { lossWords } from './words-loss.ts';

export interface LossProps {
  ask: Asking;
  print: () => void;
}

function Entry({ entry }: { entry: LossEntry }): JSX.Element {
  const words = useWords(lossWords);
  return (
    <li class="sheet">
      <h3>{entry.institution}</h3>
      <dl>
        <dt>{words.telephone}</dt>
        <dd class="telephone">{entry.telephone}</dd>
        <dt>{words.hours}</dt>
        <dd>{entry.hours === '' ? words.hoursUnknown : entry.hours}</dd>
        <dt>{words.serial}</dt>
        <dd class="serial-number">{entry.serial}</dd>
      </dl>
    </li>
  );
}

export function LossKit({ ask, print }: LossProps): JSX.Element {
  const words = useWords(lossWords);
  const [entries, setEntries] = useState<LossEntry[] | null>(null);
  const { run, refused } = useAttempt();
  useEffect(() => void run(async () => setEntries(await ask('lossKit', {}))), [ask, run]);
  return (
    <Page>
      <h1>{words.title}</h1>
      <p class="warning">{words.lead}</p>
      <button type="button" class="step no-print" onClick={print}>
        {words.print}
      </button>
      <h2>{words.list}</h2>
      <RefusalNote reason={refused} />
      {entries?.length === 0 && <p>{words.none}</p>}
      <ul class="loss-entries">
        {entries?.map((entry) => (
          <Entry key={`${entry.institution} ${entry.serial}`} entry={entry} />
        ))}
      </ul>
      {words.cases.map(({ heading, steps }) => (
        <section key={heading} class="case">
          <h2>{heading}</h2>
          <ol class="numbered">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
      <p class="small">{words.note}</p>
    </Page>
  );
}
