/** The guide to an errand at the bank: 利用開始, 交換, 利用中止, 利用解除. It does nothing at the bank itself. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Errand } from '../lib/errand.ts';
import type { Look, TokenLook } from '../lib/messages/looks.ts';
import type { Asking, Stretch } from './asking.ts';
import { displayName } from './display-name.ts';
import { UnionWayBack } from './enrol-done.tsx';
import { errandOf } from './guide-address.ts';
import type { GuideWanted } from './guide-address.ts';
import { GuideExchange } from './guide-exchange.tsx';
import { useKept } from './guide-kept.ts';
import type { GuideKept, Keeping } from './guide-kept.ts';
import { Finished, NotNow, Trouble, Way } from './guide-parts.tsx';
import { placeAfter } from './guide-place.ts';
import { RELEASE, START, START_UNION, STOP } from './guide-plan.ts';
import { positionOf, standingOf } from './guide-state.ts';
import type { Position } from './guide-state.ts';
import { GuideSteps } from './guide-steps.tsx';
import type { Ways } from './guide-steps.tsx';
import { GuideWithout } from './guide-without.tsx';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { Page, StepHeading } from './page.tsx';
import { TokenSheet } from './token-sheet.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { exchangeWords } from './words-exchange.ts';
import { guideWords } from './words-guide.ts';
import { lockWords } from './words-lock.ts';
import { unionWords } from './words-union.ts';

interface GuideProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  passkeys: Passkeys;
  wanted: GuideWanted;
  open: (address: string) => void;
  /** To the tab of the bank that stands open; opens one where none does. */
  backTo: (loginAddress: string) => void;
  /** What the toolbar's button shows. */
  openTokens: () => void;
  /** Calls back whenever the background says that a token changed; the answer ends that. */
  onTokensChanged: (act: () => void) => () => void;
  /** The same for another page in front. */
  onPageInFront: (act: () => void) => () => void;
  /** What `keep` was last given in this place of the tab's history. */
  kept: unknown;
  keep: (kept: GuideKept) => void;
}

interface ErrandProps {
  props: GuideProps;
  ways: Ways;
  keeping: Keeping;
  token: TokenLook;
  all: TokenLook[];
  lookAgain: () => Promise<void>;
}

const PLANS = { start: START, stop: STOP, release: RELEASE };

function useErrandWords(token: TokenLook, errand: Errand, position: Position) {
  const { errands } = useWords(guideWords);
  const exchange = useWords(exchangeWords);
  const union = useWords(unionWords).start;
  if (errand === 'exchange')
    return { stuck: errand, heading: exchange.heading, finished: position === 'old' ? exchange.finishedOld : exchange.finishedNew, way: null };
  if (errand === 'start' && token.kind === 'credit-union')
    return { stuck: 'startUnion' as const, ...errands.startUnion, way: { ...errands.startUnion, steps: union.steps, plan: START_UNION } };
  const way = errands[errand];
  return { stuck: errand, heading: way.heading, finished: way.finished, way: { ...way, plan: PLANS[errand] } };
}

function Errand({ props, ways, keeping, token, all, lookAgain }: ErrandProps): JSX.Element {
  const { ask, wanted } = props;
  const errand = errandOf(token.kind, wanted.errand);
  // What it was when the guide was opened: afterwards the new token is in use as the old one was.
  const position = useRef(keeping.kept.position ?? positionOf(token)).current;
  useEffect(() => keeping.keep((before) => ({ ...before, position })), [keeping.keep, position]);
  const { stuck, heading, finished, way } = useErrandWords(token, errand, position);
  const standing = standingOf(errand, position, token.state);
  const common = { ask, token, lookAgain };
  return (
    <div class="done">
      <StepHeading>{heading(displayName(token))}</StepHeading>
      <TokenSheet token={token} />
      <div role="status">{standing === 'finished' && <Finished token={token} body={finished} />}</div>
      {standing === 'not-now' && <NotNow {...common} open={ways.open} />}
      {standing === 'to-do' &&
        (way ? (
          <Way {...common} needs={way.needs} after={way.after}>
            <GuideSteps token={token} texts={way.steps} plan={way.plan} isOpen={stuck === 'startUnion'} {...ways} />
            {stuck === 'startUnion' && <UnionWayBack token={token} open={ways.open} />}
          </Way>
        ) : (
          <GuideExchange {...common} {...ways} position={position} keeping={keeping} all={all} />
        ))}
      {standing === 'to-do' && <Trouble errand={stuck} code={token.institutionCode} />}
    </div>
  );
}

function usePlace(look: Look | null, { tokenId, errand }: GuideWanted, { kept, keep }: Keeping) {
  useEffect(() => {
    const token = look?.tokens.find(({ id }) => id === tokenId);
    if (look && token) keep((before) => ({ ...before, place: placeAfter(before.place, errandOf(token.kind, errand), token, look) }));
  }, [look, tokenId, errand, keep]);
  return { place: kept.place, onBeginAgain: () => keep((before) => ({ ...before, place: 'away' })) };
}

interface OpenedProps {
  look: Look;
  props: GuideProps;
  ways: Ways;
  keeping: Keeping;
  lookAgain: () => Promise<void>;
}

function Opened({ look, props, ways, keeping, lookAgain }: OpenedProps): JSX.Element {
  const { unlockHeading } = useWords(lockWords);
  const token = look.tokens.find(({ id }) => id === props.wanted.tokenId);
  // An imported token has no errands at a bank.
  if (look.vault === 'open' && token && token.kind !== 'local')
    return <Errand props={props} ways={ways} keeping={keeping} token={token} all={look.tokens} lookAgain={lookAgain} />;
  if (look.vault === 'locked' && look.ways)
    return (
      <div class="narrow">
        <h1>{unlockHeading}</h1>
        <UnlockForm ask={props.ask} stretch={props.stretch} now={props.now} passkeys={props.passkeys} ways={look.ways} onOpen={() => void lookAgain()} />
      </div>
    );
  return <GuideWithout vault={look.vault} open={ways.open} openTokens={props.openTokens} />;
}

export function Guide(props: GuideProps): JSX.Element {
  const { look, failed, lookAgain } = useLook(props.ask);
  const { onTokensChanged, onPageInFront, open, backTo } = props;
  useEffect(() => onTokensChanged(() => void lookAgain()), [lookAgain, onTokensChanged]);
  useEffect(() => onPageInFront(() => void lookAgain()), [lookAgain, onPageInFront]);
  const keeping = useKept(props.kept, props.keep);
  const ways = { ...usePlace(look, props.wanted, keeping), open, backTo };
  return (
    <Page>
      <RefusalNote reason={failed} />
      {look && <Opened look={look} props={props} ways={ways} keeping={keeping} lookAgain={lookAgain} />}
    </Page>
  );
}
