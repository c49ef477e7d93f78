/** A passphrase being typed: masked, or shown on request. */
import type { JSX, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useWords } from './language.ts';
import { lockWords } from './words-lock.ts';

interface Props {
  label: string;
  value: string;
  onInput: (value: string) => void;
  autoFocus?: boolean;
  isNew?: boolean;
  describedBy?: string;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** To be typed over. Not every browser moves the focus with the selection. */
export function selectAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

export function PassphraseField(props: Props): JSX.Element {
  const words = useWords(lockWords);
  const [shown, show] = useState(false);
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="field-row">
        <input
          id={id}
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          autofocus={props.autoFocus ?? false}
          autocomplete={props.isNew && !shown ? 'new-password' : 'off'}
          autoCapitalize="off"
          spellcheck={false}
          maxLength={128}
          {...(props.inputRef ? { ref: props.inputRef } : {})}
          {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
        />
        <button type="button" class="quiet" aria-pressed={shown} aria-controls={id} onClick={() => show(!shown)}>
          {shown ? words.hide : words.show}
        </button>
      </div>
    </div>
  );
}
