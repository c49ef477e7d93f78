/**
 * The institutions that have an issuer. No bank has published a provisioning interface, so a store
 * build lists none; a development build lists those of the mock bank.
 */
import { mockProfiles } from './mock.ts';
import type { InstitutionProfile } from './profile.ts';

/** Set at build time (`wxt.config.ts`); null in a store build, which then drops `mock.ts`. */
declare const __MOCK_BANK_PORT__: number | null;

export function profiles(): InstitutionProfile[] {
  return __MOCK_BANK_PORT__ === null ? [] : mockProfiles(__MOCK_BANK_PORT__);
}

export function profileOf(code: string): InstitutionProfile | undefined {
  return profiles().find((profile) => profile.code === code);
}
