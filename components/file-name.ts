/** What a file is called that the customer saves: kagifuda-export-2026-07-01.json. */

/** The day of this PC as YYYY-MM-DD: Swedish writes it so. */
const dayOf = (milliseconds: number): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(milliseconds);

/** `now` in epoch milliseconds. */
export const fileName = (what: 'export' | 'vault', now: number): string => `kagifuda-${what}-${dayOf(now)}.json`;
