/** Amounts as the bank writes them: 1,250,000円. Whole yen. */
export const yen = (amount: number): string => `${amount.toLocaleString('ja-JP')}円`;
