/** What became of a copy or a fill, said beside the card or the site line it was asked at. */
import type { JSX } from 'preact';
import { ClipboardNote } from './clipboard-note.tsx';
import { secondsLeft } from './countdown.ts';
import { useLanguage, useWords } from './language.ts';
import type { Notice } from './popup-state.ts';
import { sentences } from './sentences.ts';
import { localWords } from './words-local.ts';
import { popupWords } from './words-popup.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  notice: Notice | null;
  at: string;
  /** The token's. */
  name: string;
  /** An imported token: no bank has a say in it. */
  isLocal?: boolean;
  /** The token's, in words. */
  state?: string;
  now: number;
  /** The browser is asked for the leave to clear the clipboard. */
  onAsk?: () => void;
}

function isOver(notice: Notice, now: number): boolean {
  return notice.kind === 'copied' && now >= notice.until;
}

/** The seconds are for the eye; a screen reader is told once, and again when they are over. */
function Armed({ seconds }: { seconds: number }): JSX.Element {
  const { outcome } = useWords(popupWords);
  if (seconds <= 0) return <p class="notice">{outcome.armedOver}</p>;
  return (
    <p class="notice">
      <span class="visually-hidden">{outcome.armedSpoken}</span>
      <span aria-hidden="true">{outcome.armed(seconds)}</span>
    </p>
  );
}

/** The live region exists before it speaks: one that appears with its text is often not read. */
export function NoticeLine({ notice, at, name, isLocal = false, state = '', now, onAsk }: Props): JSX.Element {
  const said = notice?.at === at && !isOver(notice, now) ? <Said notice={notice} name={name} isLocal={isLocal} state={state} now={now} onAsk={onAsk} /> : null;
  return (
    <div class="notice-place" role="status">
      {said}
    </div>
  );
}

type SaidProps = Required<Pick<Props, 'name' | 'isLocal' | 'state' | 'now'>> & { notice: Notice; onAsk: (() => void) | undefined };

function Said({ notice, name, isLocal, state, now, onAsk }: SaidProps): JSX.Element {
  const words = useWords(popupWords);
  const { checked } = useWords(tokenWords);
  const local = useWords(localWords);
  const { copied, copiedAgain } = isLocal ? local : words;
  const language = useLanguage();
  switch (notice.kind) {
    case 'copied':
      return (
        <p class={notice.again ? 'notice warn' : 'notice'}>
          {notice.again ? copiedAgain(name) : copied(name)} <ClipboardNote clearing={notice.clearing} counted={notice.counted} onAsk={onAsk} />
        </p>
      );
    case 'clipboard-refused':
      return <p class="refusal">{words.clipboardRefused}</p>;
    case 'beside-refused':
      return <p class="refusal">{words.besideRefused}</p>;
    case 'page-unread':
      return <p class="refusal">{local.page.problems[notice.problem]}</p>;
    case 'refused':
      return <p class="refusal">{sentences[language][notice.reason]}</p>;
    case 'filled':
      return <p class="notice">{words.outcome.filled}</p>;
    case 'checked':
      return <p class="notice">{checked(state)}</p>;
    case 'armed':
      return <Armed seconds={secondsLeft(notice.until, now)} />;
    default:
      return notice satisfies never;
  }
}
