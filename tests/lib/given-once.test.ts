/** Steps given by a clock that ran ahead, or that jumps: an imported token has no other. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyCode, takeCode } from '../../lib/codes.ts';
import type { Token } from '../../lib/token.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { localRecord, lookAtCode, madeVault, NOON } from './vault/builders.ts';

let vault: Vault;
const local = async (id: string): Promise<Token> => (await vault.tokens()).find((one) => one.id === id) ?? expect.unreachable();

beforeEach(async () => {
  ({ vault } = await madeVault());
  await vault.addLocals([localRecord('timed')]);
});

describe('an imported token that goes by time', () => {
  it('is freed of a step that a clock a year ahead gave, as soon as the clock is right again', async () => {
    const [ahead, step] = [NOON + 365 * 86_400_000, NOON / 30_000];
    await takeCode(vault, await local('timed'), () => ahead, null);
    await copyCode(vault, await local('timed'), ahead + 30_000);
    expect(await lookAtCode(vault, await local('timed'), NOON + 20_000)).toMatchObject({ use: 'fresh', digits: expect.stringMatching(/^\d{6}$/), next: { step: step + 1 } });
    expect(await copyCode(vault, await local('timed'), NOON)).toMatchObject({ again: false });
    expect(await copyCode(vault, await local('timed'), NOON)).toMatchObject({ again: true });
    expect(await takeCode(vault, await local('timed'), () => NOON, null)).toMatchObject({ kind: 'wait', milliseconds: 30_000 });
    expect(await takeCode(vault, await local('timed'), () => NOON + 30_000, null)).toMatchObject({ kind: 'given', step: step + 1 });
    for (const later of [ahead, ahead + 30_000]) expect(await lookAtCode(vault, await local('timed'), later)).not.toMatchObject({ use: 'fresh' });
    expect(await takeCode(vault, await local('timed'), () => ahead, null)).toMatchObject({ kind: 'wait', milliseconds: 60_000 });
  });
  it('goes to one page or to the clipboard, and there is copied again only, however the clock jumps', async () => {
    const acts = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.boolean()), { minLength: 4, maxLength: 14 });
    let at = 0;
    await fc.assert(fc.asyncProperty(acts, async (jumps) => {
      const id = `jumps-${at++}`;
      await vault.addLocals([localRecord(id, {}, new TextEncoder().encode(id))]);
      const had = new Map<number, 'filled' | 'copied'>();
      for (const [jump, copies] of jumps) {
        const [now, kept] = [NOON + jump * 30_000, await local(id)];
        const step = now / 30_000;
        const outcome = copies ? await copyCode(vault, kept, now).catch(() => null) : await takeCode(vault, kept, () => now, null).catch(() => null);
        const given = outcome !== null && !('kind' in outcome && outcome.kind === 'wait');
        if (!given) continue;
        const again = 'again' in outcome && outcome.again;
        expect(had.get(step)).toBe(again ? 'copied' : undefined);
        had.set(step, copies ? 'copied' : 'filled');
      }
    }), { numRuns: 20 });
  });
});
