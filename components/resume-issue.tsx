/** An interrupted issue goes on; it begins at once, since the person already said 続ける. */
import type { JSX } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { PendingLook } from '../lib/messages/protocol.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Reason } from '../lib/refusal.ts';
import { useAttempt } from './attempt.ts';
import { IssueFailed } from './consent.tsx';
import { dropInterrupted, findIssued, isOver, resume } from './issuing.ts';
import type { Issued } from './issuing.ts';
import { useWords } from './language.ts';
import { Progress } from './notices.tsx';
import { StepHeading } from './page.tsx';
import type { Asking } from './unlock-form.tsx';
import { enrolWords } from './words-enrol.ts';

interface Props {
  ask: Asking;
  pending: PendingLook;
  onIssued: (issued: Issued) => void;
  onDropped: () => void;
  /** The issuer has ended it: a credit union's is asked for anew, with the password. */
  onOver: (reason: Reason) => void;
  onLocked: () => void;
}

export function ResumeIssue({ ask, pending, onIssued, onDropped, onOver, onLocked }: Props): JSX.Element {
  const words = useWords(enrolWords);
  const attempt = useAttempt();
  const { run, refused } = attempt;
  const isUnion = profileOf(pending.institutionCode)?.kind === 'credit-union';
  const goOn = useCallback((): void => {
    void run(async () => {
      try {
        onIssued(await resume(ask, pending.id));
      } catch (failure) {
        if (!(isUnion && failure instanceof Refusal && isOver(failure.reason))) throw failure;
        onOver(failure.reason);
      }
    });
  }, [ask, pending.id, isUnion, onIssued, onOver, run]);
  const startOver = async (): Promise<void> => {
    await run(async () => {
      // The background may have gone on with it meanwhile: then there is nothing to begin anew.
      const issued = await findIssued(ask, pending.id);
      if (issued) return onIssued(issued);
      await dropInterrupted(ask, pending.institutionCode);
      onDropped();
    });
  };
  useEffect(goOn, [goOn]);
  useEffect(() => {
    if (refused === 'locked') onLocked();
  }, [refused, onLocked]);
  return (
    <div>
      <StepHeading>{words.consent.heading(pending.institution)}</StepHeading>
      <Progress shown={attempt.slow} label={words.issuing.working} />
      <IssueFailed attempt={attempt} onRetry={goOn} onStartOver={() => void startOver()} />
    </div>
  );
}
