/** Which imported tokens go into the file, and the passphrase that will open it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/looks.ts';
import type { Reason } from '../lib/refusal.ts';
import { Check } from './check.tsx';
import { displayName } from './display-name.ts';
import { useWords } from './language.ts';
import { namesOf } from './local-name.ts';
import { RefusalNote } from './notices.tsx';
import type { Random } from './passphrase-maker.ts';
import { NewPassphraseFields, useNewPassphrase } from './passphrase-new.tsx';
import type { NewPassphrase } from './passphrase-new.tsx';
import { localWords } from './words-local.ts';
import { transferWords } from './words-transfer.ts';

/** Kept by the page, so that the lock does not lose it. */
export interface ExportDraft {
  /** Ids of tokens that are not to go out; all others are. */
  declined: string[];
  setDeclined: (ids: string[]) => void;
  /** Of the file. */
  chosen: NewPassphrase;
}

export function useExportDraft(): ExportDraft {
  const [declined, setDeclined] = useState<string[]>([]);
  return { declined, setDeclined, chosen: useNewPassphrase() };
}

export function isExportable({ local }: TokenLook): boolean {
  return local !== null;
}

/** The customer sees that they were thought of, and why they stay. */
export function BoundTokens({ tokens }: { tokens: TokenLook[] }): JSX.Element | null {
  const words = useWords(transferWords).export;
  const bound = tokens.filter((token) => !isExportable(token));
  if (bound.length === 0) return null;
  return (
    <div class="sheet bound">
      <h3>{words.issued}</h3>
      <ul>
        {bound.map((token) => (
          <li key={token.id}>
            {displayName(token)} <span class="serial-number">{token.serial}</span>
          </li>
        ))}
      </ul>
      <p class="small">{words.bound}</p>
    </div>
  );
}

interface Props {
  tokens: TokenLook[];
  draft: ExportDraft;
  random: Random;
  /** No token is left. */
  isEmpty: boolean;
  busy: boolean;
  onNext: () => void;
}

function Boxes({ tokens, draft }: Pick<Props, 'tokens' | 'draft'>): JSX.Element {
  const words = useWords(transferWords).export;
  const { unnamed } = useWords(localWords);
  const choose = (id: string, on: boolean): void => {
    const others = draft.declined.filter((one) => one !== id);
    draft.setDeclined(on ? others : [...others, id]);
  };
  return (
    <fieldset>
      <legend>{words.choose}</legend>
      {tokens.map(({ id, local }) => {
        if (!local) return null;
        const { heading, line } = namesOf(local, unnamed);
        return <Check key={id} label={`${heading} ${line}`.trim()} checked={!draft.declined.includes(id)} onChange={(on) => choose(id, on)} />;
      })}
    </fieldset>
  );
}

export function ExportChoice({ tokens, draft, random, isEmpty, busy, onNext }: Props): JSX.Element {
  const words = useWords(transferWords).export;
  const [fault, setFault] = useState<'none-chosen' | Reason | null>(null);
  const next = (event: Event): void => {
    event.preventDefault();
    const found = isEmpty ? 'none-chosen' : draft.chosen.judge();
    setFault(found);
    if (found === null && !busy) onNext();
  };
  return (
    <form class="sheet" autocomplete="off" onSubmit={next}>
      <Boxes tokens={tokens} draft={draft} />
      <p>{words.note}</p>
      <NewPassphraseFields chosen={draft.chosen} random={random} labels={{ first: words.passphrase, again: words.again }} />
      <div role="alert">{fault === 'none-chosen' && <p class="refusal">{words.noneChosen}</p>}</div>
      <RefusalNote reason={fault === 'none-chosen' ? null : fault} />
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={busy}>
          {words.next}
        </button>
      </div>
    </form>
  );
}
