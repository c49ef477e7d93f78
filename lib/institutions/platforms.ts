/** The two real banking platforms, as the manifest, the pages' origins, the sites of imported tokens and look-alikes go by them. */

interface Platform {
  /** All of it is the platform's. */
  domain: string;
  /** The host of its pages. */
  pages: string;
  /** Institutions have their pages one name below that, and none there. */
  below: boolean;
  /** What nobody else has reason to be called. */
  name: string;
}

export const PLATFORMS: readonly Platform[] = [
  { domain: 'shinkin-ib.jp', pages: 'ib.shinkin-ib.jp', below: true, name: 'shinkinib' },
  { domain: 'parasol.anser.ne.jp', pages: 'www.parasol.anser.ne.jp', below: false, name: 'parasolanser' },
];

/** For the manifest: match patterns can't be as narrow as `isPlatformPage`. */
export function platformPatterns(): string[] {
  return PLATFORMS.map(({ pages, below }) => `https://${below ? '*.' : ''}${pages}/*`);
}

/** A host that pages of banks are served from. */
export function isPlatformPage(hostname: string): boolean {
  return PLATFORMS.some(({ pages, below }) => {
    if (!below) return hostname === pages;
    const [own = '', ...rest] = hostname.split('.');
    return rest.join('.') === pages && /^[a-z0-9-]+$/.test(own);
  });
}

/** Any host of a platform, whatever is served there. */
export function isOfPlatform(hostname: string): boolean {
  return PLATFORMS.some(({ domain }) => hostname === domain || hostname.endsWith(`.${domain}`));
}
