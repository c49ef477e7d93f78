/** What the manuals say of every institution of a kind. */
import type { InstitutionProfile } from './profile.ts';

const HOUR = 60 * 60 * 1000;
/** Milliseconds. */
export const DAY = 24 * HOUR;

/** Where nobody else is named. */
export const ASK_YOUR_BRANCH = { telephone: 'お取引店、またはカード裏面の連絡先', hours: '' };

type OfKind = Pick<InstitutionProfile, 'digits' | 'period' | 'startWithin'>;

export const SHINKIN: OfKind = { digits: 6, period: 30, startWithin: 30 * DAY };
export const UNION: OfKind = { digits: 6, period: 60, startWithin: 72 * HOUR };

/** `secondSecret`: what the card is asked for, by the institution's own name for it. */
export const shinkinNeeds = (secondSecret: string): string[] => [
  '契約者ID（利用者番号）',
  `お客様カード（${secondSecret}が記載されているカード）`,
  'ログインパスワード',
];

export const UNION_NEEDS = [
  'サービスIDとユーザーID（「トークン発行のご案内」メール、または金融機関の画面の「トークン情報」）',
  '利用開始パスワード（「トークン発行」のときに決めた4～8桁の数字）',
];
