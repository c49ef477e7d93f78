/** Helps the vault's deadline (which is checked at every use) along: an alarm, and the lock of the screen. */
import { browser } from 'wxt/browser';
import type { Desk } from './desk.ts';
import { tellPages } from './tell-pages.ts';

const ALARM = 'lock';

export async function setLockAlarm(desk: Desk): Promise<void> {
  const { autoLock } = await desk.settings.read();
  await browser.alarms.create(ALARM, { delayInMinutes: autoLock });
}

export function watchLocking(desk: Desk): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name !== ALARM) return;
    // Asking for the state locks when the deadline has passed; still open means it was used meanwhile.
    void desk.vault.state().then(async (state) => {
      if (state === 'open') await setLockAlarm(desk);
      else await tellPages();
    });
  });
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') void desk.vault.lock().then(tellPages);
  });
}
