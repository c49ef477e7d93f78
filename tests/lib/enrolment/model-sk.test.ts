/** The shinkin flow under every fault of line, browser and issuer (docs/protocol.md, "Repeats"). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { newGround } from './model/ground.ts';
import { areFew, runAll, runsOf, type Story, sweepBrowser, sweepIssuer } from './model/runs.ts';
import { shinkinAccount } from './model/shinkin.ts';
import { uncut, unmet } from './model/table.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const NORMALLY = 6500;
const RUNS = runsOf(NORMALLY);
const PATHS = ['/v1/sk/provision', '/v1/status', '/v1/ack'];
/** A crash point that is passed so often meets a crash at random too. */
const OFTEN = 2000;
let ground: Awaited<ReturnType<typeof newGround>>;

beforeAll(async () => {
  ground = await newGround(abukuma.issuerOrigin);
}, 60_000);
afterAll(async () => await ground.issuer.close());

const account = async () => shinkinAccount(ground.issuer, abukuma);

const STORIES: Story[] = [
  { name: 'all goes well', deeds: ['enrol', 'go on'], fate: () => 'delivered' },
  { name: 'every request comes twice at once', deeds: ['enrol', 'go on'], fate: () => 'doubled, second reply' },
  { name: 'a pending is given up', deeds: ['enrol', 'give up', 'enrol'], fate: (path, number) => (path === PATHS[0] && number === 0 ? 'reply lost' : 'delivered') },
];

describe('an enrolment at a shinkin in which', () => {
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

describe('after all faults, at a shinkin', () => {
  it('the client has the token exactly when the issuer has it, and no request has two', { timeout: RUNS * 1000 }, async () => {
    await runAll(ground, RUNS, account);
    if (areFew(RUNS, NORMALLY)) return;
    expect(unmet(ground.tally, PATHS)).toEqual([]);
    expect(uncut(ground.tally, OFTEN)).toEqual([]);
  });
});
