/** The popup while the vault is locked. */
import type { JSX } from 'preact';
import { KeyTag } from './drawings.tsx';
import { useWords } from './language.ts';
import type { FaceProps } from './popup-effects.ts';
import { LossLink } from './popup-frame.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { lockWords } from './words-lock.ts';

/** A small window of its own; `open` knows it. */
export const UNLOCK_PAGE = '/unlock.html';

export function LockedFace({ props, state, acts }: Pick<FaceProps, 'props' | 'state' | 'acts'>): JSX.Element {
  const words = useWords(lockWords);
  const ways = state.look?.ways;
  return (
    <main class="face">
      <KeyTag />
      <h1>{words.unlockHeading}</h1>
      {ways && (
        <UnlockForm
          ask={props.ask}
          stretch={props.stretch}
          now={props.now}
          ways={ways}
          onOpen={() => void acts.lookAgain()}
          // A dialog of the browser takes the focus, and the popup closes with it.
          onPasskeyElsewhere={() => props.open(UNLOCK_PAGE)}
        />
      )}
      <LossLink open={props.open} />
    </main>
  );
}
