/** First run: a passphrase chosen twice, judged as it is typed; a suggestion to write down. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useAttempt } from './attempt.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { makePassphrase } from './passphrase-maker.ts';
import type { Random } from './passphrase-maker.ts';
import { estimate } from './passphrase.ts';
import type { Estimate } from './passphrase.ts';
import type { Asking, Stretch } from './unlock-form.tsx';
import { lockWords } from './words-lock.ts';

interface Props {
  ask: Asking;
  stretch: Stretch;
  random: Random;
  onMade: () => void;
}

/** A full bar. */
const MOST_BITS = 60;

function Meter({ judged, id }: { judged: Estimate; id: string }): JSX.Element {
  const words = useWords(lockWords);
  const share = Math.min(100, Math.round((judged.bits / MOST_BITS) * 100));
  const weakness = judged.weaknesses[0];
  return (
    <div class={`strength strength-${judged.strength}`} id={id}>
      <div
        role="meter"
        aria-label={words.choose.strength}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={words.strengths[judged.strength]}
      >
        {/* An SVG width needs no inline style. */}
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="strength-track" width="100" height="4" />
          <rect class="strength-bar" width={share} height="4" />
        </svg>
      </div>
      <p>
        <strong>{words.strengths[judged.strength]}</strong> {weakness && words.weaknesses[weakness]}
      </p>
    </div>
  );
}

function Suggestion({ random }: Pick<Props, 'random'>): JSX.Element {
  const words = useWords(lockWords).choose;
  const [suggested, suggest] = useState<string | null>(null);
  return (
    <div class="suggestion">
      <button type="button" class="step" onClick={() => suggest(makePassphrase(random))}>
        {words.suggest}
      </button>
      <div role="status">
        {suggested !== null && (
          <>
            <output class="suggested" aria-label={words.suggestion}>
              {suggested}
            </output>
            <p>{words.suggested}</p>
          </>
        )}
      </div>
    </div>
  );
}

async function makeVault({ ask, stretch }: Props, passphrase: string): Promise<void> {
  const wayIn = await ask('draftLock', {});
  await ask('makeVault', { ...wayIn, stretched: await stretch(passphrase, wayIn) });
}

export function ChooseLock(props: Props): JSX.Element {
  const words = useWords(lockWords);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const attempt = useAttempt();
  const meterId = useId();
  const judged = estimate(first);
  const choose = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (judged.strength === 'empty' || judged.strength === 'weak') return attempt.refuse('weak-passphrase');
    if (first !== second) return attempt.refuse('passphrases-differ');
    if (await attempt.run(() => makeVault(props, first))) props.onMade();
  };
  return (
    <form class="choose-lock" onSubmit={(event) => void choose(event)}>
      <StepHeading>{words.choose.heading}</StepHeading>
      <p>{words.choose.why}</p>
      <p class="warning">{words.choose.warning}</p>
      <Suggestion random={props.random} />
      <PassphraseField label={words.passphrase} value={first} onInput={setFirst} isNew describedBy={meterId} />
      <Meter judged={judged} id={meterId} />
      <PassphraseField label={words.choose.again} value={second} onInput={setSecond} isNew />
      <RefusalNote reason={attempt.refused} />
      <button type="submit" class="primary large" aria-disabled={attempt.busy}>
        {words.choose.set}
      </button>
      <Progress shown={attempt.slow} label={words.choose.setting} />
    </form>
  );
}

/** Asked once when the vault is there; not waited for, since Firefox may ask the person first. */
export function DurableNote({ persist }: { persist: () => Promise<boolean> }): JSX.Element {
  const words = useWords(lockWords).durable;
  const [kept, setKept] = useState<boolean | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    persist().then(setKept, () => setKept(false));
  }, [persist]);
  return (
    <div role="status">
      {kept !== null && <p class={kept ? 'notice' : 'notice warn'}>{kept ? words.kept : words.notKept}</p>}
    </div>
  );
}
