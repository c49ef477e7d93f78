/** A field with its hint and the place where its own refusal is said; a secret one is masked, or shown on request. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Reason } from '../lib/refusal.ts';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { lockWords } from './words-lock.ts';

interface Props {
  label: string;
  hint: string;
  value: string;
  onInput: (value: string) => void;
  refused: Reason | null;
  inputRef: RefObject<HTMLInputElement | null>;
  secret?: boolean;
}

/** The wall takes so much and no more; full-width and spaced input is far shorter. */
const MOST = 200;

/** A field that left the page keeps its text as long as anything holds on to it. */
function useEmptiedAtLast(inputRef: Props['inputRef'], secret: boolean): void {
  useEffect(() => {
    const input = inputRef.current;
    return () => {
      if (secret && input) input.value = '';
    };
  }, [inputRef, secret]);
}

/** Whatever the width of the letters: the one parser stands behind the wall. */
export function TypedField(props: Props): JSX.Element {
  const words = useWords(lockWords);
  const [shown, show] = useState(false);
  const id = useId();
  const secret = props.secret === true;
  const masked = secret && !shown;
  const { inputRef } = props;
  useEmptiedAtLast(inputRef, secret);
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <p class="small" id={`${id}-hint`}>
        {props.hint}
      </p>
      <div class="field-row">
        <input
          id={id}
          ref={inputRef}
          {...(masked ? { type: 'password' as const } : { type: 'text' as const })}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          autocomplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={MOST}
          {...(secret ? { inputMode: 'numeric' as const } : {})}
          aria-describedby={`${id}-hint ${id}-note`}
          aria-invalid={props.refused !== null}
        />
        {secret && (
          <button type="button" class="quiet" aria-pressed={shown} aria-controls={id} onClick={() => show(!shown)}>
            {shown ? words.hide : words.show}
          </button>
        )}
      </div>
      <RefusalNote reason={props.refused} id={`${id}-note`} />
    </div>
  );
}
