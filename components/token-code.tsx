/** The code in large digits, its ring, its copy button and the line that says what became of it. */
import type { JSX, Ref } from 'preact';
import type { CodeLook } from '../lib/messages/protocol.ts';
import { groups, NEARLY_OVER, secondsLeft, spaced } from './countdown.ts';
import { Ring } from './drawings.tsx';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  code: CodeLook;
  now: number;
  /** It ran out and no next one has come. */
  ended: boolean;
  onCopy: () => void;
  copyRef: Ref<HTMLButtonElement>;
}

/** Always one line high, so that a card never changes its size when the code does. */
function CodeStatus({ code, now, ended }: Omit<Props, 'onCopy' | 'copyRef'>): JSX.Element {
  const words = useWords(tokenWords);
  const seconds = secondsLeft(code.endsAt, now);
  if (ended) return <span class="code-status">{words.ended}</span>;
  if (!code.timed) return <span class="code-status">{words.timing}</span>;
  if (code.use !== 'fresh') {
    const used = code.use === 'filled';
    return (
      <span class="code-status">
        <span class={used ? 'mark used' : 'mark'}>{used ? words.usedMark : words.copiedMark}</span>{' '}
        {used ? words.used(seconds) : words.copied(seconds)}
      </span>
    );
  }
  return <span class="code-status">{seconds < NEARLY_OVER ? words.soon : ''}</span>;
}

export function TokenCode({ code, now, ended, onCopy, copyRef }: Props): JSX.Element {
  const words = useWords(tokenWords);
  // The digits of a used code are not told again, those of an ended one not left standing, none by a clock that was set: dots keep the card's size.
  const hidden = ended || code.digits === '';
  const [first, second] = hidden ? ['•••', '•••'] : groups(code.digits);
  const why = ended ? words.ended : code.timed ? words.usedMark : words.timing;
  const seconds = secondsLeft(code.endsAt, now);
  const nearly = seconds < NEARLY_OVER ? ' nearly' : '';
  return (
    <div class={`code code-${code.use}${nearly}`}>
      <div class="code-row">
        {/* The mouse's short way; the keyboard has Enter on the card and the button below. */}
        <span class="digits" role="img" aria-label={hidden ? why : words.code(spaced(code.digits))} onClick={onCopy}>
          <span>{first}</span>
          <span>{second}</span>
        </span>
        <Ring code={code} now={now} label={words.remaining(seconds)} unit={words.secondsUnit} />
      </div>
      <div class="copy-row">
        <button type="button" class="copy" ref={copyRef} onClick={onCopy} aria-disabled={code.use === 'filled'}>
          {words.copy}
        </button>
        <CodeStatus code={code} now={now} ended={ended} />
      </div>
    </div>
  );
}
