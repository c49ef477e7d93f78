/** What a screen reader hears of a code: a new one, and that ten seconds are left. Nothing else. */
import { useRef } from 'preact/hooks';
import type { CodeLook } from '../lib/messages/looks.ts';
import { secondsLeft, spaced } from './countdown.ts';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

export interface Heard {
  /** The card and the step last announced. */
  key: string;
  /** Whether a code of this step has stood there: one that is used or asked for again is not new when it comes back. */
  told: boolean;
  ten: boolean;
  text: string;
}

interface Phrases {
  newCode: (digits: string) => string;
  tenLeft: string;
}

const WARN_AT = 10;

/** The first code is read by the card itself, so only a change of step is new, and a code that comes where none could be told. */
export function hear(before: Heard | null, cardId: string, code: CodeLook, now: number, say: Phrases): Heard {
  const key = `${cardId}/${code.step}`;
  const isSameStep = before?.key === key;
  const told = code.digits !== '';
  if (!isSameStep || (told && !before.told)) {
    const isSameCard = before?.key.startsWith(`${cardId}/`) === true;
    return { key, told, ten: secondsLeft(code.endsAt, now) <= WARN_AT, text: isSameCard && told ? say.newCode(spaced(code.digits)) : '' };
  }
  if (before.ten || secondsLeft(code.endsAt, now) > WARN_AT) return before;
  return { ...before, ten: true, text: say.tenLeft };
}

/** For a live region: the card that the person is at. `hides`: digits are not said aloud either. */
export function useAnnouncement(card: { id: string; code: CodeLook | null } | undefined, now: number, hides: boolean): string {
  const words = useWords(tokenWords);
  const heard = useRef<Heard | null>(null);
  if (!card?.code) return '';
  heard.current = hear(heard.current, card.id, card.code, now, hides ? { ...words, newCode: () => words.hidden.newCode } : words);
  return heard.current.text;
}
