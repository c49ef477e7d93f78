/** The institutions of the mock platform and in what they differ. */

/** What is printed on the customer's card besides the contract ID. */
export type SecondSecret =
  /** ア–ク with two digits each. */
  | { kind: 'cells'; name: '確認用パスワード'; places: 8 }
  /** Ten digits. */
  | { kind: 'positions'; name: '資金移動用パスワード'; places: 10 };

export interface BankInstitution {
  code: string;
  name: string;
  secondSecret: SecondSecret;
  /** あぶくま, since 2020年11月30日: every transaction wants a token, and 「認証する」 must be chosen. */
  tokenRequired: boolean;
  branches: string[];
}

export const CELL_NAMES = ['ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク'] as const;

export const INSTITUTIONS: readonly BankInstitution[] = [
  {
    code: '1188',
    name: 'あぶくま信用金庫',
    secondSecret: { kind: 'cells', name: '確認用パスワード', places: 8 },
    tokenRequired: true,
    branches: ['本店営業部', '原町支店'],
  },
  {
    code: '1581',
    name: '北伊勢上野信用金庫',
    secondSecret: { kind: 'positions', name: '資金移動用パスワード', places: 10 },
    tokenRequired: false,
    branches: ['本店', '上野支店'],
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
