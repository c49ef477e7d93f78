/** A code in large digits, or dots in their place; and the button that shows hidden ones. */
import type { JSX } from 'preact';
import { groups, spaced } from './countdown.ts';
import type { Hiding } from './hiding.ts';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

/** As many dots as digits: a card must not change its size. */
export function dotted(digits: string): [string, string] {
  return groups('•'.repeat(digits.length || 6));
}

const zeros = (group: string): string => '0'.repeat(group.length);

interface Props {
  digits: string;
  /** Why there are no digits to be told; null: there are. */
  none: string | null;
  hidden: boolean;
  onCopy: () => void;
}

export function Digits({ digits, none, hidden, onCopy }: Props): JSX.Element {
  const words = useWords(tokenWords);
  const [first, second] = none !== null || hidden ? dotted(digits) : groups(digits);
  const label = none ?? (hidden ? words.hidden.digits : words.code(spaced(digits)));
  return (
    // The mouse's short way; the keyboard has Enter on the card and the button below.
    <span class="digits" role="img" aria-label={label} onClick={onCopy}>
      <span data-room={zeros(first)}>{first}</span>
      <span data-room={zeros(second)}>{second}</span>
    </span>
  );
}

/** Nothing where nothing is hidden. The card takes Space for it. */
export function ShowButton({ hiding: { hidden, toggle, idle } }: { hiding: Hiding }): JSX.Element | null {
  const { show, hide } = useWords(tokenWords).hidden;
  if (!toggle) return null;
  return (
    <button type="button" class="quiet show-digits" aria-keyshortcuts="Space" aria-disabled={idle} onClick={toggle}>
      {hidden ? show : hide}
    </button>
  );
}
