/** Tokens that were deleted a while ago, each with the way back. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RemovedLook } from '../lib/messages/looks.ts';
import { hourIn, useLanguage, useWords } from './language.ts';
import { localWords } from './words-local.ts';
import { popupWords } from './words-popup.ts';

interface Props {
  removed: RemovedLook[];
  /** Why the last one was not brought back. */
  notice: JSX.Element;
  onRestore: (tokenId: string) => void;
}

/** What is deleted while the popup is open takes the focus to its way back: the card that had it is gone. */
function useFocusOnNewest(removed: RemovedLook[]) {
  const known = useRef(new Set(removed.map(({ id }) => id)));
  const button = useRef<HTMLButtonElement>(null);
  const newest = removed.find(({ id }) => !known.current.has(id))?.id;
  useLayoutEffect(() => {
    if (newest !== undefined) button.current?.focus();
    known.current = new Set(removed.map(({ id }) => id));
  }, [newest, removed]);
  return { newest, button };
}

/** The live region is always there: one that appears with its text is often not read. */
export function RemovedTokens({ removed, notice, onRestore }: Props): JSX.Element {
  const words = useWords(popupWords).removed;
  const { unnamed } = useWords(localWords);
  const language = useLanguage();
  const { newest, button } = useFocusOnNewest(removed);
  return (
    <div class="removed" aria-live="polite">
      {removed.length > 0 && (
        <section aria-label={words.region}>
          {removed.map(({ id, institution, serial, until }) => (
            <div class="removed-line" key={id}>
              <p>{words.line(`${institution} ${serial}`.trim() || unnamed, hourIn(language, until))}</p>
              <button type="button" class="step" {...(id === newest ? { ref: button } : {})} onClick={() => onRestore(id)}>
                {words.restore}
              </button>
            </div>
          ))}
        </section>
      )}
      {notice}
    </div>
  );
}
