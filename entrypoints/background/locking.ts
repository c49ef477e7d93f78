/** Helps the vault's deadline (which is checked at every use) along: an alarm, and the lock of the screen. */
import { browser } from 'wxt/browser';
import type { Desk } from './desk.ts';
import { tellPages } from './tell-pages.ts';

const ALARM = 'lock';

/** At the deadline itself: a worker that wakes often must not put it off. */
export async function setLockAlarm({ vault }: Desk): Promise<void> {
  const when = await vault.locksAt();
  if (when !== null) await browser.alarms.create(ALARM, { when });
}

/** A code that was copied before must not lie about after. The session tells, also where the store can't be opened. */
async function clearIfLocked({ vault, copied }: Desk): Promise<void> {
  if ((await vault.locksAt()) === null) await copied.clearNow();
}

export function watchLocking(desk: Desk): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== ALARM) return;
    // Asking locks when the deadline has passed; a later deadline means that the vault was used meanwhile.
    void setLockAlarm(desk).then(tellPages);
    void clearIfLocked(desk);
  });
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'locked') return;
    void desk.vault.lock().then(tellPages);
    void desk.copied.clearNow();
  });
}
