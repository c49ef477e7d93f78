/** A page in the customer's appearance, and in step with what is chosen meanwhile: here, in another page, or as the settings say. */
import { createContext } from 'preact';
import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Appearance, languageFor } from '../lib/messages/appearance.ts';
import { appear, COPY, readCopy, writeCopy } from './appearance.ts';
import { LanguageContext } from './language.ts';

type Keep = (appearance: Appearance) => void;

const KeepContext = createContext<Keep>(() => undefined);

/** Tells this page, and every other that is open, what was just saved. */
export function useKeepAppearance(): Keep {
  return useContext(KeepContext);
}

const isSame = (one: Appearance, other: Appearance): boolean =>
  one.language === other.language && one.theme === other.theme && one.textSize === other.textSize;

/** Whoever listens for a change of `localStorage` makes Chromium fetch the whole of it (3 ms of a popup): not before the screen is there. */
function whenIdle(view: Window, act: () => void): () => void {
  if (typeof view.requestIdleCallback !== 'function') {
    act();
    return () => undefined;
  }
  const handle = view.requestIdleCallback(act, { timeout: 1000 });
  return () => view.cancelIdleCallback(handle);
}

function useAppearance(view: Window, stored: () => Promise<Appearance>): [Appearance, Keep] {
  const [first] = useState(() => readCopy(view));
  const [appearance, setAppearance] = useState(first);
  /** What was heard since the settings were asked is newer than their answer. */
  const heard = useRef(false);
  const keep = useCallback(
    (next: Appearance): void => {
      heard.current = true;
      writeCopy(view, next);
      setAppearance(next);
    },
    [view],
  );
  useEffect(() => {
    const hear = ({ key }: StorageEvent): void => {
      if (key !== COPY) return;
      heard.current = true;
      setAppearance(readCopy(view));
    };
    const cancel = whenIdle(view, () => {
      view.addEventListener('storage', hear);
      // What another page chose until now. Where nothing can be kept the copy says nothing, and the true settings may be here already.
      const copy = readCopy(view);
      if (heard.current || isSame(first, copy)) return;
      heard.current = true;
      setAppearance(copy);
    });
    return () => {
      cancel();
      view.removeEventListener('storage', hear);
    };
  }, [view, first]);
  useEffect(() => {
    const putRight = (truth: Appearance): void => {
      if (!heard.current && !isSame(truth, readCopy(view))) keep(truth);
    };
    // The screen says itself that the background does not answer; the copy does until then.
    stored().then(putRight, () => undefined);
  }, [view, stored, keep]);
  return [appearance, keep];
}

interface AppearingProps {
  page: Document;
  view: Window;
  /** `navigator.language`. */
  tag: string;
  /** The true settings. */
  stored: () => Promise<Appearance>;
  children: ComponentChildren;
}

export function Appearing({ page, view, tag, stored, children }: AppearingProps): JSX.Element {
  const [appearance, keep] = useAppearance(view, stored);
  const language = languageFor(appearance, tag);
  useLayoutEffect(() => appear(page, appearance, tag), [page, appearance, tag]);
  return (
    <KeepContext.Provider value={keep}>
      <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
    </KeepContext.Provider>
  );
}
