/** After a refusal on the way to the issuer: what happened, that nothing is lost, and two ways on. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Reason } from '../lib/refusal.ts';
import type { Attempting } from './attempt.ts';
import { DropQuestion } from './drop-question.tsx';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { useAsking } from './question.tsx';
import { enrolWords } from './words-enrol.ts';

/** Refused on the way to the issuer, not here for a missing tick; also while that is tried again. */
export function isIssueRefused({ refused, before }: Pick<Attempting, 'refused' | 'before'>): boolean {
  const reason = refused ?? before;
  return reason !== null && reason !== 'consent-missing';
}

/** Takes the focus at each new refusal: it may stand far below the button that was pressed. */
export function FailureHeading({ reason, children }: { reason: Reason | null; children: string }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (reason) heading.current?.focus();
  }, [reason]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

interface WaysProps {
  busy: boolean;
  onRetry: () => void;
  onStartOver: () => void;
}

function Ways({ busy, onRetry, onStartOver }: WaysProps): JSX.Element {
  const words = useWords(enrolWords).issuing;
  const { asking, ask, button } = useAsking();
  const drop = (): void => {
    ask(false);
    onStartOver();
  };
  if (asking) return <DropQuestion onDrop={drop} onKeep={() => ask(false)} />;
  return (
    <div class="actions">
      <button type="button" class="primary" aria-disabled={busy} onClick={onRetry}>
        {words.retry}
      </button>
      <button type="button" class="quiet" ref={button} aria-disabled={busy} onClick={() => !busy && ask(true)}>
        {words.startOver}
      </button>
    </div>
  );
}

/** What the issuer was asked, or how it answered: the pending enrolment stays, but for one that it has ended. */
const KEPT: ReadonlySet<Reason> = new Set(['issuer-unreachable', 'issuer-slow', 'issuer-busy', 'issuer-garbled', 'issuer-unverified', 'issuer-refused', 'serial-unexpected', 'profile-unexpected']);
const isKept = (reason: Reason | null): boolean => reason !== null && KEPT.has(reason);

interface Props extends Omit<WaysProps, 'busy'> {
  attempt: Attempting;
  heading: string;
}

export function IssueFailed({ attempt, heading, onRetry, onStartOver }: Props): JSX.Element {
  const words = useWords(enrolWords).issuing;
  const { refused } = attempt;
  const fromIssuer = isIssueRefused(attempt);
  return (
    <div class="issue-failed">
      {fromIssuer && <FailureHeading reason={refused}>{heading}</FailureHeading>}
      <RefusalNote reason={refused} />
      {fromIssuer && (
        <>
          {isKept(refused) && <p class="small">{words.kept}</p>}
          <Ways busy={attempt.busy} onRetry={onRetry} onStartOver={onStartOver} />
        </>
      )}
    </div>
  );
}
