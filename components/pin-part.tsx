/** Settings: the session PIN. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SlotKey, Ways } from '../lib/messages/ways.ts';
import { useAttempt } from './attempt.ts';
import { useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import { PinField } from './pin-field.tsx';
import { pinFault, pinOf } from './pin.ts';
import { ProofForm } from './proof-form.tsx';
import { DeedButton, WaysSheet } from './ways-sheet.tsx';
import type { DeedProps, WaysEdges, WaysPartProps } from './ways-sheet.tsx';
import { waysWords } from './words-ways.ts';

async function setPin({ ask, stretch }: WaysEdges, proof: SlotKey, pin: string): Promise<void> {
  const { salt, memory, passes, lanes } = (await ask('draftWays', {})).passphrase;
  const stretching = { salt, memory, passes, lanes };
  await ask('setPin', { proof, stretching, stretched: await stretch(pin, stretching) });
}

function SetPin(props: DeedProps): JSX.Element {
  const words = useWords(waysWords).pin;
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const hintId = useId();
  const pin = pinOf(first);
  const judge = (): string | null => {
    const fault = pinFault(pin);
    if (fault !== null) return words.faults[fault];
    return pin === pinOf(second) ? null : words.differ;
  };
  return (
    <ProofForm {...props} label={words.set} judge={judge} act={(proof) => setPin(props.edges, proof, pin)}>
      <p class="small" id={hintId}>
        {words.rule}
      </p>
      <PinField label={words.newPin} value={first} onInput={setFirst} isNew describedBy={hintId} />
      <PinField label={words.newAgain} value={second} onInput={setSecond} isNew />
    </ProofForm>
  );
}

export function PinPart({ edges, here: { seen, again }, onLocked }: WaysPartProps): JSX.Element {
  const words = useWords(waysWords).pin;
  const [said, say] = useState('');
  const { run, refused } = useAttempt();
  const isSet = seen !== null && seen.opening.pin !== null;
  const done = (what: string): void => {
    say(what);
    void again();
  };
  const drop = async (): Promise<void> => {
    await edges.ask('dropPin', {});
    done(words.dropped);
  };
  const form = (ways: Ways, close: () => void): JSX.Element => {
    const setDone = (): void => (close(), done(words.done));
    return <SetPin edges={edges} ways={ways} onLocked={onLocked} onCancel={close} onDone={setDone} />;
  };
  return (
    <WaysSheet heading={words.heading} said={said}>
      <p>{words.lead}</p>
      {seen && <p>{isSet ? words.isSet : words.isNot}</p>}
      <RefusalNote reason={refused} />
      <div class="actions">
        {seen && <DeedButton label={isSet ? words.again : words.open} form={(close) => form(seen.opening, close)} />}
        {isSet && (
          <button type="button" class="quiet" onClick={() => void run(drop)}>
            {words.drop}
          </button>
        )}
      </div>
    </WaysSheet>
  );
}
