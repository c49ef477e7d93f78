/** A credit union's トークン初期設定: サービスID, ユーザーID, 利用開始パスワード and one consent; each refusal at its own place. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Reason } from '../lib/refusal.ts';
import { useAttempt } from './attempt.ts';
import type { Attempting } from './attempt.ts';
import { Check, IssueFailed, Section } from './consent.tsx';
import { activate, dropInterrupted, isInterrupted, isOver } from './issuing.ts';
import type { Issued, Tries, TypedActivation } from './issuing.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { TypedField } from './typed-field.tsx';
import type { Asking } from './unlock-form.tsx';
import { enrolWords } from './words-enrol.ts';
import { unionWords } from './words-union.ts';

interface Props {
  ask: Asking;
  profile: InstitutionProfile;
  tries: Tries;
  /** Why an interrupted issue ended, when the person comes from there. */
  refused: Reason | null;
  onIssued: (issued: Issued) => void;
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

const NOTHING: TypedActivation = { serviceId: '', userId: '', password: '' };
const CONSENT_NOTE = 'consent-note';

function placeOf({ refused }: Attempting): Place | null {
  return refused && (PLACES[refused] ?? 'foot');
}

/** The attempt, and what was typed: kept over a broken line, its password dropped when the issuer has ended the try. */
function useActivation(props: Props) {
  const { ask, profile, tries, onLocked } = props;
  const attempt = useAttempt();
  const { refuse, refused } = attempt;
  const [typed, setTyped] = useState(NOTHING);
  const [interrupted, setInterrupted] = useState(false);
  useEffect(() => {
    if (props.refused) refuse(props.refused);
  }, [props.refused, refuse]);
  useEffect(() => {
    if (refused === 'locked') onLocked();
  }, [refused, onLocked]);
  const put = (change: Partial<TypedActivation>): void => setTyped((before) => ({ ...before, ...change }));
  const afterFailure = async (failure: unknown): Promise<void> => {
    if (failure instanceof Refusal && isOver(failure.reason)) put({ password: '' });
    setInterrupted(await isInterrupted(ask, profile.code));
  };
  const send = async (): Promise<void> => {
    await attempt.run(async () => {
      try {
        const issued = await activate(ask, profile, tries, typed);
        setTyped(NOTHING);
        props.onIssued(issued);
      } catch (failure) {
        await afterFailure(failure);
        throw failure;
      }
    });
  };
  const startOver = async (): Promise<void> => {
    const dropped = await attempt.run(() => dropInterrupted(ask, profile.code));
    if (dropped) setInterrupted(false);
  };
  return { attempt, typed, put, interrupted, send, startOver };
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
  useEffect(() => {
    if (place && place !== 'foot') latest.current[place].current?.focus();
  }, [place]);
  return places;
}

interface FieldsProps {
  typed: TypedActivation;
  put: (change: Partial<TypedActivation>) => void;
  refusedAt: (place: Place) => Reason | null;
  places: ReturnType<typeof usePlaces>;
}

function Fields({ typed, put, refusedAt, places }: FieldsProps): JSX.Element {
  const words = useWords(unionWords);
  return (
    <div class="sheet fields">
      <p>{words.lead}</p>
      <TypedField
        {...words.service}
        value={typed.serviceId}
        onInput={(serviceId) => put({ serviceId })}
        refused={refusedAt('serviceId')}
        inputRef={places.serviceId}
      />
      <TypedField
        {...words.user}
        value={typed.userId}
        onInput={(userId) => put({ userId })}
        refused={refusedAt('userId')}
        inputRef={places.userId}
      />
      <TypedField
        {...words.password}
        value={typed.password}
        onInput={(password) => put({ password })}
        refused={refusedAt('password')}
        inputRef={places.password}
        secret
      />
    </div>
  );
}

export function ActivationForm(props: Props): JSX.Element {
  const words = useWords(unionWords);
  const { consent } = useWords(enrolWords);
  const [agreed, agree] = useState(false);
  const { attempt, typed, put, interrupted, send, startOver } = useActivation(props);
  const places = usePlaces(attempt);
  const refusedAt = (place: Place): Reason | null => (placeOf(attempt) === place ? attempt.refused : null);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (agreed) void send();
    else attempt.refuse('consent-missing');
  };
  return (
    <form class="activation" onSubmit={submit}>
      <StepHeading>{words.heading(props.profile.name)}</StepHeading>
      <Section heading={words.needs} lines={[...props.profile.needs, ...words.needsNotes]} />
      <Fields typed={typed} put={put} refusedAt={refusedAt} places={places} />
      <Section heading={words.terms} lines={words.termsText}>
        <Check label={words.agree} checked={agreed} onChange={agree} inputRef={places.consent} describedBy={CONSENT_NOTE} />
        <RefusalNote reason={refusedAt('consent')} id={CONSENT_NOTE} />
      </Section>
      {interrupted ? (
        <IssueFailed attempt={attempt} onRetry={() => void send()} onStartOver={() => void startOver()} />
      ) : (
        <RefusalNote reason={refusedAt('foot')} />
      )}
      <Progress shown={attempt.slow} label={words.sending} />
      <div class="actions">
        {!interrupted && (
          <button type="submit" class="primary large" disabled={attempt.busy}>
            {words.send}
          </button>
        )}
        <button type="button" class="quiet" disabled={attempt.busy} onClick={props.onBack}>
          {consent.back}
        </button>
      </div>
    </form>
  );
}
