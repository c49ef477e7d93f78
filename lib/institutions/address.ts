/** Address → institution, exactly. Many institutions share one origin; the entry address carries the code. */
import { isPlatformPage } from './platforms.ts';
import type { InstitutionProfile } from './profile.ts';

export function isListedOrigin(origin: string, profiles: InstitutionProfile[]): boolean {
  if (profiles.some((profile) => profile.bankOrigin === origin)) return true;
  const url = URL.canParse(origin) ? new URL(origin) : null;
  return url?.protocol === 'https:' && url.port === '' && isPlatformPage(url.hostname);
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

/**
 * The institution code an entry address names, or null. `bankcode=` is base64 of four digits
 * (the shinkin platform), `CCT0080=` the four digits themselves (the credit unions').
 */
export function codeInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const search = new URL(address).searchParams;
  const named = [...search.getAll('bankcode').map(decoded), ...search.getAll('CCT0080')];
  const [code] = named;
  // Two codes in one address is nobody's entry page.
  return named.length === 1 && code !== undefined && /^\d{4}$/.test(code) ? code : null;
}
