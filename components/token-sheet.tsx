/** The new token on its sheet: serial and state, large enough to read aloud. */
import type { JSX } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { displayName } from './display-name.ts';
import { Monogram } from './drawings.tsx';
import { useWords } from './language.ts';
import { shownState } from './token-next.tsx';
import { enrolWords } from './words-enrol.ts';
import { tokenWords } from './words-token.ts';
import { unionWords } from './words-union.ts';

export function TokenSheet({ token }: { token: TokenLook }): JSX.Element {
  const words = useWords(enrolWords).done;
  const { display } = useWords(unionWords).name;
  const { states } = useWords(tokenWords);
  return (
    <div class="sheet issued">
      <Monogram name={token.institution} code={token.institutionCode} />
      <dl>
        <dt>{display}</dt>
        <dd>{displayName(token)}</dd>
        <dt>{words.serial}</dt>
        <dd class="serial-number">{token.serial}</dd>
        <dt>{words.state}</dt>
        <dd>
          <span class={`seal seal-${token.state.toLowerCase()}`}>{states[shownState(token)]}</span>
        </dd>
      </dl>
    </div>
  );
}
