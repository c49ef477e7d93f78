/** What a PIN and a passkey give, shown to be what opens the vault (docs/vault-format.md): else the search would prove nothing. */
import type { View } from '../browser/view.ts';
import { readLaid } from '../damage/laid.ts';
import type { Secret } from './forms.ts';
import { expectSame, hkdf, stretch, unsealed } from './vault-keys.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, Pin>> } } };

/** As it lies in memory while the browser runs. */
interface Pin {
  salt: string;
  memory: number;
  passes: number;
  lanes: number;
  sealed: string;
}

/** The PIN must be set. `own`: any page of the extension. */
export async function pinKeys(own: View, pin: string, vmk: Uint8Array): Promise<Secret[]> {
  const laid = await own.run(async () => (await chrome.storage.session.get('vaultPin'))['vaultPin']);
  if (!laid) throw new Error('no PIN is set');
  const stretched = await stretch(pin, laid);
  const kek = hkdf(stretched, 'kagifuda pin');
  expectSame(unsealed(laid, kek), Buffer.from(vmk), 'the PIN');
  return [
    { name: 'the PIN', bytes: Buffer.from(pin) },
    { name: 'the stretched PIN', bytes: stretched },
    { name: 'the KEK of the PIN', bytes: kek },
  ];
}

interface PasskeySlot {
  id: string;
  credentialId: string;
  salt: string;
  sealed: string;
}

export async function passkeySlots(own: View): Promise<PasskeySlot[]> {
  const header = (await readLaid(own)).rows?.header['header']?.['body'];
  const { slots }: { slots: (PasskeySlot & { kind: string })[] } = JSON.parse(Buffer.from(String(header), 'base64url').toString());
  return slots.filter(({ kind }) => kind === 'passkey');
}

/** Runs in a page of the extension. `given`: credential and salt, as JSON of numbers. Gives the PRF's output as numbers. */
async function askPasskey(given: string): Promise<number[]> {
  const { id, credentialId, salt }: { id: number[]; credentialId: string; salt: number[] } = JSON.parse(given);
  const answer = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      allowCredentials: [{ type: 'public-key', id: Uint8Array.from(id) }],
      userVerification: 'required',
      extensions: { prf: { evalByCredential: { [credentialId]: { first: Uint8Array.from(salt) } } } },
    },
  });
  const output = answer instanceof PublicKeyCredential ? answer.getClientExtensionResults().prf?.results?.first : undefined;
  return output instanceof ArrayBuffer ? [...new Uint8Array(output)] : [];
}

/** `page`: that in which the passkey was made; the driver's reader belongs to it. */
export async function passkeyKeys(page: View, slot: PasskeySlot, vmk: Uint8Array): Promise<Secret[]> {
  const [id, salt] = [slot.credentialId, slot.salt].map((text) => [...Buffer.from(text, 'base64url')]);
  const output = Buffer.from(await page.run(askPasskey, JSON.stringify({ id, salt, credentialId: slot.credentialId })));
  const kek = hkdf(output, `kagifuda slot${slot.id}`);
  expectSame(unsealed(slot, kek), Buffer.from(vmk), 'the passkey');
  return [
    { name: 'the PRF output of the passkey', bytes: output },
    { name: 'the KEK of the passkey', bytes: kek },
  ];
}
