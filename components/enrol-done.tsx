/** The token is here: its serial, and the bank's own steps of 利用開始, in the manuals' order. */
import type { JSX } from 'preact';
import type { TokenLook } from '../lib/messages/protocol.ts';
import { Monogram } from './drawings.tsx';
import { useWords } from './language.ts';
import { StepHeading } from './page.tsx';
import { shownState } from './token-next.tsx';
import { enrolWords } from './words-enrol.ts';
import { tokenWords } from './words-token.ts';

interface Props {
  token: TokenLook;
  open: (address: string) => void;
  onAnother: () => void;
}

export function EnrolDone({ token, open, onAnother }: Props): JSX.Element {
  const words = useWords(enrolWords).done;
  const { states } = useWords(tokenWords);
  const address = token.loginAddress;
  return (
    <div class="done">
      <StepHeading>{words.heading}</StepHeading>
      <p>{words.body(token.institution)}</p>
      <div class="sheet issued">
        <Monogram name={token.institution} code={token.institutionCode} />
        <dl>
          <dt>{words.serial}</dt>
          <dd class="serial-number">{token.serial}</dd>
          <dt>{words.state}</dt>
          <dd>
            <span class={`seal seal-${token.state.toLowerCase()}`}>{states[shownState(token)]}</span>
          </dd>
        </dl>
      </div>
      <h2>{words.nextHeading}</h2>
      <ol class="numbered">
        {words.next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="actions">
        {address !== null && (
          <button type="button" class="primary large" onClick={() => open(address)}>
            {words.open(token.institution)}
          </button>
        )}
        <button type="button" class="quiet" onClick={onAnother}>
          {words.another}
        </button>
      </div>
      <p class="small">{words.later}</p>
    </div>
  );
}
