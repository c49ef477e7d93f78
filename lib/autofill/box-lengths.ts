/** How many digits of a code each box of a row takes. */

/** One character, as its attributes have it. */
export function isSingle(element: HTMLInputElement): boolean {
  return element.maxLength === 1 || element.size === 1 || /^(\[0-9\]|\\d|\[\\d\])(\{1\})?$/.test(element.pattern);
}

/** Takes more than one digit of a code, and not all: 「123」 「456」. */
export const isPart = (element: HTMLInputElement): boolean => element.maxLength > 1 && element.maxLength <= 4 && !isSingle(element);
export const isInParts = ([, second]: HTMLInputElement[]): boolean => second !== undefined && isPart(second);

/** How many digits each box of a row takes. What a first box takes for pasting doesn't count. */
export const lengthsIn = (row: HTMLInputElement[]): number[] => row.map((box) => (isInParts(row) ? box.maxLength : 1));
