/** Neither copy of the vault can be used: what happened, and what can be done, for somebody who is frightened. */
import type { JSX } from 'preact';
import { TroubleNote } from './health-trouble.tsx';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { Page, StepHeading } from './page.tsx';
import { StartOver } from './recovery-aside.tsx';
import { SalvageDone } from './recovery-done.tsx';
import { useRecovery } from './recovery-effects.ts';
import type { Found, Recovering, RecoveryEdges } from './recovery-effects.ts';
import { KeptAside } from './recovery-kept.tsx';
import { Steps } from './recovery-steps.tsx';
import { recoveryWords } from './words-recovery.ts';

interface DamagedProps {
  edges: RecoveryEdges;
  found: Found;
  recovering: Recovering;
}

function Damaged({ edges, found, recovering }: DamagedProps): JSX.Element {
  const words = useWords(recoveryWords);
  const { primary, copy } = found.damage;
  const isMissing = primary.state === 'missing' && copy.state === 'missing';
  return (
    <>
      <h1>{words.title}</h1>
      <p class="warning">{words.what[isMissing ? 'missing' : 'damaged']}</p>
      <ul class="recovery-calm">
        {words.calm.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <RefusalNote reason={recovering.refused} />
      <TroubleNote ask={edges.ask} refused={recovering.refused} />
      <Steps edges={edges} found={found} recovering={recovering} />
      <StartOver ask={edges.ask} go={edges.go} />
    </>
  );
}

function Fine({ address, heading, body, act }: { address: string; heading: string; body: string; act: string }): JSX.Element {
  return (
    <div class="done">
      <StepHeading>{heading}</StepHeading>
      <p class="notice">{body}</p>
      <div class="actions">
        <a class="button step" href={address}>
          {act}
        </a>
      </div>
    </div>
  );
}

function NotYet({ edges, recovering }: Omit<DamagedProps, 'found'>): JSX.Element {
  const words = useWords(recoveryWords);
  const { refused, slow, busy, lookAgain } = recovering;
  return (
    <>
      <h1>{words.title}</h1>
      <RefusalNote reason={refused} />
      <TroubleNote ask={edges.ask} refused={refused} />
      <Progress shown={slow} label={words.looking} />
      {!busy && refused && (
        <button type="button" class="primary" onClick={() => void lookAgain()}>
          {words.again.act}
        </button>
      )}
    </>
  );
}

export function RecoveryPage(edges: RecoveryEdges): JSX.Element {
  const { fine, none } = useWords(recoveryWords);
  const recovering = useRecovery(edges);
  const { found, salvaged } = recovering;
  return (
    <Page>
      {salvaged && <SalvageDone salvaged={salvaged} />}
      {!salvaged && !found && <NotYet edges={edges} recovering={recovering} />}
      {!salvaged && found?.vault === 'damaged' && <Damaged edges={edges} found={found} recovering={recovering} />}
      {!salvaged && found?.vault === 'none' && <Fine address="/enrol.html" heading={none.heading} body={none.body} act={none.start} />}
      {!salvaged && (found?.vault === 'locked' || found?.vault === 'open') && (
        <Fine address="/health.html" heading={fine.heading} body={fine.body} act={fine.health} />
      )}
      {found && found.damage.asideAt !== null && <KeptAside edges={edges} asideAt={found.damage.asideAt} />}
    </Page>
  );
}
