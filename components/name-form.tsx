/** トークン表示名設定: words of the customer's own behind the institution's name; none are fine. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/looks.ts';
import { MOST_SUFFIX } from '../lib/token.ts';
import type { Asking } from './asking.ts';
import { useAttempt, useWhenLocked } from './attempt.ts';
import { displayName } from './display-name.ts';
import type { Drafts } from './drafts.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { seenAgain } from './set-up.tsx';
import { unionWords } from './words-union.ts';

interface Props {
  ask: Asking;
  token: TokenLook;
  drafts: Drafts;
  onNamed: (token: TokenLook) => void;
  onLocked: () => void;
}

interface SuffixProps {
  token: TokenLook;
  suffix: string;
  onInput: (suffix: string) => void;
}

function SuffixField({ token, suffix, onInput }: SuffixProps): JSX.Element {
  const words = useWords(unionWords).name;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words.after}</label>
      <p class="small" id={`${id}-hint`}>
        {words.example(token.institution)} {words.optional}
      </p>
      <input
        id={id}
        type="text"
        value={suffix}
        maxLength={MOST_SUFFIX}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p>
        {words.preview}:{' '}
        <output for={id} aria-label={words.preview}>
          {displayName({ institution: token.institution, suffix: suffix.trim() })}
        </output>
      </p>
    </div>
  );
}

export function NameForm({ ask, token, drafts, onNamed, onLocked }: Props): JSX.Element {
  const words = useWords(unionWords).name;
  const [suffix, setSuffix] = useState(drafts.suffixes.get(token.id) ?? token.suffix);
  const attempt = useAttempt();
  useWhenLocked(attempt.refused, onLocked);
  const type = (typed: string): void => {
    drafts.suffixes.set(token.id, typed);
    setSuffix(typed);
  };
  const register = async (event: Event): Promise<void> => {
    event.preventDefault();
    await attempt.run(async () => {
      await ask('nameToken', { tokenId: token.id, suffix });
      drafts.suffixes.delete(token.id);
      onNamed(await seenAgain(ask, token.id));
    });
  };
  return (
    <form onSubmit={(event) => void register(event)}>
      <StepHeading>{words.heading}</StepHeading>
      <p>{words.lead}</p>
      <div class="sheet fields">
        <dl>
          <dt>{words.display}</dt>
          <dd>{token.institution}</dd>
          <dt>{words.before}</dt>
          <dd>{token.suffix === '' ? words.none : token.suffix}</dd>
        </dl>
        <SuffixField token={token} suffix={suffix} onInput={type} />
      </div>
      <RefusalNote reason={attempt.refused} />
      <div class="actions">
        <button type="submit" class="primary large" aria-disabled={attempt.busy}>
          {words.register}
        </button>
      </div>
      <Progress shown={attempt.slow} label={words.working} />
      {token.introduced && <p class="small">{words.leave}</p>}
    </form>
  );
}

export function Renamed({ token }: { token: TokenLook }): JSX.Element {
  const words = useWords(unionWords).name;
  return (
    <div class="done">
      <StepHeading>{words.renamed}</StepHeading>
      <p>{words.renamedBody(displayName(token))}</p>
    </div>
  );
}
