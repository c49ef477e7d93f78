/** The sheet of paper that every full page is written on. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { KeyTag } from './drawings.tsx';
import { useWords } from './language.ts';
import { popupWords } from './words-popup.ts';

export function Page({ children }: { children: ComponentChildren }): JSX.Element {
  const words = useWords(popupWords);
  return (
    <div class="page">
      <header class="page-head">
        <span class="brand">
          <KeyTag /> {words.name}
        </span>
      </header>
      <main>{children}</main>
    </div>
  );
}

/** Takes the focus when a new step appears, so that a screen reader begins there. */
export function StepHeading({ children }: { children: ComponentChildren }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
