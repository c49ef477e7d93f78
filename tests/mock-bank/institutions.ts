/** The institutions of the mock platforms and in what they differ. */

/** What is printed on the customer's card besides the contract ID. */
export type SecondSecret =
  /** ア–ク with two digits each. */
  | { kind: 'cells'; name: '確認用パスワード'; places: 8 }
  /** Ten digits. */
  | { kind: 'positions'; name: '資金移動用パスワード'; places: 10 }
  /** One word, typed whole (the credit union's). */
  | { kind: 'whole'; name: '確認用パスワード'; places: 0 };

export interface BankInstitution {
  code: string;
  name: string;
  platform: 'shinkin' | 'parasol';
  secondSecret: SecondSecret;
  /** What the smartphone layout calls the same secret (the manual treats the names as one). */
  secondSecretOnPhone: '確認用パスワード' | '資金移動用パスワード';
  /** Every transaction wants a token; where there is a choice at login, 「認証する」 must be chosen. */
  tokenRequired: boolean;
  /** ログイン時のワンタイムパスワード認証要否: asked at 利用開始, or login always asks, as the manual has it. */
  loginCode: 'choice' | 'always';
  /** The layout of a visitor whose browser says nothing about itself. */
  firstLayout: 'pc' | 'phone';
  /** 共同: the 廃止 notice of the manual above the registration. */
  endOfCard: boolean;
  /** The first four letters of its tokens' serials. */
  serialPrefix: 'SKTS' | 'SKOH' | 'AKGS';
  /** How long an app's token lives after its issue, in whatever use it is; null where no end is stated. Milliseconds. */
  lifetime: number | null;
  /** しんきんEBサポートデスク of the manual, or the words that manuals give instead of a number. */
  telephone: string;
  branches: string[];
}

export const CELL_NAMES = ['ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク'] as const;

const CARD: SecondSecret = { kind: 'cells', name: '確認用パスワード', places: 8 };
const YEAR = 365 * 86_400_000;
const ASK_YOUR_BRANCH = 'お取引店、またはカード裏面の連絡先';

const SHINKIN = {
  platform: 'shinkin',
  secondSecret: CARD,
  secondSecretOnPhone: '確認用パスワード',
  tokenRequired: false,
  loginCode: 'choice',
  firstLayout: 'pc',
  endOfCard: false,
  serialPrefix: 'SKTS',
  lifetime: null,
  telephone: ASK_YOUR_BRANCH,
} as const;

export const INSTITUTIONS: readonly BankInstitution[] = [
  {
    ...SHINKIN,
    code: '1188',
    name: 'あぶくま信用金庫',
    secondSecretOnPhone: '資金移動用パスワード',
    tokenRequired: true,
    branches: ['本店営業部', '原町支店'],
  },
  {
    ...SHINKIN,
    code: '1581',
    name: '北伊勢上野信用金庫',
    secondSecret: { kind: 'positions', name: '資金移動用パスワード', places: 10 },
    secondSecretOnPhone: '資金移動用パスワード',
    branches: ['本店', '上野支店'],
  },
  { ...SHINKIN, code: '1998', name: '共同信用金庫', endOfCard: true, branches: ['本店', '中央支店'] },
  {
    ...SHINKIN,
    code: '1999',
    name: '見本信用金庫',
    loginCode: 'always',
    firstLayout: 'phone',
    serialPrefix: 'SKOH',
    lifetime: YEAR,
    telephone: 'しんきんEBサポートデスク 0120-985-317（平日9:00～17:30、土日祝日、年末年始（12/31～1/3）は除く）',
    branches: ['本店', '駅前支店'],
  },
  {
    code: '2143',
    name: 'あかぎ信用組合',
    platform: 'parasol',
    secondSecret: { kind: 'whole', name: '確認用パスワード', places: 0 },
    secondSecretOnPhone: '確認用パスワード',
    tokenRequired: false,
    loginCode: 'always',
    firstLayout: 'pc',
    endOfCard: false,
    serialPrefix: 'AKGS',
    lifetime: null,
    telephone: ASK_YOUR_BRANCH,
    branches: ['本店営業部', '赤城支店'],
  },
];

export function institutionOf(code: string): BankInstitution | undefined {
  return INSTITUTIONS.find((institution) => institution.code === code);
}

/** For codes out of our own database. */
export function expectInstitution(code: string): BankInstitution {
  const institution = institutionOf(code);
  if (!institution) throw new Error(`no institution ${code}`);
  return institution;
}

/** When an app's token of this series ends that is issued now; null where no end is stated. A series has one lifetime. */
export function endOfToken(prefix: string, now: number): number | null {
  const lifetime = INSTITUTIONS.find(({ serialPrefix }) => serialPrefix === prefix)?.lifetime ?? null;
  return lifetime === null ? null : now + lifetime;
}
