/** The pieces that every errand of the guide has: what to have at hand, the steps, what comes of it. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/protocol.ts';
import { useAttempt } from './attempt.ts';
import { Call } from './call-line.tsx';
import { Section } from './consent.tsx';
import { LoginButton, NumberedSteps } from './enrol-done.tsx';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { shownState } from './token-next.tsx';
import type { Asking } from './unlock-form.tsx';
import { guideWords } from './words-guide.ts';
import { tokenWords } from './words-token.ts';

interface StateCheckProps {
  ask: Asking;
  token: TokenLook;
  lookAgain: () => Promise<void>;
}

/** Only the issuer's answer changes a state; here the customer asks for it. */
export function StateCheck({ ask, token, lookAgain }: StateCheckProps): JSX.Element {
  const words = useWords(guideWords);
  const { states } = useWords(tokenWords);
  const [asked, setAsked] = useState(false);
  const attempt = useAttempt();
  const check = async (): Promise<void> => {
    if (attempt.busy) return;
    setAsked(false);
    const answered = await attempt.run(async () => {
      await ask('refreshStatus', { tokenId: token.id });
      await lookAgain();
    });
    setAsked(answered);
  };
  return (
    <div class="state-check">
      <button type="button" class="step" aria-disabled={attempt.busy} onClick={() => void check()}>
        {words.check}
      </button>
      <div role="status">{asked && <p class="notice">{words.checked(states[shownState(token)])}</p>}</div>
      <RefusalNote reason={attempt.refused} />
      <Progress shown={attempt.slow} label={words.checking} />
    </div>
  );
}

interface RoadProps {
  token: TokenLook;
  steps: string[];
  open: (address: string) => void;
}

/** Steps that begin at the bank's login page. */
export function Road({ token, steps, open }: RoadProps): JSX.Element {
  return (
    <>
      <NumberedSteps steps={steps} />
      <div class="actions">
        <LoginButton token={token} open={open} look="primary large" />
      </div>
    </>
  );
}

interface WayProps extends StateCheckProps {
  needs: string[];
  after: string[];
  /** The steps. */
  children: ComponentChildren;
}

export function Way({ needs, after, children, ...check }: WayProps): JSX.Element {
  const words = useWords(guideWords);
  return (
    <>
      <Section heading={words.needs} lines={needs} />
      <h2>{words.steps}</h2>
      {children}
      <Section heading={words.after} lines={after}>
        <p class="small">{words.authority}</p>
        <StateCheck {...check} />
      </Section>
    </>
  );
}

export function Finished({ body }: { body: string }): JSX.Element {
  const words = useWords(guideWords);
  return (
    <div role="status">
      <div class="notice">
        <h2>{words.finishedHeading}</h2>
        <p>{body}</p>
      </div>
      <p class="small">{words.close}</p>
    </div>
  );
}

/** The errand does not fit the state: locked, expired, revoked. */
export function NotNow(check: StateCheckProps): JSX.Element {
  const words = useWords(guideWords);
  return (
    <div class="sheet">
      <p>{words.notNow}</p>
      <Call code={check.token.institutionCode} />
      <StateCheck {...check} />
    </div>
  );
}
