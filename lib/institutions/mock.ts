/** The institutions of the mock bank (`tests/mock-bank/`). Development builds only. */
import type { InstitutionProfile } from './profile.ts';

/** X25519 public key of the mock issuer; its private half is in the repository, so it protects nothing. */
const MOCK_ISSUER_KEY = { keyId: 'mock-2026-1', publicKey: 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo' };

function mockShinkin(port: number, code: string, name: string, kana: string, secondSecret: string): InstitutionProfile {
  const bankOrigin = `http://ib.shinkin.localhost:${port}`;
  return {
    code,
    name,
    kana,
    kind: 'shinkin',
    bankOrigin,
    loginAddress: `${bankOrigin}/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa(code))}`,
    issuerOrigin: `http://issuer.localhost:${port}`,
    issuerKeys: [MOCK_ISSUER_KEY],
    serialPattern: /^SKTS\d{8}$/,
    digits: 6,
    period: 30,
    telephone: 'お取引店、またはカード裏面の連絡先',
    hours: '',
    needs: ['契約者ID（利用者番号）', `お客様カード（${secondSecret}が記載されているカード）`, 'ログインパスワード'],
  };
}

export function mockProfiles(port: number): InstitutionProfile[] {
  return [
    mockShinkin(port, '1188', 'あぶくま信用金庫', 'アブクマ', '確認用パスワード'),
    mockShinkin(port, '1581', '北伊勢上野信用金庫', 'キタイセウエノ', '資金移動用パスワード'),
  ];
}
