/** What to have at hand, the terms, the same-PC notice; then the handshake, with a way on from every refusal. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { InstitutionProfile } from '../lib/institutions/profile.ts';
import type { Asking } from './asking.ts';
import { useAttempt, useWhenLocked } from './attempt.ts';
import { Check } from './check.tsx';
import { useBusy } from './enrol-trail.ts';
import { type Reach, reachIssuer, useTerms } from './issued-by.ts';
import { IssueActions } from './issue-actions.tsx';
import { IssueFailed, isIssueRefused } from './issue-failed.tsx';
import { dropInterrupted, issue } from './issuing.ts';
import type { Issued, Tries } from './issuing.ts';
import { useWords } from './language.ts';
import { Progress } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { Section } from './section.tsx';
import { enrolWords } from './words-enrol.ts';

interface Props {
  ask: Asking;
  profile: InstitutionProfile;
  tries: Tries;
  reach: Reach;
  onIssued: (issued: Issued) => void;
  /** From the press on until the answer. */
  onBusy: (is: boolean) => void;
  onBack: () => void;
  /** The vault locked itself meanwhile. */
  onLocked: () => void;
}

function useIssue({ ask, profile, tries, reach, onIssued, onBusy, onLocked }: Props) {
  const attempt = useAttempt();
  useBusy(attempt.busy, onBusy);
  const start = async (dropFirst: boolean): Promise<void> => {
    await attempt.run(async () => {
      await reachIssuer(profile, reach);
      if (dropFirst) await dropInterrupted(ask, profile.code);
      onIssued(await issue(ask, profile, tries));
    });
  };
  useWhenLocked(attempt.refused, onLocked);
  return { attempt, start };
}

export function Consent(props: Props): JSX.Element {
  const words = useWords(enrolWords);
  const { consent } = words;
  const [terms, setTerms] = useState(false);
  const [samePc, setSamePc] = useState(false);
  const lines = useTerms(consent.termsText, props.profile);
  const { attempt, start } = useIssue(props);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (terms && samePc) void start(false);
    else attempt.refuse('consent-missing');
  };
  return (
    <form onSubmit={submit}>
      <StepHeading>{consent.heading(props.profile.name)}</StepHeading>
      <Section heading={consent.needs} lines={props.profile.needs}>
        <p class="small">{consent.needsNote}</p>
      </Section>
      <Section heading={consent.terms} lines={lines}>
        <Check label={consent.acceptTerms} checked={terms} onChange={setTerms} />
      </Section>
      <Section heading={consent.samePc} lines={consent.samePcText}>
        <Check label={consent.acceptSamePc} checked={samePc} onChange={setSamePc} />
      </Section>
      <IssueFailed attempt={attempt} heading={words.issuing.failed} onRetry={() => void start(false)} onStartOver={() => void start(true)} />
      <Progress shown={attempt.slow} label={words.issuing.working} />
      <IssueActions label={consent.issue} attempt={attempt} refused={isIssueRefused(attempt)} onBack={props.onBack} />
    </form>
  );
}
