/** Messages that nobody of ours would send: names of every caller's requests with asks of every shape. */

export interface Forged {
  name: unknown;
  ask?: unknown;
}

/** Of all callers, but for two that a page may well make: `arrive` gives no code, and `askOutside` opens a window. */
const NAMES = [
  'look', 'copy', 'copyCounted', 'clearingAsked', 'nextCode', 'take', 'fillNow', 'whatFields', 'confirmFill', 'confirmLook', 'fillActiveTab', 'exportTokens', 'dumpVault', 'unlock', 'lock',
  'makeVault', 'addWay', 'replaceWay', 'removeWay', 'setPin', 'dropPin', 'unlockPin', 'ways', 'draftWays', 'enrolShinkin', 'enrolUnion', 'resumePending',
  'dropPending', 'refreshStatus', 'nameToken', 'finishSetUp', 'removeToken', 'restoreToken', 'setExchanging', 'acceptClock', 'editLocal', 'readImport',
  'importTokens', 'keepFound', 'takeFound', 'lossKit', 'hideLossKit', 'health', 'mendedSeen', 'damage', 'forgetAside', 'salvage', 'setAside', 'settings',
  'changeSettings', 'bindLocal', 'bring', 'completed', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'TAKE', 'take ',
];
const ROLES = ['current', 'old', 'new', 'serial'];

/** The same seed, the same messages (a linear congruential generator). */
function dice(seed: number): (sides: number) => number {
  let state = (seed % 2147483646) + 1;
  return (sides) => (state = (state * 48271) % 2147483647) % sides;
}

const pick = <T>(roll: (sides: number) => number, from: readonly T[]): T | undefined => from[roll(from.length)];

function strange(roll: (sides: number) => number): unknown {
  const kinds: (() => unknown)[] = [
    () => null, () => roll(1e6), () => -1, () => 'x'.repeat(roll(4000)), () => [], () => ({}), () => true, () => ['current'], () => '../../vault', () => 1e308,
    () => ({ toString: 'x' }), () => [[[[]]]], () => '１２３４', () => '\u0000', () => Array.from({ length: 20 }, () => 'current'),
  ];
  return pick(roll, kinds)?.();
}

/** A `take` as our own script would send it, but that nobody acted on anything. */
function wellFormed(roll: (sides: number) => number, tokenId: string): Forged {
  const roles = [['current'], ['current', 'serial'], ['serial'], ['new', 'serial'], ['old'], []][roll(6)];
  const id = roll(4) === 0 ? 'a'.repeat(22) : tokenId;
  return { name: 'take', ask: { tokenId: id, roles, field: `a-${roll(9)}`, room: { boxes: 1 + roll(6), most: roll(2) === 0 ? null : 4 + roll(6) } } };
}

/**
 * Half of them have a key that no request has, and end at the parser; the others have only the right keys, so that
 * many reach what lies behind it.
 */
export function forged(count: number, seed: number, tokenId: string): Forged[] {
  const roll = dice(seed);
  return Array.from({ length: count }, (_, index) => {
    if (index % 4 === 0) return wellFormed(roll, tokenId);
    const name = roll(20) === 0 ? strange(roll) : pick(roll, NAMES);
    const roles = Array.from({ length: roll(4) }, () => pick(roll, ROLES));
    const near: Record<string, unknown> = { tokenId, roles, field: 'a-1', part: 'reader', pendingId: tokenId, institutionCode: '1188', errand: 'start' };
    const keys = Object.keys(near).filter(() => roll(3) > 0);
    const ask: Record<string, unknown> = Object.fromEntries(keys.map((key) => [key, roll(3) === 0 ? strange(roll) : near[key]]));
    if (index % 2 === 0) ask[`x${roll(9)}`] = strange(roll);
    if (roll(30) === 0) return { name };
    return { name, ask: roll(12) === 0 ? strange(roll) : ask };
  });
}
