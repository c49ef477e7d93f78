/** 書き出す: which tokens, the file's own passphrase, the proof, and then the file. */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/looks.ts';
import type { SlotKey, Ways } from '../lib/messages/ways.ts';
import type { Stretching } from '../lib/stretching.ts';
import { useAttempt } from './attempt.ts';
import { BoundTokens, ExportChoice, isExportable } from './export-choice.tsx';
import type { ExportDraft } from './export-choice.tsx';
import { fileName } from './file-name.ts';
import { useKeptFocus } from './keep-focus.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import type { Random } from './passphrase-maker.ts';
import { type ProofEdges, ProofForm } from './proof-form.tsx';
import { transferWords } from './words-transfer.ts';

export interface ExportEdges extends ProofEdges {
  /** Into the browser's downloads. */
  save: (name: string, text: string) => void;
  /** For a suggested passphrase. */
  random: Random;
  /** The customer came for this part of the page. */
  toExport: boolean;
}

interface Props extends ExportEdges {
  tokens: TokenLook[];
  draft: ExportDraft;
  lookAgain: () => Promise<void>;
}

interface Saved {
  name: string;
  count: number;
}

/** A fresh salt comes with each draft; its slot is never made. */
async function draftStretching({ ask }: Pick<Props, 'ask'>): Promise<Stretching> {
  const { salt, memory, passes, lanes } = (await ask('draftWays', {})).passphrase;
  return { salt, memory, passes, lanes };
}

/** Refuses 'wrong-passphrase', 'token-bound', 'token-unknown'. */
async function exportFile(props: Props, tokenIds: string[], proof: SlotKey): Promise<Saved> {
  const { ask, stretch, now, save, draft } = props;
  const stretching = await draftStretching(props);
  const stretched = await stretch(draft.chosen.first, stretching);
  const { file, count } = await ask('exportTokens', { proof, tokenIds, stretching, stretched });
  const name = fileName('export', now());
  save(name, file);
  return { name, count };
}

function SavedNote({ saved, onAgain }: { saved: Saved; onAgain: () => void }): JSX.Element {
  const words = useWords(transferWords).export;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="sheet">
      <h3 ref={heading} tabIndex={-1}>
        {words.saved(saved.count)}
      </h3>
      <p>{words.savedAs(saved.name)}</p>
      <ul>
        {words.afterwards.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" class="step" onClick={onAgain}>
        {words.another}
      </button>
    </div>
  );
}

interface ProvingProps {
  props: Props;
  ways: Ways;
  tokenIds: string[];
  onSaved: (saved: Saved) => void;
  onBack: () => void;
}

function Proving({ props, ways, tokenIds, onSaved, onBack }: ProvingProps): JSX.Element {
  const words = useWords(transferWords).export;
  const saved = useRef<Saved | null>(null);
  return (
    <div class="sheet">
      <h3>{words.prove}</h3>
      <p>{words.proveBody}</p>
      <ProofForm
        edges={props}
        ways={ways}
        label={words.heading}
        act={async (proof) => void (saved.current = await exportFile(props, tokenIds, proof))}
        onDone={() => saved.current && onSaved(saved.current)}
        onCancel={onBack}
        onLocked={() => void props.lookAgain()}
      />
    </div>
  );
}

type Stage = { at: 'choice' } | { at: 'proof'; ways: Ways } | { at: 'saved'; saved: Saved };

interface ExportingProps extends Props {
  part: RefObject<HTMLElement | null>;
  /** Of the part. Takes the focus of a stage that has gone. */
  heading: RefObject<HTMLElement | null>;
}

function Exporting({ part, heading, ...props }: ExportingProps): JSX.Element {
  const words = useWords(transferWords).export;
  const { ask, tokens, draft, lookAgain } = props;
  const [stage, setStage] = useState<Stage>({ at: 'choice' });
  const attempt = useAttempt();
  useKeptFocus(part, () => heading.current);
  const tokenIds = tokens.filter(isExportable).map(({ id }) => id).filter((id) => !draft.declined.includes(id));
  const prove = async (): Promise<void> => {
    await attempt.run(async () => setStage({ at: 'proof', ways: (await ask('ways', {})).opening }));
    await lookAgain();
  };
  const finish = (saved: Saved): void => {
    draft.chosen.setFirst('');
    draft.chosen.setSecond('');
    setStage({ at: 'saved', saved });
  };
  const back = (): void => setStage({ at: 'choice' });
  if (stage.at === 'saved') return <SavedNote saved={stage.saved} onAgain={back} />;
  if (stage.at === 'proof') return <Proving props={props} ways={stage.ways} tokenIds={tokenIds} onSaved={finish} onBack={back} />;
  return (
    <>
      <ExportChoice tokens={tokens} draft={draft} random={props.random} isEmpty={tokenIds.length === 0} busy={attempt.busy} onNext={() => void prove()} />
      <RefusalNote reason={attempt.refused} />
      <Progress shown={attempt.slow} label={words.exporting} />
    </>
  );
}

export function ExportPart(props: Props): JSX.Element {
  const words = useWords(transferWords).export;
  const part = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { toExport } = props;
  useLayoutEffect(() => {
    if (toExport) heading.current?.focus();
  }, [toExport]);
  return (
    <section class="export" ref={part} aria-labelledby="export-heading">
      <h2 id="export-heading" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p>{words.body}</p>
      {props.tokens.some(isExportable) ? <Exporting {...props} part={part} heading={heading} /> : <p class="small">{words.noLocal}</p>}
      <BoundTokens tokens={props.tokens} />
    </section>
  );
}
