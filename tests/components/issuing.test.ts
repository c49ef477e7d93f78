// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findIssued, issue, resume } from '../../components/issuing.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { PendingLook, TokenLook } from '../../lib/messages/looks.ts';
import type { Reason } from '../../lib/refusal.ts';
import { background, locked, look, NOON, refuse, token } from './builders.tsx';

const profile = profileOf('1188') ?? refuse('institution-unknown');
const old = token({ id: 'old', serial: 'SKTS00000001' });
const fresh = token({ id: 'p', serial: 'SKTS00000002', state: 'UNBOUND' });
const pending: PendingLook = { id: 'p', institutionCode: profile.code, institution: profile.name, kind: profile.kind, startedAt: NOON };

/** A background whose holdings the test changes between the tries. */
function holdings(tokens: TokenLook[], enrolment: { enrol?: Reason; resume?: Reason; meanwhile?: () => void } = {}) {
  const held = { tokens, pendings: [] as PendingLook[], isLocked: false };
  const answered = background({
    look: () => (held.isLocked ? locked : look({ tokens: held.tokens, pendings: held.pendings })),
    enrolShinkin: () => {
      if (enrolment.enrol) return refuse(enrolment.enrol);
      held.tokens = [...held.tokens, token({ id: 'new' })];
      return { tokenId: 'new', serial: 'SKTS48201937' };
    },
    resumePending: () => {
      enrolment.meanwhile?.();
      return refuse(enrolment.resume ?? 'internal');
    },
  });
  return { held, ...answered, enrolled: () => answered.asked.filter((name) => name === 'enrolShinkin').length };
}

describe('an issue tried again', () => {
  it('is the token that the background made of it meanwhile, and no second one', async () => {
    const { held, ask, enrolled } = holdings([old], { enrol: 'issuer-slow' });
    const tries = new Map();
    await expect(issue(ask, profile, tries)).rejects.toThrow('issuer-slow');
    held.tokens = [old, fresh];
    expect((await issue(ask, profile, tries)).token).toEqual(fresh);
    expect(enrolled()).toBe(1);
  });

  it('knows the tokens from before the first try, however many follow', async () => {
    const { held, ask, enrolled } = holdings([old], { enrol: 'issuer-slow', resume: 'issuer-slow' });
    const tries = new Map();
    await expect(issue(ask, profile, tries)).rejects.toThrow('issuer-slow');
    held.pendings = [pending];
    await expect(issue(ask, profile, tries)).rejects.toThrow('issuer-slow');
    held.pendings = [];
    held.tokens = [old, fresh];
    expect((await issue(ask, profile, tries)).token).toEqual(fresh);
    expect(enrolled()).toBe(1);
  });

  it('is not a token of another institution, nor one from before', async () => {
    const { held, ask } = holdings([old], { enrol: 'issuer-slow' });
    const tries = new Map();
    await expect(issue(ask, profile, tries)).rejects.toThrow('issuer-slow');
    held.tokens = [old, token({ id: 'x', institutionCode: '1580', institution: '北伊勢上野信用金庫' })];
    await expect(issue(ask, profile, tries)).rejects.toThrow('issuer-slow');
  });

  it('is another token once the first was issued', async () => {
    const { ask, held, enrolled } = holdings([old]);
    const tries = new Map();
    expect((await issue(ask, profile, tries)).token.id).toBe('new');
    held.tokens = [old, fresh];
    expect((await issue(ask, profile, tries)).token.id).toBe('new');
    expect(enrolled()).toBe(2);
  });

  it('does not take an old token for a new one after a try at a locked vault', async () => {
    const { held, ask, enrolled } = holdings([old]);
    const tries = new Map();
    held.isLocked = true;
    await expect(issue(ask, profile, tries)).rejects.toThrow('locked');
    held.isLocked = false;
    expect((await issue(ask, profile, tries)).token.id).toBe('new');
    expect(enrolled()).toBe(1);
  });
});

describe('a resumed issue', () => {
  it.each(['pending-expired', 'token-unknown'] as const)('refused by %s is issued when its token is here', async (reason) => {
    const { ask } = holdings([old, fresh], { resume: reason });
    expect((await resume(ask, 'p')).token).toEqual(fresh);
  });

  it('is issued when it was finished between the look and the resuming', async () => {
    const world = holdings([old], { resume: 'pending-expired', meanwhile: () => (world.held.tokens = [old, fresh]) });
    world.held.pendings = [pending];
    expect((await issue(world.ask, profile, new Map())).token).toEqual(fresh);
    expect(world.enrolled()).toBe(0);
  });

  it.each(['pending-expired', 'issuer-slow'] as const)('refused by %s says so when its token is not here', async (reason) => {
    const { ask } = holdings([old], { resume: reason });
    await expect(resume(ask, 'p')).rejects.toThrow(reason);
  });

  it('is not looked for in a locked vault', async () => {
    const { held, ask } = holdings([fresh]);
    held.isLocked = true;
    await expect(findIssued(ask, 'p')).rejects.toThrow('locked');
  });
});
