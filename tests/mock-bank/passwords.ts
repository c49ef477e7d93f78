/** Login passwords: how they are kept and what a new one must be. */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** scrypt N=2^12: a mock is logged into hundreds of times per test run. */
const COST = { N: 4096, r: 8, p: 1 };

export function hashPassword(password: string, salt = randomBytes(16)): string {
  return `${salt.toString('hex')}:${scryptSync(password, salt, 32, COST).toString('hex')}`;
}

/** `kept` undefined (unknown contract) takes as long as a wrong password. */
export function isPassword(kept: string | undefined, password: string): boolean {
  const [salt = '', hash = ''] = (kept ?? hashPassword('', Buffer.alloc(16))).split(':');
  const tried = scryptSync(password, Buffer.from(salt, 'hex'), 32, COST);
  return timingSafeEqual(tried, Buffer.from(hash, 'hex')) && kept !== undefined;
}

export interface NewPassword {
  first: string;
  second: string;
  contract: string;
  /** Is it the one in use? */
  isCurrent: (password: string) => boolean;
}

/** The sentence for what is wrong with it; null when it can be taken. */
export function objectionTo({ first, second, contract, isCurrent }: NewPassword): string | null {
  if (first === '' || second === '') return '新しいログインパスワードを2か所とも入力してください。';
  if (!/^[A-Za-z0-9]*$/.test(first)) return '新しいログインパスワードは半角英数字で入力してください。';
  if (first.length < 6 || first.length > 12) return '新しいログインパスワードは6～12桁で入力してください。';
  if (!/[A-Za-z]/.test(first) || !/[0-9]/.test(first))
    return '新しいログインパスワードは必ず数字、英字それぞれ1文字以上使用してください。';
  if (first === contract) return '契約者ID（利用者番号）と同じログインパスワードは設定できません。';
  if (isCurrent(first)) return '初回ログインパスワードと同じログインパスワードは設定できません。';
  if (first !== second) return '新しいログインパスワードと確認のための入力が一致しません。';
  return null;
}
