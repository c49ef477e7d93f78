/** First run: how the vault is to be opened from now on; a passkey where the browser has them, or a passphrase. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SlotKey } from '../lib/messages/ways.ts';
import type { Asking, Stretch } from './asking.ts';
import { useAttempt } from './attempt.ts';
import { useWords } from './language.ts';
import { Progress, RefusalNote } from './notices.tsx';
import { StepHeading } from './page.tsx';
import { usePasskeysHere } from './passkey.ts';
import type { Passkeys } from './passkey.ts';
import { SparePassphrase } from './passkey-spare.tsx';
import type { Random } from './passphrase-maker.ts';
import { NewPassphraseFields, useNewPassphrase } from './passphrase-new.tsx';
import { lockWords } from './words-lock.ts';

interface ChooseLockProps {
  ask: Asking;
  stretch: Stretch;
  random: Random;
  passkeys?: Passkeys;
  onMade: () => void;
}

async function makeByPassphrase({ ask, stretch }: ChooseLockProps, passphrase: string): Promise<void> {
  const { passphrase: way } = await ask('draftWays', {});
  await ask('makeVault', { way: { kind: 'passphrase', ...way }, key: await stretch(passphrase, way) });
}

/** What opens the new vault, for the spare that is offered next. */
async function makeByPasskey(ask: Asking, passkeys: Passkeys): Promise<SlotKey> {
  const { passkey: draft } = await ask('draftWays', {});
  const { credentialId, key } = await passkeys.make(draft);
  await ask('makeVault', { way: { kind: 'passkey', ...draft, credentialId }, key });
  return { slotId: draft.slotId, key };
}

function ByPassphrase({ heading, ...props }: ChooseLockProps & { heading: ComponentChildren }): JSX.Element {
  const words = useWords(lockWords);
  const chosen = useNewPassphrase();
  const attempt = useAttempt();
  const choose = async (event: Event): Promise<void> => {
    event.preventDefault();
    const fault = chosen.judge();
    if (fault !== null) return attempt.refuse(fault);
    if (await attempt.run(() => makeByPassphrase(props, chosen.first))) props.onMade();
  };
  return (
    <form class="choose-lock" autocomplete="off" onSubmit={(event) => void choose(event)}>
      {heading}
      <p>{words.choose.why}</p>
      <p class="warning">{words.choose.warning}</p>
      <NewPassphraseFields chosen={chosen} random={props.random} labels={{ first: words.passphrase, again: words.choose.again }} />
      <RefusalNote reason={attempt.refused} />
      <button type="submit" class="primary large" aria-disabled={attempt.busy}>
        {words.choose.set}
      </button>
      <Progress shown={attempt.slow} label={words.choose.setting} />
    </form>
  );
}

interface ByPasskeyProps {
  ask: Asking;
  passkeys: Passkeys;
  onMade: (proof: SlotKey) => void;
}

function ByPasskey({ ask, passkeys, onMade }: ByPasskeyProps): JSX.Element {
  const words = useWords(lockWords).ways;
  const attempt = useAttempt();
  const make = (): Promise<boolean> => attempt.run(async () => onMade(await makeByPasskey(ask, passkeys)));
  return (
    <section class="sheet">
      <h2>{words.passkey}</h2>
      <p>{words.passkeyWhy}</p>
      <RefusalNote reason={attempt.refused} />
      <button type="button" class="primary large" aria-disabled={attempt.busy} onClick={() => void make()}>
        {words.makePasskey}
      </button>
      <Progress shown={attempt.slow} label={words.makingPasskey} />
    </section>
  );
}

export function ChooseLock(props: ChooseLockProps): JSX.Element {
  const words = useWords(lockWords);
  const { passkeys } = props;
  const here = usePasskeysHere(passkeys);
  const [proof, keepProof] = useState<SlotKey | null>(null);
  if (here === null) return <div aria-busy="true" />;
  if (proof) return <SparePassphrase {...props} proof={proof} onDone={props.onMade} />;
  if (!here || !passkeys) return <ByPassphrase {...props} heading={<StepHeading>{words.choose.heading}</StepHeading>} />;
  return (
    <>
      <StepHeading>{words.ways.heading}</StepHeading>
      <p class="lead">{words.ways.lead}</p>
      <ByPasskey ask={props.ask} passkeys={passkeys} onMade={keepProof} />
      <p class="or">{words.ways.or}</p>
      <div class="sheet">
        <ByPassphrase {...props} heading={<h2>{words.choose.heading}</h2>} />
      </div>
    </>
  );
}

/** Asked once when the vault is there; not waited for, since Firefox may ask the person first. */
export function DurableNote({ persist }: { persist: () => Promise<boolean> }): JSX.Element {
  const words = useWords(lockWords).durable;
  const [kept, setKept] = useState<boolean | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    persist().then(setKept, () => setKept(false));
  }, [persist]);
  return (
    <div role="status">
      {kept !== null && <p class={kept ? 'notice' : 'notice warn'}>{kept ? words.kept : words.notKept}</p>}
    </div>
  );
}
