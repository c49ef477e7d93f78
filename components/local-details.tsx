/** くわしく of an imported token: its names, its site, its way out, deleting it. */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { BoundSite, TokenLook } from '../lib/messages/looks.ts';
import { MOST_NAME } from '../lib/token.ts';
import { useAttempt } from './attempt.ts';
import { DeleteToken } from './delete-token.tsx';
import { useWords } from './language.ts';
import { LocalSite } from './local-site.tsx';
import type { SiteActs } from './local-site.tsx';
import { Progress, RefusalNote } from './notices.tsx';
import { answersNo, useAsking } from './question.tsx';
import { localWords } from './words-local.ts';

export interface Names {
  issuer: string;
  account: string;
}

interface Props {
  token: TokenLook;
  names: Names;
  site: BoundSite | null;
  siteActs: SiteActs;
  onRename: (names: Names) => Promise<void>;
  onOpen: (address: string) => void;
  onRemove: () => void;
  /** What every token has here. */
  children: ComponentChildren;
}

interface FieldProps {
  label: string;
  before: string;
  value: string;
  onInput: (value: string) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
}

function NameField({ label, before, value, onInput, inputRef }: FieldProps): JSX.Element {
  const words = useWords(localWords).edit;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="small" id={`${id}-before`}>
        {words.before(before === '' ? words.none : before)}
      </p>
      <input
        id={id}
        aria-describedby={`${id}-before`}
        type="text"
        value={value}
        maxLength={MOST_NAME}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
        {...(inputRef ? { ref: inputRef } : {})}
      />
    </div>
  );
}

interface FormProps {
  names: Names;
  onRename: (names: Names) => Promise<void>;
  onDone: () => void;
}

function RenameForm({ names, onRename, onDone }: FormProps): JSX.Element {
  const words = useWords(localWords).edit;
  const [issuer, setIssuer] = useState(names.issuer);
  const [account, setAccount] = useState(names.account);
  const attempt = useAttempt();
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await attempt.run(() => onRename({ issuer, account }))) onDone();
  };
  return (
    <form class="local-names" onSubmit={(event) => void save(event)} onKeyDown={answersNo(onDone)}>
      <NameField label={words.issuer} before={names.issuer} value={issuer} onInput={setIssuer} inputRef={first} />
      <NameField label={words.account} before={names.account} value={account} onInput={setAccount} />
      <RefusalNote reason={attempt.refused} />
      <div class="details-actions">
        <button type="submit" class="step" aria-disabled={attempt.busy}>
          {words.save}
        </button>
        <button type="button" class="quiet" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
      <Progress shown={attempt.slow} label={words.saving} />
    </form>
  );
}

export function LocalDetails({ token, names, site, siteActs, onRename, onOpen, onRemove, children }: Props): JSX.Element {
  const words = useWords(localWords);
  const { asking, ask, button } = useAsking();
  return (
    <details>
      <summary>{words.details}</summary>
      {asking ? (
        <RenameForm names={names} onRename={onRename} onDone={() => ask(false)} />
      ) : (
        <div class="details-actions">
          <button type="button" class="quiet" ref={button} onClick={() => ask(true)}>
            {words.edit.open}
          </button>
          <button type="button" class="quiet" onClick={() => onOpen('/transfer.html#export')}>
            {words.exporting}
          </button>
        </div>
      )}
      <LocalSite {...siteActs} site={site} />
      {children}
      <div class="delete-part">
        <DeleteToken token={token} onRemove={onRemove} />
      </div>
    </details>
  );
}
