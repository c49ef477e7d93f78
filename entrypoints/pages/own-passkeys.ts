/** The passkeys of a page of ours. */
import type { Passkeys } from '../../components/passkey.ts';
import { makePasskeys } from './passkeys.ts';
import { random } from './random.ts';

export function ownPasskeys(): Passkeys {
  return makePasskeys({
    credentials: navigator.credentials,
    isFirefox: location.protocol === 'moz-extension:',
    random,
  });
}
