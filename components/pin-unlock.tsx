/** Unlocking by the session PIN. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ways } from '../lib/messages/ways.ts';
import type { Asking, Stretch } from './asking.ts';
import { useWords } from './language.ts';
import { PIN_TRIES, pinOf } from './pin.ts';
import { PinField } from './pin-field.tsx';
import type { Unlocking } from './unlock-form.tsx';
import { lockWords } from './words-lock.ts';

interface Props {
  ask: Asking;
  stretch: Stretch;
  pin: NonNullable<Ways['pin']>;
  unlocking: Unlocking;
}

export function PinUnlock({ ask, stretch, pin, unlocking }: Props): JSX.Element {
  const words = useWords(lockWords);
  const [typed, type] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const unlock = async (event: Event): Promise<void> => {
    event.preventDefault();
    const digits = pinOf(typed);
    if (digits === '') return field.current?.focus();
    const opened = await unlocking.open(async () => void (await ask('unlockPin', { stretched: await stretch(digits, pin) })));
    if (opened) return;
    type('');
    field.current?.focus();
  };
  return (
    <form class="unlock" autocomplete="off" onSubmit={(event) => void unlock(event)}>
      <PinField value={typed} onInput={type} inputRef={field} describedBy="unlock-note unlock-tries" />
      <p id="unlock-tries" role="status">
        {pin.triesLeft < PIN_TRIES && words.triesLeft(pin.triesLeft)}
      </p>
      <button type="submit" class="primary" disabled={unlocking.busy}>
        {words.unlock}
      </button>
    </form>
  );
}
