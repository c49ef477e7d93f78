/** Before something that weighs: the customer shows again that a way to open the vault is theirs. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SlotKey, Ways } from '../lib/messages/ways.ts';
import type { Asking, Stretch } from './asking.ts';
import { useAttempt, useWhenLocked } from './attempt.ts';
import type { Attempting } from './attempt.ts';
import { useLanguage, useWords } from './language.ts';
import { Alert, Progress } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { PassphraseField, selectAll } from './passphrase-field.tsx';
import { withPassphrase } from './passphrase-ways.ts';
import { answersNo } from './question.tsx';
import { reasonOf, sentences } from './sentences.ts';
import { TriesWait, useWait } from './tries-wait.tsx';
import { waysWords } from './words-ways.ts';

/** What every proof needs of its page. */
export interface ProofEdges {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  passkeys?: Passkeys;
}

interface Props {
  edges: ProofEdges;
  /** `opening` of the answer to `ways`. */
  ways: Ways;
  /** What happens: the name of the group and of its button. */
  label: string;
  danger?: boolean;
  /** Stands above the proof. */
  lead?: ComponentChildren;
  /** Fields of the deed, below the proof. */
  children?: ComponentChildren;
  /** Judges those fields before anything is asked: what is wrong with them, null when nothing is. */
  judge?: () => string | null;
  /** The deed; what it refuses is said here. With several slots it may be called once for each. */
  act: (proof: SlotKey) => Promise<unknown>;
  onDone: () => void;
  onCancel?: () => void;
  /** The vault locked itself meanwhile. */
  onLocked?: () => void;
}

/** Null when it cannot be learnt: then the next try says so again. */
async function triesAgainAt(ask: Asking): Promise<number | null> {
  try {
    return (await ask('ways', {})).opening.againAt;
  } catch {
    return null;
  }
}

interface Proving {
  attempt: Attempting;
  wait: number;
  /** Why nothing happened. */
  said: string | null;
  prove: (work: () => Promise<unknown>) => Promise<'done' | 'refused' | 'not-tried'>;
}

function useProof({ edges, ways, judge, onDone, onLocked }: Props): Proving {
  const language = useLanguage();
  const [againAt, tellAgain] = useState(ways.againAt);
  const [fault, find] = useState<string | null>(null);
  const attempt = useAttempt();
  const wait = useWait(edges.now, againAt);
  const { refused } = attempt;
  useEffect(() => tellAgain(ways.againAt), [ways]);
  useWhenLocked(refused, onLocked);
  const work = async (deed: () => Promise<unknown>): Promise<void> => {
    try {
      await deed();
    } catch (failure) {
      if (reasonOf(failure) === 'tries-slowed') tellAgain(await triesAgainAt(edges.ask));
      throw failure;
    }
  };
  const prove: Proving['prove'] = async (deed) => {
    const found = judge?.() ?? null;
    find(found);
    if (found !== null || wait > 0) return 'not-tried';
    const done = await attempt.run(() => work(deed));
    if (done) onDone();
    return done ? 'done' : 'refused';
  };
  return { attempt, wait, said: fault ?? (refused && sentences[language][refused]), prove };
}

interface ActionsProps {
  props: Props;
  proving: Proving;
}

function Actions({ props, proving: { attempt, wait, prove } }: ActionsProps): JSX.Element {
  const words = useWords(waysWords).proof;
  const { ways, label, act, onCancel } = props;
  const { passkeys } = props.edges;
  const kind = props.danger === true ? 'danger' : 'primary';
  const stopped = attempt.busy || wait > 0;
  const byPassphrase = ways.passphrases.length > 0;
  return (
    <div class="actions">
      {byPassphrase && (
        <button type="submit" class={kind} aria-disabled={stopped}>
          {label}
        </button>
      )}
      {passkeys && ways.passkeys.length > 0 && (
        <button
          type="button"
          class={byPassphrase ? 'step' : kind}
          aria-disabled={stopped}
          onClick={() => void prove(async () => act(await passkeys.open(ways.passkeys)))}
        >
          {words.byPasskey(label)}
        </button>
      )}
      {onCancel && (
        <button type="button" class="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
    </div>
  );
}

export function ProofForm(props: Props): JSX.Element {
  const words = useWords(waysWords).proof;
  const { edges, ways, label, act, onCancel } = props;
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const noteId = useId();
  const proving = useProof(props);
  const { attempt, wait, said, prove } = proving;
  const byPassphrase = ways.passphrases.length > 0;
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!byPassphrase || passphrase === '') return field.current?.focus();
    const ended = await prove(() => withPassphrase({ ways: ways.passphrases, passphrase, stretch: edges.stretch }, act));
    // What is wrong with another field is not to be typed over here.
    if (ended === 'refused') selectAll(field.current);
  };
  return (
    <form class="proof" ref={form} autocomplete="off" aria-label={label} onSubmit={(event) => void submit(event)} {...(onCancel ? { onKeyDown: answersNo(onCancel) } : {})}>
      {props.lead}
      {byPassphrase && (
        <PassphraseField label={words.passphrase} value={passphrase} onInput={setPassphrase} inputRef={field} describedBy={noteId} />
      )}
      {props.children}
      <TriesWait seconds={wait} />
      <Alert text={said} id={noteId} />
      <Actions props={props} proving={proving} />
      <Progress shown={attempt.slow} label={words.working} />
    </form>
  );
}
