/** What became of a code, how soon it ends, and in its last seconds the code to come. */
import type { JSX } from 'preact';
import type { CodeLook, NextCodeLook } from '../lib/messages/looks.ts';
import { dotted } from './code-digits.tsx';
import { groups, NEARLY_OVER, secondsLeft, spaced } from './countdown.ts';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  code: CodeLook;
  now: number;
  /** It ran out and no next one has come. */
  ended: boolean;
  /** The code to come is shown after a press only. */
  nextHidden: boolean;
}

function Mark({ use }: Pick<CodeLook, 'use'>): JSX.Element | null {
  const words = useWords(tokenWords);
  if (use === 'fresh') return null;
  return <span class={use === 'filled' ? 'mark used' : 'mark'}>{use === 'filled' ? words.usedMark : words.copiedMark}</span>;
}

/** To be read only: no button, no click, and it can't be marked with the mouse. */
function Next({ next, code, seconds, hidden }: { next: NextCodeLook; code: CodeLook; seconds: number; hidden: boolean }): JSX.Element {
  const words = useWords(tokenWords);
  const [first, second] = hidden ? dotted(next.digits) : groups(next.digits);
  return (
    <>
      <span class="next-label">
        <Mark use={code.use} /> {words.nextCode}
        <span class="next-begins">{words.nextBegins(seconds)}</span>
      </span>
      <span class="next-digits" role="img" aria-label={hidden ? words.hidden.next : words.nextSpoken(spaced(next.digits))}>
        <span>{first}</span>
        <span>{second}</span>
      </span>
    </>
  );
}

function Plain({ code, now, ended }: Omit<Props, 'nextHidden'>): JSX.Element {
  const words = useWords(tokenWords);
  const seconds = secondsLeft(code.endsAt, now);
  if (ended) return <>{words.ended}</>;
  if (!code.timed) return <>{words.timing}</>;
  if (code.use === 'fresh') return <>{seconds < NEARLY_OVER && words.soon}</>;
  return (
    <>
      <Mark use={code.use} /> {words.untilNext(seconds)}
    </>
  );
}

/** Room is kept for the longest that stands here (`data-room`, in code.css), so that a card never changes its size when the code does. */
export function CodeStatus({ code, now, ended, nextHidden }: Props): JSX.Element {
  const words = useWords(tokenWords);
  const seconds = secondsLeft(code.endsAt, now);
  const next = ended || !code.timed || now >= code.endsAt ? null : code.next;
  return (
    <span
      class="code-status with-next"
      data-room={`${words.copiedMark} ${words.nextCode}${words.nextBegins(10)}`}
      data-digits={groups('0'.repeat(code.digits.length || 6)).join(' ')}
    >
      {next ? (
        <Next next={next} code={code} seconds={seconds} hidden={nextHidden} />
      ) : (
        <span class="plain">
          <Plain code={code} now={now} ended={ended} />
        </span>
      )}
    </span>
  );
}
