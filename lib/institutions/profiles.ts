/**
 * The institutions that have an issuer. No bank has published a provisioning interface, so a store
 * build lists none; a development build lists those of the mock bank.
 */
import { mockProfiles, ownProfile, type OwnBank } from './mock.ts';
import type { InstitutionProfile } from './profile.ts';

/** Set at build time (`wxt.config.ts`); null in a store build, which then drops `mock.ts`. */
declare const __MOCK_BANK_PORT__: number | null;

/** A page under test, beside the mock bank's; null unless the build was told. */
declare const __OWN_BANK__: OwnBank | null;

export function profiles(): InstitutionProfile[] {
  if (__MOCK_BANK_PORT__ === null) return [];
  const mock = mockProfiles(__MOCK_BANK_PORT__);
  if (__OWN_BANK__ === null) return mock;
  const own = ownProfile(__MOCK_BANK_PORT__, __OWN_BANK__);
  return [...mock.filter(({ code }) => code !== own.code), own];
}

export function profileOf(code: string): InstitutionProfile | undefined {
  return profiles().find((profile) => profile.code === code);
}
