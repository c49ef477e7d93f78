/** An imported token as a card: the service, the account, its code. No institution, no serial number, no next step. */
import type { JSX, Ref } from 'preact';
import type { TokenLook } from '../lib/messages/looks.ts';
import { useCopyGate } from './copy-gate.tsx';
import type { Gate } from './copy-gate.tsx';
import { Monogram } from './drawings.tsx';
import { useWords } from './language.ts';
import { useCodeHiding, useCountedHiding } from './hiding.ts';
import type { Hiding } from './hiding.ts';
import { CountedCode } from './local-counted.tsx';
import { LocalDetails } from './local-details.tsx';
import type { Names } from './local-details.tsx';
import { namesOf } from './local-name.ts';
import type { SiteActs } from './local-site.tsx';
import type { Counted } from './popup-state.ts';
import { CardFrame } from './card-frame.tsx';
import { TokenCode } from './token-code.tsx';
import { localWords } from './words-local.ts';
import { tokenWords } from './words-token.ts';

type Local = NonNullable<TokenLook['local']>;

interface Props {
  token: TokenLook;
  local: Local;
  now: number;
  /** Its code ran out and no next one has come. */
  ended: boolean;
  /** Of a counting token: the code that is shown. */
  counted: Counted | null;
  current: boolean;
  /** Digits are shown after a press only. */
  hides: boolean;
  notice: JSX.Element | null;
  /** What くわしく of every token has. */
  details: JSX.Element;
  /** Asked before a copy. */
  gate: Gate | null;
  siteActs: SiteActs;
  cardRef: Ref<HTMLElement>;
  onCopy: () => void;
  onCopyCounted: (digits: string) => void;
  onNext: () => Promise<void>;
  onFocus: () => void;
  onMove: ((by: -1 | 1) => void) | null;
  onRename: (names: Names) => Promise<void>;
  onOpen: (address: string) => void;
  onRemove: () => void;
}

function Head({ heading, line }: { heading: string; line: string }): JSX.Element {
  const { states } = useWords(tokenWords);
  return (
    <header class="card-head">
      <Monogram name={heading} code={heading} />
      <div class="card-name">
        <div class="card-title">
          <h2>{heading}</h2>
          <span class="seal seal-local">{states.LOCAL}</span>
        </div>
        {line !== '' && <p class="serial">{line}</p>}
      </div>
    </header>
  );
}

type CodeProps = Pick<Props, 'token' | 'local' | 'now' | 'ended' | 'counted' | 'onCopy' | 'onNext'> & { hiding: Hiding; copyRef: Ref<HTMLButtonElement> };

function Code({ token, local, now, ended, counted, hiding, onCopy, onNext, copyRef }: CodeProps): JSX.Element | null {
  if (local.counts) return <CountedCode counted={counted} hiding={hiding} onNext={onNext} onCopy={onCopy} copyRef={copyRef} />;
  return token.code && <TokenCode code={token.code} now={now} ended={ended} hiding={hiding} onCopy={onCopy} copyRef={copyRef} />;
}

export function LocalCard(props: Props): JSX.Element {
  const { token, local } = props;
  const { unnamed } = useWords(localWords);
  const { heading, line } = namesOf(local, unnamed);
  // What is shown is copied; that never uses up a counter.
  const { counted } = props;
  const copyShown = local.counts ? () => counted && props.onCopyCounted(counted.digits) : props.onCopy;
  const { copy, copyRef, question } = useCopyGate(props.gate, copyShown, props.onOpen);
  const byTime = useCodeHiding(props.hides, token.code);
  const oneByOne = useCountedHiding(props.hides, counted?.counter ?? null);
  const hiding = local.counts ? oneByOne : byTime;
  const isShown = (local.counts ? counted : token.code) !== null;
  return (
    <CardFrame
      label={`${heading} ${line}`.trim()}
      current={props.current}
      cardRef={props.cardRef}
      onFocus={props.onFocus}
      onEnter={isShown ? copy : null}
      onSpace={hiding.toggle}
      onMove={props.onMove}
    >
      <Head heading={heading} line={line} />
      <Code {...props} hiding={hiding} onCopy={copy} copyRef={copyRef} />
      {question}
      {props.notice}
      <LocalDetails token={token} names={local} site={local.site} siteActs={props.siteActs} onRename={props.onRename} onOpen={props.onOpen} onRemove={props.onRemove}>
        {props.details}
      </LocalDetails>
    </CardFrame>
  );
}
