/** The toolbar popup: one of four faces, by the state of the vault. */
import type { JSX } from 'preact';
import { DamagedFace } from './damaged-face.tsx';
import { KeyTag } from './drawings.tsx';
import { useWords } from './language.ts';
import { LockedFace } from './locked-face.tsx';
import { LossLink } from './popup-frame.tsx';
import { RefusalNote } from './notices.tsx';
import { usePopup } from './popup-effects.ts';
import type { FaceProps, PopupProps } from './popup-effects.ts';
import { OpenPopup } from './popup-open.tsx';
import { popupWords } from './words-popup.ts';

function Welcome({ open }: Pick<PopupProps, 'open'>): JSX.Element {
  const words = useWords(popupWords).welcome;
  return (
    <main class="face">
      <KeyTag />
      <h1>{words.heading}</h1>
      <p>{words.body}</p>
      <button type="button" class="primary large" onClick={() => open('/enrol.html')}>
        {words.start}
      </button>
      <p class="small">{words.note}</p>
    </main>
  );
}

/** Never a dead end: whom to call is known without the vault, too. */
function Failed({ props, state, acts }: Pick<FaceProps, 'props' | 'state' | 'acts'>): JSX.Element {
  const words = useWords(popupWords);
  return (
    <>
      <RefusalNote reason={state.failed} />
      <button type="button" class="primary" onClick={() => void acts.lookAgain()}>
        {words.retry}
      </button>
      <LossLink open={props.open} />
    </>
  );
}

function Face(face: FaceProps): JSX.Element {
  const words = useWords(popupWords);
  const vault = face.state.look?.vault;
  switch (vault) {
    case undefined:
      return (
        <main class="face" aria-busy={face.state.failed === null}>
          {face.state.failed ? <Failed {...face} /> : <p class="small">{words.loading}…</p>}
        </main>
      );
    case 'none':
      return <Welcome open={face.props.open} />;
    case 'damaged':
      return <DamagedFace open={face.props.open} />;
    case 'locked':
      return <LockedFace {...face} />;
    case 'open':
      return <OpenPopup {...face} />;
    default:
      return vault satisfies never;
  }
}

export function Popup(props: PopupProps): JSX.Element {
  const popup = usePopup(props);
  return <Face props={props} {...popup} />;
}
