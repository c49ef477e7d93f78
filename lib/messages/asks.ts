/** One parser per request: what another process says is believed in this form only. */
import { ERRANDS } from '../errand.ts';
import { ROLES } from '../field-role.ts';
import { flag, integer, list, member, oneOf, orNull, partOf, type Parser, record, text } from '../parse.ts';
import { MOST_NAME, MOST_SUFFIX } from '../token.ts';
import { APPEARANCE } from './appearance.ts';
import type { ImportSource } from './imports.ts';
import { AUTO_LOCK_MINUTES } from './policy.ts';
import { type Ask, type OwnRequests, type PageRequests, PARTS, type Room, type Settings } from './protocol.ts';
import type { NewWay, SlotKey } from './ways.ts';
import type { Stretching } from '../stretching.ts';

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

/** Wider than the vault's own bounds, which hold when a slot is made. */
const STRETCHING = { salt: base64url, memory: integer(1, 2 ** 20), passes: integer(1, 100), lanes: integer(1, 16) };
const stretching = record<Stretching>(STRETCHING);
const proof = record<SlotKey>({ slotId: id, key });
const passphraseWay = record({ kind: oneOf('passphrase'), slotId: id, ...STRETCHING });
const passkeyWay = record({ kind: oneOf('passkey'), slotId: id, credentialId: text(1400, /^[A-Za-z0-9_-]+$/), salt: base64url });

/** Each kind has its own fields, and no other. */
const way: Parser<NewWay> = (value, at) => (member(value, 'kind') === 'passkey' ? passkeyWay : passphraseWay)(value, at);

/** As long as the longest file that is read. */
const source = record<ImportSource>({ text: text(4 * 2 ** 20), stretched: orNull(key) });
const sources = list(source, 100);

/** One parser for each setting. */
export const SETTINGS: { [K in keyof Settings]: Parser<Settings[K]> } = {
  autoLock: oneOf(...AUTO_LOCK_MINUTES),
  quietInstitutions: list(code, 1000),
  ...APPEARANCE,
  hidesDigits: flag,
};

export const ownAsks: AskParsers<OwnRequests> = {
  look: nothing,
  draftWays: nothing,
  makeVault: record({ way, key }),
  unlock: proof,
  lock: nothing,
  ways: nothing,
  addWay: record({ proof, way, key }),
  replaceWay: record({ proof, slotId: id, way, key }),
  removeWay: record({ proof, slotId: id }),
  setPin: record({ proof, stretching, stretched: key }),
  dropPin: nothing,
  unlockPin: record({ stretched: key }),
  enrolShinkin: record({ institutionCode: code, termsAccepted: flag, samePcAccepted: flag }),
  enrolUnion: record({ institutionCode: code, serviceId: typed, userId: typed, password: typed, consented: flag }),
  resumePending: record({ pendingId: id }),
  dropPending: record({ pendingId: id }),
  copy: record({ tokenId: id }),
  copyCounted: record({ digits: text(8, /^\d{6,8}$/) }),
  clearingAsked: nothing,
  fillActiveTab: record({ tokenId: id }),
  refreshStatus: record({ tokenId: id }),
  nameToken: record({ tokenId: id, suffix: text(MOST_SUFFIX) }),
  finishSetUp: record({ tokenId: id }),
  removeToken: record({ tokenId: id }),
  restoreToken: record({ tokenId: id }),
  journal: record({ tokenId: id }),
  clearJournal: record({ tokenId: id }),
  moveToken: record({ tokenId: id, by: oneOf(-1, 1) }),
  setExchanging: record({ tokenId: id, exchanging: flag }),
  acceptClock: record({ offset: integer(-8.64e15, 8.64e15) }),
  editLocal: record({ tokenId: id, issuer: text(MOST_NAME), account: text(MOST_NAME) }),
  bindLocal: record({ tokenId: id, site: orNull(text(2048)) }),
  nextCode: record({ tokenId: id }),
  readImport: record({ sources }),
  importTokens: record({ sources, chosen: list(integer(0, 10_000), 1000) }),
  keepFound: record({ texts: list(text(65_536), 100) }),
  takeFound: nothing,
  exportTokens: record({ proof, tokenIds: list(id, 1000), stretching, stretched: key }),
  lossKit: nothing,
  hideLossKit: record({ hidden: flag }),
  health: nothing,
  mendedSeen: nothing,
  damage: nothing,
  dumpVault: nothing,
  forgetAside: nothing,
  salvage: proof,
  setAside: nothing,
  policy: nothing,
  settings: nothing,
  changeSettings: partOf<Settings>(SETTINGS),
  confirmLook: nothing,
  confirmFill: record({ tokenId: id }),
};

export const pageAsks: AskParsers<PageRequests> = {
  bring: record({ part: oneOf(...PARTS) }),
  arrive: record({ roles, acted: flag }),
  take: record({ tokenId: id, roles, field: text(64), room: record<Room>({ boxes: integer(0, 200), most: orNull(integer(0, 2 ** 31)) }) }),
  askOutside: record({ roles, tokenId: orNull(id) }),
  completed: record({ errand: oneOf(...ERRANDS), number: text(32), time: text(40), serial: text(32) }),
};
