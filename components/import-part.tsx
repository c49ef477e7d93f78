/** 取り込む: from the ways in to what was found, and on to what was added. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Importing } from './import-effects.ts';
import { FoundList } from './import-found.tsx';
import { SealedFiles, SourceProblems } from './import-sources.tsx';
import type { ImportState } from './import-state.ts';
import { WaysIn } from './import-ways.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { importWords } from './words-import.ts';

/** A heading that appears with what it announces takes the focus: a screen reader goes on there. */
function ArrivingHeading({ children }: { children: string }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

function Added({ count }: { count: number }): JSX.Element {
  const words = useWords(importWords).added;
  return (
    <section class="sheet">
      <ArrivingHeading>{words.heading(count)}</ArrivingHeading>
      <ol class="numbered">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function Summary({ state }: { state: ImportState }): JSX.Element {
  const words = useWords(importWords).found;
  const found = state.look?.found ?? [];
  const missing = state.look?.missing ?? 0;
  return (
    <>
      <p role="status">{found.length === 0 ? words.none : words.summary(found.length, found.filter((one) => one.state === 'new').length)}</p>
      {missing > 0 && <p class="notice warn">{words.missing(missing)}</p>}
    </>
  );
}

function Found({ importing }: { importing: Importing }): JSX.Element | null {
  const words = useWords(importWords);
  const { state, tell, busy, adding, add } = importing;
  const found = state.look?.found ?? [];
  // A sealed file that is still shut says all there is to say itself.
  if (found.length === 0) return null;
  const count = state.chosen.size;
  return (
    <section class="sheet found-sheet">
      <ArrivingHeading>{words.found.heading}</ArrivingHeading>
      <Summary state={state} />
      <FoundList found={found} chosen={state.chosen} onChoose={(indices, on) => tell({ kind: 'chose', indices, on })} />
      <RefusalNote reason={adding.refused} />
      <div class="actions">
        {found.some((one) => one.state === 'new') && (
          <button
            type="button"
            class="primary large"
            aria-disabled={busy || adding.busy}
            onClick={() => (count === 0 ? adding.refuse('import-nothing') : busy || void add())}
          >
            {words.found.add(count)}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => tell({ kind: 'cleared' })}>
          {words.clear}
        </button>
      </div>
      <Progress shown={adding.slow} label={words.found.adding} />
    </section>
  );
}

export function ImportPart({ importing }: { importing: Importing }): JSX.Element {
  const words = useWords(importWords);
  const { state, tell, slow, unseal } = importing;
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(section, () => heading.current);
  return (
    <section ref={section} aria-labelledby="import-heading">
      <h2 id="import-heading" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      {words.limits.map((limit) => (
        <p key={limit} class="limit">
          {limit}
        </p>
      ))}
      {state.added !== null && <Added count={state.added} />}
      <WaysIn importing={importing} />
      <Progress shown={slow} label={words.reading} />
      <RefusalNote reason={state.refused} />
      {state.refused !== null && (
        <button type="button" class="step" onClick={() => tell({ kind: 'again' })}>
          {words.again}
        </button>
      )}
      <SourceProblems state={state} />
      <SealedFiles state={state} unseal={unseal} />
      <Found importing={importing} />
    </section>
  );
}
