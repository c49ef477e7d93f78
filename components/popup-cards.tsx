/** The list of cards in the open popup: issued and imported tokens, in one order. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { SiteLook, TokenLook } from '../lib/messages/looks.ts';
import { gateOf } from './copy-gate.tsx';
import { enrolAddress } from './enrol-address.ts';
import { useWords } from './language.ts';
import { LocalCard } from './local-card.tsx';
import { nameOf } from './local-name.ts';
import { useNear } from './near.ts';
import type { FaceProps } from './popup-effects.ts';
import { NoticeLine } from './popup-notice.tsx';
import { hasEnded } from './popup-state.ts';
import { TokenCard } from './token-card.tsx';
import { TokenJournal } from './token-journal.tsx';
import { type Mover, TokenOrder, useMoving } from './token-order.tsx';
import { shownState } from './token-next.tsx';
import { localWords } from './words-local.ts';
import { tokenWords } from './words-token.ts';
import { popupWords } from './words-popup.ts';

interface Props {
  face: FaceProps;
  tokens: TokenLook[];
  now: number;
}

const NO_SITE: SiteLook = { kind: 'other', host: null, like: 'none', bindable: null };

/** The origin of the site in front, if an imported token may be bound to it. */
function bindableAt(site: SiteLook): string | null {
  if (site.kind === 'bank') return null;
  return site.kind === 'own' ? site.origin : site.bindable;
}

/** Another token of the institution is in use here and being exchanged: this is the one to come. */
function isExchangeFor(token: TokenLook, all: TokenLook[]): boolean {
  const { id, institutionCode, state } = token;
  return state === 'UNBOUND' && all.some((one) => one.exchanging && one.id !== id && one.institutionCode === institutionCode);
}

/** In くわしく of every card, whatever its token. */
function EveryDetails({ face, tokenId, mover }: Pick<CardProps, 'face' | 'mover'> & { tokenId: string }): JSX.Element {
  return (
    <>
      {mover && <TokenOrder {...mover} />}
      <TokenJournal tokenId={tokenId} acts={face.acts} seen={face.state.look} />
    </>
  );
}

type CardProps = Omit<Props, 'tokens'> & { token: TokenLook; current: boolean; mover: Mover | null };

function Card({ face, token, now, current, mover }: CardProps): JSX.Element {
  const { state, acts, tell, props } = face;
  const { id, local, code } = token;
  const { unnamed } = useWords(localWords);
  const { states } = useWords(tokenWords);
  const name = nameOf(token, unnamed);
  const site = state.look?.site ?? NO_SITE;
  const shared = {
    token,
    now,
    ended: code !== null && hasEnded(code, state, now),
    current,
    hides: state.look?.hidesDigits ?? false,
    notice: <NoticeLine notice={state.notice} at={id} name={name} isLocal={local !== null} state={states[shownState(token)]} now={now} onAsk={() => void acts.askClearing()} />,
    gate: gateOf(site, token, local ? name : token.institution),
    cardRef: (card: HTMLElement | null) => card?.setAttribute('data-token', id),
    details: <EveryDetails face={face} tokenId={id} mover={mover} />,
    onCopy: () => void acts.copy(id),
    onFocus: () => tell({ kind: 'focused', tokenId: id }),
    onMove: mover && mover.onMove,
    onOpen: props.open,
    onRemove: () => void acts.remove(id),
  };
  if (local)
    return (
      <LocalCard
        {...shared}
        local={local}
        counted={state.counted[id] ?? null}
        onCopyCounted={(digits) => void acts.copyCounted(id, digits)}
        onNext={() => acts.next(id)}
        onRename={(names) => acts.rename(id, names)}
        siteActs={{ bindable: bindableAt(site), onBind: (typed) => acts.bind(id, typed), onPermit: acts.permit }}
      />
    );
  return (
    <TokenCard
      {...shared}
      inExchange={isExchangeFor(token, state.look?.tokens ?? [])}
      onCheck={() => void acts.check(id)}
      onEnrol={(institutionCode) => props.open(enrolAddress({ institutionCode }))}
      onEndExchange={() => void acts.endExchange(id)}
    />
  );
}

/** Its place in a long list, until somebody comes there. The focus goes on to the card that takes its place. */
function FarCard({ face, token }: Pick<CardProps, 'face' | 'token'>): JSX.Element {
  const { unnamed } = useWords(localWords);
  const { id, serial } = token;
  const name = nameOf(token, unnamed);
  return (
    <article class="card far" data-token={id} tabIndex={-1} aria-label={`${name} ${serial}`.trim()} onFocus={() => face.tell({ kind: 'focused', tokenId: id })}>
      <h2>{name}</h2>
    </article>
  );
}

export function Cards({ face, tokens, now }: Props): JSX.Element {
  const words = useWords(popupWords);
  const list = useRef<HTMLUListElement>(null);
  const isNear = useNear(list, tokens.map(({ id }) => id));
  const { currentId } = face.state;
  const { moverOf, said } = useMoving(face.acts.move, tokens, face.state.look?.tokens.length ?? 0);
  // After a search the current card may be hidden; the first visible one then takes the tab stop.
  const stop = tokens.some(({ id }) => id === currentId) ? currentId : tokens[0]?.id;
  return (
    <>
      <ul class="cards" aria-label={words.list} ref={list}>
        {tokens.map((token, index) => (
          <li key={token.id} data-row={token.id}>
            {token.id === stop || isNear(token.id) ? (
              <Card face={face} token={token} now={now} current={token.id === stop} mover={moverOf(token.id, index)} />
            ) : (
              <FarCard face={face} token={token} />
            )}
          </li>
        ))}
      </ul>
      <p class="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}
