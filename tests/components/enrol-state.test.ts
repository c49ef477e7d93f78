import { describe, expect, it } from 'vitest';
import { wantedFrom } from '../../components/enrol-address.ts';
import { enrolReducer, stepNumber } from '../../components/enrol-state.ts';
import type { Stage } from '../../components/enrol-state.ts';
import { look, token } from './builders.tsx';

const none = look({ vault: 'none', tokens: [] });
const unbound = token({ state: 'UNBOUND' });

describe('the way to a token', () => {
  it('leads from no vault to a token, one step after the other', () => {
    const wanted = wantedFrom('', false);
    const lock = enrolReducer({ at: 'loading' }, { kind: 'looked', look: none, wanted });
    const find = enrolReducer(lock, { kind: 'looked', look: look({ tokens: [] }), wanted });
    const agree = enrolReducer(find, { kind: 'looked', look: look({ tokens: [] }), wanted: wantedFrom('?institution=1188', false) });
    const done = enrolReducer(agree, { kind: 'issued', issued: { token: unbound, isAnother: false, replaces: null } });
    expect([lock, find, agree, done].map(stepNumber)).toEqual([1, 2, 3, 4]);
  });

  it('does not jump to a token that arrives after the person went back', () => {
    const search: Stage = { at: 'institution', unfinished: [] };
    expect(enrolReducer(search, { kind: 'issued', issued: { token: unbound, isAnother: false, replaces: null } })).toEqual(search);
  });

  it('is at its end when the interrupted issue was finished meanwhile', () => {
    const finished = token({ id: 'p', state: 'UNBOUND' });
    const event = { kind: 'looked', look: look({ tokens: [unbound, finished] }), wanted: wantedFrom('?pending=p', false) } as const;
    expect(enrolReducer({ at: 'loading' }, event)).toEqual({ at: 'done', token: finished, replaces: null });
    expect(enrolReducer({ at: 'loading' }, { ...event, look: look({ tokens: [unbound] }) })).toEqual({ at: 'institution', unfinished: [] });
  });

  it('never makes a new vault over a damaged one', () => {
    const damaged = look({ vault: 'damaged', tokens: [] });
    expect(enrolReducer({ at: 'loading' }, { kind: 'looked', look: damaged, wanted: wantedFrom('', false) })).toEqual({
      at: 'refused',
      reason: 'vault-damaged',
    });
  });
});
