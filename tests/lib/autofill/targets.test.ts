// @vitest-environment jsdom
/** Which of the found fields one gesture fills. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/autofill/finding.ts';
import { targetsIn } from '../../../lib/autofill/targets.ts';
import type { Role } from '../../../lib/field-role.ts';
import { openPage } from '../../pages/open.ts';

const at = (id: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`#${id}`) ?? expect.unreachable();
const found = (...all: [string, Role][]): Finding[] => all.map(([id, role]) => ({ element: at(id), role, confidence: 'offer' }));

/** By ids: the code's fields, the serial's, the roles, and the field that the gesture is about. */
function chosen(findings: Finding[], near: string | null): unknown {
  const targets = targetsIn(findings, near === null ? null : at(near));
  return targets && [targets.code.map(({ id }) => id), targets.serial?.id ?? null, targets.roles, targets.first.id];
}

describe('of several fields', () => {
  it('the current code is filled before a new one, and that before an old one', () => {
    openPage('<input id="o"><hr><input id="n"><hr><input id="c">');
    const all = found(['o', 'old'], ['n', 'new'], ['c', 'current']);
    expect(chosen(all, null)).toEqual([['c'], null, ['current'], 'c']);
    expect(chosen(all.slice(0, 2), null)).toEqual([['n'], null, ['new'], 'n']);
    expect(chosen(all.slice(0, 1), null)).toEqual([['o'], null, ['old'], 'o']);
  });

  it('the one is filled that the user acted on', () => {
    openPage('<input id="o"><hr><input id="n"><hr><input id="c">');
    expect(chosen(found(['o', 'old'], ['n', 'new'], ['c', 'current']), 'o')).toEqual([['o'], null, ['old'], 'o']);
  });

  it('those count that stand in one form with what the user acted on', () => {
    openPage('<form><input id="c"></form><form><input id="x"><input id="o"></form>');
    const all = found(['c', 'current'], ['o', 'old']);
    expect(chosen(all, 'x')).toEqual([['o'], null, ['old'], 'o']);
    openPage('<form><input id="c"></form><form><input id="x"></form><form><input id="o"></form>');
    expect(chosen(found(['c', 'current'], ['o', 'old']), 'x')).toEqual([['c'], null, ['current'], 'c']);
  });
});

const row = (): Finding[] => {
  const [a, b, c] = found(['a', 'current'], ['b', 'current'], ['c', 'current']);
  return a && b && c ? [a, { ...b, follows: a.element }, { ...c, follows: b.element }] : expect.unreachable();
};
const page = (a: string, b: string, c: string): void => void openPage(`<form><input id="a" value="${a}"><input id="b" value="${b}"><input id="c" value="${c}"><input id="x"></form>`);
const whose = (near: string | null): unknown => targetsIn(row(), near === null ? null : at(near))?.first.id;

describe('of codes in a row', () => {
  it('the first empty one is filled, and the first where none is', () => {
    page('', '', '');
    expect([whose(null), whose('x')]).toEqual(['a', 'a']);
    page('1', '', '');
    expect([whose(null), whose('x')]).toEqual(['b', 'b']);
    page('1', '1', '');
    expect(whose(null)).toBe('c');
    page('1', '1', '1');
    expect(whose(null)).toBe('a');
  });

  it('the one that the user acted on is filled when those before it are', () => {
    page('', '', '');
    expect([whose('a'), whose('b'), whose('c')]).toEqual(['a', 'a', 'a']);
    page('1', '', '');
    expect([whose('a'), whose('b'), whose('c')]).toEqual(['a', 'b', 'b']);
    page('1', '1', '1');
    expect([whose('a'), whose('b'), whose('c')]).toEqual(['a', 'b', 'c']);
  });

  it('each is known as one of them, and no other field is', () => {
    page('', '', '');
    expect(['a', 'b', 'c'].map((near) => targetsIn(row(), at(near))?.inTurn)).toEqual([true, true, true]);
    expect(targetsIn([...row(), ...found(['x', 'new'])], at('x'))?.inTurn).toBe(false);
    expect(targetsIn(found(['x', 'serial']), null)?.inTurn).toBe(false);
  });
});

const boxes = (name: string): string => `<p>${[1, 2, 3, 4, 5, 6].map((place) => `<input id="${name}${place}" maxlength="1">`).join('')}</p>`;

it('of two rows of boxes the first is one of them whichever of its boxes the user acted on', () => {
  openPage(`<form>${boxes('a')}<p>次</p>${boxes('b')}</form>`);
  const [one, two, next] = found(['a1', 'current'], ['a2', 'current'], ['b1', 'current']);
  if (!one || !two || !next) expect.unreachable();
  const targets = targetsIn([one, two, { ...next, follows: one.element }], at('a2'));
  expect([targets?.code.length, targets?.code[0]?.id, targets?.inTurn]).toEqual([6, 'a1', true]);
});

describe('a serial', () => {
  it('goes with the code of its own form only, or dialog', () => {
    openPage('<form><input id="s"></form><form><input id="c"></form>');
    expect(chosen(found(['s', 'serial'], ['c', 'current']), null)).toEqual([['c'], null, ['current'], 'c']);
    openPage('<dialog><input id="s"></dialog><dialog><input id="t"><input id="c"></dialog>');
    expect(chosen(found(['s', 'serial'], ['t', 'serial'], ['c', 'new']), null)).toEqual([['c'], 't', ['new', 'serial'], 'c']);
  });

  it('never goes with an old code', () => {
    openPage('<form><input id="s"><input id="o"></form>');
    expect(chosen(found(['s', 'serial'], ['o', 'old']), null)).toEqual([['o'], null, ['old'], 'o']);
  });

  it('is filled alone where no code is asked for, near what the user acted on', () => {
    openPage('<form><input id="s"></form><form><input id="x"></form>');
    expect(chosen(found(['s', 'serial']), null)).toEqual([[], 's', ['serial'], 's']);
    expect(chosen(found(['s', 'serial']), 's')).toEqual([[], 's', ['serial'], 's']);
    expect(chosen(found(['s', 'serial']), 'x')).toBeNull();
  });
});

it('is nothing where nothing was found', () => {
  openPage('<input id="x">');
  expect([chosen([], null), chosen([], 'x')]).toEqual([null, null]);
});
