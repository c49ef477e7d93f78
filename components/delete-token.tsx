/** Deleting a token here: a question first, with what comes before it at the bank; a reason where it may not be. */
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/protocol.ts';
import { Call } from './call-line.tsx';
import { answersNo, useAsking } from './drop-question.tsx';
import { useLanguage, useWords } from './language.ts';
import { sentences } from './sentences.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  token: TokenLook;
  onRemove: () => void;
}

/** For the bank a locked token is still this customer's. */
const HELD = new Set<TokenLook['state']>(['ACTIVE', 'SUSPENDED']);

function useQuestion({ state, kind }: TokenLook): string {
  const { remove } = useWords(tokenWords);
  if (kind === 'local') return remove.local;
  if (HELD.has(state)) return kind === 'credit-union' ? remove.releaseFirst : remove.stopFirst;
  return state === 'UNBOUND' ? remove.startFirst : remove.plain;
}

function Question({ token, onRemove, onKeep }: Props & { onKeep: () => void }): JSX.Element {
  const words = useWords(tokenWords).remove;
  const question = useQuestion(token);
  const keep = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus: Enter deletes nothing.
  useLayoutEffect(() => keep.current?.focus(), []);
  return (
    <div class="question" role="group" aria-label={words.open} onKeyDown={answersNo(onKeep)}>
      <p>{question}</p>
      {HELD.has(token.state) && <Call call={token.call} />}
      <button type="button" class="danger" onClick={onRemove}>
        {words.yes}
      </button>
      <button type="button" class="quiet" ref={keep} onClick={onKeep}>
        {words.no}
      </button>
    </div>
  );
}

export function DeleteToken({ token, onRemove }: Props): JSX.Element {
  const words = useWords(tokenWords).remove;
  const language = useLanguage();
  const { asking, ask, button } = useAsking();
  const reasonId = useId();
  if (asking && token.mayRemove) return <Question token={token} onRemove={onRemove} onKeep={() => ask(false)} />;
  return (
    <div class="delete">
      <button
        type="button"
        class="quiet"
        ref={button}
        aria-disabled={!token.mayRemove}
        {...(token.mayRemove ? {} : { 'aria-describedby': reasonId })}
        onClick={() => token.mayRemove && ask(true)}
      >
        {words.open}
      </button>
      {!token.mayRemove && (
        <p class="small" id={reasonId}>
          {token.exchanging ? sentences[language]['exchange-unfinished'] : words.newWaits}
        </p>
      )}
    </div>
  );
}
