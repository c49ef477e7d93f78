/** Vaults that are damaged on both sides, for the tests of what can still be saved. */
import { expect } from 'vitest';
import { toBase64url, utf8 } from '../../../lib/bytes.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, type Machine, madeVault, type Opened, pending } from './builders.ts';
import { copyOf, deleteRaw, putCopy, putRaw, rawHeader, summed } from './disk.ts';

export async function threeTokens(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault, {}, 0x11);
  await enrolled(opened.vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x22);
  await opened.vault.addLocals([localRecord('counts', { counter: 41 })]);
  await opened.vault.keepPending(pending({ id: 'pending-3' }));
  return opened;
}

/** One token's record is gone on both sides. */
export async function withoutToken1({ on }: Opened): Promise<void> {
  await deleteRaw(on.name, 'tokens', 'token-1');
  await putCopy(on, { ...copyOf(on), tokens: copyOf(on).tokens.filter(({ id }) => id !== 'token-1') });
}

/** The same bytes of the header on both sides, with a sum, as somebody writes it who has no key. */
export async function forgedHeader({ on }: Opened, edit: (text: string) => string): Promise<void> {
  const { body, mac } = await rawHeader(on.name);
  const text = new TextDecoder().decode(body);
  expect(edit(text)).not.toBe(text);
  const forged = summed({ body: utf8(edit(text)), mac });
  await putRaw(on.name, 'header', 'header', forged);
  const { body: bodyText, mac: macText, sum } = { body: toBase64url(forged.body), mac: toBase64url(forged.mac), sum: toBase64url(forged.sum) };
  await putCopy(on, { ...copyOf(on), header: { body: bodyText, mac: macText, sum } });
}

export async function headersGone({ on }: Opened): Promise<void> {
  await deleteRaw(on.name, 'header', 'header');
  await putCopy(on, { ...copyOf(on), header: null });
}

/** After the browser was closed. */
export function later({ on }: { on: Machine }): Vault {
  on.session.held.clear();
  return openVault(on);
}

/** For `forgedHeader`. */
export const falsePhone = (text: string): string => text.replace('0120-000-000', '0990-666-666');

export const idsIn = async (vault: Vault): Promise<string[]> => (await vault.tokens()).map(({ id }) => id).toSorted();
