/** Settings: another passphrase in the place of the present one, or a first one beside the passkeys. */
import type { JSX } from 'preact';
import type { SlotKey } from '../lib/messages/ways.ts';
import { useLanguage, useWords } from './language.ts';
import { NewPassphraseFields, useNewPassphrase } from './passphrase-new.tsx';
import { ProofForm } from './proof-form.tsx';
import { sentences } from './sentences.ts';
import type { DeedProps } from './ways-sheet.tsx';
import { waysWords } from './words-ways.ts';

interface Props extends DeedProps {
  /** Without one there is none to be replaced. */
  replaces: boolean;
}

/** The slot that the proof opened, or the first of a passphrase when a passkey proved it. */
function replaced({ ways }: DeedProps, proof: SlotKey): string {
  const slots = ways.passphrases.map(({ slotId }) => slotId);
  const slotId = slots.includes(proof.slotId) ? proof.slotId : slots[0];
  if (slotId === undefined) throw new Error('no passphrase to be replaced');
  return slotId;
}

async function keep(props: Props, proof: SlotKey, passphrase: string): Promise<void> {
  const { ask, stretch } = props.edges;
  const { passphrase: draft } = await ask('draftWays', {});
  const way = { kind: 'passphrase' as const, ...draft };
  const key = await stretch(passphrase, draft);
  if (props.replaces) await ask('replaceWay', { proof, slotId: replaced(props, proof), way, key });
  else await ask('addWay', { proof, way, key });
}

export function ChangePassphrase(props: Props): JSX.Element {
  const words = useWords(waysWords);
  const language = useLanguage();
  const chosen = useNewPassphrase();
  const { set } = props.replaces ? words.change : words.addPassphrase;
  const judge = (): string | null => {
    const reason = chosen.judge();
    return reason && sentences[language][reason];
  };
  return (
    <ProofForm
      {...props}
      label={set}
      lead={props.replaces ? null : <p>{words.addPassphrase.lead}</p>}
      judge={judge}
      act={(proof) => keep(props, proof, chosen.first)}
    >
      <NewPassphraseFields chosen={chosen} random={props.edges.random} labels={{ first: words.newPassphrase, again: words.newAgain }} />
    </ProofForm>
  );
}
