/** やり直す asks first: an interrupted issue that is dropped does not come back. */
import type { JSX } from 'preact';
import { useWords } from './language.ts';
import { Question } from './question.tsx';
import { popupWords } from './words-popup.ts';

export function DropQuestion({ onDrop, onKeep }: { onDrop: () => void; onKeep: () => void }): JSX.Element {
  const { confirm, yes, no } = useWords(popupWords).pending;
  return <Question label={confirm} question={confirm} yes={yes} no={no} onYes={onDrop} onNo={onKeep} />;
}
