/** An institution whose tokens come from an organisation's own issuer: what its policy says, and what the manuals say of every institution of its kind. */
import type { Institution, InstitutionProfile } from './profile.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const ASK_YOUR_BRANCH = 'お取引店、またはカード裏面の連絡先';

const OF_KIND: Record<Institution['kind'], Pick<InstitutionProfile, 'period' | 'startWithin' | 'needs'>> = {
  shinkin: {
    period: 30,
    startWithin: 30 * DAY,
    needs: ['契約者ID（利用者番号）', 'お客様カード（確認用パスワードまたは資金移動用パスワードが記載されているカード）', 'ログインパスワード'],
  },
  'credit-union': {
    period: 60,
    startWithin: 72 * HOUR,
    needs: ['サービスIDとユーザーID（「トークン発行のご案内」メール、または銀行の画面の「トークン情報」）', '利用開始パスワード（「トークン発行」のときに決めた4～8桁の数字）'],
  },
};

interface Given extends Pick<InstitutionProfile, 'loginAddress' | 'issuerOrigin' | 'issuerKeys' | 'telephone' | 'hours'> {
  /** Four letters. */
  serialPrefix: string;
}

/** What was given must have been checked. */
export function managedProfile({ code, name, kana, kind }: Institution, given: Given): InstitutionProfile {
  const { loginAddress, serialPrefix, issuerOrigin, issuerKeys, telephone, hours } = given;
  return {
    code,
    name,
    kana,
    kind,
    bankOrigin: new URL(loginAddress).origin,
    loginAddress,
    issuerOrigin,
    // What binds a credit union's handshake is the 利用開始パスワード.
    issuerKeys: kind === 'shinkin' ? issuerKeys : [],
    serialPattern: new RegExp(`^${serialPrefix}\\d{8}$`),
    digits: 6,
    lifetime: null,
    telephone: telephone || ASK_YOUR_BRANCH,
    hours,
    fromPolicy: true,
    ...OF_KIND[kind],
  };
}
