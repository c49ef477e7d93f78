/**
 * What was put right after a kill. A browser that lost its own file in the kill has the copy put in its place, and this and the
 * next step count as given: that is told, and waited for.
 */
import { expect } from 'vitest';
import type { Client } from '../../../lib/messages/client.ts';
import type { OwnRequests } from '../../../lib/messages/protocol.ts';

type Asking = Client<OwnRequests>;

async function areFree(ask: Asking): Promise<boolean> {
  return (await ask('look', {})).tokens.every(({ code }) => code === null || code.use !== 'filled');
}

export class PutRight {
  readonly #known = new Set<string>();
  /** After which kill, and what. */
  readonly told: string[] = [];

  async after(number: number, ask: Asking): Promise<void> {
    const { mended } = await ask('health', {});
    const fresh = mended.filter(({ at, what }) => !this.#known.has(`${at} ${what}`));
    for (const { at, what, why, spent } of fresh) {
      this.#known.add(`${at} ${what}`);
      this.told.push(`${number}: ${what} ${why}${spent ? ', steps spent' : ''}`);
    }
    if (fresh.some(({ spent }) => spent)) await expect.poll(() => areFree(ask), { interval: 500, timeout: 90_000 }).toBe(true);
  }
}
