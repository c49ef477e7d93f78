/** Finding the institution by kanji, kana, rōmaji or code: a combobox with its list always open. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { findInstitutions } from '../lib/institutions/directory.ts';
import type { Institution, InstitutionProfile } from '../lib/institutions/profile.ts';
import { mayEnrol, profileOf, profiles } from '../lib/institutions/profiles.ts';
import type { TokenLook } from '../lib/messages/looks.ts';
import type { Reason } from '../lib/refusal.ts';
import { displayName } from './display-name.ts';
import type { Drafts } from './drafts.ts';
import { Monogram } from './drawings.tsx';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { enrolWords } from './words-enrol.ts';
import { managedWords } from './words-managed.ts';

interface Props {
  onChoose: (profile: InstitutionProfile) => void;
  /** Tokens whose set-up was interrupted. */
  unfinished: TokenLook[];
  onGoOn: (tokenId: string) => void;
  drafts: Drafts;
}

const MOST_ROWS = 30;

const choosable = (): InstitutionProfile[] => profiles().filter(({ code }) => mayEnrol(code));

/** All that match; before anything is typed those that can be chosen. */
export function rowsFor(query: string): Institution[] {
  return query.trim() === '' ? choosable() : findInstitutions(query);
}

/** The active row after a key; null when the key is not for the list. */
export function activeAfter(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, active + 1);
  if (key === 'ArrowUp') return Math.max(0, active - 1);
  return null;
}

interface RowProps {
  institution: Institution;
  active: boolean;
  onPick: () => void;
}

const rowId = (code: string): string => `institution-${code}`;

function Row({ institution, active, onPick }: RowProps): JSX.Element {
  const words = useWords(enrolWords).search;
  const { notAllowed } = useWords(managedWords);
  const allowed = mayEnrol(institution.code);
  const supported = allowed && profileOf(institution.code) !== undefined;
  return (
    <li
      id={rowId(institution.code)}
      role="option"
      aria-selected={active}
      aria-disabled={!supported}
      class={active ? 'row active' : 'row'}
      onClick={onPick}
    >
      <Monogram name={institution.name} code={institution.code} />
      <span class="row-name">
        <strong>{institution.name}</strong>
        <small>
          {institution.kana} {words.code(institution.code)}
        </small>
      </span>
      {!supported && <span class="row-note">{allowed ? words.unsupported : notAllowed}</span>}
    </li>
  );
}

function Unfinished({ unfinished, onGoOn }: Pick<Props, 'unfinished' | 'onGoOn'>): JSX.Element | null {
  const words = useWords(enrolWords).unfinished;
  if (unfinished.length === 0) return null;
  return (
    <section class="notice warn" aria-label={words.body}>
      <h2>{words.body}</h2>
      {unfinished.map((token) => (
        <div class="actions" key={token.id}>
          <span>
            {displayName(token)} {token.serial}
          </span>
          <button type="button" class="step" onClick={() => onGoOn(token.id)}>
            {words.goOn}
          </button>
        </div>
      ))}
    </section>
  );
}

function useSearch({ onChoose, drafts }: Pick<Props, 'onChoose' | 'drafts'>) {
  const [query, setQuery] = useState(drafts.query);
  const [active, setActive] = useState(0);
  const [refused, refuse] = useState<Reason | null>(null);
  const found = rowsFor(query);
  const rows = found.slice(0, MOST_ROWS);
  const pick = (institution: Institution | undefined): void => {
    const profile = institution && profileOf(institution.code);
    if (institution && !mayEnrol(institution.code)) refuse('institution-not-allowed');
    else if (profile) onChoose(profile);
    else refuse(institution ? 'institution-without-issuer' : 'institution-unknown');
  };
  const type = (typed: string): void => {
    setQuery(typed);
    drafts.query = typed;
    setActive(0);
    refuse(null);
  };
  const press = (event: KeyboardEvent): void => {
    // While an input method is composing, Enter and arrows belong to it.
    if (event.isComposing) return;
    const next = activeAfter(event.key, active, rows.length);
    if (event.key === 'Enter') pick(rows[active]);
    else if (event.key === 'Escape') type('');
    else if (next === null) return;
    else setActive(next);
    event.preventDefault();
  };
  return { query, active, refused, found: found.length, rows, pick, type, press };
}

/** How many there are, or what to do where there are none. */
function Outcome({ found, typed }: { found: number; typed: boolean }): JSX.Element {
  const words = useWords(enrolWords).search;
  if (!typed) return <p class="small">{found > 0 && words.supported}</p>;
  if (found > 0) return <p class="small">{found > MOST_ROWS ? words.countFirst(found, MOST_ROWS) : words.count(found)}</p>;
  return (
    <div class="notice warn">
      <p>{words.none}</p>
      <ul>
        {words.noneHelp.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** No institution of this build has an issuer: no way to a token by typing, but one past it. */
function NoneSupported(): JSX.Element {
  const words = useWords(enrolWords).search;
  return (
    <div class="notice warn">
      <p>{words.noneSupported}</p>
      <a href="/transfer.html" target="_blank" rel="noopener">{words.toTransfer}</a>
    </div>
  );
}

/** The keys move the active row while the focus stays in the field: the row comes into view by itself only here. */
function useActiveInView(activeCode: string | undefined, query: string): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && activeCode !== undefined) document.getElementById(rowId(activeCode))?.scrollIntoView({ block: 'nearest' });
    isFirst.current = false;
  }, [activeCode, query]);
}

export function InstitutionSearch(props: Props): JSX.Element {
  const words = useWords(enrolWords).search;
  const { query, active, refused, found, rows, pick, type, press } = useSearch(props);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const activeCode = rows[active]?.code;
  useActiveInView(activeCode, query);
  return (
    <div class="institution-search">
      <Unfinished {...props} />
      <h1>{words.heading}</h1>
      <label for="institution-query">{words.label}</label>
      <input
        id="institution-query"
        ref={field}
        type="text"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls="institution-list"
        aria-autocomplete="list"
        aria-describedby="institution-hint"
        {...(activeCode === undefined ? {} : { 'aria-activedescendant': rowId(activeCode) })}
        autocomplete="off"
        value={query}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
      />
      <p id="institution-hint" class="small">
        {words.hint}
      </p>
      <RefusalNote reason={refused} />
      {choosable().length === 0 && <NoneSupported />}
      <div role="status">
        <Outcome found={found} typed={query.trim() !== ''} />
      </div>
      <ul id="institution-list" role="listbox" aria-label={words.results}>
        {rows.map((institution, at) => (
          <Row key={institution.code} institution={institution} active={at === active} onPick={() => pick(institution)} />
        ))}
      </ul>
    </div>
  );
}
