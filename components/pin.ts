/** What may be a session PIN: six to twelve digits that are not among the first that anyone would try. */

/** The same in both languages. */
export const PIN = 'PIN';
const PIN_SHORTEST = 6;
export const PIN_LONGEST = 12;
/** As many as the background grants. */
export const PIN_TRIES = 5;

/** Full-width digits of a Japanese keyboard are digits too. */
export function pinOf(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** Each digit the same step from the one before, 9 and 0 being neighbours: 111111, 123456, 987654, 890123. */
function isRun(digits: number[]): boolean {
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  return new Set(steps).size === 1 && [0, 1, 9].includes(steps[0] ?? 0);
}

/** 121212, 123123, 12341234: a shorter piece over and over. */
function isRepeated(pin: string): boolean {
  const lengths = [1, 2, 3, 4, 5, 6].filter((length) => length < pin.length);
  return lengths.some((length) => pin.slice(0, length).repeat(pin.length).slice(0, pin.length) === pin);
}

/** 112233, 778899: nothing but pairs that follow each other. */
function isPairs(pin: string): boolean {
  const pairs = pin.match(/(\d)\1/g) ?? [];
  return pairs.length * 2 === pin.length && isRun(pairs.map((pair) => Number(pair[0])));
}

const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d\\d';
/** Birthdays: a year in front or behind, or the two digits of a year, as 昭和, 平成 and 令和 are written too. */
const DATES = [`${YEAR}\\d{2,4}`, `\\d{2,4}${YEAR}`, `\\d\\d${MONTH}${DAY}`, `${MONTH}${DAY}\\d\\d`, `${DAY}${MONTH}\\d\\d`];
const DATE = new RegExp(`^(?:${DATES.join('|')})$`);

type PinFault = 'length' | 'digits' | 'guessable';

/** Null for one that will do; a PIN is judged as `pinOf` gives it. */
export function pinFault(pin: string): PinFault | null {
  if (!/^\d*$/.test(pin)) return 'digits';
  if (pin.length < PIN_SHORTEST || pin.length > PIN_LONGEST) return 'length';
  const guessable = isRun(Array.from(pin, Number)) || isRepeated(pin) || isPairs(pin) || DATE.test(pin);
  return guessable ? 'guessable' : null;
}
