/**
 * The small window that asks before a fill, where the browser can't tell whether an in-page offer was
 * really seen (Firefox). Its buttons take no click for half a second, so that none is slipped under the hand.
 */
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ConfirmLook } from '../lib/messages/looks.ts';
import type { FillOutcome } from '../lib/messages/protocol.ts';
import type { Asking, Stretch } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { rolesSaid } from './site-line.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { confirmWords } from './words-confirm.ts';
import { localWords } from './words-local.ts';
import { lockWords } from './words-lock.ts';
import { popupWords } from './words-popup.ts';

interface ConfirmProps {
  ask: Asking;
  stretch: Stretch;
  now: () => number;
  passkeys: Passkeys;
  close: () => void;
}

export const ARMED_AFTER = 500;
/** Time to read what became of the fill. Milliseconds. */
const READ_FOR = 5000;

/** Begins anew whenever `what` changes, e.g. after unlocking. */
function useArmed(what: unknown): boolean {
  const [armed, arm] = useState(false);
  useEffect(() => {
    arm(false);
    const timer = setTimeout(() => arm(true), ARMED_AFTER);
    return () => clearTimeout(timer);
  }, [what]);
  return armed;
}

interface ChoicesProps {
  confirm: ConfirmLook;
  busy: boolean;
  onFill: (tokenId: string) => void;
}

function Choices({ confirm, busy, onFill }: ChoicesProps): JSX.Element {
  const words = useWords(confirmWords);
  const { unnamed } = useWords(localWords);
  const armed = useArmed(confirm);
  if (confirm.tokens.length === 0) return <p>{words.none}</p>;
  return (
    <div class="fill">
      {confirm.tokens.map(({ id, label }) => (
        <button type="button" class="primary" key={id} disabled={!armed || busy} onClick={() => armed && onFill(id)}>
          {words.fill(label || unnamed)}
        </button>
      ))}
      {!armed && <p class="small">{words.arming}</p>}
    </div>
  );
}

function Target({ confirm }: { confirm: ConfirmLook }): JSX.Element {
  const words = useWords(confirmWords);
  const { roles, joint } = useWords(popupWords).site;
  return (
    <>
      <h1>{words.question(confirm.institution)}</h1>
      <dl>
        <dt>{words.where}</dt>
        <dd class="host">{confirm.host}</dd>
        <dt>{words.what}</dt>
        <dd>{rolesSaid(confirm.roles, roles, joint)}</dd>
      </dl>
    </>
  );
}

function useConfirm({ ask, close }: ConfirmProps) {
  const [confirm, setConfirm] = useState<ConfirmLook | null>(null);
  const [outcome, setOutcome] = useState<FillOutcome | null>(null);
  const attempt = useAttempt();
  const { run } = attempt;
  const lookNow = useCallback(async () => setConfirm(await ask('confirmLook', {})), [ask]);
  const look = useCallback(() => void run(lookNow), [lookNow, run]);
  useEffect(look, [look]);
  const fill = (tokenId: string): Promise<boolean> =>
    run(async () => {
      const ended = await ask('confirmFill', { tokenId });
      // The vault locked itself meanwhile.
      if (ended.kind === 'unlock-first') await lookNow();
      else setOutcome(ended);
    });
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(close, READ_FOR);
    return () => clearTimeout(timer);
  }, [outcome, close]);
  return { confirm, outcome, attempt, look, fill };
}

function Outcome({ outcome }: { outcome: FillOutcome | null }): JSX.Element {
  const words = useWords(popupWords).outcome;
  return (
    <div role="status">
      {outcome && (
        <p class="notice">{outcome.kind === 'armed' ? words.armed(outcome.seconds) : words.filled}</p>
      )}
    </div>
  );
}

export function Confirm(props: ConfirmProps): JSX.Element {
  const words = useWords(confirmWords);
  const { unlockHeading, unlocking } = useWords(lockWords);
  const { confirm, outcome, attempt, look, fill } = useConfirm(props);
  return (
    <main class="confirm">
      {confirm && <Target confirm={confirm} />}
      {confirm?.ways && (
        <section aria-label={unlockHeading}>
          <p>{words.locked}</p>
          <UnlockForm ask={props.ask} stretch={props.stretch} now={props.now} passkeys={props.passkeys} ways={confirm.ways} onOpen={look} />
        </section>
      )}
      {confirm && !confirm.ways && !outcome && (
        <Choices confirm={confirm} busy={attempt.busy} onFill={(id) => void fill(id)} />
      )}
      <RefusalNote reason={attempt.refused} />
      <Progress shown={attempt.slow && !confirm} label={unlocking} />
      <Outcome outcome={outcome} />
      <button type="button" class="quiet" onClick={props.close}>
        {outcome ? words.close : words.cancel}
      </button>
    </main>
  );
}
