/** One parser per request: what another process says is believed in this form only. */
import { ERRANDS } from '../autofill/errand.ts';
import { ROLES } from '../autofill/finding.ts';
import { flag, integer, list, oneOf, type Parser, record, text } from '../parse.ts';
import type { Ask, PageRequests, PopupRequests } from './protocol.ts';

export type AskParsers<M> = { [K in keyof M]: Parser<Ask<M, K>> };

const id = text(64, /^[A-Za-z0-9_-]+$/);
const code = text(4, /^\d{4}$/);
const base64url = text(64, /^[A-Za-z0-9_-]+$/);
/** 32 bytes: the last of 43 letters carries four bits. */
const key = text(43, /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
/** As a person typed it, in any width and with spaces. */
const typed = text(200);
const nothing: Parser<Record<string, never>> = record<Record<string, never>>({});
const roles = list(oneOf(...ROLES), 16);

const wayIn = {
  slotId: id,
  salt: base64url,
  memory: integer(1, 2 ** 20),
  passes: integer(1, 100),
  lanes: integer(1, 16),
};

/** Minutes offered in the settings. */
const AUTO_LOCK = [1, 5, 10, 15, 30, 60] as const;

export const settingsParser = record({ autoLock: oneOf<number>(...AUTO_LOCK), quietInstitutions: list(code, 1000) });

export const popupAsks: AskParsers<PopupRequests> = {
  look: nothing,
  draftLock: nothing,
  makeVault: record({ ...wayIn, stretched: key }),
  unlock: record({ slotId: id, stretched: key }),
  lock: nothing,
  enrolShinkin: record({ institutionCode: code, termsAccepted: flag, samePcAccepted: flag }),
  enrolUnion: record({ institutionCode: code, serviceId: typed, userId: typed, password: typed, consented: flag }),
  resumePending: record({ pendingId: id }),
  dropPending: record({ pendingId: id }),
  copy: record({ tokenId: id }),
  fillActiveTab: record({ tokenId: id }),
  refreshStatus: record({ tokenId: id }),
  nameToken: record({ tokenId: id, suffix: text(40) }),
  finishSetUp: record({ tokenId: id }),
  removeToken: record({ tokenId: id }),
  restoreToken: record({ tokenId: id }),
  setExchanging: record({ tokenId: id, exchanging: flag }),
  acceptClock: record({ offset: integer(-8.64e15, 8.64e15) }),
  lossKit: nothing,
  settings: nothing,
  changeSettings: settingsParser,
  confirmLook: nothing,
  confirmFill: record({ tokenId: id }),
};

export const pageAsks: AskParsers<PageRequests> = {
  arrive: record({ roles }),
  take: record({ tokenId: id, roles, field: text(64) }),
  askOutside: record({ roles }),
  completed: record({ errand: oneOf(...ERRANDS), number: text(32), time: text(40), serial: text(32) }),
};
