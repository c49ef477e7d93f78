/** Eight digits may stand on a disk by chance, in a time or a number: how likely that is for eight that were drawn at random. */

const DIGITS = 8;

function windowsIn(run: string, seen: Set<string>): void {
  for (let at = 0; at + DIGITS <= run.length; at++) seen.add(run.slice(at, at + DIGITS));
}

/** Notes every row of eight digits, of one byte or two each. */
export function noteDigits(bytes: Buffer, seen: Set<string>): void {
  const text = bytes.toString('latin1');
  for (const [run] of text.matchAll(/\d{8,}/g)) windowsIn(run, seen);
  for (const [run] of text.matchAll(/(?:\d\0){8,}/g)) windowsIn(run.replaceAll('\0', ''), seen);
}

/** 0 to 1: the share of all numbers of eight digits that was seen. */
export const chanceOf = (seen: Set<string>): number => seen.size / 10 ** DIGITS;
