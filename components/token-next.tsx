/** The one next step of a token, by its state. */
import type { ComponentChildren, JSX } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { isLive } from '../lib/token.ts';
import { Call } from './call-line.tsx';
import { DeleteToken } from './delete-token.tsx';
import { enrolAddress } from './enrol-address.ts';
import { guideAddress } from './guide-address.ts';
import { dayIn, hourIn, useLanguage, useWords } from './language.ts';
import { tokenWords } from './words-token.ts';
import type { ShownState } from './words-token.ts';

/** A credit union's 利用解除 and a shinkin's 利用中止 are one state at the issuer. */
export function shownState(token: TokenLook): ShownState {
  return token.state === 'STOPPED' && token.kind === 'credit-union' ? 'RELEASED' : token.state;
}

interface Props {
  token: TokenLook;
  /** A token in use here waits for this one to take its place. */
  inExchange: boolean;
  onOpen: (address: string) => void;
  onEnrol: (institutionCode: string) => void;
  onRemove: () => void;
  onEndExchange: () => void;
}

/** Of a token that is over: why it has expired, and what a new one is called, as its kind of institution has it. */
export function useEndWords({ kind }: TokenLook): { expired: string; again: string } {
  const { next } = useWords(tokenWords);
  return kind === 'credit-union' ? { expired: next.expiredUnion, again: next.setUpNew } : { expired: next.expired, again: next.enrolAgain };
}

/** Nothing is left to do at the bank: only there delete stands beside the next step. An imported token has no bank. */
export function isOverAtBank({ state }: TokenLook): boolean {
  return state !== 'LOCAL' && !isLive(state);
}

function Step({ label, onClick }: { label: string; onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="step" onClick={onClick}>
      {label}
    </button>
  );
}

function StartStep({ token, inExchange, onOpen }: Props): JSX.Element {
  const { next } = useWords(tokenWords);
  const language = useLanguage();
  const address = token.loginAddress;
  const toExchange = (): void => onOpen(guideAddress(token.id, 'exchange'));
  const toGuide = (): void => onOpen(guideAddress(token.id, 'start'));
  if (inExchange)
    return (
      <div class="next">
        <p>{next.exchangeWaits}</p>
        <Step label={next.goOnExchange} onClick={toExchange} />
      </div>
    );
  const isUnion = token.kind === 'credit-union';
  return (
    <div class="next">
      <p>{(isUnion ? next.startByUnion : next.startBy)(hourIn(language, token.startBy))}</p>
      {isUnion ? (
        <Step label={next.start} onClick={toGuide} />
      ) : (
        address !== null && <Step label={next.start} onClick={() => onOpen(address)} />
      )}
      {!isUnion && (
        <>
          <button type="button" class="quiet" onClick={toGuide}>
            {next.startSteps}
          </button>
          <button type="button" class="quiet" onClick={toExchange}>
            {next.exchangeInstead}
          </button>
        </>
      )}
    </div>
  );
}

/** Nothing to do, unless a 交換 is under way or the end is near. */
function ActiveStep({ token, onOpen, onEndExchange }: Props): JSX.Element | null {
  const { next, errands } = useWords(tokenWords);
  const language = useLanguage();
  if (token.exchanging)
    return (
      <div class="next">
        <p>{next.exchanging}</p>
        <Step label={next.showSteps} onClick={() => onOpen(guideAddress(token.id, 'exchange'))} />
        <button type="button" class="quiet" onClick={onEndExchange}>
          {next.endExchange}
        </button>
      </div>
    );
  if (token.endsSoonAt === null) return null;
  const errand = token.kind === 'credit-union' ? 'release' : 'exchange';
  const words = errand === 'release' ? next.endsSoonUnion : next.endsSoon;
  return (
    <div class="next">
      <p class="notice warn">{words(dayIn(language, token.endsSoonAt))}</p>
      <Step label={errands[errand]} onClick={() => onOpen(guideAddress(token.id, errand))} />
    </div>
  );
}

function Ended({ token, text, onRemove, children }: Pick<Props, 'token' | 'onRemove'> & { text: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="next">
      <p>{text}</p>
      {children}
      <DeleteToken token={token} onRemove={onRemove} />
    </div>
  );
}

function SetUpStep({ token, onOpen }: Pick<Props, 'token' | 'onOpen'>): JSX.Element {
  const { next } = useWords(tokenWords);
  return (
    <div class="next">
      <p>{next.setUp}</p>
      <Step label={next.toSetUp} onClick={() => onOpen(enrolAddress({ tokenId: token.id }))} />
    </div>
  );
}

function StateStep(props: Props): JSX.Element | null {
  const { token } = props;
  const { next } = useWords(tokenWords);
  const end = useEndWords(token);
  const again = <Step label={end.again} onClick={() => props.onEnrol(token.institutionCode)} />;
  const calls = <Call call={token.call} />;
  const ended = { token, onRemove: props.onRemove };
  const state = shownState(token);
  switch (state) {
    case 'ACTIVE':
      return <ActiveStep {...props} />;
    case 'UNBOUND':
      return <StartStep {...props} />;
    case 'EXPIRED':
      return <Ended {...ended} text={end.expired}>{calls}{again}</Ended>;
    case 'STOPPED':
      return <Ended {...ended} text={next.stopped}>{again}</Ended>;
    case 'RELEASED':
      return <Ended {...ended} text={next.released}>{again}</Ended>;
    case 'REPLACED':
      return <Ended {...ended} text={next.replaced} />;
    case 'SUSPENDED':
      return <div class="next"><p>{next.suspended}</p>{calls}</div>;
    case 'REVOKED':
      return <Ended {...ended} text={next.revoked}>{calls}</Ended>;
    case 'LOCAL':
      return null;
    default:
      return state satisfies never;
  }
}

export function TokenNext(props: Props): JSX.Element | null {
  const { token, onOpen } = props;
  return token.introduced || isOverAtBank(token) ? <StateStep {...props} /> : <SetUpStep token={token} onOpen={onOpen} />;
}
