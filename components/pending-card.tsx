/** 発行手続き中: an issue that was interrupted; it can go on, or be dropped after a question. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PendingLook } from '../lib/messages/protocol.ts';
import { useWords } from './language.ts';
import { popupWords } from './words-popup.ts';

interface Props {
  pending: PendingLook;
  onResume: () => void;
  onDrop: () => void;
}

export function PendingCard({ pending, onResume, onDrop }: Props): JSX.Element {
  const words = useWords(popupWords).pending;
  const [asking, askFirst] = useState(false);
  return (
    <article class="card pending" aria-label={`${pending.institution} ${words.state}`}>
      <header class="card-head">
        <div class="card-name card-title">
          <h2>{pending.institution}</h2>
          <span class="seal seal-pending">{words.state}</span>
        </div>
      </header>
      {asking ? (
        <div class="question" role="group" aria-label={words.confirm}>
          <p>{words.confirm}</p>
          <button type="button" class="danger" onClick={onDrop}>
            {words.yes}
          </button>
          <button type="button" class="quiet" onClick={() => askFirst(false)}>
            {words.no}
          </button>
        </div>
      ) : (
        <div class="question">
          <p>{words.body}</p>
          <button type="button" class="step" onClick={onResume}>
            {words.resume}
          </button>
          <button type="button" class="quiet" onClick={() => askFirst(true)}>
            {words.startOver}
          </button>
        </div>
      )}
    </article>
  );
}
