/** What can be done about a damaged vault, the gentlest first; nothing here deletes anything. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Ways } from '../lib/messages/ways.ts';
import { useAttempt } from './attempt.ts';
import { fileName } from './file-name.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { ProofForm } from './proof-form.tsx';
import { useAsking } from './question.tsx';
import type { Found, RecoveryEdges, Recovering, Salvaged } from './recovery-effects.ts';
import { reasonOf } from './sentences.ts';
import { recoveryWords } from './words-recovery.ts';

interface StepProps {
  heading: string;
  body: string[];
  children: ComponentChildren;
}

function Step({ heading, body, children }: StepProps): JSX.Element {
  return (
    <li class="sheet recovery-step">
      <h2>{heading}</h2>
      {body.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {children}
    </li>
  );
}

function AgainStep({ busy, slow, still, lookAgain }: Recovering): JSX.Element {
  const words = useWords(recoveryWords);
  return (
    <Step {...words.again}>
      <button type="button" class="primary" aria-disabled={busy} onClick={() => void lookAgain()}>
        {words.again.act}
      </button>
      <div role="status">{still && <p class="notice warn">{words.again.still}</p>}</div>
      <Progress shown={slow} label={words.looking} />
    </Step>
  );
}

function SaveStep({ ask, now, save }: RecoveryEdges): JSX.Element {
  const words = useWords(recoveryWords).save;
  const [saved, tellSaved] = useState<string | null>(null);
  const attempt = useAttempt();
  const act = async (): Promise<void> => {
    tellSaved(null);
    await attempt.run(async () => {
      const { dump } = await ask('dumpVault', {});
      const name = fileName('vault', now());
      save(name, dump);
      tellSaved(name);
    });
  };
  return (
    <Step {...words}>
      <button type="button" class="step" aria-disabled={attempt.busy} onClick={() => void act()}>
        {words.act}
      </button>
      <RefusalNote reason={attempt.refused} />
      <div role="status">{saved !== null && <p class="notice">{words.saved(saved)}</p>}</div>
      <Progress shown={attempt.slow} label={words.saving} />
    </Step>
  );
}

interface SalvageProps {
  edges: RecoveryEdges;
  ways: Ways;
  recovering: Recovering;
}

/** The form takes the focus when it comes, so it comes only when it is asked for. */
function SalvageStep({ edges, ways, recovering }: SalvageProps): JSX.Element {
  const words = useWords(recoveryWords).salvage;
  const { asking, ask, button } = useAsking();
  const [inVain, tellInVain] = useState(false);
  const open = (): void => {
    tellInVain(false);
    ask(true);
  };
  const close = (nothingRead: boolean): void => {
    tellInVain(nothingRead);
    ask(false);
  };
  return (
    <Step {...words}>
      {asking ? (
        <SalvageForm edges={edges} ways={ways} recovering={recovering} onNothing={() => close(true)} onCancel={() => close(false)} />
      ) : (
        <button type="button" class="step" ref={button} onClick={open}>
          {words.open}
        </button>
      )}
      <div role="status">{inVain && <p class="notice warn">{words.nothing}</p>}</div>
    </Step>
  );
}

interface SalvageFormProps extends SalvageProps {
  /** The proof was right, and not one record can be read with it. */
  onNothing: () => void;
  onCancel: () => void;
}

function SalvageForm({ edges, ways, recovering, onNothing, onCancel }: SalvageFormProps): JSX.Element {
  const words = useWords(recoveryWords).salvage;
  const salvaged = useRef<Salvaged | null>(null);
  return (
    <ProofForm
      // How long to wait is read once, when the form comes.
      key={ways.againAt ?? 0}
      edges={edges}
      ways={ways}
      label={words.act}
      act={async (proof) => {
        salvaged.current = null;
        try {
          salvaged.current = await edges.ask('salvage', proof);
        } catch (failure) {
          // Its sentence sends people here, where they are.
          if (reasonOf(failure) === 'vault-damaged') return;
          if (reasonOf(failure) === 'tries-slowed') await recovering.readDamage();
          if (reasonOf(failure) === 'vault-exists') await recovering.lookAgain();
          throw failure;
        }
      }}
      onDone={() => (salvaged.current ? recovering.onSalvaged(salvaged.current) : onNothing())}
      onCancel={onCancel}
    />
  );
}

/** Steps in their order; those that can't help are left out. */
export function Steps({ edges, found, recovering }: { edges: RecoveryEdges; found: Found; recovering: Recovering }): JSX.Element {
  const words = useWords(recoveryWords);
  const { primary, copy, ways } = found.damage;
  const isAnything = primary.state !== 'missing' || copy.state !== 'missing';
  return (
    <ol class="recovery-steps">
      <AgainStep {...recovering} />
      {isAnything && <SaveStep {...edges} />}
      {ways && <SalvageStep edges={edges} ways={ways} recovering={recovering} />}
      <Step {...words.call}>
        <a class="button step" href="/loss.html">
          {words.call.act}
        </a>
      </Step>
    </ol>
  );
}
