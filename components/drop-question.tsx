/** やり直す asks first: an interrupted issue that is dropped does not come back. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from './language.ts';
import { popupWords } from './words-popup.ts';

/** Esc is the safe answer to a question, and does not close the popup that it stands in. */
export function answersNo(onNo: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onNo();
  };
}

/** After the safe answer the focus goes back to the button that asked. */
export function useAsking() {
  const [asking, ask] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isBack = useRef(false);
  useLayoutEffect(() => {
    if (!asking && isBack.current) button.current?.focus();
    isBack.current = asking;
  }, [asking]);
  return { asking, ask, button };
}

export function DropQuestion({ onDrop, onKeep }: { onDrop: () => void; onKeep: () => void }): JSX.Element {
  const words = useWords(popupWords).pending;
  const keep = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus: Enter drops nothing.
  useLayoutEffect(() => keep.current?.focus(), []);
  return (
    <div class="question" role="group" aria-label={words.confirm} onKeyDown={answersNo(onKeep)}>
      <p>{words.confirm}</p>
      <button type="button" class="danger" onClick={onDrop}>
        {words.yes}
      </button>
      <button type="button" class="quiet" ref={keep} onClick={onKeep}>
        {words.no}
      </button>
    </div>
  );
}
