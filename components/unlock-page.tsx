/** The small window that asks for a passkey, since the browser's own dialog would close the popup. It goes when the vault is open. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { KeyTag } from './drawings.tsx';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { UnlockForm } from './unlock-form.tsx';
import type { Asking, Stretch } from './unlock-form.tsx';
import { lockWords } from './words-lock.ts';

export interface UnlockPageProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  passkeys: Passkeys;
  close: () => void;
}

/** Milliseconds. */
export const READ_FOR = 2000;

export function UnlockPage({ close, ...edges }: UnlockPageProps): JSX.Element {
  const words = useWords(lockWords);
  const { look, failed, lookAgain } = useLook(edges.ask);
  const isOpen = look?.vault === 'open';
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setTimeout(close, READ_FOR);
    return () => clearTimeout(timer);
  }, [isOpen, close]);
  const shut = look?.vault === 'damaged' ? 'vault-damaged' : look?.vault === 'none' ? 'no-vault' : failed;
  return (
    <main class="confirm">
      <KeyTag />
      <h1>{isOpen ? words.openHeading : words.unlockHeading}</h1>
      {look?.ways && <UnlockForm {...edges} ways={look.ways} passkeyAtOnce onOpen={() => void lookAgain()} />}
      <RefusalNote reason={shut} />
      <div role="status">{isOpen && <p class="notice">{words.opened}</p>}</div>
      <button type="button" class="quiet" onClick={close}>
        {words.close}
      </button>
    </main>
  );
}
