/** The enrolment page: lock, institution, consent, token; each step only when the one before is done. */
import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/looks.ts';
import type { Reason } from '../lib/refusal.ts';
import { ActivationForm } from './activation-form.tsx';
import type { Stretch } from './asking.ts';
import { ChooseLock, DurableNote } from './choose-lock.tsx';
import { Consent } from './consent.tsx';
import { EnrolDone } from './enrol-done.tsx';
import { useEnrol } from './enrol-effects.ts';
import type { EnrolEdges, Enrolling } from './enrol-effects.ts';
import { isUnion, stepNumber } from './enrol-state.ts';
import type { Stage } from './enrol-state.ts';
import type { Reach } from './issued-by.ts';
import { InstitutionSearch } from './institution-search.tsx';
import { useWords } from './language.ts';
import { NameForm, Renamed } from './name-form.tsx';
import { RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { Page } from './page.tsx';
import type { Random } from './passphrase-maker.ts';
import { ResumeIssue } from './resume-issue.tsx';
import { Caution, SetUpDone } from './set-up.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { enrolWords } from './words-enrol.ts';
import { lockWords } from './words-lock.ts';
import { unionWords } from './words-union.ts';

interface EnrolProps extends EnrolEdges {
  stretch: Stretch;
  random: Random;
  now: () => number;
  passkeys: Passkeys;
  /** `navigator.storage.persist` */
  persist: () => Promise<boolean>;
  open: (address: string) => void;
  /** The browser's leave to speak to an issuer that an organisation named. */
  reach: Reach;
}

/** A credit union has issued its token at 「トークン発行」: here it is set up. */
function Steps({ stage }: { stage: Stage }): JSX.Element | null {
  const words = useWords(enrolWords);
  const { lastStep } = useWords(unionWords);
  const now = stepNumber(stage);
  const steps = isUnion(stage) ? [...words.steps.slice(0, -1), lastStep] : words.steps;
  if (now === 0) return null;
  const stepOf = words.stepOf(now, steps.length);
  return (
    <>
      <ol class="steps" aria-label={stepOf}>
        {steps.map((step, at) => (
          <li key={step} class={at + 1 < now ? 'past' : ''} aria-current={at + 1 === now ? 'step' : undefined}>
            {at + 1 < now && <span class="visually-hidden">{words.past}: </span>}
            {step}
          </li>
        ))}
      </ol>
      <p class="step-of" aria-hidden="true">
        {stepOf}
      </p>
    </>
  );
}

/** What is ahead, before anything is asked for. */
function Welcome(): JSX.Element {
  const words = useWords(enrolWords).welcome;
  return (
    <div class="sheet">
      <p>
        <strong>{words.heading}</strong>
      </p>
      <p>{words.body}</p>
      <p class="small">{words.time}</p>
    </div>
  );
}

/** Reasons that a page which is read anew may not meet again. */
const PASSING: ReadonlySet<Reason> = new Set(['store-unavailable', 'store-full', 'store-blocked', 'locked']);

function WayOn({ reason }: { reason: Reason }): JSX.Element | null {
  const { wayOn } = useWords(enrolWords).refused;
  const ways: Partial<Record<Reason, [string, string]>> = {
    'vault-damaged': [wayOn.recover, '/recovery.html'],
    'institution-not-allowed': [wayOn.other, '/enrol.html'],
  };
  const [label, address] = ways[reason] ?? (PASSING.has(reason) ? [wayOn.again, '/enrol.html'] : []);
  return label === undefined || address === undefined ? null : (
    <p>
      <a class="button step" href={address}>
        {label}
      </a>
    </p>
  );
}

function Refused({ stage }: { stage: Extract<Stage, { at: 'refused' }> }): JSX.Element {
  const words = useWords(enrolWords).refused;
  return (
    <div class="done">
      <h1>{stage.reason === 'token-unknown' ? words.unknown : words.heading}</h1>
      <RefusalNote reason={stage.reason} />
      <WayOn reason={stage.reason} />
      <a href="/loss.html">{words.loss}</a>
    </div>
  );
}

interface StageProps extends Omit<Enrolling, 'stage'> {
  props: EnrolProps;
  stage: Stage;
  onMade: () => void;
}

type At<K extends Stage['at']> = Omit<StageProps, 'stage'> & { stage: Extract<Stage, { at: K }> };

function Asked({ props, stage, tries, drafts, issued, goTo, busy, lookAgain }: At<'consent'>): JSX.Element {
  const { profile } = stage;
  const common = { ask: props.ask, reach: props.reach, profile, tries, onIssued: issued, onBack: () => goTo({}), onBusy: busy, onLocked: lookAgain };
  if (profile.kind === 'shinkin') return <Consent {...common} />;
  return <ActivationForm {...common} drafts={drafts} refused={stage.refused} />;
}

function Resumed({ props, stage, tell, issued, goTo, busy, lookAgain }: At<'resume'>): JSX.Element {
  const { pending, asksFirst } = stage;
  const { institutionCode } = pending;
  return (
    <ResumeIssue
      ask={props.ask}
      pending={pending}
      asksFirst={asksFirst}
      onIssued={issued}
      onBusy={busy}
      onDropped={() => goTo(isUnion(stage) ? { institutionCode } : {})}
      onOver={useCallback((reason: Reason) => tell({ kind: 'over', institutionCode, reason }), [tell, institutionCode])}
      onLocked={lookAgain}
    />
  );
}

/** Display name and caution, and the name alone when the popup asked for it. */
function Introduced({ props, stage, drafts, tell, named, busy, lookAgain }: At<'name' | 'caution' | 'rename'>): JSX.Element {
  const { token } = stage;
  const common = { ask: props.ask, token, onLocked: lookAgain };
  if (stage.at === 'caution')
    return <Caution {...common} onBusy={busy} onRead={(read: TokenLook) => tell({ kind: 'caution-read', token: read })} />;
  return <NameForm {...common} drafts={drafts} onNamed={named} />;
}

function Unlocking({ props, stage, lookAgain }: At<'unlock'>): JSX.Element {
  const { unlockHeading, interrupted } = useWords(lockWords);
  return (
    <div class="narrow">
      <h1>{unlockHeading}</h1>
      {stage.interrupted && <p class="notice warn">{interrupted}</p>}
      <UnlockForm ask={props.ask} stretch={props.stretch} now={props.now} passkeys={props.passkeys} ways={stage.ways} onOpen={lookAgain} />
    </div>
  );
}

function StageView({ stage, ...rest }: StageProps): JSX.Element {
  const { props, tell, goTo } = rest;
  switch (stage.at) {
    case 'loading':
      return <div aria-busy="true" />;
    case 'refused':
      return <Refused stage={stage} />;
    case 'choose-lock':
      return <ChooseLock ask={props.ask} stretch={props.stretch} random={props.random} passkeys={props.passkeys} onMade={rest.onMade} />;
    case 'unlock':
      return <Unlocking {...rest} stage={stage} />;
    case 'institution':
      return (
        <InstitutionSearch
          unfinished={stage.unfinished}
          drafts={rest.drafts}
          onGoOn={(tokenId) => goTo({ tokenId })}
          onChoose={({ code }) => goTo({ institutionCode: code })}
        />
      );
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
      return <EnrolDone token={stage.token} replaces={stage.replaces} open={props.open} onAnother={() => goTo({})} />;
    default:
      return stage satisfies never;
  }
}

export function Enrol(props: EnrolProps): JSX.Element {
  const { stage, ...rest } = useEnrol(props);
  const [isNew, setNew] = useState(false);
  const made = (): void => {
    setNew(true);
    rest.lookAgain();
  };
  return (
    <Page>
      {stage.at === 'choose-lock' && <Welcome />}
      <Steps stage={stage} />
      {isNew && <DurableNote persist={props.persist} />}
      <StageView {...rest} props={props} stage={stage} onMade={made} />
    </Page>
  );
}
