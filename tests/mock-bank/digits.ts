/** Digits as people type them and as the bank compares and draws them. */
import { randomInt, timingSafeEqual } from 'node:crypto';

/** Full-width digits count as digits (NFKC); spaces around are dropped. */
export function asDigits(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** Of a code that is none. */
export const SIX_DIGITS = 'ワンタイムパスワードは半角数字6桁で入力してください。';

export function equalDigits(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

export function randomDigits(length: number): string {
  return Array.from({ length }, () => String(randomInt(10))).join('');
}

/** Two different places out of `places`, in ascending order. */
export function twoPlaces(places: number): [number, number] {
  const first = randomInt(places);
  const second = (first + 1 + randomInt(places - 1)) % places;
  return first < second ? [first, second] : [second, first];
}
