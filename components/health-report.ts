/** The health of the vault as plain `key: value` lines for a support desk; the same keys in every language. */
import type { Health } from '../lib/messages/health.ts';
import { isPages } from './health-lines.ts';

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

function names(of: Health['permissions'], granted: boolean): string {
  return of.filter((one) => one.granted === granted).map(({ name }) => name).join(' ') || 'none';
}

/** Field by field, so that what a later answer may carry besides is not in it. `now` in epoch milliseconds. */
export function healthReport(health: Health, now: number): string {
  const { ways, tokens, storage, clock, copy, permissions, optional } = health;
  const [sites, basic] = [optional.filter(({ name }) => isPages(name)), optional.filter(({ name }) => !isPages(name))];
  const given = sites.filter(({ granted }) => granted).length;
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
    ['permissions-granted', names(permissions, true)],
    ['permissions-missing', names(permissions, false)],
    ['optional-granted', names(basic, true)],
    ['optional-missing', names(basic, false)],
    // How many, not which: where the customer has an account is none of the desk's business.
    ['sites', `granted=${given} missing=${sites.length - given}`],
    ['kept-aside-at', health.asideAt === null ? 'none' : timeOf(health.asideAt)],
    ...health.mended.map(({ at, what, why, spent }): [string, string] => ['mended', `${timeOf(at)} ${what} ${why} spent=${yesNo(spent)}`]),
    ['trouble', health.trouble === null ? 'none' : plainTrouble(health.trouble)],
  ];
  return lines.map(([key, value]) => `${key}: ${value}\n`).join('');
}
