/** The address that a customer names for an imported token → the exact origin of a site that it may be bound to. */
import { isOfPlatform } from './platforms.ts';
import type { InstitutionProfile } from './profile.ts';

/** Set at build time (`wxt.config.ts`); null in a store build. */
declare const __MOCK_BANK_PORT__: number | null;

type SiteProblem = 'site-garbled' | 'site-insecure' | 'site-listed';
type SiteRead = { origin: string } | { problem: SiteProblem };

/** RFC 952, 1123: letters, digits and hyphens; underscores are in use all the same. At least two labels. */
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const LONGEST_NAME = 253;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** In a development build only, where the tests have their sites; a store build drops the very name. */
const isOfThisPc = (hostname: string): boolean => __MOCK_BANK_PORT__ !== null && hostname.endsWith('.localhost');

/** Whatever the width of its letters; without a scheme it is https. Null for what is no address of the web. */
function addressIn(typed: string): URL | null {
  const plain = typed.normalize('NFKC').trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(plain) ? plain : `https://${plain}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  // The URL parser reads many a slip of the hand as an IPv4 address, and leaves control characters out.
  if (!url || /[\s\\]/.test(plain) || (IPV4.test(url.hostname) && !plain.includes(url.hostname))) return null;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function isListedHost(hostname: string, profiles: readonly InstitutionProfile[]): boolean {
  const origins = profiles.flatMap(({ bankOrigin, issuerOrigin }) => [bankOrigin, issuerOrigin]);
  return isOfPlatform(hostname) || origins.some((origin) => new URL(origin).hostname === hostname);
}

/** Of an address as typed, or of a tab. A bank's host, on any port, belongs to the tokens of issuers. */
export function readSite(typed: string, profiles: readonly InstitutionProfile[]): SiteRead {
  const url = addressIn(typed);
  if (!url || url.username !== '' || url.password !== '') return { problem: 'site-garbled' };
  // A trailing dot makes another origin of the same host.
  const hostname = url.hostname.replace(/\.$/, '');
  const isName = hostname.length <= LONGEST_NAME && (NAME.test(hostname) || IPV4.test(hostname));
  if (!isName) return { problem: 'site-garbled' };
  if (isListedHost(hostname, profiles)) return { problem: 'site-listed' };
  if (url.protocol === 'http:' && !isOfThisPc(hostname)) return { problem: 'site-insecure' };
  return { origin: `${url.protocol}//${hostname}${url.port === '' ? '' : `:${url.port}`}` };
}

/** The match pattern to ask the browser for: it knows no ports, so the origin is looked at again with every message. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
