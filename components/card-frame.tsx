/** What every card is: one stop of the tab order, moved by the arrows, with Enter and Space as its short ways. */
import type { ComponentChildren, JSX, Ref } from 'preact';

interface Props {
  label: string;
  /** In the tab order; the arrows move it (roving tabindex). */
  current: boolean;
  cardRef: Ref<HTMLElement>;
  onFocus: () => void;
  /** Null: Enter does nothing here. */
  onEnter: (() => void) | null;
  /** Alt and an arrow; null: its place can't be changed now. */
  onMove: ((by: -1 | 1) => void) | null;
  /** Null: Space scrolls, as ever. */
  onSpace: (() => void) | null;
  children: ComponentChildren;
}

const MOVES: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

/** In a field the keys are the field's own. True: taken. */
function isMove(event: KeyboardEvent, onMove: Props['onMove']): boolean {
  const by = event.altKey ? MOVES[event.key] : undefined;
  if (by === undefined || !onMove || event.target instanceof HTMLInputElement) return false;
  event.preventDefault();
  // Without Alt the arrow goes to the next card.
  event.stopPropagation();
  onMove(by);
  return true;
}

export function CardFrame({ label, current, cardRef, onFocus, onEnter, onSpace, onMove, children }: Props): JSX.Element {
  const press = (event: KeyboardEvent): void => {
    if (isMove(event, onMove)) return;
    const act = event.key === 'Enter' ? onEnter : event.key === ' ' ? onSpace : null;
    // On a button inside the card these keys are that button's own.
    if (!act || event.target !== event.currentTarget) return;
    event.preventDefault();
    act();
  };
  return (
    <article class="card" ref={cardRef} tabIndex={current ? 0 : -1} aria-label={label} onFocus={onFocus} onKeyDown={press}>
      {children}
    </article>
  );
}
