/** What a token is called: on our own screens, and beside the field of a page. */
import { institutionOf } from '../../lib/institutions/directory.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { Token } from '../../lib/token.ts';

export function nameOf(code: string): string {
  return profileOf(code)?.name ?? institutionOf(code)?.name ?? code;
}

/** An imported token is called what its source called it; '' where that gave no name. */
export function titleOf({ institutionCode, local }: Token): string {
  return local ? local.issuer || local.account : nameOf(institutionCode);
}

/** The serial number with the 追加文言, or whatever names an imported token; '' for one without a name. */
export function labelOf({ serial, suffix, local }: Token): string {
  if (!local) return `${serial} ${suffix}`.trim();
  return [local.issuer, local.account].filter((name) => name !== '').join(' ');
}
