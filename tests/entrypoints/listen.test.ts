/** Every message has an answer, also where it fails before anybody is asked. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import type { Reply } from '../../lib/messages/protocol.ts';
import type { Reason } from '../../lib/refusal.ts';

const SITE = { id: 'kagifuda', url: 'https://shop.example/login', origin: 'https://shop.example', frameId: 0, documentId: 'A', tab: { id: 5 } };
const BRING = { name: 'bring', ask: { part: 'reader' } };

let hear: (message: unknown, sender: unknown, respond: (reply: Reply) => void) => unknown;

beforeEach(() => {
  vi.resetModules();
  const onMessage = { addListener: (listener: typeof hear) => void (hear = listener) };
  vi.stubGlobal('browser', { runtime: { id: 'kagifuda', getURL: () => 'chrome-extension://kagifuda/', onMessage } });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What the sentinel of an imported token's site is answered while the vault's state is not to be had. */
async function answerWhere(failure: (refuse: (reason: Reason) => Error) => Error): Promise<Reply> {
  // The refusal that these modules know.
  const { Refusal } = await import('../../lib/refusal.ts');
  const { listen } = await import('../../entrypoints/background/listen.ts');
  const state = async (): Promise<never> => Promise.reject(failure((reason) => new Refusal(reason)));
  const desk: Desk = Object.assign(Object.create(null), { vault: { state, view: state }, policy: { known: async () => ({}) } });
  listen(desk, () => undefined);
  return await new Promise((resolve) => expect(hear(BRING, SITE, resolve)).toBe(true));
}

describe('a message from a page, of which nobody can find out whether it may ask,', () => {
  it.each(['store-blocked', 'store-newer', 'locked'] as const)('is refused with the reason: %s', async (reason) => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await answerWhere((refuse) => refuse(reason))).toEqual({ ok: false, reason });
    expect(reported).not.toHaveBeenCalled();
  });

  it('is refused for a bug, too, which is reported', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await answerWhere(() => new TypeError('a bug'))).toEqual({ ok: false, reason: 'internal' });
    expect(reported).toHaveBeenCalledOnce();
  });
});
