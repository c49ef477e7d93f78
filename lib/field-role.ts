/** What a field of a page wants of a token. */
export const ROLES = ['current', 'old', 'new', 'serial'] as const;

/**
 * `current`: the code of the token in use; `old`/`new`: of the two tokens of a 交換;
 * `serial`: シリアル番号, never a code.
 */
export type Role = (typeof ROLES)[number];
