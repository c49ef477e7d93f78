/** What really happened over all runs: a table that the test holds against what should have happened. */

export type Tally = ReturnType<typeof newTally>;

export function newTally(): { count(row: string, column: string): void; of(row: string, column: string): number; rows(start: string): string[]; total(column: string): number; toString(): string } {
  const counts = new Map<string, Map<string, number>>();
  return {
    count(row, column) {
      const columns = counts.get(row) ?? new Map<string, number>();
      counts.set(row, columns.set(column, (columns.get(column) ?? 0) + 1));
    },
    of: (row, column) => counts.get(row)?.get(column) ?? 0,
    rows: (start) => [...counts.keys()].filter((row) => row.startsWith(start)).toSorted(),
    total: (column) => [...counts.values()].reduce((sum, columns) => sum + (columns.get(column) ?? 0), 0),
    toString: () =>
      [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([row, columns]) => `${row}: ${[...columns].map(([name, n]) => `${name} ${n}`).join(', ')}`).join('\n'),
  };
}
