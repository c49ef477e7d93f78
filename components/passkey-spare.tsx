/** After the first passkey: a passphrase as its spare, since a repaired PC may have lost its passkeys. It may be left out, after a question. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SlotKey } from '../lib/messages/ways.ts';
import type { Asking, Stretch } from './asking.ts';
import { useAttempt, useWhenLocked } from './attempt.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import type { Random } from './passphrase-maker.ts';
import { NewPassphraseFields, useNewPassphrase } from './passphrase-new.tsx';
import { answersNo, useAsking } from './question.tsx';
import { lockWords } from './words-lock.ts';

interface Props {
  ask: Asking;
  stretch: Stretch;
  random: Random;
  /** Of the passkey that was just made. */
  proof: SlotKey;
  onDone: () => void;
}

async function addPassphrase({ ask, stretch, proof }: Props, passphrase: string): Promise<void> {
  const { passphrase: way } = await ask('draftWays', {});
  await ask('addWay', { proof, way: { kind: 'passphrase', ...way }, key: await stretch(passphrase, way) });
}

function SkipQuestion({ onSkip, onStay }: { onSkip: () => void; onStay: () => void }): JSX.Element {
  const words = useWords(lockWords).spare;
  const stay = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus.
  useLayoutEffect(() => stay.current?.focus(), []);
  return (
    <div class="warning" role="group" aria-label={words.skip} onKeyDown={answersNo(onStay)}>
      <p>{words.question}</p>
      <div class="actions">
        <button type="button" class="step" ref={stay} onClick={onStay}>
          {words.no}
        </button>
        <button type="button" class="danger" onClick={onSkip}>
          {words.yes}
        </button>
      </div>
    </div>
  );
}

export function SparePassphrase(props: Props): JSX.Element {
  const { passphrase, spare, choose } = useWords(lockWords);
  const chosen = useNewPassphrase();
  const attempt = useAttempt();
  const { asking, ask, button } = useAsking();
  const { refused } = attempt;
  const { onDone } = props;
  useWhenLocked(refused, onDone);
  const set = async (event: Event): Promise<void> => {
    event.preventDefault();
    const fault = chosen.judge();
    if (fault !== null) return attempt.refuse(fault);
    if (await attempt.run(() => addPassphrase(props, chosen.first))) onDone();
  };
  return (
    <form class="choose-lock" autocomplete="off" onSubmit={(event) => void set(event)}>
      <StepHeading>{spare.heading}</StepHeading>
      <p class="notice">{spare.made}</p>
      <p>{spare.why}</p>
      <p class="warning">{choose.warning}</p>
      <NewPassphraseFields chosen={chosen} random={props.random} labels={{ first: passphrase, again: choose.again }} />
      <RefusalNote reason={refused} />
      <div class="actions">
        <button type="submit" class="primary large" aria-disabled={attempt.busy}>
          {spare.set}
        </button>
        {!asking && (
          <button type="button" class="quiet" ref={button} onClick={() => ask(true)}>
            {spare.skip}
          </button>
        )}
      </div>
      {asking && <SkipQuestion onSkip={onDone} onStay={() => ask(false)} />}
      <Progress shown={attempt.slow} label={choose.setting} />
    </form>
  );
}
