/**
 * The institutions that have an issuer. No bank has published a provisioning interface, so a store
 * build lists none but those that an organisation's policy brings (docs/managed.md); a development build lists those of the mock bank.
 */
import { mockProfiles, ownProfile, type OwnBank } from './mock.ts';
import type { InstitutionProfile } from './profile.ts';

/** Set at build time (`wxt.config.ts`); null in a store build, which then drops `mock.ts`. */
declare const __MOCK_BANK_PORT__: number | null;

/** A page under test, beside the mock bank's; null unless the build was told. */
declare const __OWN_BANK__: OwnBank | null;

/** What an organisation has decided of institutions. */
interface Governed {
  profiles: readonly InstitutionProfile[];
  /** Null: all. */
  allowed: ReadonlySet<string> | null;
}

let governed: Governed = { profiles: [], allowed: null };

/** By what is decided from now on, in this process. */
export function govern(by: Governed): void {
  governed = by;
}

/** Whether a new token may be had. Tokens that are there go on as they are. */
export function mayEnrol(code: string): boolean {
  return governed.allowed?.has(code) ?? true;
}

/** What this build pins stands: no policy puts another issuer or another page in its place. */
export function profiles(): InstitutionProfile[] {
  const pinned = builtIn();
  const known = new Set(pinned.map(({ code }) => code));
  return [...pinned, ...governed.profiles.filter(({ code }) => !known.has(code))];
}

function builtIn(): InstitutionProfile[] {
  if (__MOCK_BANK_PORT__ === null) return [];
  const mock = mockProfiles(__MOCK_BANK_PORT__);
  if (__OWN_BANK__ === null) return mock;
  const own = ownProfile(__MOCK_BANK_PORT__, __OWN_BANK__);
  return [...mock.filter(({ code }) => code !== own.code), own];
}

export function profileOf(code: string): InstitutionProfile | undefined {
  return profiles().find((profile) => profile.code === code);
}
