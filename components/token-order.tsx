/** A token's place among the others: moved up and down, by buttons or by Alt and an arrow. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from './language.ts';
import { orderWords } from './words-order.ts';

export interface Mover {
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}

interface Moving {
  /** Null where the token can't be moved: it is the only one, or others are hidden by a search. */
  moverOf: (tokenId: string, index: number) => Mover | null;
  /** For a live region. */
  said: string;
}

/** A browser takes the focus from what is put elsewhere in the page: it goes back to where it was, on the moved card. */
function useKeptWhileMoving(order: string): { current: HTMLElement | null } {
  const held = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = held.current;
    held.current = null;
    if (element?.isConnected && document.activeElement === document.body) element.focus();
  }, [order]);
  return held;
}

/** `shown`: the cards, in their order, of `all` tokens. */
export function useMoving(move: (tokenId: string, by: -1 | 1) => Promise<number | null>, shown: { id: string }[], all: number): Moving {
  const words = useWords(orderWords);
  const [said, say] = useState('');
  const held = useKeptWhileMoving(shown.map(({ id }) => id).join(' '));
  const moved = async (tokenId: string, by: -1 | 1): Promise<void> => {
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const place = await move(tokenId, by);
    if (place !== null) say(words.moved(place));
  };
  const moverOf = (tokenId: string, index: number): Mover | null => {
    if (all < 2 || shown.length < all) return null;
    const [isFirst, isLast] = [index === 0, index === all - 1];
    const onMove = (by: -1 | 1): void => {
      if (by < 0 ? isFirst : isLast) say(by < 0 ? words.first : words.last);
      else void moved(tokenId, by);
    };
    return { isFirst, isLast, onMove };
  };
  return { moverOf, said };
}

export function TokenOrder({ isFirst, isLast, onMove }: Mover): JSX.Element {
  const words = useWords(orderWords);
  return (
    <div class="order" role="group" aria-label={words.label}>
      <span aria-hidden="true">{words.label}</span>
      <button type="button" class="quiet" aria-disabled={isFirst} aria-keyshortcuts="Alt+ArrowUp" onClick={() => onMove(-1)}>
        <span aria-hidden="true">↑ </span>
        {words.up}
      </button>
      <button type="button" class="quiet" aria-disabled={isLast} aria-keyshortcuts="Alt+ArrowDown" onClick={() => onMove(1)}>
        <span aria-hidden="true">↓ </span>
        {words.down}
      </button>
      <p class="small">{words.hint}</p>
    </div>
  );
}
