/** Settings: the ways to open the vault; each may be added, changed and removed, but for the last. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { PasskeyWay, SlotKey, WayLook, Ways } from '../lib/messages/ways.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { dayIn, useLanguage, useWords } from './language.ts';
import { RefusalNote } from './notices.tsx';
import type { Passkeys } from './passkey.ts';
import { ProofForm } from './proof-form.tsx';
import { useAsking } from './question.tsx';
import { DeedButton, WaysSheet } from './ways-sheet.tsx';
import type { DeedProps, WaysEdges, WaysPartProps } from './ways-sheet.tsx';
import { waysWords } from './words-ways.ts';

/** The proof first: a passkey that was made for a wrong one would stay behind in the authenticator. */
async function addPasskey({ ask }: WaysEdges, passkeys: Passkeys, proof: SlotKey): Promise<void> {
  await ask('unlock', proof);
  const { passkey: draft } = await ask('draftWays', {});
  const { credentialId, key } = await passkeys.make(draft);
  const way: PasskeyWay & { kind: 'passkey' } = { kind: 'passkey', ...draft, credentialId };
  await ask('addWay', { proof, way, key });
}

function AddPasskey({ passkeys, ...props }: DeedProps & { passkeys: Passkeys }): JSX.Element {
  const words = useWords(waysWords).addPasskey;
  return <ProofForm {...props} label={words.set} lead={<p>{words.lead}</p>} act={(proof) => addPasskey(props.edges, passkeys, proof)} />;
}

interface WayRowProps extends Omit<WaysPartProps, 'here'> {
  way: WayLook;
  ways: Ways;
  isOnly: boolean;
  onRemoved: () => void;
}

function WayRow({ way, ways, isOnly, edges, onLocked, onRemoved }: WayRowProps): JSX.Element {
  const words = useWords(waysWords);
  const language = useLanguage();
  const { asking, ask, button } = useAsking();
  const [reasonId, madeId] = [useId(), useId()];
  const kind = words.kinds[way.kind];
  const canHaveOther = edges.passkeys !== undefined || way.kind === 'passkey';
  return (
    <li>
      <strong>{kind}</strong>
      <span class="small" id={madeId}>{way.madeAt === null ? words.addedLongAgo : words.addedOn(dayIn(language, way.madeAt))}</span>
      {asking ? (
        <ProofForm
          edges={edges}
          ways={ways}
          label={words.remove.yes}
          danger
          lead={<p class="warning">{words.remove.question[way.kind]}</p>}
          act={(proof) => edges.ask('removeWay', { proof, slotId: way.slotId })}
          onDone={onRemoved}
          onCancel={() => ask(false)}
          onLocked={onLocked}
        />
      ) : (
        <button
          type="button"
          class="quiet"
          ref={button}
          aria-disabled={isOnly}
          aria-describedby={isOnly ? reasonId : madeId}
          onClick={() => !isOnly && ask(true)}
        >
          {words.remove.open(kind)}
        </button>
      )}
      {isOnly && (
        <p class="small" id={reasonId}>
          {canHaveOther ? words.onlyWay : words.onlyPassphrase}
        </p>
      )}
    </li>
  );
}

function WayDeeds({ edges, ways, onLocked, onDone }: Omit<DeedProps, 'onCancel' | 'onDone'> & { onDone: (said: string) => void }): JSX.Element {
  const words = useWords(waysWords);
  const { passkeys } = edges;
  const has = ways.passphrases.length > 0;
  const deed = (close: () => void, said: string): DeedProps => ({
    edges,
    ways,
    onLocked,
    onCancel: close,
    onDone: () => {
      close();
      onDone(said);
    },
  });
  const passphrase = has ? words.change : words.addPassphrase;
  return (
    <div class="actions">
      <DeedButton label={passphrase.open} form={(close) => <ChangePassphrase {...deed(close, passphrase.done)} replaces={has} />} />
      {passkeys && (
        <DeedButton
          label={words.addPasskey.open}
          form={(close) => <AddPasskey {...deed(close, words.addPasskey.done)} passkeys={passkeys} />}
        />
      )}
    </div>
  );
}

export function WaysPart({ edges, here, onLocked }: WaysPartProps): JSX.Element {
  const words = useWords(waysWords);
  const [said, say] = useState('');
  const { seen, failed, again } = here;
  const done = (what: string): void => {
    say(what);
    void again();
  };
  return (
    <WaysSheet heading={words.heading} said={said}>
      {(edges.passkeys || (seen && seen.ways.length > 1)) && <p>{words.lead}</p>}
      <RefusalNote reason={failed} />
      <ul class="ways">
        {seen?.ways.map((way) => (
          <WayRow
            key={way.slotId}
            way={way}
            ways={seen.opening}
            isOnly={seen.ways.length === 1}
            edges={edges}
            onLocked={onLocked}
            onRemoved={() => done(words.remove.done)}
          />
        ))}
      </ul>
      {seen && <WayDeeds edges={edges} ways={seen.opening} onLocked={onLocked} onDone={done} />}
    </WaysSheet>
  );
}
