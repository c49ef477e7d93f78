/** Every key of an open vault, derived from docs/vault-format.md alone, and shown to be the right one: else the search would prove nothing. */
import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import type { View } from '../browser/view.ts';
import type { Secret } from './forms.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, { vmk: string }>> } } };

interface Stretching {
  salt: string;
  memory: number;
  passes: number;
  lanes: number;
}

interface Slot extends Stretching {
  kind: string;
  id: string;
  sealed: string;
}

/** As it lies, in base64. */
interface Laid {
  vmk: string;
  body: string;
  mac: string;
}

/** Runs in a page of the extension. */
async function layOpen(): Promise<Laid> {
  const { vaultSession } = await chrome.storage.session.get('vaultSession');
  const header = await new Promise<{ body: Uint8Array; mac: Uint8Array }>((resolve, reject) => {
    const opening = indexedDB.open('kagifuda');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('header').objectStore('header').get('header');
      reading.addEventListener('success', () => {
        opening.result.close();
        resolve(reading.result);
      });
    });
  });
  const [body = '', mac = ''] = [header.body, header.mac].map((bytes) => btoa(String.fromCharCode(...bytes)));
  return { vmk: vaultSession?.vmk ?? '', body, mac };
}

export const hkdf = (key: Uint8Array, info: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', info, 32));

export function expectSame(found: Buffer, expected: Buffer, what: string): void {
  if (!found.equals(expected)) throw new Error(`${what} is not as docs/vault-format.md has it`);
}

export async function stretch(passphrase: string, { salt, memory, passes, lanes }: Stretching): Promise<Uint8Array> {
  const cost = { memorySize: memory, iterations: passes, parallelism: lanes };
  return await argon2id({ password: passphrase.normalize('NFKC'), salt: Buffer.from(salt, 'base64url'), ...cost, hashLength: 32, outputType: 'binary' });
}

/** GCM is counter mode from 2 on (SP 800-38D, 7.2): the VMK without asking for the AAD. */
export function unsealed({ sealed }: { sealed: string }, kek: Buffer): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  return createDecipheriv('aes-256-ctr', kek, Buffer.concat([bytes.subarray(0, 12), Buffer.from([0, 0, 0, 2])])).update(bytes.subarray(12, 44));
}

/** The vault must be open. `own`: any page of the extension. */
export async function vaultKeys(own: View, passphrase: string): Promise<Secret[]> {
  const laid = await own.run(layOpen);
  const [vmk, body] = [Buffer.from(laid.vmk, 'base64url'), Buffer.from(laid.body, 'base64')];
  const { slots }: { slots: Slot[] } = JSON.parse(body.toString());
  const slot = slots.find(({ kind }) => kind === 'passphrase');
  if (!slot) throw new Error('the vault has no passphrase');
  const stretched = await stretch(passphrase, slot);
  const kek = hkdf(stretched, `kagifuda slot${slot.id}`);
  expectSame(unsealed(slot, kek), vmk, 'the slot');
  const header = hkdf(vmk, 'kagifuda header');
  expectSame(createHmac('sha256', header).update(body).digest(), Buffer.from(laid.mac, 'base64'), 'the MAC of the header');
  return [
    { name: 'the stretched passphrase', bytes: stretched },
    { name: 'the KEK', bytes: kek },
    { name: 'the VMK', bytes: vmk },
    { name: 'K_hdr', bytes: header },
    { name: 'K_rec', bytes: hkdf(vmk, 'kagifuda record') },
    { name: 'K_pend', bytes: hkdf(vmk, 'kagifuda pending') },
  ];
}
