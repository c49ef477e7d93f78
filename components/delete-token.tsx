/** Deleting a token here: a question first, with what comes before it at the bank; a reason where it may not be. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/looks.ts';
import { isInUse } from '../lib/token.ts';
import { Call } from './call-line.tsx';
import { useLanguage, useWords } from './language.ts';
import { Question, useAsking } from './question.tsx';
import { sentences } from './sentences.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  token: TokenLook;
  onRemove: () => void;
}

function useQuestion({ state, kind }: TokenLook): string {
  const { remove } = useWords(tokenWords);
  if (kind === 'local') return remove.local;
  if (isInUse(state) && kind === 'credit-union') return remove.releaseFirst;
  if (isInUse(state)) return state === 'SUSPENDED' ? remove.suspendedFirst : remove.stopFirst;
  return state === 'UNBOUND' ? remove.startFirst : remove.plain;
}

function DeleteQuestion({ token, onRemove, onKeep }: Props & { onKeep: () => void }): JSX.Element {
  const { open, yes, no } = useWords(tokenWords).remove;
  const question = useQuestion(token);
  return (
    <Question label={open} question={question} yes={yes} no={no} onYes={onRemove} onNo={onKeep}>
      {isInUse(token.state) && <Call call={token.call} />}
    </Question>
  );
}

export function DeleteToken({ token, onRemove }: Props): JSX.Element {
  const words = useWords(tokenWords).remove;
  const language = useLanguage();
  const { asking, ask, button } = useAsking();
  const reasonId = useId();
  if (asking && token.mayRemove) return <DeleteQuestion token={token} onRemove={onRemove} onKeep={() => ask(false)} />;
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
