/** Head and foot of the open popup: name, search, lock, clock; add, settings, loss, shortcuts. */
import type { JSX } from 'preact';
import type { Look } from '../lib/messages/looks.ts';
import { ClockLine } from './clock-notice.tsx';
import { KeyTag } from './drawings.tsx';
import { useWords } from './language.ts';
import { Progress } from './notices.tsx';
import type { FaceProps } from './popup-effects.ts';
import { NoticeLine } from './popup-notice.tsx';
import { localWords } from './words-local.ts';
import { popupWords } from './words-popup.ts';

interface HeadProps {
  look: Look;
  query: string;
  hasSearch: boolean;
  face: FaceProps;
  now: number;
}

export function PopupHead({ look, query, hasSearch, face, now }: HeadProps): JSX.Element {
  const words = useWords(popupWords);
  return (
    <header class="head">
      <div class="head-row">
        <h1 class="brand">
          <KeyTag /> {words.name}
        </h1>
        {face.props.openBeside && (
          <button type="button" class="quiet" onClick={() => void face.acts.beside()}>
            {words.beside}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => void face.acts.lock()}>
          {words.lock}
        </button>
      </div>
      <NoticeLine notice={face.state.notice} at="beside" name="" now={now} />
      {hasSearch && (
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={query}
          onInput={(event) => face.tell({ kind: 'searched', query: event.currentTarget.value })}
        />
      )}
      {!look.clockAsks && <ClockLine offset={look.clockOffset} unsure={look.clockUnsure} />}
    </header>
  );
}

interface FootProps {
  look: Look;
  face: FaceProps;
  now: number;
}

/** The ways in for tokens from elsewhere: their page, and the QR code that the open page shows. */
function WaysIn({ face, now }: Omit<FootProps, 'look'>): JSX.Element {
  const words = useWords(localWords);
  return (
    <div class="page-reader">
      <div class="ways-in">
        <button type="button" class="quiet" onClick={() => face.props.open('/transfer.html')}>
          {words.import}
        </button>
        <button type="button" class="quiet" onClick={() => void face.acts.readPage()}>
          {words.page.read}
        </button>
      </div>
      <NoticeLine notice={face.state.notice} at="page" name="" now={now} />
      <Progress shown={face.reading} label={words.page.reading} />
    </div>
  );
}

export function PopupFoot({ look, face, now }: FootProps): JSX.Element {
  const words = useWords(popupWords);
  const { open } = face.props;
  const { shortcuts } = look;
  return (
    <footer class="foot">
      <nav>
        <button type="button" class="quiet" onClick={() => open('/enrol.html')}>
          {words.add}
        </button>
        <button type="button" class="quiet" onClick={() => open('/settings.html')}>
          {words.settings}
        </button>
        <LossLink open={open} />
      </nav>
      <WaysIn face={face} now={now} />
      <p class="keys">
        {shortcuts.open !== '' && (
          <span>
            {words.shortcuts.open} <kbd>{shortcuts.open}</kbd>
          </span>
        )}
        {shortcuts.fill !== '' && (
          <span>
            {words.shortcuts.fill} <kbd>{shortcuts.fill}</kbd>
          </span>
        )}
        {look.hidesDigits && (
          <span>
            {words.shortcuts.show} <kbd>{words.shortcuts.space}</kbd>
          </span>
        )}
      </p>
    </footer>
  );
}

/** A true link, so that it also works with the middle button and without our script. */
export function LossLink({ open }: { open: (address: string) => void }): JSX.Element {
  const words = useWords(popupWords);
  const follow = (event: Event): void => {
    event.preventDefault();
    open('/loss.html');
  };
  return (
    <a class="loss-link" href="/loss.html" onClick={follow}>
      {words.loss}
    </a>
  );
}
