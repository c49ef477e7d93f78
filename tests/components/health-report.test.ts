import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthReport, plainTrouble } from '../../components/health-report.ts';
import type { Health } from '../../lib/messages/health.ts';
import { NOON } from './builders.tsx';
import { damagedHealth, health, lockedHealth } from './health-builder.ts';

const KEYS = [
  'report',
  'asked-at',
  'extension',
  'browser',
  'vault',
  'schema',
  'database',
  'generation',
  'copy',
  'copy-generation',
  'storage-persisted',
  'storage-usage-bytes',
  'storage-quota-bytes',
  'ways',
  'tokens',
  'clock-offset-ms',
  'clock-error-ms',
  'clock-measured-at',
  'permissions-granted',
  'permissions-missing',
  'optional-granted',
  'optional-missing',
  'sites',
  'kept-aside-at',
  'trouble',
];

const keysOf = (report: string): string[] => report.trimEnd().split('\n').map((line) => line.slice(0, line.indexOf(': ')));

/** As an answer of a later version may be: more than is asked for, everywhere. */
function laden(secret: string): Health {
  const more = { id: secret, serial: secret, salt: secret, institution: secret };
  const { copy, storage, clock, ways, tokens, permissions, optional, mended } = health({
    mended: [{ at: NOON, what: 'primary', why: 'older', spent: true }],
  });
  return Object.assign(
    health({
      copy: { ...copy, ...more },
      storage: { ...storage, ...more },
      clock: clock && { ...clock, ...more },
      ways: ways && { ...ways, ...more },
      tokens: tokens && { ...tokens, ...more },
      permissions: permissions.map((one) => ({ ...one, ...more })),
      optional: optional.map((one) => ({ ...one, ...more })),
      mended: mended.map((one) => ({ ...one, ...more })),
      trouble: `DataError: ${secret}`,
    }),
    more,
  );
}

const serial = fc.stringMatching(/^(SKTS|SKOH|AKGS)\d{8}$/);
const id = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url')).filter((text) => /\d/.test(text));
const institution = fc.constantFrom('あぶくま信用金庫', 'あかぎ信用組合', '北伊勢上野信用金庫');

describe('the report for a support desk', () => {
  it('holds no serial, id, salt or institution, whatever the answer carries', () => {
    fc.assert(
      fc.property(fc.oneof(serial, id, institution), (secret) => {
        expect(healthReport(laden(secret), NOON)).not.toContain(secret);
      }),
    );
  });

  it.each([
    ['open', health()],
    ['locked', lockedHealth],
    ['damaged', damagedHealth],
    ['never made', health({ vault: 'none', ways: null, schema: null, generation: null, copy: { state: 'missing', generation: null } })],
  ])('has the same keys in the same order when the vault is %s', (_, told) => {
    expect(keysOf(healthReport(told, NOON))).toEqual(KEYS);
  });

  it('is one line for each thing that was put right, and stays so whatever the browser says', () => {
    const mended = [
      { at: NOON, what: 'primary', why: 'damaged', spent: true },
      { at: 0, what: 'copy', why: 'missing', spent: false },
    ] as const;
    const report = healthReport(health({ mended: [...mended], trouble: 'UnknownError: a\nvault: open' }), NOON);
    expect(keysOf(report)).toEqual([...KEYS.slice(0, -1), 'mended', 'mended', 'trouble']);
    expect(report).toContain('mended: 2026-07-01T03:00:00.000Z primary damaged spent=yes\nmended: 1970-01-01T00:00:00.000Z copy missing spent=no\n');
    expect(report).toContain('trouble: UnknownError: a vault: open\n');
  });

  it('says what is there', () => {
    const report = healthReport(health({ version: '7.8.9' }), NOON);
    expect(report).toContain('asked-at: 2026-07-01T03:00:00.000Z\nextension: 7.8.9\n');
    expect(report).toContain('ways: passphrases=1 passkeys=0 pin=no\ntokens: issued=2 imported=1 pending=0\n');
    expect(report).toContain('permissions-granted: storage https://*.ib.shinkin-ib.jp/*\npermissions-missing: none\noptional-granted: clipboardRead\noptional-missing: clipboardWrite\nsites: granted=0 missing=1\n');
    // The host of an imported token says where the customer has an account.
    expect(report).not.toContain('mail.example.jp');
    expect(healthReport(lockedHealth, NOON)).toContain('tokens: unknown\n');
  });
});

describe('the browser’s own words', () => {
  it('keep their name and their sense', () => {
    const words = 'UnknownError: Internal error opening backing store for indexedDB.open.';
    expect(plainTrouble(words)).toBe(words);
    expect(plainTrouble('QuotaExceededError: 0x80520016')).toBe('QuotaExceededError: 0x80520016');
  });
});
