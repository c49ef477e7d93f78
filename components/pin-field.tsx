/** A PIN being typed: always masked, with the keys of a telephone where there are such. */
import type { JSX, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { PIN, PIN_LONGEST } from './pin.ts';

interface Props {
  label?: string;
  value: string;
  onInput: (value: string) => void;
  isNew?: boolean;
  describedBy?: string;
  inputRef?: RefObject<HTMLInputElement | null>;
}

export function PinField(props: Props): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label ?? PIN}</label>
      <input
        id={id}
        type="password"
        inputMode="numeric"
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        autocomplete={props.isNew ? 'new-password' : 'off'}
        maxLength={PIN_LONGEST + 4}
        {...(props.inputRef ? { ref: props.inputRef } : {})}
        {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      />
    </div>
  );
}
