/**
 * The order of the tokens: by age, until the customer moves one. A place is a number among the others' ages (epoch milliseconds),
 * so that a move writes the moved token alone.
 */
import type { Token } from '../token.ts';

/** Room for many numbers in between. */
const APART = 1000;

const placeOf = ({ place, createdAt }: Token): number => place ?? createdAt;

export function inOrder(tokens: readonly Token[]): Token[] {
  return tokens.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Null where no number is left between the two: of one age, or halved too often. */
function between(before: Token | undefined, after: Token | undefined): number | null {
  if (!before) return after ? placeOf(after) - APART : 0;
  if (!after) return placeOf(before) + APART;
  const [low, high] = [placeOf(before), placeOf(after)];
  const middle = (low + high) / 2;
  return low < middle && middle < high ? middle : null;
}

/** New places by id, which bring the token to index `to` of `tokens`, which are in order: its own alone, or all of them anew. */
export function placesFor(tokens: readonly Token[], moved: Token, to: number): Map<string, number> {
  const others = tokens.filter(({ id }) => id !== moved.id);
  const place = between(others[to - 1], others[to]);
  if (place !== null) return new Map([[moved.id, place]]);
  const row = others.toSpliced(to, 0, moved);
  const last = Math.max(...tokens.map(placeOf));
  return new Map(row.map(({ id }, index) => [id, last - (row.length - 1 - index) * APART]));
}

/** Behind all others, though the clock that it was made by may be slow, or one was moved to the end. */
export function placedLast(token: Token, others: readonly Token[]): Token {
  const last = Math.max(...others.map(placeOf), 0);
  return token.createdAt < last ? { ...token, place: last + APART } : token;
}
