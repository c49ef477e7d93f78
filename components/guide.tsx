/** The guide to an errand at the bank: 利用開始, 交換, 利用中止, 利用解除. It does nothing at the bank itself. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Look, TokenLook } from '../lib/messages/protocol.ts';
import { displayName } from './display-name.ts';
import { UnionStart } from './enrol-done.tsx';
import { errandOf } from './guide-address.ts';
import type { GuideErrand, GuideWanted } from './guide-address.ts';
import { GuideExchange } from './guide-exchange.tsx';
import { Finished, NotNow, Road, Way } from './guide-parts.tsx';
import { positionOf, standingOf } from './guide-state.ts';
import type { Position } from './guide-state.ts';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { Page, StepHeading } from './page.tsx';
import { TokenSheet } from './token-sheet.tsx';
import { UnlockForm } from './unlock-form.tsx';
import type { Asking, Stretch } from './unlock-form.tsx';
import { exchangeWords } from './words-exchange.ts';
import { guideWords } from './words-guide.ts';
import { lockWords } from './words-lock.ts';

export interface GuideProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  passkeys: Passkeys;
  wanted: GuideWanted;
  open: (address: string) => void;
  /** Calls back whenever the background says that a token changed; the answer ends that. */
  onTokensChanged: (act: () => void) => () => void;
}

interface ErrandProps {
  props: GuideProps;
  token: TokenLook;
  all: TokenLook[];
  lookAgain: () => Promise<void>;
}

function useErrandWords(token: TokenLook, errand: GuideErrand, position: Position) {
  const { errands } = useWords(guideWords);
  const exchange = useWords(exchangeWords);
  if (errand === 'exchange')
    return { heading: exchange.heading, finished: position === 'old' ? exchange.finishedOld : exchange.finishedNew, way: null };
  if (errand === 'start' && token.kind === 'credit-union') return { ...errands.startUnion, way: { ...errands.startUnion, steps: null } };
  const way = errands[errand];
  return { heading: way.heading, finished: way.finished, way };
}

function Errand({ props, token, all, lookAgain }: ErrandProps): JSX.Element {
  const { ask, open, wanted } = props;
  const errand = errandOf(token.kind, wanted.errand);
  // What it was when the guide was opened: afterwards the new token is in use as the old one was.
  const position = useRef(positionOf(token)).current;
  const { heading, finished, way } = useErrandWords(token, errand, position);
  const standing = standingOf(errand, position, token.state);
  const common = { ask, token, lookAgain };
  return (
    <div class="done">
      <StepHeading>{heading(displayName(token))}</StepHeading>
      <TokenSheet token={token} />
      {standing === 'finished' && <Finished body={finished} />}
      {standing === 'not-now' && <NotNow {...common} />}
      {standing === 'to-do' &&
        (way ? (
          <Way {...common} needs={way.needs} after={way.after}>
            {way.steps ? <Road token={token} steps={way.steps} open={open} /> : <UnionStart token={token} open={open} />}
          </Way>
        ) : (
          <GuideExchange {...common} open={open} position={position} all={all} />
        ))}
    </div>
  );
}

function Opened({ look, props, lookAgain }: { look: Look; props: GuideProps; lookAgain: () => Promise<void> }): JSX.Element {
  const { unlockHeading } = useWords(lockWords);
  const { title } = useWords(guideWords);
  const token = look.tokens.find(({ id }) => id === props.wanted.tokenId);
  // An imported token has no errands at a bank.
  if (look.vault === 'open' && token && token.kind !== 'local') return <Errand props={props} token={token} all={look.tokens} lookAgain={lookAgain} />;
  if (look.vault === 'locked' && look.ways)
    return (
      <div class="narrow">
        <h1>{unlockHeading}</h1>
        <UnlockForm ask={props.ask} stretch={props.stretch} now={props.now} passkeys={props.passkeys} ways={look.ways} onOpen={() => void lookAgain()} />
      </div>
    );
  const reasons = { none: 'no-vault', locked: 'locked', damaged: 'vault-damaged', open: 'token-unknown' } as const;
  return (
    <>
      <h1>{title}</h1>
      <RefusalNote reason={reasons[look.vault]} />
    </>
  );
}

export function Guide(props: GuideProps): JSX.Element {
  const { look, failed, lookAgain } = useLook(props.ask);
  const { onTokensChanged } = props;
  useEffect(() => onTokensChanged(() => void lookAgain()), [lookAgain, onTokensChanged]);
  return (
    <Page>
      <RefusalNote reason={failed} />
      {look && <Opened look={look} props={props} lookAgain={lookAgain} />}
    </Page>
  );
}
