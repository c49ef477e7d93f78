/** What a screen may do with passkeys; how it is done stands at the edge, `entrypoints/pages/passkeys.ts`. */
import { useEffect, useState } from 'preact/hooks';
import type { PasskeyWay, SlotKey } from '../lib/messages/ways.ts';

/** A passkey before it is made: what it is to be asked. */
export type PasskeyDraft = Omit<PasskeyWay, 'credentialId'>;

export interface Passkeys {
  /** Finds out without showing anything. Never rejects. */
  available: () => Promise<boolean>;
  /** The browser asks the person. base64url. Refuses 'passkey-refused', and 'passkey-unavailable' when it has no PRF. */
  make: (draft: PasskeyDraft) => Promise<{ credentialId: string; key: string }>;
  /** One dialog for all of them; the one that answered names the slot. Refuses as `make` does. */
  open: (ways: PasskeyWay[]) => Promise<SlotKey>;
}

/** Null until it is known. */
export function usePasskeysHere(passkeys: Passkeys | undefined): boolean | null {
  const [here, tell] = useState<boolean | null>(passkeys ? null : false);
  useEffect(() => void passkeys?.available().then(tell), [passkeys]);
  return here;
}
