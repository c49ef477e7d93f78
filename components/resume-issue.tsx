/** An interrupted issue goes on: at once where the person already said 続ける, else after the question whose it is. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PendingLook } from '../lib/messages/looks.ts';
import { ENDED, isRefusal, type Reason } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';
import { useAttempt, useWhenLocked } from './attempt.ts';
import { DropQuestion } from './drop-question.tsx';
import { useBusy } from './enrol-trail.ts';
import { IssueFailed } from './issue-failed.tsx';
import { dropInterrupted, findIssued, resume } from './issuing.ts';
import type { Issued } from './issuing.ts';
import { useWords } from './language.ts';
import { Progress } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { useAsking } from './question.tsx';
import { enrolWords } from './words-enrol.ts';
import { unionWords } from './words-union.ts';

interface Props {
  ask: Asking;
  pending: PendingLook;
  /** It was found when the institution was chosen: it may be another user's. */
  asksFirst: boolean;
  onIssued: (issued: Issued) => void;
  /** From the press on until the answer. */
  onBusy: (is: boolean) => void;
  onDropped: () => void;
  /** The issuer has ended it: a credit union's is asked for anew, with the password. */
  onOver: (reason: Reason) => void;
  onLocked: () => void;
}

function useResume({ ask, pending, onIssued, onBusy, onDropped, onOver, onLocked }: Props, isUnion: boolean) {
  const attempt = useAttempt();
  const { run, refused } = attempt;
  useBusy(attempt.busy, onBusy);
  const goOn = useCallback((): void => {
    void run(async () => {
      try {
        onIssued(await resume(ask, pending.id));
      } catch (failure) {
        if (!(isUnion && isRefusal(failure, ...ENDED))) throw failure;
        onOver(failure.reason);
      }
    });
  }, [ask, pending.id, isUnion, onIssued, onOver, run]);
  const startOver = (): void => {
    void run(async () => {
      // The background may have gone on with it meanwhile: then there is nothing to begin anew.
      const issued = await findIssued(ask, pending.id);
      if (issued) return onIssued(issued);
      await dropInterrupted(ask, pending.institutionCode);
      onDropped();
    });
  };
  useWhenLocked(refused, onLocked);
  return { attempt, goOn, startOver };
}

function Found({ busy, onGoOn, onStartOver }: { busy: boolean; onGoOn: () => void; onStartOver: () => void }): JSX.Element {
  const { found, issuing } = useWords(enrolWords);
  const { asking, ask, button } = useAsking();
  return (
    <div class="sheet">
      <p>{found.body}</p>
      <p>{found.whose}</p>
      {asking ? (
        <DropQuestion onDrop={onStartOver} onKeep={() => ask(false)} />
      ) : (
        <div class="actions">
          <button type="button" class="primary" aria-disabled={busy} onClick={onGoOn}>
            {found.goOn}
          </button>
          <button type="button" class="quiet" ref={button} aria-disabled={busy} onClick={() => !busy && ask(true)}>
            {issuing.startOver}
          </button>
        </div>
      )}
    </div>
  );
}

export function ResumeIssue(props: Props): JSX.Element {
  const words = useWords(enrolWords);
  const union = useWords(unionWords);
  const { pending, asksFirst } = props;
  const isUnion = pending.kind === 'credit-union';
  const { attempt, goOn, startOver } = useResume(props, isUnion);
  const [asks, setAsks] = useState(asksFirst);
  useEffect(() => {
    if (!asksFirst) goOn();
  }, [asksFirst, goOn]);
  useEffect(() => {
    if (attempt.refused) setAsks(false);
  }, [attempt.refused]);
  return (
    <div>
      <StepHeading>{(isUnion ? union : words.consent).heading(pending.institution)}</StepHeading>
      {asks && <Found busy={attempt.busy} onGoOn={goOn} onStartOver={startOver} />}
      <Progress shown={attempt.slow} label={words.issuing.working} />
      <IssueFailed attempt={attempt} heading={isUnion ? union.failed : words.issuing.failed} onRetry={goOn} onStartOver={startOver} />
    </div>
  );
}
