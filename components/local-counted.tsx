/** The code of a counting token (HOTP, RFC 4226): asked for one by one, shown until the popup closes. */
import type { JSX, Ref } from 'preact';
import { useAttempt } from './attempt.ts';
import { Digits, ShowButton } from './code-digits.tsx';
import type { Hiding } from './hiding.ts';
import { useWords } from './language.ts';
import type { Counted } from './popup-state.ts';
import { localWords } from './words-local.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  counted: Counted | null;
  hiding: Hiding;
  onNext: () => Promise<void>;
  onCopy: () => void;
  copyRef: Ref<HTMLButtonElement>;
}

export function CountedCode({ counted, hiding, onNext, onCopy, copyRef }: Props): JSX.Element {
  const words = useWords(localWords);
  const { copy } = useWords(tokenWords);
  // A second click while the first is on its way would use up a counter.
  const attempt = useAttempt();
  return (
    <div class="code code-fresh">
      <div class="code-row" role="status">
        {counted ? <Digits digits={counted.digits} none={null} hidden={hiding.hidden} onCopy={onCopy} /> : <p class="small">{words.before}</p>}
      </div>
      <div class="copy-row">
        {counted && (
          <button type="button" class="copy" ref={copyRef} onClick={onCopy}>
            {copy}
          </button>
        )}
        {counted && <ShowButton hiding={hiding} />}
        <button
          type="button"
          key="next"
          class={counted ? 'quiet' : 'step'}
          aria-disabled={attempt.busy}
          onClick={() => void attempt.run(onNext)}
        >
          {words.next}
        </button>
        {counted && <span class="code-status">{words.counter(counted.counter)}</span>}
      </div>
    </div>
  );
}
