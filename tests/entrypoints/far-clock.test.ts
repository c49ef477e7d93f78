/** The yes to a clock more than a day off. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import { isFree } from '../../lib/token.ts';
import { enrolled, madeVault, NOON } from '../lib/vault/builders.ts';

const DAY = 86_400_000;
const PAGE: OwnPage = { kind: 'own-page', windowId: 1 };

beforeEach(() => void vi.stubGlobal('browser', { runtime: { id: 'kagifuda', sendMessage: async () => undefined } }));
afterEach(() => void vi.unstubAllGlobals());

describe('the yes to a far clock', () => {
  it('frees the token of the steps that were given ahead of that clock, which stay given', async () => {
    const { tokenRequests } = await import('../../entrypoints/background/token-requests.ts');
    const { vault } = await madeVault();
    const now = NOON / 30_000;
    const clock = { offset: -3 * DAY, error: 1, measuredAt: NOON };
    await enrolled(vault, { clock, spentStep: now, givenSteps: [now] });
    const desk: Desk = Object.assign(Object.create(null), { vault, now: () => NOON });
    await tokenRequests(desk).acceptClock({ offset: -3 * DAY }, PAGE);
    const [kept] = await vault.tokens();
    if (!kept) expect.unreachable();
    expect(kept).toMatchObject({ acceptedOffset: -3 * DAY, clock, givenSteps: [now] });
    const present = now - (3 * DAY) / 30_000;
    expect([present, present + 1, now].map((step) => isFree(kept, step))).toEqual([true, true, false]);
  });
});
