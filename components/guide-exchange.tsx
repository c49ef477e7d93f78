/** 交換: first where the other token is, then the bank's steps for that case. The old token is kept until the issuer says REPLACED. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TokenLook } from '../lib/messages/protocol.ts';
import { useAttempt } from './attempt.ts';
import { Call } from './call-line.tsx';
import { Way } from './guide-parts.tsx';
import { begunExchange, counterparts, exchangeWith } from './guide-state.ts';
import type { Exchange, Position } from './guide-state.ts';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import type { Asking } from './unlock-form.tsx';
import { exchangeWords } from './words-exchange.ts';

interface Props {
  ask: Asking;
  token: TokenLook;
  position: Position;
  all: TokenLook[];
  lookAgain: () => Promise<void>;
  open: (address: string) => void;
}

function OldUnavailable({ code }: { code: string }): JSX.Element {
  const words = useWords(exchangeWords).oldUnavailable;
  return (
    <section class="sheet">
      <h2>{words.heading}</h2>
      <p>{words.body}</p>
      <Call code={code} />
    </section>
  );
}

/** Which serial is which; a token elsewhere is named by its place. */
function Pair({ exchange, onAgain }: { exchange: Exchange; onAgain: () => void }): JSX.Element {
  const words = useWords(exchangeWords);
  return (
    <div class="sheet">
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
  onChoose: (other: TokenLook | null) => void;
  onIssueHere: () => void;
}

function Where({ token, position, all, busy, onChoose, onIssueHere }: WhereProps): JSX.Element {
  const words = useWords(exchangeWords);
  const isOld = position === 'old';
  return (
    <section aria-label={isOld ? words.whereNew : words.whereOld}>
      <h2>{isOld ? words.whereNew : words.whereOld}</h2>
      <div class="choices">
        {counterparts(token, position, all).map((other) => (
          <button type="button" class="step" key={other.id} disabled={busy} onClick={() => onChoose(other)}>
            {isOld ? words.newHere(other.serial) : words.oldHere(other.serial)}
          </button>
        ))}
        {isOld && (
          <button type="button" class="step" disabled={busy} onClick={onIssueHere}>
            {words.issueHere}
          </button>
        )}
        <button type="button" class="step" disabled={busy} onClick={() => onChoose(null)}>
          {isOld ? words.newElsewhere : words.oldElsewhere}
        </button>
      </div>
    </section>
  );
}

function ExchangeWay({ exchange, onAgain, ...rest }: Props & { exchange: Exchange; onAgain: () => void }): JSX.Element {
  const words = useWords(exchangeWords);
  const { old, fresh } = exchange;
  const needs = [...words.needs, ...(fresh ? [] : [words.needNew]), ...(old ? [] : [words.needOld])];
  return (
    <>
      <Pair exchange={exchange} onAgain={onAgain} />
      <p class="warning">{words.keep}</p>
      {!fresh && <p>{words.hardware}</p>}
      <Way
        ask={rest.ask}
        token={rest.token}
        lookAgain={rest.lookAgain}
        open={rest.open}
        needs={needs}
        steps={words.steps({ old: old?.serial ?? null, fresh: fresh?.serial ?? null })}
        after={words.after}
      />
    </>
  );
}

/** From the moment of the choice on the old token of this PC can't be deleted. */
function useExchange({ ask, token, position, all, lookAgain, open }: Props) {
  const [chosen, choose] = useState(() => begunExchange(token, position, all));
  const attempt = useAttempt();
  const begin = async (exchange: Exchange): Promise<boolean> => {
    const { old } = exchange;
    if (!old || old.exchanging) return true;
    return attempt.run(async () => {
      await ask('setExchanging', { tokenId: old.id, exchanging: true });
      await lookAgain();
    });
  };
  const decide = async (other: TokenLook | null): Promise<void> => {
    const exchange = exchangeWith(token, position, other);
    if (await begin(exchange)) choose(exchange);
  };
  const issueHere = async (): Promise<void> => {
    if (await begin(exchangeWith(token, position, null))) open(`/enrol.html?institution=${token.institutionCode}`);
  };
  return { chosen, again: () => choose(null), attempt, decide, issueHere };
}

export function GuideExchange(props: Props): JSX.Element {
  const words = useWords(exchangeWords);
  const { chosen, again, attempt, decide, issueHere } = useExchange(props);
  return (
    <>
      <p>{words.what}</p>
      {chosen ? (
        <ExchangeWay {...props} exchange={chosen} onAgain={again} />
      ) : (
        <Where {...props} busy={attempt.busy} onChoose={(other) => void decide(other)} onIssueHere={() => void issueHere()} />
      )}
      <RefusalNote reason={attempt.refused} />
      <OldUnavailable code={props.token.institutionCode} />
    </>
  );
}
