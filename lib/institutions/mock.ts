/** The institutions of the mock bank (`tests/mock-bank/`). Development builds only. */
import { ASK_YOUR_BRANCH, DAY, SHINKIN, shinkinNeeds, UNION, UNION_NEEDS } from './kinds.ts';
import type { InstitutionProfile } from './profile.ts';

/** Its hosts, on one port: shinkin, credit unions, issuer. */
export const MOCK_HOSTS = { shinkin: 'ib.shinkin.localhost', union: 'parasol.localhost', issuer: 'issuer.localhost' };

/** X25519 public keys of the mock issuer, one per series of serials; the private halves are in the repository, so they protect nothing. */
const SKTS = { prefix: 'SKTS', key: { keyId: 'mock-2026-1', publicKey: 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo' } };
const SKOH = { prefix: 'SKOH', key: { keyId: 'mock-2026-oh', publicKey: 'GLZW4UB0mio2B817tfsQiFNDFHv-kOhX7j73VSVCSS4' } };

/** As the manual names it. */
const SUPPORT_DESK = { telephone: 'しんきんEBサポートデスク 0120-985-317', hours: '平日9:00～17:30（土日祝日、12/31～1/3は除く）' };

interface MockShinkin {
  code: string;
  name: string;
  kana: string;
  secondSecret: string;
  series?: typeof SKTS;
  contact?: typeof ASK_YOUR_BRANCH;
  lifetime?: number;
}

function mockShinkin(port: number, { code, name, kana, secondSecret, series = SKTS, contact = ASK_YOUR_BRANCH, lifetime }: MockShinkin): InstitutionProfile {
  const bankOrigin = `http://${MOCK_HOSTS.shinkin}:${port}`;
  return {
    code,
    name,
    kana,
    kind: 'shinkin',
    bankOrigin,
    loginAddress: `${bankOrigin}/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa(code))}`,
    issuerOrigin: `http://${MOCK_HOSTS.issuer}:${port}`,
    issuerKeys: [series.key],
    serialPattern: new RegExp(`^${series.prefix}\\d{8}$`),
    ...SHINKIN,
    lifetime: lifetime ?? null,
    ...contact,
    fromPolicy: false,
    needs: shinkinNeeds(secondSecret),
  };
}

function mockUnion(port: number): InstitutionProfile {
  const bankOrigin = `http://${MOCK_HOSTS.union}:${port}`;
  return {
    code: '2143',
    name: 'あかぎ信用組合',
    kana: 'アカギ',
    kind: 'credit-union',
    bankOrigin,
    loginAddress: `${bankOrigin}/ib/index.do?PT=BS&CCT0080=2143`,
    issuerOrigin: `http://${MOCK_HOSTS.issuer}:${port}`,
    // What binds the handshake is the 利用開始パスワード.
    issuerKeys: [],
    serialPattern: /^AKGS\d{8}$/,
    ...UNION,
    lifetime: null,
    ...ASK_YOUR_BRANCH,
    fromPolicy: false,
    needs: UNION_NEEDS,
  };
}

export function mockProfiles(port: number): InstitutionProfile[] {
  return [
    mockShinkin(port, { code: '1188', name: 'あぶくま信用金庫', kana: 'アブクマ', secondSecret: '確認用パスワード' }),
    mockShinkin(port, { code: '1581', name: '北伊勢上野信用金庫', kana: 'キタイセウエノ', secondSecret: '資金移動用パスワード' }),
    // Development only, like the profiles themselves: the public list of institutions knows neither of these two.
    mockShinkin(port, { code: '1998', name: '共同信用金庫', kana: 'キヨウドウ', secondSecret: '確認用パスワード' }),
    mockShinkin(port, { code: '1999', name: '見本信用金庫', kana: 'ミホン', secondSecret: '確認用パスワード', series: SKOH, contact: SUPPORT_DESK, lifetime: 365 * DAY }),
    mockUnion(port),
  ];
}

/** A bank's page under test: its tokens come from the mock issuer, its pages from wherever they are served. */
export interface OwnBank {
  /** Four digits; of the mock's institutions the one that is replaced. */
  code: string;
  name: string;
  kana: string;
  /** Exact origin of the pages under test. */
  origin: string;
  /** Names the institution as the real platforms do: `bankcode=<base64 of the code>` or `CCT0080=<code>`. */
  loginAddress: string;
}

export function ownProfile(port: number, { code, name, kana, origin, loginAddress }: OwnBank): InstitutionProfile {
  return { ...mockShinkin(port, { code, name, kana, secondSecret: '確認用パスワード' }), bankOrigin: origin, loginAddress };
}
