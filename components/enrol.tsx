/** The enrolment page: lock, institution, consent, token; each step only when the one before is done. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { PendingLook, TokenLook } from '../lib/messages/protocol.ts';
import { useAttempt } from './attempt.ts';
import { ChooseLock, DurableNote } from './choose-lock.tsx';
import { Consent, IssueFailed } from './consent.tsx';
import { EnrolDone } from './enrol-done.tsx';
import { enrolReducer, stepNumber } from './enrol-state.ts';
import type { EnrolEvent, Stage, Wanted } from './enrol-state.ts';
import { InstitutionSearch } from './institution-search.tsx';
import { dropInterrupted, findIssued, resume } from './issuing.ts';
import type { Tries } from './issuing.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { Page, StepHeading } from './page.tsx';
import type { Random } from './passphrase-maker.ts';
import { reasonOf } from './sentences.ts';
import { UnlockForm } from './unlock-form.tsx';
import type { Asking, Stretch } from './unlock-form.tsx';
import { enrolWords } from './words-enrol.ts';
import { lockWords } from './words-lock.ts';

export interface EnrolProps {
  ask: Asking;
  stretch: Stretch;
  random: Random;
  /** `navigator.storage.persist` */
  persist: () => Promise<boolean>;
  wanted: Wanted;
  open: (address: string) => void;
}

function Steps({ now }: { now: number }): JSX.Element | null {
  const words = useWords(enrolWords);
  if (now === 0) return null;
  return (
    <ol class="steps" aria-label={words.stepOf(now, words.steps.length)}>
      {words.steps.map((step, at) => (
        <li key={step} class={at + 1 < now ? 'past' : ''} aria-current={at + 1 === now ? 'step' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}

interface ResumeProps {
  ask: Asking;
  pending: PendingLook;
  onIssued: (token: TokenLook) => void;
  onDropped: () => void;
}

/** Begins at once: the person already said 続ける. */
function Resume({ ask, pending, onIssued, onDropped }: ResumeProps): JSX.Element {
  const words = useWords(enrolWords);
  const attempt = useAttempt();
  const { run } = attempt;
  const goOn = useCallback(
    () => void run(async () => onIssued(await resume(ask, pending.id))),
    [ask, pending.id, onIssued, run],
  );
  const startOver = async (): Promise<void> => {
    await run(async () => {
      // The background may have gone on with it meanwhile: then there is nothing to begin anew.
      const token = await findIssued(ask, pending.id);
      if (token) return onIssued(token);
      await dropInterrupted(ask, pending.institution);
      onDropped();
    });
  };
  useEffect(goOn, [goOn]);
  return (
    <div>
      <StepHeading>{words.consent.heading(pending.institution)}</StepHeading>
      <Progress shown={attempt.slow} label={words.issuing.working} />
      <IssueFailed attempt={attempt} onRetry={goOn} onStartOver={() => void startOver()} />
    </div>
  );
}

function Refused({ stage }: { stage: Extract<Stage, { at: 'refused' }> }): JSX.Element {
  const words = useWords(enrolWords).refused;
  return (
    <div>
      <h1>{words.heading}</h1>
      <RefusalNote reason={stage.reason} />
      <a href="/loss.html">{words.loss}</a>
    </div>
  );
}

interface StageProps {
  props: EnrolProps;
  stage: Stage;
  tries: Tries;
  tell: (event: EnrolEvent) => void;
  lookAgain: (institutionCode?: string) => void;
  onMade: () => void;
}

function StageView({ props, stage, tries, tell, lookAgain, onMade }: StageProps): JSX.Element {
  const { unlockHeading } = useWords(lockWords);
  const issued = useCallback((token: TokenLook) => tell({ kind: 'issued', token }), [tell]);
  switch (stage.at) {
    case 'loading':
      return <div aria-busy="true" />;
    case 'refused':
      return <Refused stage={stage} />;
    case 'choose-lock':
      return <ChooseLock ask={props.ask} stretch={props.stretch} random={props.random} onMade={onMade} />;
    case 'unlock':
      return (
        <div class="narrow">
          <h1>{unlockHeading}</h1>
          <UnlockForm ask={props.ask} stretch={props.stretch} wayIn={stage.wayIn} onOpen={() => lookAgain()} />
        </div>
      );
    case 'institution':
      return <InstitutionSearch onChoose={(profile) => tell({ kind: 'chosen', profile })} />;
    case 'consent':
      return (
        <Consent
          ask={props.ask}
          profile={stage.profile}
          tries={tries}
          onIssued={issued}
          onBack={() => tell({ kind: 'back' })}
          onLocked={() => lookAgain(stage.profile.code)}
        />
      );
    case 'resume':
      return <Resume ask={props.ask} pending={stage.pending} onIssued={issued} onDropped={() => tell({ kind: 'back' })} />;
    case 'done':
      return <EnrolDone token={stage.token} open={props.open} onAnother={() => tell({ kind: 'back' })} />;
    default:
      return stage satisfies never;
  }
}

export function Enrol(props: EnrolProps): JSX.Element {
  const [stage, tell] = useReducer(enrolReducer, { at: 'loading' });
  const [isNew, setNew] = useState(false);
  const [tries] = useState((): Tries => new Map());
  const wanted = useRef(props.wanted);
  const { ask } = props;
  const lookAgain = useCallback(
    (institutionCode?: string): void => {
      if (institutionCode !== undefined) wanted.current = { ...wanted.current, pendingId: null, institutionCode };
      ask('look', {}).then(
        (look) => tell({ kind: 'looked', look, wanted: wanted.current }),
        (error: unknown) => tell({ kind: 'failed', reason: reasonOf(error) }),
      );
    },
    [ask],
  );
  useEffect(() => lookAgain(), [lookAgain]);
  const made = (): void => {
    setNew(true);
    lookAgain();
  };
  return (
    <Page>
      <Steps now={stepNumber(stage)} />
      {isNew && <DurableNote persist={props.persist} />}
      <StageView props={props} stage={stage} tries={tries} tell={tell} lookAgain={lookAgain} onMade={made} />
    </Page>
  );
}
