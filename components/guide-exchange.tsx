/** 交換: first where the other token is, then the bank's steps for that case. The old token is kept until the issuer says REPLACED. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { TokenLook } from '../lib/messages/looks.ts';
import type { Asking } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { Call } from './call-line.tsx';
import { enrolAddress } from './enrol-address.ts';
import type { Keeping } from './guide-kept.ts';
import { Way } from './guide-parts.tsx';
import { exchangePlan } from './guide-plan.ts';
import { begunExchange, chosenBefore, counterparts, exchangeWith } from './guide-state.ts';
import type { Exchange, Position } from './guide-state.ts';
import { GuideSteps } from './guide-steps.tsx';
import type { Ways } from './guide-steps.tsx';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { exchangeWords } from './words-exchange.ts';
import { tokenWords } from './words-token.ts';

interface Props extends Ways {
  ask: Asking;
  token: TokenLook;
  position: Position;
  keeping: Keeping;
  all: TokenLook[];
  lookAgain: () => Promise<void>;
}

interface LandingProps {
  /** 0 when the guide was opened here: its own heading has the focus then. */
  turn: number;
  children: string;
}

/** Each choice changes what stands here: the focus goes on to it. */
function Landing({ turn, children }: LandingProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (turn > 0) heading.current?.focus();
  }, [turn]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

function OldUnavailable({ code }: { code: string }): JSX.Element {
  const words = useWords(exchangeWords).oldUnavailable;
  return (
    <section class="sheet">
      <h2>{words.heading}</h2>
      <p>{words.body}</p>
      <Call call={profileOf(code) ?? null} />
    </section>
  );
}

/** Which serial is which; a token elsewhere is named by its place. */
function Pair({ exchange, turn, onAgain }: { exchange: Exchange; turn: number; onAgain: () => void }): JSX.Element {
  const words = useWords(exchangeWords);
  return (
    <div class="sheet">
      <Landing turn={turn}>{words.pair}</Landing>
      <dl>
        <dt>{words.old}</dt>
        <dd class="serial-number">{exchange.old?.serial ?? words.elsewhere}</dd>
        <dt>{words.fresh}</dt>
        <dd class="serial-number">{exchange.fresh?.serial ?? words.elsewhere}</dd>
      </dl>
      <button type="button" class="step" onClick={onAgain}>
        {words.chooseAgain}
      </button>
    </div>
  );
}

interface WhereProps extends Props {
  busy: boolean;
  turn: number;
  onChoose: (other: TokenLook | null) => void;
  onIssueHere: () => void;
}

function Where({ token, position, all, busy, turn, onChoose, onIssueHere }: WhereProps): JSX.Element {
  const words = useWords(exchangeWords);
  const isOld = position === 'old';
  return (
    <section aria-label={isOld ? words.whereNew : words.whereOld}>
      <Landing turn={turn}>{isOld ? words.whereNew : words.whereOld}</Landing>
      <div class="choices">
        {counterparts(token, position, all).map((other) => (
          <button type="button" class="step" key={other.id} aria-disabled={busy} onClick={() => onChoose(other)}>
            {isOld ? words.newHere(other.serial) : words.oldHere(other.serial)}
          </button>
        ))}
        {isOld && (
          <button type="button" class="step" aria-disabled={busy} onClick={onIssueHere}>
            {words.issueHere}
          </button>
        )}
        <button type="button" class="step" aria-disabled={busy} onClick={() => onChoose(null)}>
          {isOld ? words.newElsewhere : words.oldElsewhere}
        </button>
      </div>
    </section>
  );
}

function ExchangeWay({ exchange, turn, onAgain, ...rest }: Props & { exchange: Exchange; turn: number; onAgain: () => void }): JSX.Element {
  const words = useWords(exchangeWords);
  const { old, fresh } = exchange;
  const needs = [...words.needs, ...(fresh ? [] : [words.needNew]), ...(old ? [] : [words.needOld])];
  return (
    <>
      <Pair exchange={exchange} turn={turn} onAgain={onAgain} />
      <p class="warning">{words.keep}</p>
      {!fresh && <p>{words.hardware}</p>}
      <Way
        ask={rest.ask}
        token={rest.token}
        lookAgain={rest.lookAgain}
        needs={needs}
        after={words.after}
      >
        <GuideSteps
          {...rest}
          texts={words.steps({ old: old?.serial ?? null, fresh: fresh?.serial ?? null })}
          plan={exchangePlan({ old: old !== null, fresh: fresh !== null })}
        />
      </Way>
    </>
  );
}

/** The old token of this PC that is being exchanged; another page may have called that off. */
function oldInExchange({ token, position, all }: Props): TokenLook | undefined {
  if (position === 'old') return token.exchanging ? token : undefined;
  return counterparts(token, position, all).find(({ exchanging }) => exchanging);
}

function wasCalledOff({ old }: Exchange, all: TokenLook[]): boolean {
  const now = all.find(({ id }) => id === old?.id);
  return now?.state === 'ACTIVE' && !now.exchanging;
}

/** From the moment of the choice on the old token of this PC can't be deleted. */
function useExchange(props: Props) {
  const { ask, token, position, keeping, all, lookAgain, open } = props;
  const { kept, keep } = keeping;
  const [chosen, choose] = useState(() => chosenBefore(kept.other, token, position, all) ?? begunExchange(token, position, all));
  const [turn, setTurn] = useState(0);
  const attempt = useAttempt();
  const isOff = chosen !== null && wasCalledOff(chosen, all);
  useEffect(() => {
    if (isOff) choose(null);
  }, [isOff]);
  const land = (exchange: Exchange | null): void => {
    choose(exchange);
    const other = exchange && (position === 'old' ? exchange.fresh : exchange.old);
    keep((before) => ({ ...before, other: exchange && (other?.id ?? '') }));
    setTurn((before) => before + 1);
  };
  const mark = (old: TokenLook, exchanging: boolean): Promise<boolean> =>
    attempt.run(async () => {
      await ask('setExchanging', { tokenId: old.id, exchanging });
      await lookAgain();
    });
  const begin = async ({ old }: Exchange): Promise<boolean> => !old || old.exchanging || mark(old, true);
  const decide = async (other: TokenLook | null): Promise<void> => {
    const exchange = exchangeWith(token, position, other);
    if (await begin(exchange)) land(exchange);
  };
  const issueHere = async (): Promise<void> => {
    if (await begin(exchangeWith(token, position, null))) open(enrolAddress({ institutionCode: token.institutionCode }));
  };
  const callOff = async (old: TokenLook): Promise<void> => {
    if (await mark(old, false)) land(null);
  };
  return { chosen: isOff ? null : chosen, turn, again: () => land(null), attempt, decide, issueHere, callOff };
}

export function GuideExchange(props: Props): JSX.Element {
  const words = useWords(exchangeWords);
  const { next } = useWords(tokenWords);
  const { chosen, turn, again, attempt, decide, issueHere, callOff } = useExchange(props);
  const old = oldInExchange(props);
  return (
    <>
      <p>{words.what}</p>
      {chosen ? (
        <ExchangeWay {...props} exchange={chosen} turn={turn} onAgain={again} />
      ) : (
        <Where {...props} busy={attempt.busy} turn={turn} onChoose={(other) => void decide(other)} onIssueHere={() => void issueHere()} />
      )}
      <RefusalNote reason={attempt.refused} />
      {old && (
        <div class="actions">
          <button type="button" class="quiet" aria-disabled={attempt.busy} onClick={() => void callOff(old)}>
            {next.endExchange}
          </button>
        </div>
      )}
      <OldUnavailable code={props.token.institutionCode} />
    </>
  );
}
