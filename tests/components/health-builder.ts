/** A vault in good health, with overrides. */
import type { Health } from '../../lib/messages/health.ts';
import { NOON } from './builders.tsx';

export function health(overrides: Partial<Health> = {}): Health {
  return {
    version: '1.2.3',
    browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0',
    vault: 'open',
    schema: 2,
    databaseVersion: 2,
    generation: 12,
    copy: { state: 'same', generation: 12 },
    mended: [],
    ways: { passphrases: 1, passkeys: 0, pin: false },
    tokens: { issued: 2, imported: 1, pending: 0 },
    storage: { persisted: true, usage: 220_000, quota: 2 ** 31 },
    clock: { offset: 900, error: 300, measuredAt: NOON - 60_000 },
    permissions: [
      { name: 'storage', granted: true },
      { name: 'https://*.ib.shinkin-ib.jp/*', granted: true },
    ],
    optional: [
      { name: 'clipboardRead', granted: true },
      { name: 'clipboardWrite', granted: false },
      { name: 'https://mail.example.jp/*', granted: false },
    ],
    policy: { institutions: null, autoLockMinutes: null, inPageOffer: null, issuer: null, faults: [] },
    asideAt: null,
    trouble: null,
    ...overrides,
  };
}

export const lockedHealth = health({ vault: 'locked', tokens: null, clock: null });
export const damagedHealth = health({
  vault: 'damaged',
  copy: { state: 'damaged', generation: 12 },
  tokens: null,
  clock: null,
});
