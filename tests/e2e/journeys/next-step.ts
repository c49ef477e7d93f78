/** The next time step without waiting for it: the issuer's clock goes on, and the extension is told. */
import type { MockBank } from '../../mock-bank/start.ts';
import type { View } from '../browser/view.ts';
import { asking } from './lock-pages.ts';

/** Milliseconds into the step: its code has its whole time before it. */
const INTO = 500;

/**
 * The bank is at the beginning of a step that no token has used, and the extension knows it by its own way to know the time.
 * @param own a page of the extension, the vault open
 * @param period of the tokens, milliseconds
 */
export async function nextStep(bank: MockBank, own: View, period = 30_000): Promise<void> {
  bank.passTime(period - (bank.now() % period) + INTO);
  const ask = asking(own);
  for (const { id, kind, state } of (await ask('look', {})).tokens)
    if (kind !== 'local' && (state === 'UNBOUND' || state === 'ACTIVE')) await ask('refreshStatus', { tokenId: id });
}
