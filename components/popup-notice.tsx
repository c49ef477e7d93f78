/** What became of a copy or a fill, said beside the card or the site line it was asked at. */
import type { JSX } from 'preact';
import { secondsLeft } from './countdown.ts';
import { useLanguage, useWords } from './language.ts';
import type { Notice } from './popup-state.ts';
import { sentences } from './sentences.ts';
import { popupWords } from './words-popup.ts';

interface Props {
  notice: Notice | null;
  at: string;
  /** The institution's name. */
  name: string;
  now: number;
}

function isOver(notice: Notice, now: number): boolean {
  return 'until' in notice && now >= notice.until;
}

/** The live region exists before it speaks: one that appears with its text is often not read. */
export function NoticeLine({ notice, at, name, now }: Props): JSX.Element {
  const said = notice?.at === at && !isOver(notice, now) ? <Said notice={notice} name={name} now={now} /> : null;
  return (
    <div class="notice-place" role="status">
      {said}
    </div>
  );
}

function Said({ notice, name, now }: { notice: Notice; name: string; now: number }): JSX.Element {
  const words = useWords(popupWords);
  const language = useLanguage();
  switch (notice.kind) {
    case 'copied':
      return (
        <p class={notice.again ? 'notice warn' : 'notice'}>
          {notice.again ? words.copiedAgain(name) : words.copied(name)} <small>{words.clipboardNote}</small>
        </p>
      );
    case 'clipboard-refused':
      return <p class="refusal">{words.clipboardRefused}</p>;
    case 'refused':
      return <p class="refusal">{sentences[language][notice.reason]}</p>;
    case 'filled':
      return <p class="notice">{words.outcome.filled}</p>;
    case 'armed':
      return (
        <p class="notice" aria-live="off">
          {words.outcome.armed(secondsLeft(notice.until, now))}
        </p>
      );
    default:
      return notice satisfies never;
  }
}
