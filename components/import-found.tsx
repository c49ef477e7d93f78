/** What an import holds, before anything is kept: one line a token, with a box for each that is new. */
import type { JSX } from 'preact';
import type { FoundLook } from '../lib/messages/imports.ts';
import { useWords } from './language.ts';
import { namesOf } from './local-name.ts';
import { importWords } from './words-import.ts';

interface Props {
  found: FoundLook[];
  chosen: ReadonlySet<number>;
  onChoose: (indices: number[], on: boolean) => void;
}

/** From so many on, choosing all or none is worth a button. */
const MANY = 4;

function useKind(): (token: NonNullable<FoundLook['token']>) => string {
  const { kinds, digits } = useWords(importWords).found;
  return (token) => `${token.counts ? kinds.counter : kinds.time(token.period)}・${digits(token.digits)}`;
}

function Named({ found }: { found: FoundLook }): JSX.Element {
  const words = useWords(importWords);
  const kind = useKind();
  const { heading, line } = namesOf(found, words.found.unnamed);
  return (
    <span class="found-name">
      <strong>{heading}</strong>
      {line !== '' && <span>{line}</span>}
      {found.token && <small>{kind(found.token)}</small>}
      {found.state === 'removed' && <small>{words.found.removed}</small>}
      {found.problem && <small class="found-problem">{words.problems.entry[found.problem]}</small>}
    </span>
  );
}

function Line({ found, chosen, onChoose }: { found: FoundLook; chosen: boolean; onChoose: (on: boolean) => void }): JSX.Element {
  const { states } = useWords(importWords).found;
  const { state } = found;
  const seal = <span class={`seal found-${state}`}>{states[state]}</span>;
  if (state !== 'new')
    return (
      <li class="found-line">
        <Named found={found} />
        {seal}
      </li>
    );
  return (
    <li>
      <label class="check found-line">
        <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
        <Named found={found} />
        {seal}
      </label>
    </li>
  );
}

export function FoundList({ found, chosen, onChoose }: Props): JSX.Element {
  const words = useWords(importWords).found;
  const fresh = found.filter(({ state }) => state === 'new').map(({ index }) => index);
  return (
    <>
      {fresh.length >= MANY && (
        <div class="actions">
          <button type="button" class="quiet" onClick={() => onChoose(fresh, true)}>
            {words.all}
          </button>
          <button type="button" class="quiet" onClick={() => onChoose(fresh, false)}>
            {words.noneChosen}
          </button>
        </div>
      )}
      <ul class="found" aria-label={words.heading}>
        {found.map((one) => (
          <Line key={one.index} found={one} chosen={chosen.has(one.index)} onChoose={(on) => onChoose([one.index], on)} />
        ))}
      </ul>
    </>
  );
}
