/** What was cut off goes on by itself: at worker start and unlock, then ever more rarely. */
import { browser } from 'wxt/browser';
import { inTurn } from '../../lib/in-turn.ts';
import { Refusal } from '../../lib/refusal.ts';
import { givesCodes } from '../../lib/token.ts';
import { keepCompletions } from './completions.ts';
import type { Desk } from './desk.ts';
import { PASSING } from './passing.ts';
import { forgetOver } from './removed-tokens.ts';
import { report } from './report.ts';
import { tellPages } from './tell-pages.ts';

const ALARM = 'resume';
/** Seconds; a worker may live that long. Each begins an alarm too, in case it does not. */
const SOON = [1, 2, 4, 8, 16];
/** Minutes; browsers allow no alarm sooner than half a minute. */
const AGAIN_IN = [0.5, 1, 2, 5];

let timer: ReturnType<typeof setTimeout> | undefined;

/** False when it must be tried again. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (failure) {
    // A bug with one of them is no reason to leave the others.
    if (!(failure instanceof Refusal)) report('resuming', failure);
    return !(failure instanceof Refusal && PASSING.has(failure.reason));
  }
}

async function tryOnce(desk: Desk): Promise<boolean> {
  await desk.policy.read();
  if ((await desk.vault.state()) !== 'open') return true;
  const settled: boolean[] = [];
  for (const { id } of await desk.vault.pendings()) settled.push(await isSettled(desk.enrolment.goOn(id)));
  const unfinished = (await desk.vault.tokens()).filter(
    ({ acknowledged, clock, state }) => givesCodes(state) && !(acknowledged && clock !== null),
  );
  for (const { id } of unfinished) settled.push(await isSettled(desk.enrolment.refresh(id)));
  settled.push(await keepCompletions(desk));
  settled.push(await isSettled(forgetOver(desk)));
  return settled.every(Boolean);
}

/** In the order of tries, those of earlier workers too: after seconds while this one lives, then after minutes. */
export async function tryLater(desk: Desk): Promise<void> {
  const attempt = (await desk.notes.attempts.change((all) => all + 1)) - 1;
  const soon = SOON[attempt];
  const minutes = AGAIN_IN[Math.min(Math.max(attempt - SOON.length, 0), AGAIN_IN.length - 1)] ?? 5;
  clearTimeout(timer);
  if (soon !== undefined) timer = setTimeout(() => void goOnNow(desk), soon * 1000);
  await browser.alarms.create(ALARM, { delayInMinutes: minutes });
}

/** What was noted during a round is seen to by the next. */
const round = inTurn();

export async function goOnNow(desk: Desk): Promise<void> {
  const settled = await round(() => tryOnce(desk)).catch((failure: unknown) => {
    // The vault locked itself meanwhile, or a bug: unlocking begins again.
    if (!(failure instanceof Refusal)) report('resuming', failure);
    return true;
  });
  await tellPages();
  if (!settled) return await tryLater(desk);
  await desk.notes.attempts.change(() => 0);
  await browser.alarms.clear(ALARM);
}

export function watchPendings(desk: Desk): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void goOnNow(desk);
  });
}
