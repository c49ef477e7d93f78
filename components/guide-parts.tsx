/** The pieces that every errand of the guide has: what to have at hand, the steps, what comes of it. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { TokenLook } from '../lib/messages/looks.ts';
import type { Asking } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { Call } from './call-line.tsx';
import { enrolAddress } from './enrol-address.ts';
import { guideAddress } from './guide-address.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { Section } from './section.tsx';
import { shownState, useEndWords } from './token-next.tsx';
import { guideWords } from './words-guide.ts';
import { tokenWords } from './words-token.ts';
import type { ShownState } from './words-token.ts';
import { troubleWords } from './words-trouble.ts';
import type { Stuck } from './words-trouble.ts';

interface StateCheckProps {
  ask: Asking;
  token: TokenLook;
  lookAgain: () => Promise<void>;
}

/** Only the issuer's answer changes a state; here the customer asks for it. */
function StateCheck({ ask, token, lookAgain }: StateCheckProps): JSX.Element {
  const words = useWords(guideWords);
  const { states, checked } = useWords(tokenWords);
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
      <div role="status">{asked && <p class="notice">{checked(states[shownState(token)])}</p>}</div>
      <RefusalNote reason={attempt.refused} />
      <Progress shown={attempt.slow} label={words.checking} />
    </div>
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

/** Whom to call, where the institution's own number is not known, too. */
function WhomToCall({ code }: { code: string }): JSX.Element {
  const words = useWords(troubleWords);
  const profile = profileOf(code);
  return (
    <>
      <p>{words.call}</p>
      {profile?.telephone ? <Call call={profile} /> : <p>{words.callUnknown}</p>}
    </>
  );
}

export function Trouble({ errand, code }: { errand: Stuck; code: string }): JSX.Element {
  const words = useWords(troubleWords);
  return (
    <Section heading={words.heading} lines={words.lines[errand]}>
      <WhomToCall code={code} />
    </Section>
  );
}

export function Finished({ token, body }: { token: TokenLook; body: string }): JSX.Element {
  const words = useWords(guideWords);
  return (
    <>
      <div class="notice">
        <h2>{words.finishedHeading}</h2>
        <p>{body}</p>
        {token.state === 'ACTIVE' && token.receipt && <ReceiptLines receipt={token.receipt} />}
      </div>
      <p class="small">{words.close}</p>
    </>
  );
}

/** States that only a new token leads out of. */
const OVER = new Set<ShownState>(['EXPIRED', 'STOPPED', 'RELEASED']);

/** What the state means, and the way on from it. */
function Instead({ token, open }: { token: TokenLook; open: (address: string) => void }): JSX.Element | null {
  const words = useWords(guideWords);
  const { next } = useWords(tokenWords);
  const end = useEndWords(token);
  const state = shownState(token);
  const meanings: Partial<Record<ShownState, string>> = {
    UNBOUND: words.startFirst,
    EXPIRED: end.expired,
    SUSPENDED: next.suspended,
    REPLACED: next.replaced,
    STOPPED: next.stopped,
    RELEASED: next.released,
    REVOKED: next.revoked,
  };
  const ways: [boolean, string, string][] = [
    [state === 'UNBOUND', words.toStart, guideAddress(token.id, 'start')],
    [OVER.has(state), end.again, enrolAddress({ institutionCode: token.institutionCode })],
  ];
  return (
    <>
      <p>{meanings[state]}</p>
      {ways.map(([fits, label, address]) => fits && <button key={label} type="button" class="step" onClick={() => open(address)}>{label}</button>)}
    </>
  );
}

/** The errand does not fit the state: locked, expired, revoked, not yet started. */
export function NotNow({ open, ...check }: StateCheckProps & { open: (address: string) => void }): JSX.Element {
  const words = useWords(guideWords);
  return (
    <div class="sheet">
      <p>{words.notNow}</p>
      <Instead token={check.token} open={open} />
      <WhomToCall code={check.token.institutionCode} />
      <StateCheck {...check} />
    </div>
  );
}
