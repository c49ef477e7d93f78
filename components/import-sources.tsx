/** What became of each text, file and picture that gave no tokens: why not, or the passphrase that opens it. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Stretching } from '../lib/stretching.ts';
import { useAttempt } from './attempt.ts';
import type { Importing } from './import-effects.ts';
import type { ImportState, Origin, Source } from './import-state.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { importWords } from './words-import.ts';

function useOrigin(): (origin: Origin) => string {
  const { origins } = useWords(importWords);
  return (origin) => (origin.kind === 'file' ? origin.name : origins[origin.kind]);
}

interface SealedProps {
  source: Source;
  stretching: Stretching;
  /** It takes the focus when it comes: it may stand below the edge of the window. */
  isFirst: boolean;
  unseal: Importing['unseal'];
}

function SealedForm({ source, stretching, isFirst, unseal }: SealedProps): JSX.Element {
  const words = useWords(importWords).sealed;
  const name = useOrigin()(source.origin);
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState(false);
  const attempt = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return field.current?.focus();
    setWrong(false);
    await attempt.run(async () => {
      if (await unseal({ source, stretching, passphrase })) return;
      setWrong(true);
      field.current?.select();
    });
  };
  return (
    <form class="sheet sealed" aria-label={words.heading(name)} onSubmit={(event) => void open(event)}>
      <h3>{words.heading(name)}</h3>
      <p>{words.body}</p>
      <PassphraseField label={words.passphrase} value={passphrase} onInput={setPassphrase} inputRef={field} describedBy={`sealed-${source.id}`} />
      <div role="alert" id={`sealed-${source.id}`}>
        {wrong && <p class="refusal">{words.wrong}</p>}
      </div>
      <RefusalNote reason={attempt.refused} />
      <button type="submit" class="step" aria-disabled={attempt.busy}>
        {words.open}
      </button>
      <Progress shown={attempt.slow} label={words.opening} />
    </form>
  );
}

export function SealedFiles({ state, unseal }: { state: ImportState; unseal: Importing['unseal'] }): JSX.Element {
  const looks = state.looked === state.sources ? (state.look?.sources ?? []) : [];
  const first = looks.findIndex(({ kind }) => kind === 'sealed');
  return (
    <>
      {state.sources.map((source, at) => {
        const said = looks[at];
        return (
          said?.kind === 'sealed' && (
            <SealedForm key={source.id} source={source} stretching={said.stretching} isFirst={at === first} unseal={unseal} />
          )
        );
      })}
    </>
  );
}

/** The live region is always there: one that appears with its text is often not read. */
export function SourceProblems({ state }: { state: ImportState }): JSX.Element {
  const words = useWords(importWords).problems;
  const name = useOrigin();
  const looks = state.looked === state.sources ? (state.look?.sources ?? []) : [];
  const lines = state.sources.flatMap(({ origin, id }, at) => {
    const said = looks[at];
    return said?.kind === 'problem' ? [{ key: `s${id}`, origin, text: words.source[said.problem] }] : [];
  });
  const unread = state.unread.map(({ origin, why }, at) => ({ key: `u${at}`, origin, text: words.unread[why] }));
  const all = [...lines, ...unread];
  const region = useRef<HTMLDivElement>(null);
  const said = all.map(({ text }) => text).join('\n');
  // The ways in fill a small window: whoever chose a file would see nothing happen.
  useEffect(() => {
    if (said !== '') region.current?.scrollIntoView?.({ block: 'nearest' });
  }, [said, state.sources, state.unread]);
  return (
    <div role="status" ref={region}>
      {all.length > 0 && (
        <div class="refusal source-problems">
          <h3>{words.heading}</h3>
          <ul>
            {all.map(({ key, origin, text }) => (
              <li key={key}>
                <strong>{name(origin)}</strong> {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
