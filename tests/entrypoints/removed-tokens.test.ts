/** A day to bring back what was deleted, by a clock that is set whenever and however. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { forgetOver, lastLook, removalTime } from '../../entrypoints/background/removed-tokens.ts';
import { enrolled, madeVault, memoryArea, NOON, removedIn } from '../lib/vault/builders.ts';

const HOUR = 3_600_000;

/** A PC on which hours pass, and whose clock can be put wrong by some. */
async function pc() {
  const { vault } = await madeVault();
  await enrolled(vault);
  await enrolled(vault, { id: 'token-2', serial: 'SKTS00000002' });
  const time = { hours: 0, wrong: 0 };
  const desk: Desk = Object.assign(Object.create(null), {
    vault, removedLookedAt: lastLook(memoryArea()), now: () => NOON + Math.round((time.hours + time.wrong) * HOUR),
  });
  const remove = async (id = 'token-1') => {
    const removedAt = await removalTime(desk);
    await vault.change(id, (one) => ({ ...one, removedAt }));
  };
  /** The ids that are still there after a look. */
  const look = async (): Promise<string[]> => {
    await forgetOver(desk);
    return (await removedIn(vault)).map(({ id }) => id);
  };
  return { vault, time, desk, remove, look };
}

const YEARS = 6 * 365 * 24;

describe('a deleted token', () => {
  it('goes a day and a half later, where the vault is opened at least twice a day', async () => {
    const { time, remove, look } = await pc();
    await remove();
    const seen: [number, number][] = [];
    for (const hours of [0, 9, 21, 33, 35.9, 36]) {
      time.hours = hours;
      seen.push([hours, (await look()).length]);
    }
    expect(seen).toEqual([[0, 1], [9, 1], [21, 1], [33, 1], [35.9, 1], [36, 0]]);
  });

  it('goes later, but goes, where the vault is opened once a day or after a holiday', async () => {
    const { time, remove, look } = await pc();
    await remove();
    const seen: number[] = [];
    for (const hours of [0, 24, 48, 500, 1000]) {
      time.hours = hours;
      seen.push((await look()).length);
    }
    expect(seen).toEqual([1, 1, 1, 0, 0]);
  });

  it('stays for a day when another was deleted long before by the right clock, and it by one that was set back', async () => {
    const { time, remove, look } = await pc();
    await remove('token-2');
    await look();
    Object.assign(time, { hours: 20, wrong: -YEARS });
    await remove();
    time.wrong = 0;
    for (const hours of [20.1, 32, 43.9]) {
      time.hours = hours;
      expect(await look()).toContain('token-1');
    }
  });

  it('is never gone within a day, whenever and however the clock is set once; and then it goes', async () => {
    const wrong = fc.constantFrom(-YEARS, -30, -13, -11, -1, 0, 1, 11, 13, 30, YEARS);
    const gaps = fc.array(fc.double({ min: 0.01, max: 20, noNaN: true }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(wrong, wrong, fc.double({ min: -1, max: 30, noNaN: true }), fc.boolean(), gaps, async (first, then, setAt, isLooked, all) => {
        const { time, remove, look } = await pc();
        const at = (hours: number): void => void Object.assign(time, { hours, wrong: hours < setAt ? first : then });
        at(-2);
        if (isLooked) await remove('token-2').then(look);
        at(0);
        await remove();
        let hours = 0;
        for (const gap of all) {
          at((hours += gap));
          if (!(await look()).includes('token-1')) expect(hours).toBeGreaterThanOrEqual(24);
        }
        for (let later = 1; later <= 5; later++) {
          at(Math.max(hours, 30) + 12 * later);
          await look();
        }
        expect(await look()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('that was brought back stays, and what was deleted before any look counts from then', async () => {
    const { vault, time, remove, look } = await pc();
    await remove();
    time.hours = 1000;
    expect(await look()).toEqual(['token-1']);
    await vault.change('token-1', (one) => ({ ...one, removedAt: null }));
    time.hours = 2000;
    expect(await look()).toEqual([]);
    expect(await vault.tokens()).toHaveLength(2);
  });

  it('is deleted by the PC’s clock where no last look can be read', async () => {
    const { desk } = await pc();
    const area = { ...memoryArea(), get: () => Promise.reject(new Error('no disk')) };
    expect(await removalTime({ ...desk, removedLookedAt: lastLook(area) })).toBe(NOON);
  });
});
