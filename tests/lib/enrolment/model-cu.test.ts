/** The credit-union flow under every fault of line, browser and issuer (docs/protocol.md, "Repeats"). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { newGround } from './model/ground.ts';
import type { Account } from './model/scene.ts';
import { areFew, runAll, runsOf, type Story, sweepBrowser, sweepIssuer } from './model/runs.ts';
import { uncut, unmet } from './model/table.ts';
import { unionAccounts } from './model/union.ts';

const akagi = profileOf('2143') ?? expect.unreachable();
const NORMALLY = 3500;
const RUNS = runsOf(NORMALLY);
const PATHS = ['/v1/cu/start', '/v1/cu/finish', '/v1/status', '/v1/ack'];
/** A crash point that is passed so often meets a crash at random too. */
const OFTEN = 2000;
let ground: Awaited<ReturnType<typeof newGround>>;
let account: () => Promise<Account>;

beforeAll(async () => {
  ground = await newGround(akagi.issuerOrigin);
  const open = await unionAccounts(ground.issuer, akagi, (why) => ground.tally.count('the right password was refused', why));
  account = () => open('4711');
}, 60_000);
afterAll(async () => await ground.issuer.close());

const STORIES: Story[] = [
  { name: 'all goes well', deeds: ['enrol', 'go on'], fate: () => 'delivered' },
  { name: 'every request comes twice at once', deeds: ['enrol', 'go on'], fate: () => 'doubled, second reply' },
  // The first token is not acknowledged when its disk is lost: the second one takes its place.
  {
    name: 'the token is taken over from a lost disk', deeds: ['enrol', 'lose the disk', 'enrol', 'go on'],
    fate: (path, number) => (path === '/v1/ack' && number === 0 ? 'request lost' : 'delivered'),
  },
];

describe('an enrolment at a credit union in which', () => {
  it.for(STORIES)('$name survives a crash at every point', { timeout: 120_000 }, async (story) => {
    const first = await sweepBrowser(ground, account, story, 0);
    const second = await sweepBrowser(ground, account, story, 1);
    const issuer = await sweepIssuer(ground, account, story);
    expect(first + second).toBeGreaterThan(20);
    expect(issuer).toBeGreaterThan(20);
  });

  it('something crashes has crashed at every point that there is', () => {
    expect(uncut(ground.tally)).toEqual([]);
  });
});

describe('after all faults, at a credit union', () => {
  it('the client has the token exactly when the issuer has it, and no activation has two', { timeout: RUNS * 1000 }, async () => {
    await runAll(ground, RUNS, account);
    if (areFew(RUNS, NORMALLY)) return;
    expect(unmet(ground.tally, PATHS)).toEqual([]);
    expect(uncut(ground.tally, OFTEN)).toEqual([]);
  });
});
