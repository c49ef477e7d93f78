/** Answers to our own pages: popup, enrolment, settings, loss kit, confirm window. */
import { browser } from 'wxt/browser';
import { fromBase64url, wipe } from '../../lib/bytes.ts';
import { copyCode, lookAtCode } from '../../lib/codes.ts';
import { trustIn } from '../../lib/clock.ts';
import { institutionOf } from '../../lib/institutions/directory.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { Caller } from '../../lib/messages/caller.ts';
import type { Look, PendingLook, PopupRequests, Settings, TokenLook } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Token } from '../../lib/token.ts';
import { fillIntent, lookAtIntent } from './confirm-window.ts';
import type { Desk } from './desk.ts';
import { expectToken, withFreshClock } from './fresh-clock.ts';
import { fillActiveTab, lookAtSite } from './gestures.ts';
import { setLockAlarm } from './locking.ts';
import { tellPages } from './tell-pages.ts';

export type OwnPage = Extract<Caller, { kind: 'own-page' }>;

function nameOf(code: string): string {
  return profileOf(code)?.name ?? institutionOf(code)?.name ?? code;
}

async function tokenLook(desk: Desk, token: Token): Promise<TokenLook> {
  const { id, institutionCode, serial, state, startBy, receipt } = token;
  const expired = state === 'UNBOUND' && desk.now() + (token.clock?.offset ?? 0) > startBy;
  const known = trustIn(token.clock, desk.now(), desk.jumpedAt()) !== 'wrong';
  // The clock was set: the issuer is asked, and the page told when it has answered.
  if (!known) void withFreshClock(desk, token).then(tellPages, () => undefined);
  const seen = await lookAtCode(desk.vault, token, desk.now());
  const code = seen && { ...seen, timed: seen.timed && known };
  return {
    id,
    institutionCode,
    institution: nameOf(institutionCode),
    serial,
    state: expired ? 'EXPIRED' : state,
    code,
    startBy,
    receipt,
    loginAddress: profileOf(institutionCode)?.loginAddress ?? null,
  };
}

async function shortcuts(): Promise<Look['shortcuts']> {
  const commands = await browser.commands.getAll();
  const keyOf = (name: string): string => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { open: keyOf('_execute_action'), fill: keyOf('fill-code') };
}

async function pendingLooks(desk: Desk): Promise<PendingLook[]> {
  return (await desk.vault.pendings()).map(({ id, institutionCode, startedAt }) => ({
    id,
    institution: nameOf(institutionCode),
    startedAt,
  }));
}

async function look(desk: Desk): Promise<Look> {
  const vault = await desk.vault.state();
  const open = vault === 'open';
  const tokens = open ? await desk.vault.tokens() : [];
  return {
    vault,
    wayIn: vault === 'locked' ? await desk.vault.wayIn() : null,
    tokens: await Promise.all(tokens.map((token) => tokenLook(desk, token))),
    pendings: open ? await pendingLooks(desk) : [],
    site: await lookAtSite(desk, tokens),
    clockOffset: tokens.find(({ clock }) => clock !== null)?.clock?.offset ?? null,
    shortcuts: await shortcuts(),
  };
}

type Part<K extends keyof PopupRequests> = Pick<Handlers<PopupRequests, OwnPage>, K>;

/** `afterOpening` runs when the vault has just been opened: what waited for it goes on. */
function lockRequests(
  { vault }: Desk,
  afterOpening: () => void,
): Part<'draftLock' | 'makeVault' | 'unlock' | 'lock' | 'lossKit'> {
  async function withStretched(text: string, use: (stretched: Uint8Array) => Promise<void>) {
    const stretched = fromBase64url(text);
    try {
      await use(stretched);
    } finally {
      wipe(stretched);
    }
    afterOpening();
    return {};
  }

  return {
    draftLock: async () => vault.draft(),
    makeVault: ({ stretched, ...wayIn }) => withStretched(stretched, (key) => vault.make(wayIn, key)),
    unlock: ({ slotId, stretched }) => withStretched(stretched, (key) => vault.unlock(slotId, key)),
    async lock() {
      await vault.lock();
      await tellPages();
      return {};
    },
    lossKit: () => vault.lossKit(),
  };
}

function enrolRequests({ vault, enrolment }: Desk): Part<'enrolShinkin' | 'resumePending' | 'dropPending' | 'refreshStatus'> {
  return {
    async enrolShinkin({ institutionCode, termsAccepted, samePcAccepted }) {
      if (!termsAccepted || !samePcAccepted) throw new Refusal('consent-missing');
      if (!institutionOf(institutionCode)) throw new Refusal('institution-unknown');
      const profile = profileOf(institutionCode);
      if (!profile || profile.kind !== 'shinkin') throw new Refusal('institution-without-issuer');
      await vault.touch();
      const { id, serial } = await enrolment.enrol(profile);
      return { tokenId: id, serial };
    },
    async resumePending({ pendingId }) {
      await vault.touch();
      const { id, serial } = await enrolment.resume(pendingId);
      return { tokenId: id, serial };
    },
    async dropPending({ pendingId }) {
      await vault.dropPending(pendingId);
      return {};
    },
    refreshStatus: async ({ tokenId }) => ({ state: await enrolment.refresh(tokenId) }),
  };
}

function fillRequests(desk: Desk): Part<'copy' | 'fillActiveTab' | 'confirmLook' | 'confirmFill'> {
  return {
    async copy({ tokenId }) {
      await desk.vault.touch();
      const token = await withFreshClock(desk, await expectToken(desk, tokenId));
      return await copyCode(desk.vault, token, desk.now());
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
async function changeSettings(desk: Desk, settings: Settings): Promise<Settings> {
  const written = await desk.settings.write(settings);
  if ((await desk.vault.state()) === 'open') {
    await desk.vault.touch();
    await setLockAlarm(desk);
  }
  return written;
}

export function popupRequests(desk: Desk, afterOpening: () => void): Handlers<PopupRequests, OwnPage> {
  return {
    ...lockRequests(desk, afterOpening),
    ...enrolRequests(desk),
    ...fillRequests(desk),
    look: () => look(desk),
    settings: () => desk.settings.read(),
    changeSettings: (settings) => changeSettings(desk, settings),
  };
}
