/** The issuer is asked about tokens while somebody looks at them: who is asked when, and who hears of it. */
import { describe, expect, it } from 'vitest';
import { askingBeside } from '../../entrypoints/background/beside.ts';
import { Refusal } from '../../lib/refusal.ts';

/** What is asked for is answered by `answer`; what was done, in order. */
function ground() {
  const did: string[] = [];
  const on = { now: 0, answer: async (_id: string): Promise<void> => undefined };
  const bugs: unknown[] = [];
  const beside = askingBeside({
    refresh: async (id) => {
      did.push(`ask ${id}`);
      await on.answer(id);
    },
    tell: async () => void did.push('tell'),
    monotonic: () => on.now,
    bug: (failure) => void bugs.push(failure),
  });
  return { on, did, bugs, beside };
}

const unreachable = async (): Promise<never> => {
  throw new Refusal('issuer-unreachable');
};

describe('asking beside', () => {
  it('asks about one after the other, and tells after each', async () => {
    const { beside, did } = ground();
    beside.ask('a');
    beside.ask('b');
    expect(beside.isAsking('a') && beside.isAsking('b')).toBe(true);
    await beside.settled();
    expect(did).toEqual(['ask a', 'tell', 'ask b', 'tell']);
    expect(beside.isAsking('a') || beside.isAsking('b')).toBe(false);
  });

  it('does not ask about one again while it is being asked about, and does afterwards', async () => {
    const { beside, did } = ground();
    beside.ask('a');
    beside.ask('a');
    await beside.settled();
    beside.ask('a');
    await beside.settled();
    expect(did).toEqual(['ask a', 'tell', 'ask a', 'tell']);
  });

  it('leaves one alone for ten seconds after a failure, and not those behind it', async () => {
    const { beside, did, on } = ground();
    on.answer = async (id) => (id === 'a' ? unreachable() : undefined);
    beside.ask('a');
    beside.ask('b');
    await beside.settled();
    expect([beside.isUnreached('a'), beside.isUnreached('b')]).toEqual([true, false]);
    on.now = 9_999;
    beside.ask('a');
    on.now = 10_000;
    on.answer = async () => undefined;
    beside.ask('a');
    await beside.settled();
    expect(did).toEqual(['ask a', 'tell', 'ask b', 'tell', 'ask a', 'tell']);
    expect(beside.isUnreached('a')).toBe(false);
  });

  it('says of an issuer that does not answer in time that it is out of reach', async () => {
    const { beside, on } = ground();
    on.answer = async () => Promise.reject(new Refusal('issuer-slow'));
    beside.ask('a');
    await beside.settled();
    expect(beside.isUnreached('a')).toBe(true);
  });

  it('says so no longer once the issuer has refused', async () => {
    const { beside, on } = ground();
    on.answer = unreachable;
    beside.ask('a');
    beside.ask('b');
    await beside.settled();
    on.now = 10_000;
    on.answer = async () => Promise.reject(new Refusal('issuer-busy'));
    beside.ask('a');
    await beside.settled();
    expect([beside.isUnreached('a'), beside.isUnreached('b')]).toEqual([false, true]);
  });

  it('remembers any failure, also while it asks again and after an answer', async () => {
    const { beside, on } = ground();
    on.answer = async () => Promise.reject(new Refusal('issuer-busy'));
    beside.ask('a');
    expect(beside.hasFailed('a')).toBe(false);
    await beside.settled();
    on.answer = async () => undefined;
    on.now = 10_000;
    beside.ask('a');
    expect([beside.isAsking('a'), beside.hasFailed('a')]).toEqual([true, true]);
    await beside.settled();
    expect([beside.hasFailed('a'), beside.hasFailed('b')]).toEqual([true, false]);
  });

  it('says of no other refusal that the issuer is out of reach, and reports a bug', async () => {
    const { beside, bugs, on } = ground();
    on.answer = async () => Promise.reject(new Refusal('issuer-busy'));
    beside.ask('a');
    await beside.settled();
    expect([beside.isUnreached('a'), bugs]).toEqual([false, []]);
    const bug = new TypeError('a bug');
    on.answer = async () => Promise.reject(bug);
    beside.ask('b');
    await beside.settled();
    expect([beside.isUnreached('b'), bugs]).toEqual([false, [bug]]);
  });
});

describe('asking anew', () => {
  it('asks after a failure and while it is being asked about, also when it is found out late which', async () => {
    const { beside, did, on } = ground();
    on.answer = unreachable;
    beside.ask('a');
    await beside.settled();
    on.answer = async () => undefined;
    beside.askAnew(async () => ['a', 'b']);
    await beside.settled();
    expect(did).toEqual(['ask a', 'tell', 'ask a', 'tell', 'ask b', 'tell']);
  });

  it('counts each as being asked about from the first question on', async () => {
    const { beside, on } = ground();
    const seen: boolean[] = [];
    on.answer = async () => void seen.push(beside.isAsking('a'), beside.isAsking('b'));
    beside.askAnew(async () => ['a', 'b']);
    await beside.settled();
    expect(seen).toEqual([true, true, false, true]);
  });

  it('is busy from the first moment, before it is found out which, until the last has its answer', async () => {
    const { beside, on } = ground();
    const seen: boolean[] = [];
    on.answer = async () => void seen.push(beside.isBusy());
    expect(beside.isBusy()).toBe(false);
    beside.askAnew(async () => {
      seen.push(beside.isBusy());
      return ['a', 'b'];
    });
    expect(beside.isBusy()).toBe(true);
    await beside.settled();
    expect([seen, beside.isBusy()]).toEqual([[true, true, true], false]);
  });

  it('that cannot find out which, for the vault is locked, holds up nothing', async () => {
    const { beside, did, bugs } = ground();
    beside.askAnew(async () => Promise.reject(new Refusal('locked')));
    beside.ask('a');
    await beside.settled();
    expect([did, bugs]).toEqual([['ask a', 'tell'], []]);
  });
});
