import { describe, expect, it } from 'vitest';
import type { LossEntry } from '../../../lib/messages/health.ts';
import type { Token } from '../../../lib/token.ts';
import { openVault } from '../../../lib/vault/vault.ts';
import { enrolled, localRecord, loss, madeVault, NOON, reasonOf, STRETCHED } from './builders.ts';
import { clearBytesOf, hexOf } from './disk.ts';

const OURS = [loss().institution, loss().telephone, loss().hours, 'SKTS00012345', 'SKTS00000002'];

const lineOf = ({ local, serial }: Token): LossEntry | null => (local ? null : loss({ serial }));

async function twoTokens() {
  const opened = await madeVault();
  await enrolled(opened.vault);
  await enrolled(opened.vault, { id: 'token-2', serial: 'SKTS00000002', createdAt: NOON + 1 });
  await opened.vault.addLocals([localRecord('local-1')]);
  return opened;
}

describe('a loss kit that is hidden', () => {
  it('leaves no institution, serial or telephone in clear bytes, in neither copy', async () => {
    const { on, vault } = await twoTokens();
    const shown = await clearBytesOf(on);
    for (const words of OURS) expect(shown).toContain(hexOf(words));
    await vault.hideLossKit(true, lineOf);
    const hidden = await clearBytesOf(on);
    for (const words of OURS) expect(hidden).not.toContain(hexOf(words));
  });

  it('says so, locked and open, and after the browser was closed', async () => {
    const { on, vault, wayIn } = await twoTokens();
    await vault.hideLossKit(true, lineOf);
    expect(await vault.lossKit()).toEqual({ lines: [], hidden: true });
    on.session.held.clear();
    expect(await openVault(on).lossKit()).toEqual({ lines: [], hidden: true });
    await vault.unlock(wayIn.slotId, STRETCHED);
    expect(await vault.lossKit()).toEqual({ lines: [], hidden: true });
  });

  it('stays hidden when a token is enrolled', async () => {
    const { on, vault } = await twoTokens();
    await vault.hideLossKit(true, lineOf);
    await enrolled(vault, { id: 'token-3', serial: 'SKTS00000003' });
    expect(await vault.lossKit()).toEqual({ lines: [], hidden: true });
    expect(await clearBytesOf(on)).not.toContain(hexOf('SKTS00000003'));
  });

  it('is made anew when it is shown again: every token in the order of the list, imported ones without a line', async () => {
    const { vault } = await twoTokens();
    await vault.hideLossKit(true, lineOf);
    await enrolled(vault, { id: 'token-3', serial: 'SKTS00000003', createdAt: NOON - 1 });
    await vault.hideLossKit(false, lineOf);
    const serials = ['SKTS00012345', 'SKTS00000002', 'SKTS00000003'];
    expect(await vault.lossKit()).toEqual({ lines: serials.map((serial) => loss({ serial })), hidden: false });
  });

  it('keeps a line that stands in clear where nothing better is known, and knows it by its token', async () => {
    const { vault } = await twoTokens();
    await vault.hideLossKit(false, ({ id }, present) => (id === 'token-1' ? { ...loss(), telephone: `${present?.telephone} (new)` } : null));
    const lines = [loss({ telephone: '0120-000-000 (new)' }), loss({ serial: 'SKTS00000002' })];
    expect(await vault.lossKit()).toEqual({ lines, hidden: false });
  });

  it('holds the four things and nothing else, whatever it is given', async () => {
    const { on, vault } = await twoTokens();
    const chatty = { ...loss(), note: 'SKTS-SECRET' };
    await vault.hideLossKit(false, () => chatty);
    expect(await clearBytesOf(on)).not.toContain(hexOf('SKTS-SECRET'));
    expect(await reasonOf(vault.tokens())).toBe('none');
  });

  it('loses the line of a token that is forgotten, as a shown one does', async () => {
    const { vault } = await twoTokens();
    await vault.change('token-2', (one) => ({ ...one, removedAt: NOON }));
    await vault.hideLossKit(true, lineOf);
    await vault.forgetRemoved(NOON);
    await vault.hideLossKit(false, lineOf);
    expect((await vault.lossKit()).lines.map(({ serial }) => serial)).toEqual(['SKTS00012345']);
  });

  it('is restored hidden: a second copy from before gives no line back', async () => {
    const { on, vault, wayIn } = await twoTokens();
    const full = openVault({ ...on, local: { ...on.local, set: () => Promise.reject(new Error('full')) } });
    await full.hideLossKit(true, lineOf);
    expect(await clearBytesOf(on)).toContain(hexOf('SKTS00000002'));
    on.session.held.clear();
    await vault.unlock(wayIn.slotId, STRETCHED);
    expect(await clearBytesOf(on)).not.toContain(hexOf('SKTS00000002'));
    expect(await vault.lossKit()).toEqual({ lines: [], hidden: true });
  });
});
