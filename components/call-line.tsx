/** Whom to call about a token, and when they answer. */
import type { JSX } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

export function Call({ call }: Pick<TokenLook, 'call'>): JSX.Element | null {
  const words = useWords(tokenWords);
  if (!call?.telephone) return null;
  return (
    <p class="call">
      {words.next.call(call.telephone)}
      {call.hours !== '' && <small> {call.hours}</small>}
    </p>
  );
}
