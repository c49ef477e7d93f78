/** Of times and ratios taken round by round: the median, the least and the most. */
export type Spread = [median: number, least: number, most: number];

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const spreadOf = (values: number[]): Spread => [median(values), Math.min(...values), Math.max(...values)];

/** How many milliseconds it takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
