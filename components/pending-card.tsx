/** 発行手続き中: an issue that was interrupted; it can go on, or be dropped after a question. */
import type { JSX } from 'preact';
import type { PendingLook } from '../lib/messages/looks.ts';
import { DropQuestion } from './drop-question.tsx';
import { useWords } from './language.ts';
import { useAsking } from './question.tsx';
import { popupWords } from './words-popup.ts';

interface Props {
  pending: PendingLook;
  onResume: () => void;
  onDrop: () => void;
}

export function PendingCard({ pending, onResume, onDrop }: Props): JSX.Element {
  const words = useWords(popupWords).pending;
  const { asking, ask, button } = useAsking();
  const isUnion = pending.kind === 'credit-union';
  return (
    <article class="card pending" aria-label={`${pending.institution} ${words.state}`}>
      <header class="card-head">
        <div class="card-name card-title">
          <h2>{pending.institution}</h2>
          <span class="seal seal-pending">{words.state}</span>
        </div>
      </header>
      {asking ? (
        <DropQuestion onDrop={onDrop} onKeep={() => ask(false)} />
      ) : (
        <div class="question">
          <p>{isUnion ? words.bodyUnion : words.body}</p>
          <button type="button" class="step" onClick={onResume}>
            {words.resume}
          </button>
          <button type="button" class="quiet" ref={button} onClick={() => ask(true)}>
            {words.startOver}
          </button>
        </div>
      )}
    </article>
  );
}
