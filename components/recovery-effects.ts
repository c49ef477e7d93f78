/** What the recovery page knows: the vault's state, and what lies there when it is damaged. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Damage } from '../lib/messages/health.ts';
import type { Answer, OwnRequests } from '../lib/messages/protocol.ts';
import type { VaultFace } from '../lib/messages/ways.ts';
import type { Attempting } from './attempt.ts';
import { useAttempt } from './attempt.ts';
import type { ProofEdges } from './proof-form.tsx';

export interface RecoveryEdges extends ProofEdges {
  /** Hands the person a file. */
  save: (name: string, text: string) => void;
  /** Goes to a page of ours. */
  go: (address: string) => void;
}

export type Salvaged = Answer<OwnRequests, 'salvage'>;

export interface Found {
  vault: VaultFace;
  damage: Damage;
}

export interface Recovering extends Attempting {
  found: Found | null;
  /** The customer asked once more, and it is as it was. */
  still: boolean;
  salvaged: Salvaged | null;
  lookAgain: () => Promise<void>;
  /** The damage alone, in silence: how long to wait may have changed. */
  readDamage: () => Promise<void>;
  onSalvaged: (salvaged: Salvaged) => void;
}

export function useRecovery({ ask }: RecoveryEdges): Recovering {
  const [found, setFound] = useState<Found | null>(null);
  const [still, setStill] = useState(false);
  const [salvaged, setSalvaged] = useState<Salvaged | null>(null);
  const attempt = useAttempt();
  const { run } = attempt;
  const look = useCallback(async (): Promise<void> => {
    // A store that can't be opened is refused here, with its sentence.
    const damage = await ask('damage', {});
    const { vault } = await ask('health', {});
    setFound({ vault: vault === 'unavailable' ? 'damaged' : vault, damage });
  }, [ask]);
  useEffect(() => void run(look), [run, look]);
  const lookAgain = async (): Promise<void> => {
    setStill(false);
    setStill(await run(look));
  };
  const readDamage = async (): Promise<void> => {
    const damage = await ask('damage', {});
    setFound((before) => before && { ...before, damage });
  };
  return { ...attempt, found, still, salvaged, lookAgain, readDamage, onSalvaged: setSalvaged };
}
