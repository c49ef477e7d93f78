/** The one writer of the vault: wires browser events to the handlers. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { jumpWatch, stepNow } from '../../lib/clock.ts';
import { type Enrolment, enrolment } from '../../lib/enrolment/enrol.ts';
import { issuerPost } from '../../lib/enrolment/issuer.ts';
import type { Surroundings } from '../../lib/enrolment/surroundings.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { openStore } from '../../lib/vault/store.ts';
import { openVault, type Vault } from '../../lib/vault/vault.ts';
import { followPolicy } from '../managed/policy.ts';
import { random } from '../pages/random.ts';
import { askingBeside } from './beside.ts';
import { copiedHere, watchCopied } from './clipboard.ts';
import { closeStorage } from './close-storage.ts';
import type { Desk } from './desk.ts';
import { askOthers } from './fresh-clock.ts';
import { governedSettings } from './governed-settings.ts';
import { dropUnneeded } from './unneeded-permissions.ts';
import { watchGestures } from './watch-gestures.ts';
import { setLockAlarm, watchLocking } from './locking.ts';
import { withLastingMark } from './lasting-mark.ts';
import { listen } from './listen.ts';
import { completeLossKit } from './loss-kit.ts';
import { notes } from './notes.ts';
import { followSites, watchSites } from './own-sites.ts';
import { goOnNow, watchPendings } from './pendings.ts';
import { lastLook } from './removed-tokens.ts';
import { report } from './report.ts';
import { settingsStore } from './settings.ts';
import { tellPages } from './tell-pages.ts';
import { watchInstall } from './watch-install.ts';
import { watchVisits } from './watch-visits.ts';

const now = (): number => Date.now();
const monotonic = (): number => performance.now();

function enrolmentWith(vault: Vault, told: Pick<Surroundings, 'asked' | 'started'>): Enrolment {
  const { version } = browser.runtime.getManifest();
  return enrolment({ vault, profileOf, now, random, post: issuerPost((input, init) => fetch(input, init)), monotonic, version, ...told });
}

function setUpDesk(policyChanged: () => void): Desk {
  const policy = followPolicy({ changed: policyChanged, keeps: true });
  const settings = governedSettings(settingsStore(browser.storage.local), () => policy.soon());
  const asked = new Map<string, number>();
  const vault = openVault({
    session: browser.storage.session,
    local: withLastingMark(browser.storage.local, caches),
    locks: navigator.locks,
    store: openStore(),
    now,
    random,
    autoLockMinutes: async () => (await settings.read()).autoLock,
    stepNow: (token) => stepNow(token, now()),
  });
  const enrolling = enrolmentWith(vault, {
    asked: (tokenId, began) => void asked.set(tokenId, began),
    started: (token) => askOthers(desk, token),
  });
  const desk: Desk = {
    vault,
    policy,
    settings,
    now,
    random,
    asked,
    monotonic,
    jumpedAt: jumpWatch(now, monotonic),
    notes: notes(browser.storage.session),
    copied: copiedHere(now, random),
    removedLookedAt: lastLook(browser.storage.local),
    enrolment: enrolling,
    beside: askingBeside({ refresh: (tokenId) => enrolling.refresh(tokenId), tell: tellPages, monotonic, bug: (failure) => report('asking for a state', failure) }),
  };
  return desk;
}

function follow(desk: Desk): void {
  void followSites(desk).catch((failure: unknown) => report('following the sites', failure));
}

/** What waited for the vault to open goes on. */
function goOn(desk: Desk): void {
  void setLockAlarm(desk);
  void completeLossKit(desk).catch((failure: unknown) => report('completing the loss kit', failure));
  void goOnNow(desk);
  follow(desk);
}

/** Not at the worker's start: a permission may have come a moment before the token that it is for was bound. */
function tidy(desk: Desk): void {
  void dropUnneeded(desk).catch((failure: unknown) => report('dropping permissions', failure));
}

/**
 * Milliseconds. Whoever woke this process is answered first: the vault is read by one at a time, and somebody looks at an
 * empty popup meanwhile.
 */
const AFTER_THE_FIRST = 100;

export default defineBackground(() => {
  void closeStorage().catch((failure: unknown) => report('closing the storage', failure));
  const desk = setUpDesk(() => {
    goOn(desk);
    void tellPages();
  });
  const hosts = browser.runtime.getManifest().host_permissions ?? [];
  watchInstall();
  watchVisits(desk.notes, hosts);
  watchLocking(desk);
  watchCopied(desk);
  watchPendings(desk);
  watchSites(desk);
  watchGestures(desk, () => follow(desk));
  listen(desk, () => {
    goOn(desk);
    tidy(desk);
  });
  setTimeout(() => goOn(desk), AFTER_THE_FIRST);
});
