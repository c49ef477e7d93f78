/** What a token is called: on our own screens, and beside the field of a page. */
import { institutionOf } from '../../lib/institutions/directory.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { Token } from '../../lib/token.ts';

export function nameOf(code: string): string {
  return profileOf(code)?.name ?? institutionOf(code)?.name ?? code;
}

/** An imported token is called what its source called it. */
export function titleOf({ institutionCode, local }: Token): string {
  return local ? local.issuer || local.account : nameOf(institutionCode);
}

/** The serial number with the 追加文言, or whatever names an imported token. */
export function labelOf({ serial, suffix, local }: Token): string {
  if (!local) return `${serial} ${suffix}`.trim();
  const names = [local.issuer, local.account].filter((name) => name !== '');
  return names.length > 0 ? names.join(' ') : '鍵札';
}
