/** Settings: whether copied codes are cleared from the clipboard, which needs the browser's leave. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useAttempt } from './attempt.ts';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { WaysSheet } from './ways-sheet.tsx';
import { clipboardWords } from './words-clipboard.ts';

/** The browser's leave to read and change the clipboard. */
export interface ClipboardLeave {
  has: () => Promise<boolean>;
  /** Only during a click or key. False when it is refused. */
  request: () => Promise<boolean>;
  drop: () => Promise<void>;
}

export function ClipboardPart({ leave }: { leave: ClipboardLeave }): JSX.Element {
  const words = useWords(clipboardWords);
  const [isOn, tell] = useState<boolean | null>(null);
  const [said, say] = useState('');
  const { run, refused } = useAttempt();
  useEffect(() => void run(async () => tell(await leave.has())), [leave, run]);
  const allow = async (): Promise<void> => {
    const given = await leave.request();
    tell(given);
    say(given ? words.allowed : words.refused);
  };
  const drop = async (): Promise<void> => {
    await leave.drop();
    tell(false);
    say(words.dropped);
  };
  return (
    <WaysSheet heading={words.heading} said={said}>
      <p>{words.lead}</p>
      <p class="small">{words.only}</p>
      <p class="small">{words.counted}</p>
      <p class="small">{words.history}</p>
      <RefusalNote reason={refused} />
      {isOn !== null && <p>{isOn ? words.isOn : words.isOff}</p>}
      {isOn === false && <p>{words.question}</p>}
      {isOn !== null && (
        <button type="button" class={isOn ? 'quiet' : 'step'} onClick={() => void run(isOn ? drop : allow)}>
          {isOn ? words.drop : words.allow}
        </button>
      )}
    </WaysSheet>
  );
}
