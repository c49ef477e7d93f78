/** 使用の記録 of one token: when its codes were copied or filled, and where; never a code. Read only while it is unfolded. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { MOST_USES, type Use, type UsePage } from '../lib/journal.ts';
import { useAttempt } from './attempt.ts';
import type { DetailActs } from './detail-acts.ts';
import { HostName } from './host-name.tsx';
import { minuteIn, useLanguage, useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { Question, useAsking } from './question.tsx';
import { journalWords } from './words-journal.ts';

interface Props {
  tokenId: string;
  acts: Pick<DetailActs, 'readJournal' | 'clearJournal'>;
  /** Another one: something may have been used since. */
  seen: unknown;
}

/** So many at first; the rest at a press. */
const FIRST = 5;

function Where({ page }: { page: UsePage }): JSX.Element {
  const { screens } = useWords(journalWords);
  return (
    <>
      {page.screen !== null && <span class="use-screen">{screens[page.screen]}</span>} <HostName host={page.host} />
    </>
  );
}

function Line({ use }: { use: Use }): JSX.Element {
  const words = useWords(journalWords);
  const language = useLanguage();
  const { at, kind, page } = use;
  const said = kind === 'filled' ? words.filled((page?.roles ?? ['current']).map((role) => words.roles[role]).join(words.joint)) : words[kind];
  return (
    <li>
      <time dateTime={new Date(at).toISOString()}>{minuteIn(language, at)}</time> <strong>{said}</strong> {page && <Where page={page} />}
    </li>
  );
}

function Lines({ uses }: { uses: Use[] }): JSX.Element {
  const words = useWords(journalWords);
  const [all, showAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const rest = uses.length - FIRST;
  const unfold = (): void => {
    showAll(true);
    // The button leaves: the keyboard goes on where it stood.
    list.current?.focus();
  };
  return (
    <>
      <ul class="uses" ref={list} tabIndex={-1} aria-label={words.open}>
        {(all ? uses : uses.slice(0, FIRST)).map((use, index) => (
          <Line key={`${use.at} ${uses.length - index}`} use={use} />
        ))}
      </ul>
      {!all && rest > 0 && (
        <button type="button" class="quiet" onClick={unfold}>
          {words.more(rest)}
        </button>
      )}
    </>
  );
}

interface KeptProps {
  uses: Use[];
  onClear: () => Promise<void>;
}

function Kept({ uses, onClear }: KeptProps): JSX.Element {
  const words = useWords(journalWords);
  const { open, question, yes, no } = words.clear;
  const { asking, ask, button } = useAsking();
  const attempt = useAttempt();
  const clear = (): void => void attempt.run(onClear);
  return (
    <>
      <p class="small">{words.about(MOST_USES)}</p>
      <Lines uses={uses} />
      {asking ? (
        <Question label={open} question={question} yes={yes} no={no} busy={attempt.busy} onYes={clear} onNo={() => ask(false)} />
      ) : (
        <button type="button" class="quiet" ref={button} onClick={() => ask(true)}>
          {open}
        </button>
      )}
      <RefusalNote reason={attempt.refused} />
      <Progress shown={attempt.slow} label={words.clear.working} />
    </>
  );
}

export function TokenJournal({ tokenId, acts, seen }: Props): JSX.Element {
  const words = useWords(journalWords);
  const [open, unfold] = useState(false);
  const [uses, know] = useState<Use[] | null>(null);
  const reading = useAttempt();
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { run } = reading;
  const read = (): Promise<boolean> => run(async () => know(await acts.readJournal(tokenId)));
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => void (open && latest.current()), [open, seen]);
  const clear = async (): Promise<void> => {
    await acts.clearJournal(tokenId);
    know([]);
    toggle.current?.focus();
  };
  return (
    <div class="journal">
      <button type="button" class="quiet unfolds" ref={toggle} aria-expanded={open} aria-controls={id} onClick={() => unfold(!open)}>
        {words.open}
      </button>
      <div id={id} hidden={!open}>
        {open && uses && (uses.length > 0 ? <Kept uses={uses} onClear={clear} /> : <p class="small">{words.empty}</p>)}
        <RefusalNote reason={reading.refused} />
        <Progress shown={reading.slow} label={words.loading} />
      </div>
    </div>
  );
}
