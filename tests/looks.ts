/** What the background would say of a vault, with overrides, as of one moment: for components and for whole screens. */
import type { Health } from '../lib/messages/health.ts';
import type { CodeLook, Look, SiteLook, TokenLook } from '../lib/messages/looks.ts';

export const DAY = 86_400_000;

const noSite: SiteLook = { kind: 'other', host: null, like: 'none', bindable: null };

type BankSite = Extract<SiteLook, { kind: 'bank' }>;

/** A page of the bank of `token`, and what it asks for. */
export function bankSite(overrides: Partial<BankSite> = {}): BankSite {
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

/** Whom the directory names where an institution names nobody. */
const BRANCH = { telephone: 'お取引店、またはカード裏面の連絡先', hours: '' };

export function codeAt(now: number) {
  return (overrides: Partial<CodeLook> = {}): CodeLook => ({
    digits: '482915', step: 7, endsAt: now + 18_000, period: 30, use: 'fresh', timed: true, next: null, ...overrides,
  });
}

export function tokensAt(now: number) {
  const code = codeAt(now);
  const token = (overrides: Partial<TokenLook> = {}): TokenLook => ({
    id: 'a',
    institutionCode: '1188',
    institution: 'あぶくま信用金庫',
    serial: 'SKTS48201937',
    state: 'ACTIVE',
    code: code(),
    startBy: now + 29 * DAY,
    receipt: null,
    loginAddress: 'http://ib.shinkin.localhost:8790/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D',
    call: BRANCH,
    kind: 'shinkin',
    local: null,
    suffix: '',
    introduced: true,
    exchanging: false,
    mayRemove: true,
    endsSoonAt: null,
    ...overrides,
  });
  /** Of あかぎ信用組合, whose codes last a minute. */
  const unionToken = (overrides: Partial<TokenLook> = {}): TokenLook =>
    token({
      id: 'u',
      institutionCode: '2143',
      institution: 'あかぎ信用組合',
      serial: 'AKGS00012345',
      kind: 'credit-union',
      code: code({ digits: '073164', period: 60, endsAt: now + 41_000 }),
      startBy: now + 3 * DAY,
      loginAddress: 'http://parasol.localhost:8790/ib/index.do?PT=BS&CCT0080=2143',
      ...overrides,
    });
  /** Imported: nothing of an institution, codes by this PC's clock. */
  const localToken = (overrides: Partial<TokenLook> = {}): TokenLook =>
    token({
      id: 'l',
      institutionCode: '',
      institution: '',
      serial: '',
      state: 'LOCAL',
      startBy: 0,
      loginAddress: null,
      call: null,
      kind: 'local',
      local: { issuer: 'Example', account: 'hanako@example.jp', counts: false, site: null },
      ...overrides,
    });
  return { token, unionToken, localToken };
}

export function lookAt(now: number) {
  const { token } = tokensAt(now);
  return (overrides: Partial<Look> = {}): Look => ({
    vault: 'open',
    ways: null,
    mended: null,
    tokens: [token()],
    pendings: [],
    removed: [],
    site: noSite,
    clockOffset: null,
    clockAsks: false,
    clockUnsure: false,
    hidesDigits: false,
    shortcuts: { open: 'Ctrl+Shift+Period', fill: 'Alt+Shift+K' },
    ...overrides,
  });
}

/** In good health. */
export function healthAt(now: number) {
  return (overrides: Partial<Health> = {}): Health => ({
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
    clock: { offset: 900, error: 300, measuredAt: now - 60_000 },
    permissions: [
      { name: 'storage', granted: true },
      { name: 'https://*.ib.shinkin-ib.jp/*', granted: true },
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
  });
}
