/** The open VMK, in the session area with a deadline. Whoever calls this holds the vault's lock. */
import { toBase64url, wipe } from '../bytes.ts';
import { bytes, integer, record } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import type { Means } from './means.ts';
import type { Bytes } from './seal.ts';

const KEY = 'vaultSession';
const MINUTE = 60_000;
const LONGEST = 24 * 60;
/** How far the PC's clock may be set back before an open vault is no longer believed to be young. */
const SET_BACK = MINUTE;

/** In Chromium the area does not keep a Uint8Array: text (the stated exception to "never strings"). */
interface Session {
  vmk: Bytes;
  touchedAt: number;
  deadline: number;
}

const readSession = record<Session>({ vmk: bytes(32), touchedAt: integer(0), deadline: integer(0) });

async function find(means: Means): Promise<Session | undefined> {
  const { [KEY]: value } = await means.session.get(KEY);
  if (value === undefined) return undefined;
  try {
    return readSession(value, 'session');
  } catch {
    return undefined;
  }
}

/** Keeps the VMK until `autoLockMinutes` from now; less than a minute counts as one, more than a day as a day. */
export async function beginSession(means: Means, vmk: Bytes): Promise<void> {
  const minutes = await means.autoLockMinutes();
  if (!Number.isFinite(minutes)) throw new RangeError('auto-lock is no number of minutes');
  const touchedAt = Math.floor(means.now());
  const deadline = touchedAt + Math.round(Math.min(Math.max(minutes, 1), LONGEST) * MINUTE);
  await means.session.set({ [KEY]: { vmk: toBase64url(vmk), touchedAt, deadline } });
}

/** Its VMK is to be wiped by the caller; undefined and forgotten once the deadline has passed. */
async function current(means: Means): Promise<Session | undefined> {
  const session = await find(means);
  const now = means.now();
  if (session && now < session.deadline && now >= session.touchedAt - SET_BACK) return session;
  if (session) wipe(session.vmk);
  await endSession(means);
  return undefined;
}

/** The VMK, to be wiped by the caller. */
export async function sessionKey(means: Means): Promise<Bytes | undefined> {
  return (await current(means))?.vmk;
}

/** When the session ends if nobody touches it; null without one, or after its time. */
export async function sessionEnd(means: Means): Promise<number | null> {
  const session = await current(means);
  if (!session) return null;
  wipe(session.vmk);
  return session.deadline;
}

export async function expectSessionKey(means: Means): Promise<Bytes> {
  const vmk = await sessionKey(means);
  if (!vmk) throw new Refusal('locked');
  return vmk;
}

/** Moves the deadline. Refusal 'locked' when it has passed. */
export async function touchSession(means: Means): Promise<void> {
  const vmk = await expectSessionKey(means);
  try {
    await beginSession(means, vmk);
  } finally {
    wipe(vmk);
  }
}

export async function endSession(means: Means): Promise<void> {
  await means.session.remove(KEY);
}
