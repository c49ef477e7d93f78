/** When what had the focus leaves the screen, the focus must not fall out of it: a keyboard would begin at the top again. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** `next`: where it goes instead. Runs with every drawing; the effects of the parts inside have run by then. */
export function useKeptFocus(root: RefObject<HTMLElement | null>, next: () => HTMLElement | null): void {
  const last = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    const hold = (event: FocusEvent): void => void (last.current = event.target);
    element?.addEventListener('focusin', hold);
    return () => element?.removeEventListener('focusin', hold);
  }, [root]);
  useLayoutEffect(() => {
    const held = last.current;
    if (!(held instanceof Node) || held.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    next()?.focus();
  });
}
