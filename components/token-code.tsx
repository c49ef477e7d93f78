/** The code in large digits, its ring, its copy button and the line that says what became of it. */
import type { JSX, Ref } from 'preact';
import type { CodeLook } from '../lib/messages/looks.ts';
import { Digits, ShowButton } from './code-digits.tsx';
import { CodeStatus } from './code-status.tsx';
import { NEARLY_OVER, secondsLeft } from './countdown.ts';
import { Ring } from './drawings.tsx';
import type { Hiding } from './hiding.ts';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  code: CodeLook;
  now: number;
  /** It ran out and no next one has come. */
  ended: boolean;
  hiding: Hiding;
  onCopy: () => void;
  copyRef: Ref<HTMLButtonElement>;
}

export function TokenCode({ code, now, ended, hiding, onCopy, copyRef }: Props): JSX.Element {
  const words = useWords(tokenWords);
  // The digits of a used code are not told again, those of an ended one not left standing, none by a clock that was set.
  const why = ended ? words.ended : code.timed ? words.usedMark : words.timing;
  const none = ended || code.digits === '' ? why : null;
  const seconds = secondsLeft(code.endsAt, now);
  const nearly = seconds < NEARLY_OVER ? ' nearly' : '';
  return (
    <div class={`code code-${code.use}${nearly}`}>
      <div class="code-row">
        <Digits digits={code.digits} none={none} hidden={hiding.hidden} onCopy={onCopy} />
        <Ring code={code} now={now} label={words.remaining(seconds)} unit={words.secondsUnit} />
      </div>
      <div class="copy-row">
        <button type="button" class="copy" ref={copyRef} onClick={onCopy} aria-disabled={code.use === 'filled'}>
          {words.copy}
        </button>
        <ShowButton hiding={hiding} />
        <CodeStatus code={code} now={now} ended={ended} nextHidden={hiding.nextHidden} />
      </div>
    </div>
  );
}
