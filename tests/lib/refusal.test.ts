import { describe, expect, it } from 'vitest';
import { ENDED, isRefusal, NOTHING_TO_LEARN, Refusal } from '../../lib/refusal.ts';

describe('a refusal', () => {
  it('is told by its reason from any other, and from a bug', () => {
    expect(isRefusal(new Refusal('locked'), 'no-vault', 'locked')).toBe(true);
    expect(isRefusal(new Refusal('locked'), 'no-vault')).toBe(false);
    expect(isRefusal(new Refusal('locked'))).toBe(false);
    expect(isRefusal(new Error('locked'), 'locked')).toBe(false);
    expect(isRefusal({ reason: 'locked' }, 'locked')).toBe(false);
    expect(isRefusal(undefined, 'locked')).toBe(false);
  });

  it('of an issuer that can be asked again is no last word', () => {
    for (const reason of ['issuer-unreachable', 'issuer-slow', 'issuer-busy', 'locked'] as const)
      expect(isRefusal(new Refusal(reason), ...ENDED, ...NOTHING_TO_LEARN)).toBe(false);
  });
});
