/** What the background would say of a vault at the one moment of all screens: plain data, with overrides. */
import type { PolicyLook } from '../../../lib/messages/policy.ts';
import type { Damage, Health, LossEntry } from '../../../lib/messages/health.ts';
import type { FoundLook } from '../../../lib/messages/imports.ts';
import type { Look, TokenLook } from '../../../lib/messages/looks.ts';
import type { Settings } from '../../../lib/messages/protocol.ts';
import type { PasskeyWay, WayIn, WayLook, Ways } from '../../../lib/messages/ways.ts';
import { codeAt, DAY, healthAt, lookAt, tokensAt } from '../../looks.ts';

/** 10:00 in Japan on 21 November 2026. Every screen is shown at this moment. */
export const NOW = Date.UTC(2026, 10, 21, 1, 0, 0);

/** The least that is allowed: a typed passphrase is stretched at once. */
export const wayIn: WayIn = { slotId: 'slot', salt: 'AAAAAAAAAAAAAAAAAAAAAA', memory: 8192, passes: 1, lanes: 1 };
export const passkeyWay: PasskeyWay = { slotId: 'passkey', credentialId: 'Y3JlZA', salt: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
export const drafts = { passphrase: { ...wayIn, slotId: 'fresh' }, passkey: { slotId: 'fresh-passkey', salt: passkeyWay.salt } };
export const waysHere: WayLook[] = [{ slotId: 'slot', kind: 'passphrase', madeAt: NOW - 40 * DAY }];

export function ways(overrides: Partial<Ways> = {}): Ways {
  return { passphrases: [wayIn], passkeys: [], pin: null, againAt: null, ...overrides };
}

export const code = codeAt(NOW);
export const { token, unionToken } = tokensAt(NOW);
export const look = lookAt(NOW);

/** Imported. */
export function localToken(overrides: Partial<TokenLook> = {}): TokenLook {
  const local = { issuer: 'みほんメール', account: 'hanako.yamada@mail.example.jp', counts: false, site: null };
  return tokensAt(NOW).localToken({ code: code({ digits: '905217' }), local, ...overrides });
}

/** The longest name that a real institution has is not much longer. */
export const LONG_NAME = '北伊勢上野信用金庫';

export function thirtyTokens(): TokenLook[] {
  return Array.from({ length: 30 }, (_, at) => {
    const number = String(at + 1);
    if (at % 7 === 6) return localToken({ id: `t${number}`, local: { issuer: `見本サービス${number}`, account: `user${number}@mail.example.jp`, counts: false, site: null } });
    if (at % 5 === 4) return unionToken({ id: `t${number}`, suffix: `その${number}`, serial: `AKGS000123${number.padStart(2, '0')}` });
    const institution = at % 2 === 0 ? 'あぶくま信用金庫' : LONG_NAME;
    return token({ id: `t${number}`, institution, institutionCode: at % 2 === 0 ? '1188' : '1581', serial: `SKTS482019${number.padStart(2, '0')}` });
  });
}


export function locked(overrides: Partial<Ways> = {}): Look {
  return look({ vault: 'locked', ways: ways(overrides), tokens: [] });
}

export function settings(overrides: Partial<Settings> = {}): Settings {
  return { autoLock: 10, quietInstitutions: [], language: 'auto', theme: 'auto', textSize: 100, hidesDigits: false, ...overrides };
}

export function health(overrides: Partial<Health> = {}): Health {
  const usual = healthAt(NOW)();
  return { ...usual, permissions: [...usual.permissions, { name: 'https://www.parasol.anser.ne.jp/*', granted: true }], ...overrides };
}

export function damage(overrides: Partial<Damage> = {}): Damage {
  return { primary: { state: 'damaged', records: 2 }, copy: { state: 'damaged', records: 1 }, ways: ways({ passkeys: [passkeyWay] }), asideAt: null, ...overrides };
}

export const lossLines: LossEntry[] = [
  { institution: 'あぶくま信用金庫', serial: 'SKTS48201937', telephone: 'お取引店、またはカード裏面の連絡先', hours: '' },
  { institution: '見本信用金庫', serial: 'SKOH30418852', telephone: 'しんきんEBサポートデスク 0120-985-317', hours: '平日9:00～17:30（土日祝日、12/31～1/3は除く）' },
];

export function found(overrides: Partial<FoundLook> = {}): FoundLook {
  return {
    index: 0,
    issuer: 'みほんメール',
    account: 'hanako.yamada@mail.example.jp',
    token: { counts: false, algorithm: 'SHA-1', digits: 6, period: 30 },
    state: 'new',
    problem: null,
    ...overrides,
  };
}

/** An organisation has decided everything, and made a mistake. */
export const managed: PolicyLook = {
  institutions: 12,
  autoLockMinutes: 15,
  inPageOffer: false,
  issuer: { origin: 'https://issuer.example.jp', institutions: 3, granted: false },
  faults: [{ part: 'unknown', why: 'autolockMinutes' }],
};
