/** After a copy: whether the code will be cleared from the clipboard, and the way to have it so. */
import type { JSX } from 'preact';
import type { Clearing } from '../lib/messages/clipboard.ts';
import { useWords } from './language.ts';
import { clipboardWords } from './words-clipboard.ts';

interface Props {
  clearing: Clearing;
  /** Of a counting token: nothing ends it. */
  counted: boolean;
  /** Asks the browser, within the click. */
  onAsk?: (() => void) | undefined;
}

export function ClipboardNote({ clearing, counted, onAsk }: Props): JSX.Element {
  const words = useWords(clipboardWords);
  if (clearing === 'cleared') return <small>{counted ? words.clearedCounted : words.cleared}</small>;
  return (
    <>
      <small>{words.stays}</small>
      {clearing === 'asks' && onAsk && (
        <button type="button" class="link" onClick={onAsk}>
          {words.ask}
        </button>
      )}
    </>
  );
}
