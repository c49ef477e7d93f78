/** The clipboard from the background: an alarm that outlives the worker, and in Chromium a hidden page of ours. */
import { browser } from 'wxt/browser';
import { clipboardLeave } from '../pages/clipboard-leave.ts';
import { type Clipboard, clearIfHeld, type CodeMark } from './code-mark.ts';
import { type CopiedCode, copiedCode } from './copied-code.ts';
import type { Desk } from './desk.ts';
import { report } from './report.ts';

const ALARM = 'clipboard';
const PAGE = '/offscreen.html';
/** Milliseconds. */
const SOON = 30_000;

/** Firefox: the background is a page, and what it is allowed it may do without being in front. */
const here: Clipboard = {
  read: () => navigator.clipboard.readText(),
  clear: () => navigator.clipboard.writeText(''),
};

/** An extension may have one such page; it is there while it works. */
async function clearOffscreen(mark: CodeMark): Promise<void> {
  const open = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open.length === 0) {
    const justification = 'clears a copied one-time password whose time is over';
    await browser.offscreen.createDocument({ url: PAGE, reasons: ['CLIPBOARD'], justification });
  }
  try {
    const said: unknown = await browser.runtime.sendMessage({ clearIfHeld: mark });
    if (typeof said !== 'boolean') throw new Error('the clipboard could not be read or cleared');
  } finally {
    await browser.offscreen.closeDocument();
  }
}

export function copiedHere(now: () => number, random: (length: number) => Uint8Array): CopiedCode {
  const copied = copiedCode({
    session: browser.storage.session,
    local: browser.storage.local,
    isAllowed: clipboardLeave.has,
    clear: (mark): Promise<unknown> => (import.meta.env.BROWSER === 'firefox' ? clearIfHeld(here, mark) : clearOffscreen(mark)),
    async wakeAt(when) {
      await browser.alarms.create(ALARM, { when });
      const wait = when - now();
      // Chromium lets no alarm come sooner than after half a minute; a worker that was just spoken to lives that long.
      if (wait <= SOON) setTimeout(() => void copied.clearDue(when), wait);
    },
    now,
    random,
    report: (failure) => report('clearing the clipboard', failure),
  });
  return copied;
}

export function watchCopied({ copied, now }: Desk): void {
  browser.alarms.onAlarm.addListener(({ name, scheduledTime }) => {
    // The later of the two, for whoever sets the PC's clock back meanwhile.
    if (name === ALARM) void copied.clearDue(Math.max(scheduledTime, now()));
  });
}
