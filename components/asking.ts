/** What a screen is given to ask with: the background, and a worker that stretches. */
import type { Client } from '../lib/messages/client.ts';
import type { OwnRequests } from '../lib/messages/protocol.ts';
import type { Stretching } from '../lib/stretching.ts';

export type Asking = Client<OwnRequests>;
/** Argon2id in a worker: base64url of the stretched passphrase or PIN. */
export type Stretch = (passphrase: string, stretching: Stretching) => Promise<string>;
