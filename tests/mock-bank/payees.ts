/** 振込先: those that the customer registered at the branch, and one that is typed in. */
import type { Context } from 'hono';
import { asDigits } from './digits.ts';
import { form } from './form.ts';

export const PAYEES = ['模擬銀行 本店 普通 1234567 カ）タナカシヨウテン', '模擬銀行 駅前支店 普通 7654321 サトウ イチロウ'];

/** As typed, and as the page is shown again with. */
export interface PayeeEntry {
  account: string;
  /** A place in `PAYEES`, or `new`. */
  payee: string;
  bank: string;
  branch: string;
  number: string;
  name: string;
}

export const NO_PAYEE: PayeeEntry = { account: '', payee: '', bank: '', branch: '', number: '', name: '' };

/** The account that pays and the payee, under the names that both platforms' forms give them. */
export async function readPayee(c: Context): Promise<PayeeEntry> {
  const typed = await form(c, 'BSL0010', 'BRD0010', 'BTX0010', 'BTX0020', 'BTX0030', 'BTX0040');
  return {
    account: typed.BSL0010, payee: typed.BRD0010, bank: typed.BTX0010.trim(), branch: typed.BTX0020.trim(),
    number: asDigits(typed.BTX0030), name: asDigits(typed.BTX0040),
  };
}

/** The payee in one line, or the sentence that says what is missing. */
export function payeeOf({ payee, bank, branch, number, name }: PayeeEntry): { payee: string } | { objection: string } {
  if (payee !== 'new') {
    const known = /^\d$/.test(payee) ? PAYEES[Number(payee)] : undefined;
    return known === undefined ? { objection: '振込先を選択してください。' } : { payee: known };
  }
  const place = /^[\p{L}\p{N}ー・ ]{1,30}$/u;
  if (!place.test(bank) || !place.test(branch)) return { objection: '振込先の金融機関名と支店名を正しく入力してください。' };
  if (!/^\d{7}$/.test(number)) return { objection: '口座番号は半角数字7桁で入力してください。' };
  if (!/^[ァ-ヶー・() A-Z0-9]{1,30}$/.test(name)) return { objection: '受取人名はカナで入力してください。' };
  return { payee: `${bank} ${branch} 普通 ${number} ${name}` };
}
