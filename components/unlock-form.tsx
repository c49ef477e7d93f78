/** The ways in while locked: the session PIN, a passkey, the passphrase. Whatever is typed is stretched in a worker of this page. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ways } from '../lib/messages/ways.ts';
import type { Reason } from '../lib/refusal.ts';
import type { Asking, Stretch } from './asking.ts';
import { useAttempt } from './attempt.ts';
import type { Attempting } from './attempt.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { PassphraseField, selectAll } from './passphrase-field.tsx';
import { unlockWith } from './passphrase-ways.ts';
import { PinUnlock } from './pin-unlock.tsx';
import { reasonOf } from './sentences.ts';
import { TriesWait, useWait } from './tries-wait.tsx';
import { lockWords } from './words-lock.ts';

export interface UnlockProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  ways: Ways;
  onOpen: () => void;
  /** Where a dialog of the browser may stand over this page. */
  passkeys?: Passkeys;
  /** Instead, where such a dialog would close the page: opens one that can. */
  onPasskeyElsewhere?: () => void;
  /** The passkey is asked for as soon as the page is there. */
  passkeyAtOnce?: boolean;
}

/** What the background counts: after these the ways are others than before. */
const COUNTED: ReadonlySet<Reason> = new Set(['wrong-passphrase', 'tries-slowed', 'pin-wrong', 'pin-gone']);

export interface Unlocking extends Attempting {
  ways: Ways;
  /** One try; when it opens the vault the screen is done. Resolves to whether it did. */
  open: (work: () => Promise<void>) => Promise<boolean>;
}

function useUnlocking({ ask, ways: given, onOpen }: UnlockProps): Unlocking {
  const [ways, setWays] = useState(given);
  const attempt = useAttempt();
  const { run } = attempt;
  useEffect(() => setWays(given), [given]);
  const lookAgain = useCallback(async (): Promise<void> => {
    const look = await ask('look', {}).catch(() => null);
    if (look?.ways) setWays(look.ways);
  }, [ask]);
  const open = async (work: () => Promise<void>): Promise<boolean> => {
    const opened = await run(async () => {
      try {
        await work();
      } catch (failure) {
        if (COUNTED.has(reasonOf(failure))) await lookAgain();
        throw failure;
      }
    });
    if (opened) onOpen();
    return opened;
  };
  return { ...attempt, ways, open };
}

interface PartProps extends UnlockProps {
  unlocking: Unlocking;
  /** Seconds until the next try. */
  wait: number;
}

function PassphraseUnlock({ ask, stretch, unlocking, wait, isSpare }: PartProps & { isSpare: boolean }): JSX.Element {
  const words = useWords(lockWords);
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // `autofocus` works only while a page loads; this form also comes later.
  useLayoutEffect(() => {
    if (!isSpare) field.current?.focus();
  }, [isSpare]);
  const unlock = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (passphrase === '' || wait > 0) return field.current?.focus();
    const opened = await unlocking.open(() => unlockWith(ask, stretch, unlocking.ways.passphrases, passphrase));
    if (!opened) selectAll(field.current);
  };
  return (
    <form class="unlock" autocomplete="off" onSubmit={(event) => void unlock(event)}>
      <PassphraseField
        label={words.passphrase}
        value={passphrase}
        onInput={setPassphrase}
        autoFocus={!isSpare}
        inputRef={field}
        describedBy="unlock-note"
      />
      <button type="submit" class={isSpare ? 'step' : 'primary'} disabled={unlocking.busy || wait > 0}>
        {words.unlock}
      </button>
    </form>
  );
}

interface PasskeyButtonProps {
  unlocking: Unlocking;
  wait: number;
  isFirst: boolean;
  onPress: () => Promise<boolean>;
}

function PasskeyButton({ unlocking, wait, isFirst, onPress }: PasskeyButtonProps): JSX.Element {
  const words = useWords(lockWords);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isFirst) button.current?.focus();
  }, [isFirst]);
  const press = async (): Promise<void> => {
    if (!(await onPress())) button.current?.focus();
  };
  return (
    <button type="button" class={isFirst ? 'primary' : 'step'} ref={button} disabled={unlocking.busy || wait > 0} onClick={() => void press()}>
      {words.byPasskey}
    </button>
  );
}

/** Undefined where no passkey opens this vault, or none can be asked for here. */
function usePasskey(props: UnlockProps, { ways, open }: Unlocking, wait: number): (() => Promise<boolean>) | undefined {
  const { ask, passkeys, onPasskeyElsewhere, passkeyAtOnce } = props;
  const begun = useRef(false);
  const here = passkeys && (() => open(async () => void (await ask('unlock', await passkeys.open(ways.passkeys)))));
  const elsewhere = onPasskeyElsewhere && (async () => (onPasskeyElsewhere(), true));
  const unlock = ways.passkeys.length > 0 ? (here ?? elsewhere) : undefined;
  useEffect(() => {
    if (passkeyAtOnce !== true || begun.current || wait > 0) return;
    begun.current = true;
    void unlock?.();
  });
  return unlock;
}

export function UnlockForm(props: UnlockProps): JSX.Element {
  const words = useWords(lockWords);
  const unlocking = useUnlocking(props);
  const { ways } = unlocking;
  const [withoutPin, leavePin] = useState(false);
  const wait = useWait(props.now, ways.againAt);
  const byPasskey = usePasskey(props, unlocking, wait);
  const pin = withoutPin ? null : ways.pin;
  const passkeyFirst = byPasskey !== undefined && pin === null && !withoutPin;
  const passkey = byPasskey && <PasskeyButton unlocking={unlocking} wait={wait} isFirst={passkeyFirst} onPress={byPasskey} />;
  const hasPassphrase = ways.passphrases.length > 0;
  return (
    <div class="unlock">
      {passkeyFirst && passkey}
      {pin && <PinUnlock ask={props.ask} stretch={props.stretch} pin={pin} unlocking={unlocking} />}
      {!pin && hasPassphrase && <PassphraseUnlock {...props} unlocking={unlocking} wait={wait} isSpare={passkeyFirst} />}
      <RefusalNote reason={unlocking.refused} id="unlock-note" />
      <TriesWait seconds={pin ? 0 : wait} />
      {!passkeyFirst && passkey}
      {pin && hasPassphrase && (
        <button type="button" class="quiet" onClick={() => leavePin(true)}>
          {words.byPassphrase}
        </button>
      )}
      <a class="cannot" href="/loss.html" target="_blank" rel="noopener">
        {words.cannot}
      </a>
      <Progress shown={unlocking.slow} label={words.unlocking} />
    </div>
  );
}
