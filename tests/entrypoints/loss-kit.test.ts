/** The lines of the loss kit: what is missing comes again when the vault is open, and none that is there is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { completeLossKit } from '../../entrypoints/background/loss-kit.ts';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { ASK_YOUR_BRANCH } from '../../lib/institutions/kinds.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { enrolled, localRecord, loss, madeVault, NOON, type Opened } from '../lib/vault/builders.ts';
import { happeningAfter } from './between-readings.ts';

const SERIAL = 'SKTS00012345';

const deskOf = (vault: Vault): Desk => Object.assign(Object.create(null), { vault, policy: { soon: async () => ({}) } });
const serialsOf = async ({ vault }: Opened): Promise<string[]> => (await vault.lossKit()).lines.map(({ serial }) => serial);

/** One token, and no line for it. */
async function withoutLine(): Promise<Opened> {
  const opened = await madeVault();
  await enrolled(opened.vault);
  await opened.vault.hideLossKit(true, () => null);
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

describe('a line of the loss kit that says what was so earlier', () => {
  it('says what is so now when the vault is open, and is not written again', async () => {
    const { vault } = await madeVault();
    await enrolled(vault);
    const { name, telephone, hours } = profileOf('1188') ?? expect.unreachable();
    expect((await vault.lossKit()).lines).not.toEqual([{ institution: name, serial: SERIAL, telephone, hours }]);
    await completeLossKit(deskOf(vault));
    expect((await vault.lossKit()).lines).toEqual([{ institution: name, serial: SERIAL, telephone, hours }]);
    const { generation } = await vault.health();
    await completeLossKit(deskOf(vault));
    expect(await vault.health()).toMatchObject({ generation });
  });
});

describe('the line of a token whose institution is not known any more', () => {
  const PAGE: OwnPage = { kind: 'own-page', windowId: 1 };
  const GONE = { id: 'token-2', institutionCode: '1001', serial: 'EXAM00000001' };
  /** What the public list still knows. */
  const LEFT = { institution: '北海道信用金庫', serial: GONE.serial, ...ASK_YOUR_BRANCH };

  beforeEach(() => void vi.stubGlobal('browser', { runtime: { id: 'kagifuda', sendMessage: async () => undefined } }));
  afterEach(() => void vi.unstubAllGlobals());

  async function twoTokens(): Promise<Opened> {
    const opened = await withoutLine();
    await enrolled(opened.vault, GONE);
    await opened.vault.addLocals([localRecord('local-1')]);
    return opened;
  }

  it('stays as it is where another one is added', async () => {
    const { vault } = await twoTokens();
    await completeLossKit(deskOf(vault));
    expect((await vault.lossKit()).lines).toEqual([expect.objectContaining({ serial: SERIAL }), loss({ serial: GONE.serial })]);
  });

  it('says what is left to say, read while hidden, and shown again', async () => {
    const { healthRequests } = await import('../../entrypoints/background/health-requests.ts');
    const { vault } = await twoTokens();
    const { lossKit, hideLossKit } = healthRequests(deskOf(vault), () => undefined);
    await hideLossKit({ hidden: true }, PAGE);
    const both = [expect.objectContaining({ serial: SERIAL }), LEFT];
    expect(await lossKit({}, PAGE)).toEqual({ lines: both, hidden: true });
    await hideLossKit({ hidden: false }, PAGE);
    expect(await lossKit({}, PAGE)).toEqual({ lines: both, hidden: false });
  });
});
