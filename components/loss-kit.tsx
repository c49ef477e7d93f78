/** Loss and theft: whom to call and what to say; readable and printable while locked. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LossEntry } from '../lib/messages/health.ts';
import type { Answer, OwnRequests } from '../lib/messages/protocol.ts';
import type { Asking } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { TroubleNote } from './health-trouble.tsx';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import { lossWords } from './words-loss.ts';

interface LossProps {
  ask: Asking;
  print: () => void;
}

type Kit = Answer<OwnRequests, 'lossKit'>;

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

/** The recovery page lists those that are lost in the same way. */
export function LossEntries({ entries }: { entries: LossEntry[] }): JSX.Element | null {
  if (entries.length === 0) return null;
  return (
    <ul class="loss-entries">
      {entries.map((entry) => (
        <Entry key={`${entry.institution} ${entry.serial}`} entry={entry} />
      ))}
    </ul>
  );
}

interface ListProps {
  kit: Kit;
  /** Asked for once more by the customer, and answered. */
  askedAgain: boolean;
  onAgain: () => void;
}

function Hidden({ askedAgain, onAgain }: Omit<ListProps, 'kit'>): JSX.Element {
  const words = useWords(lossWords).hidden;
  return (
    <div class="sheet">
      <p>{words.why}</p>
      <p>{words.how}</p>
      <button type="button" class="step no-print" onClick={onAgain}>
        {words.again}
      </button>
      <p role="status">{askedAgain && words.still}</p>
    </div>
  );
}

function List({ kit, askedAgain, onAgain }: ListProps): JSX.Element {
  const words = useWords(lossWords);
  const list = useRef<HTMLDivElement>(null);
  const isHidden = kit.lines === null;
  // The button that was pressed is gone by then.
  useLayoutEffect(() => {
    if (askedAgain && !isHidden) list.current?.focus();
  }, [askedAgain, isHidden]);
  return (
    <div ref={list} tabIndex={-1}>
      {isHidden && <Hidden askedAgain={askedAgain} onAgain={onAgain} />}
      {kit.lines?.length === 0 && <p>{words.none}</p>}
      <LossEntries entries={kit.lines ?? []} />
    </div>
  );
}

function Cases(): JSX.Element {
  const words = useWords(lossWords);
  return (
    <div class="cases">
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
    </div>
  );
}

export function LossKit({ ask, print }: LossProps): JSX.Element {
  const words = useWords(lossWords);
  const [kit, setKit] = useState<Kit | null>(null);
  const { run, refused, slow } = useAttempt();
  const [askedAgain, setAskedAgain] = useState(false);
  const look = useCallback(() => run(async () => setKit(await ask('lossKit', {}))), [ask, run]);
  useEffect(() => void look(), [look]);
  const lookAgain = async (): Promise<void> => {
    setAskedAgain(false);
    setAskedAgain(await look());
  };
  return (
    <Page>
      <h1>{words.title}</h1>
      <p class="warning">{words.lead}</p>
      <button type="button" class="step no-print" onClick={print}>
        {words.print}
      </button>
      <h2>{words.list}</h2>
      <RefusalNote reason={refused} />
      <TroubleNote ask={ask} refused={refused} />
      {kit ? (
        <List kit={kit} askedAgain={askedAgain} onAgain={() => void lookAgain()} />
      ) : (
        <Progress shown={slow} label={words.showing} />
      )}
      <p class="memo">{words.memo}</p>
      <Cases />
    </Page>
  );
}
