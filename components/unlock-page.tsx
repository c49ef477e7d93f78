/** The small window that asks for a passkey, since the browser's own dialog would close the popup. It goes when the vault is open. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Asking, Stretch } from './asking.ts';
import { KeyTag } from './drawings.tsx';
import { useWords } from './language.ts';
import { useLook } from './looking.ts';
import { RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { UnlockForm } from './unlock-form.tsx';
import { lockWords } from './words-lock.ts';

interface UnlockPageProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  passkeys: Passkeys;
  /** A page of ours, in a tab. This window is done with it. */
  open: (address: string) => void;
  close: () => void;
}

/** Milliseconds. */
const READ_FOR = 6000;

/** Before the first run there is nothing to unlock. */
function NothingYet({ open }: Pick<UnlockPageProps, 'open'>): JSX.Element {
  const words = useWords(lockWords).nothingYet;
  return (
    <>
      <h1>{words.heading}</h1>
      <p>{words.body}</p>
      <button type="button" class="primary" onClick={() => open('/enrol.html')}>
        {words.start}
      </button>
    </>
  );
}

export function UnlockPage({ open, close, ...edges }: UnlockPageProps): JSX.Element {
  const words = useWords(lockWords);
  const { look, failed, lookAgain } = useLook(edges.ask);
  const isOpen = look?.vault === 'open';
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setTimeout(close, READ_FOR);
    return () => clearTimeout(timer);
  }, [isOpen, close]);
  return (
    <main class="confirm">
      <KeyTag />
      {look?.vault === 'none' ? <NothingYet open={open} /> : look && <h1>{isOpen ? words.openHeading : words.unlockHeading}</h1>}
      {look?.ways && <UnlockForm {...edges} ways={look.ways} passkeyAtOnce onOpen={() => void lookAgain()} />}
      <RefusalNote reason={look?.vault === 'damaged' ? 'vault-damaged' : failed} />
      <div role="status">{isOpen && <p class="notice">{words.opened}</p>}</div>
      <button type="button" class="quiet" onClick={close}>
        {words.close}
      </button>
    </main>
  );
}
