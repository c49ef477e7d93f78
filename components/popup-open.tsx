/** The open popup: the site, the tokens, the ways on. Keyboard: `/`, arrows, Home, End, Enter, Esc. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Look, TokenLook } from '../lib/messages/looks.ts';
import { useAnnouncement } from './announcement.ts';
import { ClockQuestion } from './clock-notice.tsx';
import { useTicking } from './countdown.ts';
import { enrolAddress } from './enrol-address.ts';
import { useKeptFocus } from './keep-focus.ts';
import { useWords } from './language.ts';
import { MendedNotice } from './mended-notice.tsx';
import { RefusalNote } from './notices.tsx';
import { PendingCard } from './pending-card.tsx';
import { Cards } from './popup-cards.tsx';
import { NoticeLine } from './popup-notice.tsx';
import { PopupFoot, PopupHead } from './popup-frame.tsx';
import type { FaceProps } from './popup-effects.ts';
import { matching, neighbour, SEARCH_FROM } from './popup-state.ts';
import { RemovedTokens } from './removed-tokens.tsx';
import { SiteLine } from './site-line.tsx';
import { localWords } from './words-local.ts';
import { popupWords } from './words-popup.ts';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

interface Keys {
  search: () => HTMLInputElement | null;
  move: (step: number) => void;
  clear: () => boolean;
  close: () => void;
}

/** Typing in a field keeps its own arrows, Home and End; only Esc and the way down to the cards are taken. */
function onKey(event: KeyboardEvent, keys: Keys): void {
  const typing = event.target instanceof HTMLInputElement;
  const step = STEPS[event.key];
  if (event.key === 'Escape') {
    if (!keys.clear()) keys.close();
  } else if (event.key === '/' && !typing && keys.search()) {
    keys.search()?.focus();
  } else if (step !== undefined && (!typing || event.key === 'ArrowDown')) {
    keys.move(typing ? 0 : step);
  } else return;
  event.preventDefault();
}

function Pendings({ face, look }: { face: FaceProps; look: Look }): JSX.Element {
  return (
    <>
      {look.pendings.map((pending) => (
        <PendingCard
          key={pending.id}
          pending={pending}
          onResume={() => face.props.open(enrolAddress({ pendingId: pending.id }))}
          onDrop={() => void face.acts.drop(pending.id)}
        />
      ))}
    </>
  );
}

interface PartProps {
  face: FaceProps;
  look: Look;
  now: number;
}

function FarClock({ face, look, now }: PartProps): JSX.Element {
  const notice = <NoticeLine notice={face.state.notice} at="clock" name="" now={now} />;
  return <ClockQuestion look={look} notice={notice} onAccept={(offset) => void face.acts.acceptClock(offset)} />;
}

function PutRight({ face, look, now }: PartProps): JSX.Element {
  return (
    <>
      <MendedNotice mended={look.mended} onSeen={() => void face.acts.mendedSeen()} open={face.props.open} />
      <NoticeLine notice={face.state.notice} at="mended" name="" now={now} />
    </>
  );
}

function Removed({ face, look, now }: PartProps): JSX.Element {
  const notice = <NoticeLine notice={face.state.notice} at="removed" name="" now={now} />;
  const restore = (tokenId: string): void => {
    // The button leaves; the card that comes back for it takes the focus.
    face.tell({ kind: 'focused', tokenId });
    void face.acts.restore(tokenId);
  };
  return <RemovedTokens removed={look.removed} notice={notice} onRestore={restore} />;
}

function Empty({ open }: { open: (address: string) => void }): JSX.Element {
  const words = useWords(popupWords);
  const local = useWords(localWords);
  return (
    <div class="face">
      <h1>{words.empty.heading}</h1>
      <p>{words.empty.body}</p>
      <button type="button" class="primary large" onClick={() => open('/enrol.html')}>
        {words.add}
      </button>
      <p class="small">{words.empty.standard}</p>
      <button type="button" class="quiet" onClick={() => open('/transfer.html')}>
        {local.import}
      </button>
    </div>
  );
}

function cardOf(root: HTMLElement | null, tokenId: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-token="${CSS.escape(tokenId)}"]`) ?? null;
}

function useKeys(face: FaceProps, shown: TokenLook[]): { root: { current: HTMLDivElement | null } } {
  const root = useRef<HTMLDivElement>(null);
  const { state, tell, props } = face;
  const keys: Keys = {
    search: () => root.current?.querySelector<HTMLInputElement>('input[type=search]') ?? null,
    move: (step) => {
      const inCards = Boolean(document.activeElement?.closest('.card'));
      const to = neighbour(shown, state.currentId, inCards ? step : 0);
      if (to !== null) cardOf(root.current, to)?.focus();
    },
    clear: () => {
      if (state.query === '') return false;
      tell({ kind: 'searched', query: '' });
      return true;
    },
    close: props.close,
  };
  useKeptFocus(root, () => {
    const inMain = 'main .card, main button, main input, button';
    const currentId = neighbour(shown, state.currentId, 0);
    const card = currentId === null ? null : cardOf(root.current, currentId);
    return card ?? root.current?.querySelector<HTMLElement>(inMain) ?? null;
  });
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event, latest.current);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return { root };
}

export function OpenPopup(face: FaceProps): JSX.Element | null {
  const words = useWords(popupWords);
  const { look, query, currentId, notice, failed } = face.state;
  const tokens = matching(look?.tokens ?? [], query);
  const { root } = useKeys(face, tokens);
  const firstEnd = tokens.find(({ code }) => code)?.code?.endsAt ?? null;
  const now = useTicking(face.props.now, firstEnd);
  const announced = useAnnouncement(tokens.find(({ id }) => id === currentId), now, look?.hidesDigits ?? false);
  if (!look) return null;
  const result = <NoticeLine notice={notice} at="site" name="" now={now} />;
  const isEmpty = look.tokens.length + look.pendings.length === 0;
  // The key keeps it the same one wherever it stands.
  const removed = <Removed key="removed" face={face} look={look} now={now} />;
  return (
    <div class="open" ref={root}>
      <PopupHead look={look} query={query} hasSearch={look.tokens.length >= SEARCH_FROM || query !== ''} face={face} now={now} />
      <main>
        <RefusalNote reason={failed} />
        <PutRight face={face} look={look} now={now} />
        <FarClock face={face} look={look} now={now} />
        <SiteLine
          site={look.site}
          tokens={look.tokens}
          busy={face.filling}
          result={result}
          onFill={(id) => void face.acts.fill(id)}
          onAdd={() => face.props.open('/enrol.html')}
        />
        <Pendings face={face} look={look} />
        {isEmpty && removed}
        {isEmpty && <Empty open={face.props.open} />}
        {look.tokens.length > 0 && tokens.length === 0 && <p class="face small">{words.noMatch}</p>}
        <Cards face={face} tokens={tokens} now={now} />
        {!isEmpty && removed}
      </main>
      <PopupFoot look={look} face={face} now={now} />
      <p class="visually-hidden" aria-live="polite">
        {announced}
      </p>
      <p class="visually-hidden" role="status">
        {look.tokens.length > 0 && tokens.length === 0 ? words.noMatch : ''}
      </p>
    </div>
  );
}
