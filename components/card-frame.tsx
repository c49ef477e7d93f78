/** What every card is: one stop of the tab order, moved by the arrows, with Enter as its short way. */
import type { ComponentChildren, JSX, Ref } from 'preact';

interface Props {
  label: string;
  /** In the tab order; the arrows move it (roving tabindex). */
  current: boolean;
  cardRef: Ref<HTMLElement>;
  onFocus: () => void;
  /** Null: Enter does nothing here. */
  onEnter: (() => void) | null;
  children: ComponentChildren;
}

export function CardFrame({ label, current, cardRef, onFocus, onEnter, children }: Props): JSX.Element {
  const enter = (event: KeyboardEvent): void => {
    // Enter on a button inside the card is that button's own.
    if (event.key !== 'Enter' || event.target !== event.currentTarget || !onEnter) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <article class="card" ref={cardRef} tabIndex={current ? 0 : -1} aria-label={label} onFocus={onFocus} onKeyDown={enter}>
      {children}
    </article>
  );
}
