/** Asking the issuer: how often, about which tokens, in which order, and by which clock. */
import { describe, expect, it } from 'vitest';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../../lib/bytes.ts';
import { enrolment } from '../../../lib/enrolment/enrol.ts';
import type { Post } from '../../../lib/enrolment/issuer.ts';
import { macOver } from '../../../lib/enrolment/keys.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../lib/refusal.ts';
import type { Token, TokenState } from '../../../lib/token.ts';
import { enrolled, madeVault, NOON, random, reasonOf, secrets } from '../vault/builders.ts';

const UNION = { institutionCode: '2143' } as const;

/** An issuer whose clock is `ahead`, a PC whose rounds take so long, and what was asked. */
async function ground(over: Partial<Token> = {}) {
  const { vault } = await madeVault();
  const token = await enrolled(vault, { acknowledged: true, ...over });
  const said = { state: 'ACTIVE' as TokenState, states: [] as TokenState[], ahead: 0, took: [0], learned: [] as [string, number][] };
  const asked: string[] = [];
  let ticks = 0;
  /** Fails a question, or holds it up. */
  const before = { send: async (_what: string): Promise<void> => undefined };
  const post: Post = async (_origin, path, body) => {
    const { serial, nonce, t0 }: { serial: string; nonce: string; t0: number } = JSON.parse(fromUtf8(body));
    const what = `${path.replace('/v1/', '')} ${serial}`;
    asked.push(what);
    await before.send(what);
    if (path === '/v1/ack') return utf8('{"v":1,"state":"CONFIRMED"}');
    const [state, now] = [said.states.shift() ?? said.state, NOON + said.ahead];
    const mac = macOver(secrets().device, ['st1 status rep', serial, fromBase64url(nonce), t0, state, now, now]);
    return utf8(JSON.stringify({ v: 1, state, t1: now, t2: now, mac: toBase64url(mac) }));
  };
  // Read twice for each round: before it, and after it.
  const monotonic = (): number => (ticks++ % 2 === 0 ? 1000 : 1000 + (said.took.length > 1 ? (said.took.shift() ?? 0) : (said.took[0] ?? 0)));
  const learned = (id: string, began: number): void => void said.learned.push([id, began]);
  const started: string[] = [];
  const client = enrolment({ vault, post, profileOf, random, now: () => NOON, monotonic, version: '0.1.0', asked: learned, started: ({ id }) => void started.push(id) });
  const kept = async (id = token.id): Promise<Token | undefined> => (await vault.tokens()).find((one) => one.id === id);
  return { vault, client, said, asked, started, before, kept };
}

const clock = (offset: number): Pick<Token, 'clock'> => ({ clock: { offset, error: 0, measuredAt: NOON } });
const failing = (what: string, failure: Error) => async (sent: string): Promise<void> => {
  if (sent === what) throw failure;
};

describe('the clock', () => {
  it('is measured in three rounds, of which the shortest counts; the state is the last that was said', async () => {
    const { client, said, asked, kept } = await ground();
    said.took = [80, 20, 60];
    said.states = ['ACTIVE', 'ACTIVE', 'SUSPENDED'];
    said.ahead = 10;
    expect(await client.refresh('token-1')).toBe('SUSPENDED');
    expect(asked).toHaveLength(3);
    expect(await kept()).toMatchObject({ state: 'SUSPENDED', clock: { offset: 0, error: 10, measuredAt: NOON + 20 } });
    // As of the beginning of the first round: a clock set after that was set since.
    expect(said.learned).toEqual([['token-1', 1000]]);
  });

  it.each([
    [0, 2000, 1], [0, 2001, 3], [0, -2000, 1], [0, -2001, 3], [5000, 5000, 1], [5000, 3000, 1], [5000, -5000, 3], [-5000, 3000, 3],
  ])('that was %i ms off and now is %i takes %i rounds', async (offset, ahead, rounds) => {
    const { client, said, asked } = await ground(clock(offset));
    said.ahead = ahead;
    await client.refresh('token-1');
    expect(asked).toHaveLength(rounds);
  });
});

describe('what is kept of an answer', () => {
  it('is nothing where it calls the token an imported one', async () => {
    const { client, said, kept } = await ground(clock(0));
    said.state = 'LOCAL';
    expect(await reasonOf(client.refresh('token-1'))).toBe('issuer-garbled');
    expect(await kept()).toMatchObject({ state: 'UNBOUND', clock: clock(0).clock });
  });

  it.each([['ACTIVE', true], ['SUSPENDED', true], ['UNBOUND', false], ['REPLACED', false]] as const)('an exchange that was begun, while the token is %s: %s', async (state, exchanging) => {
    const { client, said, kept } = await ground({ ...clock(0), exchanging: true });
    said.state = state;
    expect(await client.refresh('token-1')).toBe(state);
    expect(await kept()).toMatchObject({ state, exchanging });
  });

  it('is nothing of a token that is not here', async () => {
    const { client, asked } = await ground();
    expect(await reasonOf(client.refresh('token-9'))).toBe('token-unknown');
    expect(asked).toEqual([]);
  });

  it('comes of one question at a time for each token', async () => {
    const { client, asked, before } = await ground(clock(0));
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: out, resolve: isOut } = Promise.withResolvers<void>();
    before.send = async () => {
      isOut();
      await held;
    };
    const both = [client.refresh('token-1'), client.refresh('token-1')];
    await out;
    // The vault has answered the second as well by then.
    await client.refresh('token-9').catch(() => undefined);
    expect(asked).toHaveLength(1);
    letGo();
    await Promise.all(both);
    expect(asked).toHaveLength(2);
  });
});

describe('the acknowledgement', () => {
  it('goes first, once, and is kept', async () => {
    const { client, asked, kept } = await ground({ ...clock(0), acknowledged: false });
    await client.refresh('token-1');
    await client.refresh('token-1');
    expect(asked).toEqual(['ack SKTS00012345', 'status SKTS00012345', 'status SKTS00012345']);
    expect(await kept()).toMatchObject({ acknowledged: true });
  });

  it('that is refused stays owed; the state is asked for all the same', async () => {
    const { client, asked, before, kept } = await ground({ ...clock(0), acknowledged: false });
    before.send = failing('ack SKTS00012345', new Refusal('issuer-busy'));
    expect(await reasonOf(client.refresh('token-1'))).toBe('issuer-busy');
    expect(asked).toEqual(['ack SKTS00012345', 'status SKTS00012345']);
    expect(await kept()).toMatchObject({ state: 'ACTIVE', acknowledged: false });
  });

  it('that fails as nothing should ends the question', async () => {
    const { client, asked, before } = await ground({ ...clock(0), acknowledged: false });
    before.send = failing('ack SKTS00012345', new TypeError('a bug'));
    await expect(client.refresh('token-1')).rejects.toThrow('a bug');
    expect(asked).toEqual(['ack SKTS00012345']);
  });
});

async function others(on: Awaited<ReturnType<typeof ground>>, institutionCode: string): Promise<void> {
  await enrolled(on.vault, { ...clock(0), id: 'same', serial: 'same', institutionCode, acknowledged: true });
  await enrolled(on.vault, { ...clock(0), id: 'begun', serial: 'begun', institutionCode, acknowledged: true, state: 'ACTIVE' });
  await enrolled(on.vault, { ...clock(0), id: 'else', serial: 'else', institutionCode: '2144', acknowledged: true });
}

describe('the other tokens of an activation', () => {
  it('are asked for at a credit union: those of the same institution that wait for their beginning', async () => {
    const on = await ground({ ...UNION, ...clock(0), acknowledged: false });
    await others(on, '2143');
    on.said.state = 'UNBOUND';
    await on.client.refresh('token-1');
    expect(on.asked).toEqual(['ack SKTS00012345', 'status SKTS00012345', 'status same']);
  });

  it('are not asked for at a shinkin', async () => {
    const on = await ground({ ...clock(0), acknowledged: false });
    await others(on, '1188');
    on.said.state = 'UNBOUND';
    await on.client.refresh('token-1');
    expect(on.asked).toEqual(['ack SKTS00012345', 'status SKTS00012345']);
  });

  it('are not asked for where the institution is known no more', async () => {
    const on = await ground({ institutionCode: '9999', ...clock(0), acknowledged: false });
    await others(on, '9999');
    on.said.state = 'UNBOUND';
    expect(await on.client.refresh('token-1')).toBe('UNBOUND');
    expect(on.asked).toEqual(['ack SKTS00012345', 'status SKTS00012345']);
  });

  it.each<[string, Error, boolean]>([
    ['that the issuer does not know', new Refusal('issuer-refused'), true],
    ['of which it says nothing that can be taken', new Refusal('issuer-garbled'), true],
    ['that it cannot prove', new Refusal('issuer-unverified'), true],
    ['for which it cannot be reached', new Refusal('issuer-unreachable'), false],
    ['that fail as nothing should', new TypeError('a bug'), false],
  ])('%s', async (_, failure, acknowledged) => {
    const on = await ground({ ...UNION, ...clock(0), acknowledged: false });
    await others(on, '2143');
    on.before.send = failing('status same', failure);
    const done = expect(on.client.refresh('token-1'));
    if (acknowledged) await done.resolves.toBe('ACTIVE');
    else await done.rejects.toBe(failure);
    expect(await on.kept()).toMatchObject({ acknowledged });
  });
});

describe('that a token is started', () => {
  it.each<[TokenState, TokenState, boolean]>([
    ['UNBOUND', 'ACTIVE', true], ['UNBOUND', 'SUSPENDED', true], ['UNBOUND', 'UNBOUND', false], ['UNBOUND', 'EXPIRED', false],
    ['ACTIVE', 'ACTIVE', false], ['SUSPENDED', 'ACTIVE', false],
  ])('is told of one that was %s and is %s: %s', async (before, now, told) => {
    const on = await ground({ ...clock(0), state: before });
    on.said.state = now;
    expect(await on.client.refresh('token-1')).toBe(now);
    expect(on.started).toEqual(told ? ['token-1'] : []);
    expect(on.asked).toEqual(['status SKTS00012345']);
  });

  it('is told when it is kept, and not when it could not be', async () => {
    const on = await ground({ ...clock(0), state: 'UNBOUND' });
    on.before.send = async () => await on.vault.lock();
    expect(await reasonOf(on.client.refresh('token-1'))).toBe('locked');
    expect(on.started).toEqual([]);
  });
});
