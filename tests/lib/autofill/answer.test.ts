/** What the page answers the background. */
import { describe, expect, it } from 'vitest';
import { answer } from '../../../lib/autofill/answer.ts';
import type { FillOutcome } from '../../../lib/messages/protocol.ts';
import { Refusal } from '../../../lib/refusal.ts';

const done: FillOutcome = { kind: 'filled', roles: ['current'] };
const GARBLED = { ok: false, reason: 'message-garbled' };

/** Answers, and what `fill` was given. */
async function asked(message: unknown): Promise<[unknown, string[][]]> {
  const given: string[][] = [];
  const reply = await answer((...about) => {
    given.push(about);
    return Promise.resolve(done);
  }, message);
  return [reply, given];
}
const fillNow = (ask: unknown): object => ({ name: 'fillNow', ask });

const refusing = (failure: Error) => answer(() => Promise.reject(failure), fillNow({ tokenId: 't' }));

describe('the page’s end of a message', () => {
  it('fills with the token that is named, in the language and theme that are', async () => {
    expect(await asked(fillNow({ tokenId: 't', language: 'ja', theme: 'dark' }))).toEqual([{ ok: true, answer: done }, [['t', 'ja', 'dark']]]);
    expect(await asked(fillNow({ tokenId: 't' }))).toEqual([{ ok: true, answer: done }, [['t', 'auto', 'auto']]]);
    expect(await asked(fillNow({ tokenId: 't', language: 7, theme: null }))).toEqual([{ ok: true, answer: done }, [['t', 'auto', 'auto']]]);
  });

  it.each([null, undefined, 'fillNow', 7, {}, { name: 'fillNow' }, { name: 'other', ask: { tokenId: 't' } }, fillNow(null), fillNow('t'), fillNow({}), fillNow({ tokenId: 7 })])('takes nothing else: %j', async (message) => {
    expect(await asked(message)).toEqual([GARBLED, []]);
  });

  it('takes names of a hundred letters and none longer', async () => {
    expect((await asked(fillNow({ tokenId: 't'.repeat(100) })))[1]).toHaveLength(1);
    expect(await asked(fillNow({ tokenId: 't'.repeat(101) }))).toEqual([GARBLED, []]);
    expect((await asked(fillNow({ tokenId: 't', language: 'j'.repeat(101) })))[1]).toEqual([['t', 'auto', 'auto']]);
  });

  it('keeps the reason of a refusal, and none of a bug', async () => {
    expect(await refusing(new Refusal('field-unusable'))).toEqual({ ok: false, reason: 'field-unusable' });
    expect(await refusing(new TypeError('x'))).toEqual({ ok: false, reason: 'internal' });
  });
});
