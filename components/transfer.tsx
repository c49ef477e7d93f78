/** 取り込みと書き出し: standard tokens in from elsewhere, and out into a sealed file. */
import type { JSX } from 'preact';
import type { Look } from '../lib/messages/looks.ts';
import { useExportDraft } from './export-choice.tsx';
import type { ExportDraft } from './export-choice.tsx';
import { ExportPart } from './export-part.tsx';
import type { ExportEdges } from './export-part.tsx';
import { useImport } from './import-effects.ts';
import type { ImportEdges, Importing } from './import-effects.ts';
import { ImportPart } from './import-part.tsx';
import { usePastedAndDropped } from './import-ways.tsx';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import { Page } from './page.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { lockWords } from './words-lock.ts';
import { transferWords } from './words-transfer.ts';

export type TransferProps = ImportEdges & ExportEdges;

interface OpenProps {
  props: TransferProps;
  look: Look;
  importing: Importing;
  draft: ExportDraft;
  lookAgain: () => Promise<void>;
}

function Open({ props, look, importing, draft, lookAgain }: OpenProps): JSX.Element {
  return (
    <>
      <ImportPart importing={importing} />
      <ExportPart {...props} tokens={look.tokens} draft={draft} lookAgain={lookAgain} />
    </>
  );
}

/** What was pasted, dropped or handed over stays while the lock is opened; nothing of it is shown meanwhile. */
function Locked({ props, look, lookAgain, importing }: OpenProps): JSX.Element {
  const { unlockHeading } = useWords(lockWords);
  const { waiting } = useWords(transferWords);
  const { sources, typed } = importing.state;
  return (
    <div class="narrow">
      <h2>{unlockHeading}</h2>
      {(sources.length > 0 || typed !== '') && <p class="notice">{waiting}</p>}
      {look.ways && <UnlockForm {...props} ways={look.ways} onOpen={() => void lookAgain()} />}
    </div>
  );
}

function Face(open: OpenProps): JSX.Element {
  const words = useWords(transferWords);
  const { vault } = open.look;
  switch (vault) {
    case 'open':
      return <Open {...open} />;
    case 'locked':
      return <Locked {...open} />;
    case 'none':
      return (
        <>
          <p>{words.none}</p>
          <a class="button primary" href="/enrol.html">
            {words.start}
          </a>
        </>
      );
    case 'damaged':
      return <RefusalNote reason="vault-damaged" />;
    default:
      return vault satisfies never;
  }
}

export function TransferPage(props: TransferProps): JSX.Element {
  const words = useWords(transferWords);
  const { look, failed, lookAgain } = useLook(props.ask);
  const importing = useImport(props, { isOpen: look?.vault === 'open', lookAgain });
  const draft = useExportDraft();
  usePastedAndDropped(importing.take);
  return (
    <Page>
      <h1>{words.title}</h1>
      <RefusalNote reason={failed} />
      {look && <Face props={props} look={look} importing={importing} draft={draft} lookAgain={lookAgain} />}
    </Page>
  );
}
