/** The health of the vault as plain `key: value` lines for a support desk; the same keys in every language. */
import type { Health } from '../lib/messages/health.ts';

const yesNo = (value: boolean | null): string => (value === null ? 'unknown' : value ? 'yes' : 'no');
const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
const known = (value: number | null): string => (value === null ? 'unknown' : String(value));

/** One line, and without words that could be a serial number or an id: the browser's message may quote anything. */
export function plainTrouble(trouble: string): string {
  return trouble
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\w-]{12,}/g, (word) => (/\d/.test(word) ? '…' : word))
    .replaceAll(/[^\x20-\x7e…]/g, '?')
    .slice(0, 300);
}

function counts(of: Record<string, number | boolean> | null): string {
  if (!of) return 'unknown';
  return Object.entries(of)
    .map(([name, value]) => `${name}=${typeof value === 'boolean' ? yesNo(value) : value}`)
    .join(' ');
}

/** Field by field, so that what a later answer may carry besides is not in it. `now` in epoch milliseconds. */
export function healthReport(health: Health, now: number): string {
  const { ways, tokens, storage, clock, copy, permissions } = health;
  const names = (granted: boolean): string => permissions.filter((one) => one.granted === granted).map(({ name }) => name).join(' ') || 'none';
  const lines: [key: string, value: string][] = [
    ['report', 'kagifuda health 1'],
    ['asked-at', timeOf(now)],
    ['extension', health.version],
    ['browser', health.browser],
    ['vault', health.vault],
    ['schema', known(health.schema)],
    ['database', known(health.databaseVersion)],
    ['generation', known(health.generation)],
    ['copy', copy.state],
    ['copy-generation', known(copy.generation)],
    ['storage-persisted', yesNo(storage.persisted)],
    ['storage-usage-bytes', known(storage.usage)],
    ['storage-quota-bytes', known(storage.quota)],
    ['ways', counts(ways && { passphrases: ways.passphrases, passkeys: ways.passkeys, pin: ways.pin })],
    ['tokens', counts(tokens && { issued: tokens.issued, imported: tokens.imported, pending: tokens.pending })],
    ['clock-offset-ms', known(clock && clock.offset)],
    ['clock-error-ms', known(clock && clock.error)],
    ['clock-measured-at', clock ? timeOf(clock.measuredAt) : 'unknown'],
    ['permissions-granted', names(true)],
    ['permissions-missing', names(false)],
    ['kept-aside-at', health.asideAt === null ? 'none' : timeOf(health.asideAt)],
    ...health.mended.map(({ at, what, why, spent }): [string, string] => ['mended', `${timeOf(at)} ${what} ${why} spent=${yesNo(spent)}`]),
    ['trouble', health.trouble === null ? 'none' : plainTrouble(health.trouble)],
  ];
  return lines.map(([key, value]) => `${key}: ${value}\n`).join('');
}
