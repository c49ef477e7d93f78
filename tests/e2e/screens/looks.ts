/** What the background would say of a vault, with overrides: plain data, at one standing moment. */
import type { PolicyLook } from '../../../lib/messages/policy.ts';
import type { Damage, Health, LossEntry } from '../../../lib/messages/health.ts';
import type { FoundLook } from '../../../lib/messages/imports.ts';
import type { CodeLook, Look, Settings, SiteLook, TokenLook } from '../../../lib/messages/protocol.ts';
import type { PasskeyWay, WayIn, WayLook, Ways } from '../../../lib/messages/ways.ts';

/** 10:00 in Japan on 21 November 2026. Every screen is shown at this moment. */
export const NOW = Date.UTC(2026, 10, 21, 1, 0, 0);
export const DAY = 86_400_000;

/** The least that is allowed: a typed passphrase is stretched at once. */
export const wayIn: WayIn = { slotId: 'slot', salt: 'AAAAAAAAAAAAAAAAAAAAAA', memory: 8192, passes: 1, lanes: 1 };
export const passkeyWay: PasskeyWay = { slotId: 'passkey', credentialId: 'Y3JlZA', salt: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
export const drafts = { passphrase: { ...wayIn, slotId: 'fresh' }, passkey: { slotId: 'fresh-passkey', salt: passkeyWay.salt } };
export const waysHere: WayLook[] = [{ slotId: 'slot', kind: 'passphrase', madeAt: NOW - 40 * DAY }];

export function ways(overrides: Partial<Ways> = {}): Ways {
  return { passphrases: [wayIn], passkeys: [], pin: null, againAt: null, ...overrides };
}

export function code(overrides: Partial<CodeLook> = {}): CodeLook {
  return { digits: '482915', step: 7, endsAt: NOW + 18_000, period: 30, use: 'fresh', timed: true, next: null, ...overrides };
}

export function token(overrides: Partial<TokenLook> = {}): TokenLook {
  return {
    id: 'a',
    institutionCode: '1188',
    institution: 'あぶくま信用金庫',
    serial: 'SKTS48201937',
    state: 'ACTIVE',
    code: code(),
    startBy: NOW + 29 * DAY,
    receipt: null,
    loginAddress: 'http://ib.shinkin.localhost:8790/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D',
    call: { telephone: 'お取引店、またはカード裏面の連絡先', hours: '' },
    kind: 'shinkin',
    local: null,
    suffix: '',
    introduced: true,
    exchanging: false,
    mayRemove: true,
    endsSoonAt: null,
    ...overrides,
  };
}

/** Of あかぎ信用組合, whose codes last a minute. */
export function unionToken(overrides: Partial<TokenLook> = {}): TokenLook {
  return token({
    id: 'u',
    institutionCode: '2143',
    institution: 'あかぎ信用組合',
    serial: 'AKGS00012345',
    kind: 'credit-union',
    code: code({ digits: '073164', period: 60, endsAt: NOW + 41_000 }),
    startBy: NOW + 3 * DAY,
    loginAddress: 'http://parasol.localhost:8790/ib/index.do?PT=BS&CCT0080=2143',
    call: { telephone: 'お取引店、またはカード裏面の連絡先', hours: '' },
    ...overrides,
  });
}

/** Imported. */
export function localToken(overrides: Partial<TokenLook> = {}): TokenLook {
  return token({
    id: 'l',
    institutionCode: '',
    institution: '',
    serial: '',
    state: 'LOCAL',
    startBy: 0,
    loginAddress: null,
    call: null,
    kind: 'local',
    code: code({ digits: '905217' }),
    local: { issuer: 'みほんメール', account: 'hanako.yamada@mail.example.jp', counts: false, site: null },
    ...overrides,
  });
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

export const noSite: SiteLook = { kind: 'other', host: null, bindable: null };

export function bankSite(overrides: Partial<Extract<SiteLook, { kind: 'bank' }>> = {}): SiteLook {
  return {
    kind: 'bank',
    host: 'ib.shinkin.localhost:8790',
    institution: { code: '1188', name: 'あぶくま信用金庫' },
    tokenIds: ['a'],
    roles: ['current'],
    offersOver: false,
    ...overrides,
  };
}

export function look(overrides: Partial<Look> = {}): Look {
  return {
    vault: 'open',
    ways: null,
    mended: null,
    clockUnsure: false,
    tokens: [token()],
    pendings: [],
    removed: [],
    site: noSite,
    clockOffset: null,
    clockAsks: false,
    hidesDigits: false,
    shortcuts: { open: 'Ctrl+Shift+Period', fill: 'Alt+Shift+K' },
    ...overrides,
  };
}

export function locked(overrides: Partial<Ways> = {}): Look {
  return look({ vault: 'locked', ways: ways(overrides), tokens: [] });
}

export function settings(overrides: Partial<Settings> = {}): Settings {
  return { autoLock: 10, quietInstitutions: [], language: 'auto', theme: 'auto', textSize: 100, hidesDigits: false, ...overrides };
}

export function health(overrides: Partial<Health> = {}): Health {
  return {
    version: '0.1.0',
    browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0',
    vault: 'open',
    schema: 2,
    databaseVersion: 2,
    generation: 12,
    copy: { state: 'same', generation: 12 },
    mended: [],
    ways: { passphrases: 1, passkeys: 0, pin: false },
    tokens: { issued: 2, imported: 1, pending: 0 },
    storage: { persisted: true, usage: 220_000, quota: 2 ** 31 },
    clock: { offset: 900, error: 300, measuredAt: NOW - 60_000 },
    permissions: [
      { name: 'storage', granted: true },
      { name: 'https://*.ib.shinkin-ib.jp/*', granted: true },
      { name: 'https://www.parasol.anser.ne.jp/*', granted: true },
    ],
    optional: [
      { name: 'clipboardRead', granted: true },
      { name: 'clipboardWrite', granted: false },
      { name: 'https://mail.example.jp/*', granted: false },
    ],
    policy: { institutions: null, autoLockMinutes: null, inPageOffer: null, issuer: null, faults: [] },
    asideAt: null,
    trouble: null,
    ...overrides,
  };
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
