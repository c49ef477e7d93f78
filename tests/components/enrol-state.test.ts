import { describe, expect, it } from 'vitest';
import { enrolReducer, stepNumber, wantedFrom } from '../../components/enrol-state.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import { look, token } from './builders.tsx';

const none = look({ vault: 'none', tokens: [] });
const unbound = token({ state: 'UNBOUND' });

describe('the way to a token', () => {
  it('leads from no vault to a token, one step after the other', () => {
    const wanted = wantedFrom('', false);
    const profile = profileOf('1188');
    if (!profile) throw new Error('the mock bank has 1188');
    const lock = enrolReducer({ at: 'loading' }, { kind: 'looked', look: none, wanted });
    const find = enrolReducer(lock, { kind: 'looked', look: look({ tokens: [] }), wanted });
    const agree = enrolReducer(find, { kind: 'chosen', profile });
    const done = enrolReducer(agree, { kind: 'issued', issued: { token: unbound, isAnother: false, replaces: null } });
    expect([lock, find, agree, done].map(stepNumber)).toEqual([1, 2, 3, 4]);
  });

  it('does not jump to a token that arrives after the person went back', () => {
    expect(enrolReducer({ at: 'institution' }, { kind: 'issued', issued: { token: unbound, isAnother: false, replaces: null } })).toEqual({ at: 'institution' });
  });

  it('is at its end when the interrupted issue was finished meanwhile', () => {
    const finished = token({ id: 'p', state: 'UNBOUND' });
    const event = { kind: 'looked', look: look({ tokens: [unbound, finished] }), wanted: wantedFrom('?pending=p', false) } as const;
    expect(enrolReducer({ at: 'loading' }, event)).toEqual({ at: 'done', token: finished, replaces: null });
    expect(enrolReducer({ at: 'loading' }, { ...event, look: look({ tokens: [unbound] }) })).toEqual({ at: 'institution' });
  });

  it('never makes a new vault over a damaged one', () => {
    const damaged = look({ vault: 'damaged', tokens: [] });
    expect(enrolReducer({ at: 'loading' }, { kind: 'looked', look: damaged, wanted: wantedFrom('', false) })).toEqual({
      at: 'refused',
      reason: 'vault-damaged',
    });
  });
});
