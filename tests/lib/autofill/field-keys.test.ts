// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { fieldKeys } from '../../../lib/autofill/field-keys.ts';
import { openPage } from '../../pages/open.ts';

/** The background's bound on a name, in characters. */
const LONGEST = 64;

const inputs = (): HTMLInputElement[] => [...document.querySelectorAll('input')];

beforeEach(() => {
  openPage('<form id="one"><input><input></form><form id="two"><input></form><input>');
});

describe('the name of a field', () => {
  it('is its own and stays', () => {
    const keys = fieldKeys(crypto.randomUUID());
    const first = inputs().map(keys.of);
    expect(new Set(first).size).toBe(4);
    expect(inputs().map(keys.of)).toEqual(first);
  });

  it('is not the name of any field of another document', () => {
    const here = fieldKeys(crypto.randomUUID());
    const elsewhere = fieldKeys(crypto.randomUUID());
    expect(new Set([...inputs().map(here.of), ...inputs().map(elsewhere.of)]).size).toBe(8);
  });

  it('fits into a message, however many were named', () => {
    const keys = fieldKeys(crypto.randomUUID());
    for (let turn = 0; turn < 5000; turn++) {
      keys.left();
      inputs().map(keys.of);
    }
    expect(inputs().map(keys.of).filter((name) => name.length > LONGEST)).toEqual([]);
  });

  it('changes when its form was sent, and only that form’s', () => {
    const keys = fieldKeys('d');
    const before = inputs().map(keys.of);
    keys.sent(document.querySelector('#one'));
    expect(inputs().map((field) => before.includes(keys.of(field)))).toEqual([false, false, true, true]);
  });

  it('changes for every field, in a form or not, when the document was left', () => {
    const keys = fieldKeys('d');
    const before = inputs().map(keys.of);
    keys.left();
    expect(inputs().filter((field) => before.includes(keys.of(field)))).toEqual([]);
  });
});
