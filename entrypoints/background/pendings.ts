/** Enrolments that were cut off go on by themselves: at worker start and unlock, then ever more rarely. */
import { browser } from 'wxt/browser';
import { Refusal } from '../../lib/refusal.ts';
import type { Desk } from './desk.ts';
import { tellPages } from './tell-pages.ts';

const ALARM = 'resume';
/** Minutes; browsers allow no alarm sooner than half a minute. */
const AGAIN_IN = [0.5, 1, 2, 5];

let attempt = 0;

async function tryOnce(desk: Desk): Promise<boolean> {
  if ((await desk.vault.state()) !== 'open') return true;
  let settled = true;
  for (const { id } of await desk.vault.pendings()) {
    await desk.enrolment.resume(id).catch((failure: unknown) => {
      if (!(failure instanceof Refusal)) throw failure;
      settled = false;
    });
  }
  for (const token of await desk.vault.tokens()) {
    if (token.acknowledged && token.clock !== null) continue;
    await desk.enrolment.refresh(token.id).catch((failure: unknown) => {
      if (!(failure instanceof Refusal)) throw failure;
      settled = false;
    });
  }
  return settled;
}

export async function resumePendings(desk: Desk): Promise<void> {
  const settled = await tryOnce(desk).catch(() => true);
  await tellPages();
  attempt = settled ? 0 : attempt + 1;
  if (!settled) await browser.alarms.create(ALARM, { delayInMinutes: AGAIN_IN[Math.min(attempt, AGAIN_IN.length) - 1] ?? 5 });
}

export function watchPendings(desk: Desk): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void resumePendings(desk);
  });
}
