import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerOf, type Sender } from '../../../lib/messages/caller.ts';
import { client } from '../../../lib/messages/client.ts';
import { serve } from '../../../lib/messages/serve.ts';
import { integer, record } from '../../../lib/parse.ts';
import { Refusal } from '../../../lib/refusal.ts';

const own = { id: 'kagifuda', address: 'chrome-extension://kagifuda/' };
const tab = { id: 5, windowId: 2 };
const bankFrame: Sender = { id: 'kagifuda', url: 'https://bank.example/a', origin: 'https://bank.example', frameId: 0, documentId: 'd', tab };

describe('the caller', () => {
  it('is our own page by its address', () => {
    expect(callerOf({ id: 'kagifuda', url: 'chrome-extension://kagifuda/popup.html' }, own)).toEqual({ kind: 'own-page', windowId: null });
  });
  it('is the top frame of a tab, with the origin the browser says', () => {
    expect(callerOf(bankFrame, own)).toEqual({ kind: 'bank-page', tabId: 5, origin: 'https://bank.example', document: 'd' });
  });
  it('has the origin of its address where the browser names none', () => {
    const { origin: _origin, ...silent } = bankFrame;
    expect(callerOf(silent, own)).toMatchObject({ origin: 'https://bank.example' });
  });
  it.each<[string, Sender]>([
    ['another extension', { ...bankFrame, id: 'other' }],
    ['a frame', { ...bankFrame, frameId: 3 }],
    ['a frame that the browser does not number', { ...bankFrame, frameId: undefined }],
    ['no tab', { ...bankFrame, tab: undefined }],
    ['nobody', {}],
  ])('is nobody for %s', (_, sender) => {
    expect(callerOf(sender, own)).toBeNull();
  });
  it('is not our own page when a site only looks like it', () => {
    const sender = { ...bankFrame, url: 'https://evil.example/chrome-extension://kagifuda/', origin: 'https://evil.example' };
    expect(callerOf(sender, own)?.kind).toBe('bank-page');
  });
});

interface Sums {
  twice: { ask: { n: number }; answer: { n: number } };
}
const reported: string[] = [];
const sums = serve<Sums, string>(
  {
    twice: async ({ n }, caller) => {
      if (n === 13) throw new Refusal('locked');
      if (n === 14) throw new Error(`secret of ${caller}`);
      return { n: 2 * n };
    },
  },
  { twice: record({ n: integer(0) }) },
  (name) => reported.push(name),
);

describe('serving', () => {
  it('answers what is asked rightly, through the client too', async () => {
    const ask = client<Sums>((message) => sums(structuredClone(message), 'me'));
    expect(await ask('twice', { n: 4 })).toEqual({ n: 8 });
  });
  it('passes refusals on as refusals', async () => {
    const ask = client<Sums>((message) => sums(message, 'me'));
    await expect(ask('twice', { n: 13 })).rejects.toMatchObject({ reason: 'locked' });
  });
  it('reports a bug by name and tells the caller nothing of it', async () => {
    expect(await sums({ name: 'twice', ask: { n: 14 } }, 'me')).toEqual({ ok: false, reason: 'internal' });
    expect(reported).toEqual(['twice']);
  });
  it('never throws and never answers rubbish, whatever comes', async () => {
    await fc.assert(fc.asyncProperty(fc.anything(), async (message) => {
      expect((await sums(message, 'me')).ok).toBe(false);
    }));
    await fc.assert(fc.asyncProperty(fc.anything(), async (ask) => {
      fc.pre(!(typeof ask === 'object' && ask !== null && 'n' in ask));
      expect(await sums({ name: 'twice', ask }, 'me')).toEqual({ ok: false, reason: 'message-garbled' });
    }));
  });
  it.each(['constructor', '__proto__', 'toString', 'twice '])('knows no request called %s', async (name) => {
    expect(await sums({ name, ask: {} }, 'me')).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('a client', () => {
  it.each([undefined, null, 'x', { ok: false }, { ok: false, reason: 'constructor' }])('refuses the reply %j', async (reply) => {
    const ask = client<Sums>(async () => reply);
    await expect(ask('twice', { n: 1 })).rejects.toMatchObject({ reason: 'message-garbled' });
  });
});
