/** The enrolment page: lock, institution, consent, token; each step only when the one before is done. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/protocol.ts';
import type { Reason } from '../lib/refusal.ts';
import { ActivationForm } from './activation-form.tsx';
import { ChooseLock, DurableNote } from './choose-lock.tsx';
import { Consent } from './consent.tsx';
import { EnrolDone } from './enrol-done.tsx';
import { enrolReducer, stepNumber } from './enrol-state.ts';
import type { EnrolEvent, Stage, Wanted } from './enrol-state.ts';
import { InstitutionSearch } from './institution-search.tsx';
import type { Issued, Tries } from './issuing.ts';
import { useWords } from './language.ts';
import { NameForm, Renamed } from './name-form.tsx';
import { RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import type { Random } from './passphrase-maker.ts';
import { ResumeIssue } from './resume-issue.tsx';
import { reasonOf } from './sentences.ts';
import { Caution, SetUpDone } from './set-up.tsx';
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

function Refused({ stage }: { stage: Extract<Stage, { at: 'refused' }> }): JSX.Element {
  const words = useWords(enrolWords).refused;
  return (
    <div>
      <h1>{stage.reason === 'token-unknown' ? words.unknown : words.heading}</h1>
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
  /** After a lock in the middle: the page comes back to this. */
  lookAgain: (wanted?: Partial<Wanted>) => void;
  onMade: () => void;
}

type At<K extends Stage['at']> = Omit<StageProps, 'stage'> & { stage: Extract<Stage, { at: K }> };

function Asked({ props, stage, tries, tell, lookAgain }: At<'consent'>): JSX.Element {
  const { profile } = stage;
  const common = {
    ask: props.ask,
    profile,
    tries,
    onIssued: useCallback((issued: Issued) => tell({ kind: 'issued', issued }), [tell]),
    onBack: () => tell({ kind: 'back' }),
    onLocked: useCallback(() => lookAgain({ pendingId: null, institutionCode: profile.code }), [lookAgain, profile.code]),
  };
  return profile.kind === 'credit-union' ? <ActivationForm {...common} refused={stage.refused} /> : <Consent {...common} />;
}

function Resumed({ props, stage, tell, lookAgain }: At<'resume'>): JSX.Element {
  const { pending } = stage;
  const { institutionCode } = pending;
  return (
    <ResumeIssue
      ask={props.ask}
      pending={pending}
      onIssued={useCallback((issued: Issued) => tell({ kind: 'issued', issued }), [tell])}
      onDropped={() => tell({ kind: 'back' })}
      onOver={useCallback((reason: Reason) => tell({ kind: 'over', institutionCode, reason }), [tell, institutionCode])}
      onLocked={lookAgain}
    />
  );
}

/** Display name and caution, and the name alone when the popup asked for it. */
function Introduced({ props, stage, tell, lookAgain }: At<'name' | 'caution' | 'rename'>): JSX.Element {
  const { token } = stage;
  const common = {
    ask: props.ask,
    token,
    onLocked: useCallback(
      () => lookAgain(stage.at === 'rename' ? {} : { pendingId: null, tokenId: token.id }),
      [lookAgain, stage.at, token.id],
    ),
  };
  if (stage.at === 'caution')
    return <Caution {...common} onRead={(read: TokenLook) => tell({ kind: 'caution-read', token: read })} />;
  return <NameForm {...common} onNamed={(named: TokenLook) => tell({ kind: 'named', token: named })} />;
}

function Unlocking({ props, stage, lookAgain }: At<'unlock'>): JSX.Element {
  const { unlockHeading } = useWords(lockWords);
  return (
    <div class="narrow">
      <h1>{unlockHeading}</h1>
      <UnlockForm ask={props.ask} stretch={props.stretch} wayIn={stage.wayIn} onOpen={() => lookAgain()} />
    </div>
  );
}

function StageView({ stage, ...rest }: StageProps): JSX.Element {
  const { props, tell } = rest;
  switch (stage.at) {
    case 'loading':
      return <div aria-busy="true" />;
    case 'refused':
      return <Refused stage={stage} />;
    case 'choose-lock':
      return <ChooseLock ask={props.ask} stretch={props.stretch} random={props.random} onMade={rest.onMade} />;
    case 'unlock':
      return <Unlocking {...rest} stage={stage} />;
    case 'institution':
      return <InstitutionSearch onChoose={(profile) => tell({ kind: 'chosen', profile })} />;
    case 'consent':
      return <Asked {...rest} stage={stage} />;
    case 'resume':
      return <Resumed {...rest} stage={stage} />;
    case 'set-up':
      return <SetUpDone issued={stage.issued} onNext={() => tell({ kind: 'set-up-seen' })} />;
    case 'name':
    case 'caution':
    case 'rename':
      return <Introduced {...rest} stage={stage} />;
    case 'renamed':
      return <Renamed token={stage.token} />;
    case 'done':
      return <EnrolDone token={stage.token} replaces={stage.replaces} open={props.open} onAnother={() => tell({ kind: 'back' })} />;
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
    (change: Partial<Wanted> = {}): void => {
      wanted.current = { ...wanted.current, ...change };
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
