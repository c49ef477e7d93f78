/** A question between a button and what it would do: the safe answer is the near one. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

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

interface Props {
  label: string;
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
  /** The answer was yes, and it is being done. */
  busy?: boolean;
  /** Between the question and its answers. */
  children?: ComponentChildren;
}

/** Before what does not come back. */
export function Question({ label, question, yes, no, onYes, onNo, busy, children }: Props): JSX.Element {
  const safe = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus: Enter does nothing.
  useLayoutEffect(() => safe.current?.focus(), []);
  return (
    <div class="question" role="group" aria-label={label} onKeyDown={answersNo(onNo)}>
      <p>{question}</p>
      {children}
      <button type="button" class="danger" aria-disabled={busy} onClick={onYes}>
        {yes}
      </button>
      <button type="button" class="quiet" ref={safe} onClick={onNo}>
        {no}
      </button>
    </div>
  );
}
