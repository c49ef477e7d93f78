/** What was cut off goes on by itself: at worker start and unlock, then ever more rarely. */
import { browser } from 'wxt/browser';
import { Refusal } from '../../lib/refusal.ts';
import { givesCodes } from '../../lib/token.ts';
import { keepCompletions } from './completions.ts';
import type { Desk } from './desk.ts';
import { report } from './report.ts';
import { tellPages } from './tell-pages.ts';

const ALARM = 'resume';
/** Minutes; browsers allow no alarm sooner than half a minute. */
const AGAIN_IN = [0.5, 1, 2, 5];

let attempt = 0;

/** False when it must be tried again; an enrolment that the issuer has given up is settled too. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return failure.reason === 'pending-expired';
  }
}

async function tryOnce(desk: Desk): Promise<boolean> {
  if ((await desk.vault.state()) !== 'open') return true;
  const settled: boolean[] = [];
  for (const { id } of await desk.vault.pendings()) settled.push(await isSettled(desk.enrolment.resume(id)));
  const unfinished = (await desk.vault.tokens()).filter(
    ({ acknowledged, clock, state }) => givesCodes(state) && !(acknowledged && clock !== null),
  );
  for (const { id } of unfinished) settled.push(await isSettled(desk.enrolment.refresh(id)));
  settled.push(await keepCompletions(desk));
  return settled.every(Boolean);
}

export async function goOnLater(desk: Desk): Promise<void> {
  const settled = await tryOnce(desk).catch((failure: unknown) => {
    // The vault locked itself meanwhile, or a bug: unlocking begins again.
    if (!(failure instanceof Refusal)) report('resuming', failure);
    return true;
  });
  await tellPages();
  attempt = settled ? 0 : attempt + 1;
  if (!settled) await browser.alarms.create(ALARM, { delayInMinutes: AGAIN_IN[Math.min(attempt, AGAIN_IN.length) - 1] ?? 5 });
}

export function watchPendings(desk: Desk): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void goOnLater(desk);
  });
}
