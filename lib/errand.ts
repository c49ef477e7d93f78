/** What a customer does about a token at the bank: 利用開始, 交換, 利用中止, 利用解除. */
export const ERRANDS = ['start', 'exchange', 'stop', 'release'] as const;
export type Errand = (typeof ERRANDS)[number];
