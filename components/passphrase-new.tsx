/** A new passphrase: typed twice, judged as it is typed; a suggestion to write down. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Reason } from '../lib/refusal.ts';
import { useWords } from './language.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { makePassphrase } from './passphrase-maker.ts';
import type { Random } from './passphrase-maker.ts';
import { estimate } from './passphrase.ts';
import type { Estimate } from './passphrase.ts';
import { lockWords } from './words-lock.ts';

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

function Suggestion({ random }: { random: Random }): JSX.Element {
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

export interface NewPassphrase {
  first: string;
  second: string;
  setFirst: (typed: string) => void;
  setSecond: (typed: string) => void;
  judged: Estimate;
  /** Null when it may be used. */
  judge: () => Reason | null;
}

export function useNewPassphrase(): NewPassphrase {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const judged = estimate(first);
  const judge = (): Reason | null => {
    if (judged.strength === 'empty' || judged.strength === 'weak') return 'weak-passphrase';
    return first === second ? null : 'passphrases-differ';
  };
  return { first, second, setFirst, setSecond, judged, judge };
}

interface Props {
  chosen: NewPassphrase;
  random: Random;
  labels: { first: string; again: string };
}

export function NewPassphraseFields({ chosen, random, labels }: Props): JSX.Element {
  const meterId = useId();
  return (
    <>
      <Suggestion random={random} />
      <PassphraseField label={labels.first} value={chosen.first} onInput={chosen.setFirst} isNew describedBy={meterId} />
      <Meter judged={chosen.judged} id={meterId} />
      <PassphraseField label={labels.again} value={chosen.second} onInput={chosen.setSecond} isNew />
    </>
  );
}
