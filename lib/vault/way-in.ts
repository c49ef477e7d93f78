/** A way in that is not made yet: fresh ids and salts. */
import { toBase64url } from '../bytes.ts';
import type { PasskeyWay, WayIn } from '../messages/ways.ts';
import { draftStretching } from '../stretching.ts';

/** Today's parameters. */
export function draftWayIn(random: (length: number) => Uint8Array): WayIn {
  return { slotId: toBase64url(random(16)), ...draftStretching(random) };
}

export function draftPasskey(random: (length: number) => Uint8Array): Omit<PasskeyWay, 'credentialId'> {
  return { slotId: toBase64url(random(16)), salt: toBase64url(random(32)) };
}
