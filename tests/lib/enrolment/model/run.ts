/** One run of the model: a customer enrols while line, browser and issuer fail; then all is well, and the promises must hold. */
import { Refusal } from '../../../../lib/refusal.ts';
import { type Background, idOf, refusedOr, startBackground } from './background.ts';
import { chanceOf } from '../../chance.ts';
import { idsOn } from './computer.ts';
import { newLife } from './life.ts';
import { FATES, newNetwork } from './network.ts';
import { expectAgreement, expectNothingLost, expectSameCode, fail, ownTokens } from './promises.ts';
import type { Account, Deed, Ground, Plot, Scene } from './scene.ts';

const TURNS = 6;
const MINUTE = 60_000;
const SETTLES_WITHIN = 12;
/** Crash points of one life are counted up to here; a longer life ends at none. */
const LONGEST_LIFE = 34;
/** About as many crash points does the issuer pass in a run. */
const POINTS_OF_RUN = 70;
const MOST_CUTS = 3;
const TROUBLED = 0.4;

export const AT_RANDOM: Plot = {
  deeds: null,
  fateOf: (_path, chance) => (chance.yes(TROUBLED) ? chance.one(FATES) : 'delivered'),
  lifeEndsAt: (_number, chance) => (chance.yes(0.4) ? Infinity : chance.below(LONGEST_LIFE)),
  cutAfter: (chance) => (chance.yes(0.25) ? Infinity : chance.below(POINTS_OF_RUN)),
};

function begin(scene: Omit<Scene, 'background'>): Background {
  const chance = scene.chance.apart(`life ${scene.lives++}`);
  const endsAt = scene.calm ? Infinity : scene.plot.lifeEndsAt(scene.lives - 1, chance);
  const life = newLife(endsAt, (point, what) => scene.tally.count(`browser: ${point}`, what));
  const { computer, clock, network } = scene;
  return startBackground({ computer, life, fetcher: network.fetch, clock, chance });
}

/** Does it until it is done or the process has ended; then everything that was sent has arrived or is late. */
async function live(scene: Scene, act: (background: Background) => Promise<unknown>): Promise<void> {
  if (!scene.background.life.isAlive()) scene.background = begin(scene);
  const { background } = scene;
  const work = (async () => {
    await background.unlock();
    await act(background);
  })();
  try {
    await Promise.race([work, background.life.ended]);
  } finally {
    await scene.network.idle();
    expectNothingLost(scene);
    scene.expectKept();
  }
}

async function enrol(scene: Scene, { enrolment }: Background): Promise<void> {
  const result = await refusedOr(scene.account.enrol(enrolment));
  if (!(result instanceof Refusal)) return;
  if (result.reason === 'activation-refused') {
    const here = new Set(idsOn(scene.computer, 'tokens'));
    // What the customer began to give up is here all the same when the process died before it was dropped.
    await scene.account.refused({ lost: new Set([...scene.excepted].filter((id) => !here.has(id))), here });
  }
  if (result.reason === 'issuer-busy') scene.clock.now += 5 * MINUTE;
}

async function giveUp(scene: Scene, { vault }: Background): Promise<void> {
  for (const { id } of await vault.pendings()) {
    scene.excepted.add(id);
    await vault.dropPending(id);
  }
}

function loseDisk(scene: Scene): void {
  scene.background.life.end();
  for (const store of ['tokens', 'pendings'] as const) for (const id of idsOn(scene.computer, store)) scene.excepted.add(id);
  scene.computer = scene.newComputer();
  scene.seen = new Set();
  scene.waiting = new Set();
  scene.lostDisks++;
}

function choose({ chance, computer, lostDisks }: Scene): Deed {
  if (chance.yes(0.03) && lostDisks < 3) return 'lose the disk';
  if (chance.yes(0.06)) return 'wait';
  if (chance.yes(0.08)) return 'restart';
  if (idsOn(computer, 'pendings').length === 0) return idsOn(computer, 'tokens').length === 0 ? 'enrol' : 'go on';
  return chance.one<Deed>(['go on', 'go on', 'go on', 'go on', 'resume', 'resume', 'both at once', 'give up', 'enrol']);
}

async function take(scene: Scene, deed: Deed): Promise<void> {
  scene.tally.count('customer', deed);
  switch (deed) {
    case 'go on':
      return await live(scene, (background) => background.goOn());
    case 'enrol':
      return await live(scene, (background) => enrol(scene, background));
    case 'resume':
      return await live(scene, resumeFirst);
    case 'both at once':
      return await live(scene, (background) => Promise.all([background.goOn(), resumeFirst(background)]));
    case 'give up':
      return await live(scene, (background) => giveUp(scene, background));
    case 'wait':
      scene.clock.now += (1 + scene.chance.below(7)) * MINUTE;
      return;
    case 'restart':
      // The browser, with all that it held in memory only.
      scene.background.life.end();
      scene.computer.session.held.clear();
      return;
    case 'lose the disk':
      return loseDisk(scene);
  }
}

async function resumeFirst({ vault, enrolment }: Background): Promise<void> {
  const [pending] = await vault.pendings();
  if (pending) await refusedOr(enrolment.resume(pending.id));
}

async function isSettled(scene: Scene): Promise<boolean> {
  const { vault } = scene.background;
  if ((await vault.pendings()).length > 0) return false;
  return (await ownTokens(scene.background)).some(({ acknowledged }) => acknowledged);
}

/** As a patient customer would: what waits goes on, what is over is forgotten, what is missing is asked for again. */
async function settle(scene: Scene): Promise<void> {
  for (let round = 0; round < SETTLES_WITHIN; round++) {
    await live(scene, (background) => background.goOn());
    for (const { id } of await scene.background.vault.pendings()) await live(scene, ({ enrolment }) => refusedOr(enrolment.resume(id)));
    if (await isSettled(scene)) return;
    if (idsOn(scene.computer, 'pendings').length === 0) await live(scene, (background) => enrol(scene, background));
  }
  fail('the retries never settle');
}

export async function run(ground: Ground, account: Account, seed: string, plot: Plot = AT_RANDOM): Promise<void> {
  const chance = chanceOf(seed);
  const { tally, clock, issuer } = ground;
  const over = new Set<string>();
  const network = newNetwork({
    issuer, tally, clock, fateOf: plot.fateOf, chance: chance.apart('line'), over: (body) => void over.add(idOf(body)),
  });
  const start = {
    ...ground, plot, account, chance, network, computer: ground.newComputer(), lives: 0, lostDisks: 0,
    excepted: new Set<string>(), seen: new Set<string>(), waiting: new Set<string>(), over, calm: false,
  };
  const background = begin(start);
  const scene: Scene = { ...start, background };
  const stopCuts = cutThePower(scene);
  await trouble(scene);
  stopCuts();
  network.calm();
  scene.calm = true;
  scene.background.life.end();
  await settle(scene);
  for (const token of await expectAgreement(scene)) await expectSameCode(scene, token);
  tally.count('late messages', (await network.deliverLate()) > 0 ? 'some' : 'none');
  scene.expectKept();
  await expectAgreement(scene);
}

async function trouble(scene: Scene): Promise<void> {
  for (const deed of scene.plot.deeds ?? []) await take(scene, deed);
  if (scene.plot.deeds) return;
  await take(scene, 'enrol');
  for (let turn = 0; turn < TURNS && !(await isDone(scene)); turn++) await take(scene, choose(scene));
}

/** Now and, a few times, after each cut; what it returns ends that. */
function cutThePower({ issuer, plot, chance }: Scene): () => void {
  const own = chance.apart('power');
  let cuts = 0;
  const next = (): void => issuer.cutAfter(cuts++ < MOST_CUTS ? plot.cutAfter(own) : Infinity);
  issuer.onCut(next);
  next();
  return () => {
    cuts = MOST_CUTS;
    next();
  };
}

/** Nothing waits; nine times out of ten there is no more trouble to be had from such a customer. */
async function isDone({ computer, chance, background }: Scene): Promise<boolean> {
  if (!background.life.isAlive() || idsOn(computer, 'pendings').length > 0) return false;
  const tokens = await background.vault.tokens().catch(() => []);
  return tokens.some(({ acknowledged }) => acknowledged) && !chance.yes(0.1);
}
