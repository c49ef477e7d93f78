/** Of a tab that was closed nothing stays noted, and nothing about it is a failure. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import { type Notes, notes } from '../../entrypoints/background/notes.ts';
import { NOON } from '../lib/vault/builders.ts';

const HELD = { tokenId: 'token-1', step: 5, document: 'A', field: 'f' };
const WARRANT = { tokenIds: ['token-1'], document: '', until: NOON };

let close: (tabId: number) => void;

beforeEach(() => {
  vi.resetModules();
  const event = { addListener: () => undefined };
  const tabs = { onUpdated: event, onRemoved: { addListener: (listener: typeof close) => void (close = listener) } };
  const action = { setBadgeText: async () => Promise.reject(new Error('No tab with id: 5.')) };
  const webRequest = { onBeforeRequest: event, onErrorOccurred: event, onCompleted: event };
  vi.stubGlobal('browser', { runtime: { id: 'kagifuda', sendMessage: async () => undefined }, tabs, action, webRequest });
});
afterEach(() => void vi.unstubAllGlobals());

function memory(): Notes {
  const kept: Record<string, unknown> = {};
  return notes({ get: async (key) => ({ [key]: kept[key] }), set: async (items) => void Object.assign(kept, structuredClone(items)) });
}

describe('a tab that is closed', () => {
  it('takes with it what was noted of its document, and of no other tab', async () => {
    const { watchVisits } = await import('../../entrypoints/background/watch-visits.ts');
    const kept = memory();
    watchVisits(kept, []);
    await kept.held.change(() => ({ 5: HELD, 6: HELD }));
    await kept.gestures.change(() => ({ 5: WARRANT, 6: WARRANT }));
    await kept.grant.change(() => ({ tabId: 5, origin: 'https://bank.example', tokenId: 'token-1', until: NOON }));
    close(7);
    close(5);
    await vi.waitFor(async () => expect(await kept.gestures.read()).toEqual({ 6: WARRANT }));
    expect([await kept.held.read(), await kept.grant.read()]).toEqual([{ 6: HELD }, null]);
  });

  it('before its page was answered is no failure', async () => {
    const { pageRequests } = await import('../../entrypoints/background/page-requests.ts');
    const desk: Desk = Object.assign(Object.create(null), { notes: memory() });
    const page = { kind: 'bank-page', tabId: 5, origin: 'https://bank.example', document: 'A' } as const;
    expect(await pageRequests(desk).arrive({ roles: [], acted: false }, page)).toMatchObject({ kind: 'none' });
  });
});
