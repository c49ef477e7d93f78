/** One token as a card: whose it is, its code, its state, the next step; the whole card takes the focus. */
import type { JSX, Ref } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { givesCodes } from '../lib/token.ts';
import { CardFrame } from './card-frame.tsx';
import { useCopyGate } from './copy-gate.tsx';
import type { Gate } from './copy-gate.tsx';
import { displayName } from './display-name.ts';
import { Monogram } from './drawings.tsx';
import { useCodeHiding } from './hiding.ts';
import { useWords } from './language.ts';
import { TokenCode } from './token-code.tsx';
import { TokenDetails } from './token-details.tsx';
import { shownState, TokenNext } from './token-next.tsx';
import { tokenWords } from './words-token.ts';

interface Props {
  token: TokenLook;
  now: number;
  /** Its code ran out and no next one has come. */
  ended: boolean;
  current: boolean;
  /** Digits are shown after a press only. */
  hides: boolean;
  /** A token in use here waits for this one to take its place. */
  inExchange: boolean;
  notice: JSX.Element | null;
  /** What くわしく of every token has. */
  details: JSX.Element;
  /** Asked before a copy. */
  gate: Gate | null;
  cardRef: Ref<HTMLElement>;
  onCopy: () => void;
  onFocus: () => void;
  onMove: ((by: -1 | 1) => void) | null;
  onCheck: () => void;
  onOpen: (address: string) => void;
  onEnrol: (institutionCode: string) => void;
  onRemove: () => void;
  onEndExchange: () => void;
}

function CardHead({ token }: { token: TokenLook }): JSX.Element {
  const words = useWords(tokenWords);
  const state = shownState(token);
  return (
    <header class="card-head">
      <Monogram name={token.institution} code={token.institutionCode} />
      <div class="card-name">
        <div class="card-title">
          <h2>{displayName(token)}</h2>
          <span class={`seal seal-${state.toLowerCase()}`}>{words.states[state]}</span>
        </div>
        <p class="serial">
          {words.serial} <span class="serial-number">{token.serial}</span>
        </p>
      </div>
    </header>
  );
}

export function TokenCard(props: Props): JSX.Element {
  const { token, now, ended } = props;
  const code = givesCodes(token.state) && token.introduced ? token.code : null;
  const hiding = useCodeHiding(props.hides, code);
  const { copy, copyRef, question } = useCopyGate(props.gate, props.onCopy, props.onOpen);
  return (
    <CardFrame
      label={`${displayName(token)} ${token.serial}`}
      current={props.current}
      cardRef={props.cardRef}
      onFocus={props.onFocus}
      onEnter={code && copy}
      onMove={props.onMove}
      onSpace={hiding.toggle}
    >
      <CardHead token={token} />
      {code && <TokenCode code={code} now={now} ended={ended} hiding={hiding} onCopy={copy} copyRef={copyRef} />}
      {code && question}
      {props.notice}
      <TokenNext
        token={token}
        inExchange={props.inExchange}
        onOpen={props.onOpen}
        onEnrol={props.onEnrol}
        onRemove={props.onRemove}
        onEndExchange={props.onEndExchange}
      />
      <TokenDetails token={token} onCheck={props.onCheck} onOpen={props.onOpen} onRemove={props.onRemove}>
        {props.details}
      </TokenDetails>
    </CardFrame>
  );
}
