/** Answers to our own pages. */
import { copyCode } from '../../lib/codes.ts';
import { languageFor } from '../../lib/messages/appearance.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { OwnRequests, Settings } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { clipboardRequests } from './clipboard-requests.ts';
import { fillIntent, lookAtIntent } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { detailRequests } from './detail-requests.ts';
import { enrolRequests } from './enrol-requests.ts';
import { withFreshClock } from './fresh-clock.ts';
import { fillActiveTab } from './gestures.ts';
import { healthRequests } from './health-requests.ts';
import { importRequests } from './import-requests.ts';
import { lockRequests } from './lock-requests.ts';
import { setLockAlarm } from './locking.ts';
import { look } from './look.ts';
import { nameMenu } from './menu.ts';
import { policyRequests } from './policy-requests.ts';
import { tellPages } from './tell-pages.ts';
import { tokenRequests } from './token-requests.ts';

type Part<K extends keyof OwnRequests> = Pick<Handlers<OwnRequests, OwnPage>, K>;

function fillRequests(desk: Desk): Part<'copy' | 'fillActiveTab' | 'confirmLook' | 'confirmFill'> {
  return {
    async copy({ tokenId }) {
      await desk.vault.touch();
      const token = await withFreshClock(desk, await desk.vault.token(tokenId));
      const copied = await copyCode(desk.vault, token, desk.now());
      return { ...copied, clearing: await desk.copied.note(copied.digits, copied.endsAt) };
    },
    async fillActiveTab({ tokenId }) {
      await desk.vault.touch();
      return await fillActiveTab(desk, tokenId);
    },
    confirmLook: (_ask, { windowId }) => lookAtIntent(desk, windowId),
    confirmFill: ({ tokenId }, { windowId }) => fillIntent(desk, windowId, tokenId),
  };
}

/** A shorter delay counts at once, also for the vault that is open now. */
async function changeSettings(desk: Desk, part: Partial<Settings>): Promise<Settings> {
  const written = await desk.settings.change(part);
  await nameMenu(languageFor(written, navigator.language));
  await tellPages();
  if ((await desk.vault.state()) === 'open') {
    await desk.vault.touch();
    await setLockAlarm(desk);
  }
  return written;
}

export function ownRequests(desk: Desk, afterOpening: () => void): Handlers<OwnRequests, OwnPage> {
  return {
    ...lockRequests(desk, afterOpening),
    ...enrolRequests(desk),
    ...importRequests(desk),
    ...healthRequests(desk, afterOpening),
    ...tokenRequests(desk),
    ...clipboardRequests(desk),
    ...detailRequests(desk),
    ...policyRequests(desk),
    ...fillRequests(desk),
    look: () => look(desk),
    settings: () => desk.settings.read(),
    changeSettings: (part) => changeSettings(desk, part),
  };
}
