/** Messages that nobody of ours would send: names of every caller's requests with asks of every shape. */

export interface Forged {
  name: unknown;
  ask?: unknown;
}

/** What each request looks like when it is right, but for `arrive`, `bring` and those that only a page of ours may make. */
const NAMES = [
  'look', 'copy', 'nextCode', 'take', 'fillNow', 'whatFields', 'confirmFill', 'confirmLook', 'fillActiveTab', 'exportTokens', 'dumpVault', 'unlock', 'lock',
  'makeVault', 'addWay', 'replaceWay', 'removeWay', 'setPin', 'dropPin', 'unlockPin', 'ways', 'draftWays', 'enrolShinkin', 'enrolUnion', 'resumePending',
  'dropPending', 'refreshStatus', 'nameToken', 'finishSetUp', 'removeToken', 'restoreToken', 'setExchanging', 'acceptClock', 'editLocal', 'readImport',
  'importTokens', 'keepFound', 'takeFound', 'lossKit', 'hideLossKit', 'health', 'mendedSeen', 'damage', 'forgetAside', 'salvage', 'setAside', 'settings',
  'changeSettings', 'bindLocal', 'arrive', 'bring', 'completed', 'askOutside', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'TAKE', 'take ',
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

/** Every message has at least one thing wrong with it for the caller that sends it. */
export function forged(count: number, seed: number, tokenId: string): Forged[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () => {
    const name = roll(20) === 0 ? strange(roll) : pick(roll, NAMES);
    const roles = Array.from({ length: roll(4) }, () => pick(roll, ROLES));
    const near: Record<string, unknown> = { tokenId, roles, field: 'a-1', part: 'reader', pendingId: tokenId, institutionCode: '1188', errand: 'start' };
    const keys = Object.keys(near).filter(() => roll(3) > 0);
    const ask: Record<string, unknown> = Object.fromEntries(keys.map((key) => [key, roll(3) === 0 ? strange(roll) : near[key]]));
    // One thing that no request has: without it a chance hit would be no forgery.
    ask[`x${roll(9)}`] = strange(roll);
    if (roll(30) === 0) return { name };
    return { name, ask: roll(12) === 0 ? strange(roll) : ask };
  });
}
