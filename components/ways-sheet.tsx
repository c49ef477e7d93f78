/** Settings of the lock: a sheet whose buttons become forms, and where what was done is said. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Ways } from '../lib/messages/ways.ts';
import { useKeptFocus } from './keep-focus.ts';
import type { Random } from './passphrase-maker.ts';
import type { ProofEdges } from './proof-form.tsx';
import { useAsking } from './question.tsx';
import type { WaysHere } from './ways-here.ts';

export interface WaysEdges extends ProofEdges {
  random: Random;
}

export interface WaysPartProps {
  edges: WaysEdges;
  here: WaysHere;
  /** The vault locked itself meanwhile. */
  onLocked: () => void;
}

/** What each form is given. */
export interface DeedProps {
  edges: WaysEdges;
  ways: Ways;
  onDone: () => void;
  onCancel: () => void;
  onLocked: () => void;
}

interface DeedButtonProps {
  label: string;
  form: (close: () => void) => JSX.Element;
}

/** A button that becomes the form it opens; the focus comes back to it. */
export function DeedButton({ label, form }: DeedButtonProps): JSX.Element {
  const { asking, ask, button } = useAsking();
  if (asking) return <div class="deed">{form(() => ask(false))}</div>;
  return (
    <button type="button" class="step" ref={button} onClick={() => ask(true)}>
      {label}
    </button>
  );
}

/** The focus of what has gone moves to the heading. */
export function WaysSheet({ heading, said, children }: { heading: string; said: string; children: ComponentChildren }): JSX.Element {
  const section = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFocus(section, () => title.current);
  return (
    <section class="sheet" ref={section}>
      <h3 ref={title} tabIndex={-1}>
        {heading}
      </h3>
      {children}
      <p class="toast" role="status">
        {said}
      </p>
    </section>
  );
}
