/** Whom to call about a token of this institution, and when they answer. */
import type { JSX } from 'preact';
import { profileOf } from '../lib/institutions/profiles.ts';
import { useWords } from './language.ts';
import { tokenWords } from './words-token.ts';

export function Call({ code }: { code: string }): JSX.Element | null {
  const words = useWords(tokenWords);
  const profile = profileOf(code);
  if (!profile?.telephone) return null;
  return (
    <p class="call">
      {words.next.call(profile.telephone)}
      {profile.hours !== '' && <small> {profile.hours}</small>}
    </p>
  );
}
