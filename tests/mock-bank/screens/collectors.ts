/**
 * The billers behind 収納サービス, played by the mock. A biller knows each of its slips by 納付番号; here the amount
 * and the right 確認番号 follow from the number, so that every process of the bank knows them alike.
 */
import { createHash } from 'node:crypto';

export interface Collector {
  /** 収納機関番号, five digits; invented. */
  code: string;
  name: string;
}

export interface Slip {
  collector: Collector;
  /** 納付番号, up to 20 digits. */
  number: string;
  /** 確認番号, six digits on the slip itself: no secret, and no one-time password. */
  check: string;
  /** Whole yen, 1,000 to 49,900. */
  amount: number;
}

export const COLLECTORS: readonly Collector[] = [
  { code: '99101', name: '模擬市役所（市県民税）' },
  { code: '99102', name: '模擬水道局（上下水道料金）' },
  { code: '99103', name: '模擬税務署（所得税）' },
];

export function slipOf(collector: Collector, number: string): Slip {
  const hash = createHash('sha256').update(`slip ${collector.code} ${number}`).digest();
  const check = String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  return { collector, number, check, amount: 1_000 + (hash.readUInt32BE(4) % 490) * 100 };
}

/** What lies in the customer's letter box: one slip of each biller, new ones once `paid` have been paid. */
export function slipsFor({ institution, contract }: { institution: string; contract: string }, paid: number): Slip[] {
  return COLLECTORS.map((collector) => {
    const hash = createHash('sha256').update(`letter box ${institution} ${contract} ${collector.code} ${paid}`).digest();
    return slipOf(collector, (hash.readBigUInt64BE(0) % 10n ** 16n).toString().padStart(16, '0'));
  });
}
