/** A line of the loss kit that is missing comes again when the vault is open. */
import { describe, expect, it } from 'vitest';
import { completeLossKit } from '../../entrypoints/background/loss-kit.ts';
import type { Desk } from '../../entrypoints/background/desk.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { enrolled, madeVault, NOON, type Opened } from '../lib/vault/builders.ts';
import { happeningAfter } from './between-readings.ts';

const SERIAL = 'SKTS00012345';

const deskOf = (vault: Vault): Desk => Object.assign(Object.create(null), { vault });
const serialsOf = async ({ vault }: Opened): Promise<string[]> => (await vault.lossKit()).lines.map(({ serial }) => serial);

/** One token, and no line for it. */
async function withoutLine(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault);
  await opened.vault.hideLossKit(false, () => null);
  return opened;
}

describe('a missing line of the loss kit', () => {
  it('is added, unless the customer hides them or the vault is locked', async () => {
    const opened = await withoutLine();
    await opened.vault.hideLossKit(true, () => null);
    await completeLossKit(deskOf(opened.vault));
    expect(await serialsOf(opened)).toEqual([]);
    await opened.vault.hideLossKit(false, () => null);
    await completeLossKit(deskOf(opened.vault));
    expect(await serialsOf(opened)).toEqual([SERIAL]);
    await opened.vault.lock();
    await completeLossKit(deskOf(opened.vault));
    expect(await serialsOf(opened)).toEqual([SERIAL]);
  });

  it.each([1, 2, 3, 4])('is added for a token that another window brings back meanwhile (%i)', async (times) => {
    const opened = await withoutLine();
    await opened.vault.change('token-1', (one) => ({ ...one, removedAt: NOON }));
    await completeLossKit(deskOf(happeningAfter(opened, times, (other) => other.change('token-1', (one) => ({ ...one, removedAt: null })))));
    expect(await serialsOf(opened)).toEqual([SERIAL]);
  });
});
