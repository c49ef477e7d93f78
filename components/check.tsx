/** A box to tick, with its words. */
import type { JSX, RefObject } from 'preact';

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
  describedBy?: string;
  /** It can't be changed here; `describedBy` says why. */
  fixed?: boolean;
}

export function Check({ label, checked, onChange, inputRef, describedBy, fixed = false }: CheckProps): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={fixed}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...(inputRef ? { ref: inputRef } : {})}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      />
      <span>{label}</span>
    </label>
  );
}
