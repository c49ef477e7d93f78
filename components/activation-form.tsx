/** A credit union's トークン初期設定: サービスID, ユーザーID, 利用開始パスワード and one consent; each refusal at its own place. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import { ENDED, isRefusal, type Reason } from '../lib/refusal.ts';
import type { Asking } from './asking.ts';
import { useAttempt, useWhenLocked } from './attempt.ts';
import type { Attempting } from './attempt.ts';
import { Check } from './check.tsx';
import type { Drafts } from './drafts.ts';
import { useBusy } from './enrol-trail.ts';
import { type Reach, reachIssuer, useTerms } from './issued-by.ts';
import { IssueActions } from './issue-actions.tsx';
import { FailureHeading, IssueFailed } from './issue-failed.tsx';
import { activate, dropInterrupted, isInterrupted } from './issuing.ts';
import type { Issued, Tries, TypedActivation } from './issuing.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { Section } from './section.tsx';
import { TypedField } from './typed-field.tsx';
import { unionWords } from './words-union.ts';

interface Props {
  ask: Asking;
  profile: InstitutionProfile;
  tries: Tries;
  drafts: Drafts;
  reach: Reach;
  /** Why an interrupted issue ended, when the person comes from there. */
  refused: Reason | null;
  onIssued: (issued: Issued) => void;
  /** From the press on until the answer. */
  onBusy: (is: boolean) => void;
  onBack: () => void;
  /** The vault locked itself meanwhile. */
  onLocked: () => void;
}

type Place = 'serviceId' | 'userId' | 'password' | 'consent' | 'foot';

const PLACES: Partial<Record<Reason, Place>> = {
  'service-id-garbled': 'serviceId',
  'user-id-garbled': 'userId',
  'activation-password-garbled': 'password',
  // Any of the three may be wrong; the password is what is typed again.
  'activation-refused': 'password',
  'pending-expired': 'password',
  'consent-missing': 'consent',
};

const NOTHING = { serviceId: '', userId: '', agreed: false };
const CONSENT_NOTE = 'consent-note';

interface Filled extends TypedActivation {
  agreed: boolean;
}

/** What was filled in outlives a lock in the middle; the password does not. */
function useFilled({ drafts, profile }: Pick<Props, 'drafts' | 'profile'>) {
  const [filled, setFilled] = useState<Filled>(() => ({ ...NOTHING, ...drafts.activations.get(profile.code), password: '' }));
  const put = (change: Partial<Filled>): void =>
    setFilled((before) => {
      const { password, ...kept } = { ...before, ...change };
      drafts.activations.set(profile.code, kept);
      return { ...kept, password };
    });
  const clear = (): void => {
    drafts.activations.delete(profile.code);
    setFilled({ ...NOTHING, password: '' });
  };
  return { filled, put, clear };
}

function placeOf({ refused }: Pick<Attempting, 'refused'>): Place | null {
  return refused && (PLACES[refused] ?? 'foot');
}

/** The attempt, and what was typed: kept over a broken line, its password dropped when it is of no more use. */
function useActivation(props: Props) {
  const { ask, profile, tries, onLocked } = props;
  const attempt = useAttempt();
  const { refuse, refused } = attempt;
  useBusy(attempt.busy, props.onBusy);
  const { filled, put, clear } = useFilled(props);
  const [interrupted, setInterrupted] = useState(false);
  useEffect(() => {
    if (props.refused) refuse(props.refused);
  }, [props.refused, refuse]);
  useWhenLocked(refused, onLocked);
  const afterFailure = async (failure: unknown): Promise<void> => {
    const nowInterrupted = await isInterrupted(ask, profile.code);
    // What is kept of an interrupted issue goes on without the password.
    if (nowInterrupted || isRefusal(failure, ...ENDED)) put({ password: '' });
    setInterrupted(nowInterrupted);
  };
  const send = async (): Promise<void> => {
    await attempt.run(async () => {
      try {
        await reachIssuer(profile, props.reach);
        const { agreed: _, ...typed } = filled;
        const issued = await activate(ask, profile, tries, typed);
        clear();
        props.onIssued(issued);
      } catch (failure) {
        await afterFailure(failure);
        throw failure;
      }
    });
  };
  /** True when it is a form again. */
  const startOver = async (): Promise<boolean> => {
    const dropped = await attempt.run(() => dropInterrupted(ask, profile.code));
    if (dropped) setInterrupted(false);
    return dropped;
  };
  return { attempt, filled, put, interrupted, send, startOver };
}

/** Each refusal takes the focus to where it can be mended. */
function usePlaces(attempt: Attempting): Record<Exclude<Place, 'foot'>, RefObject<HTMLInputElement | null>> {
  const places = {
    serviceId: useRef<HTMLInputElement>(null),
    userId: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
    consent: useRef<HTMLInputElement>(null),
  };
  const latest = useRef(places);
  latest.current = places;
  const place = placeOf(attempt);
  useLayoutEffect(() => {
    if (place && place !== 'foot') latest.current[place].current?.focus();
  }, [place]);
  return places;
}

interface FieldsProps {
  filled: Filled;
  put: (change: Partial<Filled>) => void;
  refusedAt: (place: Place) => Reason | null;
  places: ReturnType<typeof usePlaces>;
}

function Fields({ filled, put, refusedAt, places }: FieldsProps): JSX.Element {
  const words = useWords(unionWords);
  return (
    <div class="sheet fields">
      <p>{words.lead}</p>
      <TypedField
        {...words.service}
        value={filled.serviceId}
        onInput={(serviceId) => put({ serviceId })}
        refused={refusedAt('serviceId')}
        inputRef={places.serviceId}
      />
      <TypedField
        {...words.user}
        value={filled.userId}
        onInput={(userId) => put({ userId })}
        refused={refusedAt('userId')}
        inputRef={places.userId}
      />
      <TypedField
        {...words.password}
        value={filled.password}
        onInput={(password) => put({ password })}
        refused={refusedAt('password')}
        inputRef={places.password}
        secret
      />
    </div>
  );
}

type TermsProps = Omit<FieldsProps, 'refusedAt'> & { profile: InstitutionProfile; refused: boolean };

/** One box only: the sentence that asks for every box would not fit. */
function Terms({ filled, put, places, profile, refused }: TermsProps): JSX.Element {
  const words = useWords(unionWords);
  const lines = useTerms(words.termsText, profile);
  return (
    <Section heading={words.terms} lines={lines}>
      <Check
        label={words.agree}
        checked={filled.agreed}
        onChange={(agreed) => put({ agreed })}
        inputRef={places.consent}
        describedBy={CONSENT_NOTE}
      />
      <div class="refusal-place" role="alert" id={CONSENT_NOTE}>
        {refused && <p class="refusal">{words.consentMissing}</p>}
      </div>
    </Section>
  );
}

/** Refused on the way to the issuer, with nothing kept of it: the form is sent again. */
function LineFailed({ attempt }: { attempt: Attempting }): JSX.Element {
  const words = useWords(unionWords);
  const reason = placeOf(attempt) === 'foot' ? attempt.refused : null;
  return (
    <div class="issue-failed">
      {reason && <FailureHeading reason={reason}>{words.failed}</FailureHeading>}
      <RefusalNote reason={reason} />
    </div>
  );
}

export function ActivationForm(props: Props): JSX.Element {
  const words = useWords(unionWords);
  const { attempt, filled, put, interrupted, send, startOver } = useActivation(props);
  const places = usePlaces(attempt);
  const refusedAt = (place: Place): Reason | null => (placeOf(attempt) === place ? attempt.refused : null);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (interrupted || attempt.busy) return;
    if (filled.agreed) void send();
    else attempt.refuse('consent-missing');
  };
  const beginAnew = async (): Promise<void> => {
    if (await startOver()) places.password.current?.focus();
  };
  return (
    <form class="activation" onSubmit={submit}>
      <StepHeading>{words.heading(props.profile.name)}</StepHeading>
      <Section heading={words.needs} lines={[...words.needsOwn, ...words.needsNotes]} />
      <Fields filled={filled} put={put} refusedAt={refusedAt} places={places} />
      <Terms filled={filled} put={put} places={places} profile={props.profile} refused={refusedAt('consent') !== null} />
      {interrupted ? (
        <IssueFailed attempt={attempt} heading={words.failed} onRetry={() => void send()} onStartOver={() => void beginAnew()} />
      ) : (
        <LineFailed attempt={attempt} />
      )}
      <Progress shown={attempt.slow} label={words.sending} />
      <IssueActions label={words.send} attempt={attempt} refused={interrupted} onBack={props.onBack} />
    </form>
  );
}
