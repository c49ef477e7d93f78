/** The one way in while locked: the passphrase, stretched in a worker of this page. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Client } from '../lib/messages/client.ts';
import type { PopupRequests, WayIn } from '../lib/messages/protocol.ts';
import { useAttempt } from './attempt.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { lockWords } from './words-lock.ts';

export type Asking = Client<PopupRequests>;
/** Argon2id in a worker: base64url of the stretched passphrase. */
export type Stretch = (passphrase: string, wayIn: WayIn) => Promise<string>;

interface Props {
  ask: Asking;
  stretch: Stretch;
  wayIn: WayIn;
  onOpen: () => void;
}

export function UnlockForm({ ask, stretch, wayIn, onOpen }: Props): JSX.Element {
  const words = useWords(lockWords);
  const [passphrase, setPassphrase] = useState('');
  const attempt = useAttempt();
  const field = useRef<HTMLInputElement>(null);
  // `autofocus` works only while a page loads; this form also comes later.
  useEffect(() => field.current?.focus(), []);
  const unlock = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return field.current?.focus();
    const open = await attempt.run(async () => {
      await ask('unlock', { slotId: wayIn.slotId, stretched: await stretch(passphrase, wayIn) });
    });
    if (open) onOpen();
    else field.current?.select();
  };
  return (
    <form class="unlock" onSubmit={(event) => void unlock(event)}>
      <PassphraseField
        label={words.passphrase}
        value={passphrase}
        onInput={setPassphrase}
        autoFocus
        inputRef={field}
        describedBy="unlock-note"
      />
      <RefusalNote reason={attempt.refused} id="unlock-note" />
      <button type="submit" class="primary" disabled={attempt.busy}>
        {words.unlock}
      </button>
      <Progress shown={attempt.slow} label={words.unlocking} />
    </form>
  );
}
