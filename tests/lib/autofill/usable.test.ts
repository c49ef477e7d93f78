// @vitest-environment jsdom
/** Whether a field may be filled now: nothing lies over it, and what it holds goes nowhere else. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectUnchanged, expectUsable, isCovered } from '../../../lib/autofill/usable.ts';
import { openPage } from '../../pages/open.ts';

const at = (selector: string): HTMLInputElement => document.querySelector<HTMLInputElement>(selector) ?? expect.unreachable();

/** A box of 200 × 20 at (100, 50), and who would receive a click there. */
function laidOut(field: HTMLInputElement, top: (x: number, y: number) => Element | null, width = 200): void {
  field.getBoundingClientRect = () => new DOMRect(100, 50, width, 20);
  document.elementFromPoint = top;
}

afterEach(() => void Reflect.deleteProperty(document, 'elementFromPoint'));

describe('a covered field', () => {
  it('is one where something else receives a click at a quarter or at the middle', () => {
    openPage('<input><div id="over"></div>');
    const [field, over] = [at('input'), at('#over')];
    for (const [x, covered] of [[150, true], [200, true], [280, false]] as const) {
      laidOut(field, (clicked, y) => (clicked === x && y === 60 ? over : field));
      expect(isCovered(field)).toBe(covered);
    }
  });

  it('is one that no click reaches at all', () => {
    openPage('<input>');
    laidOut(at('input'), () => null);
    expect(isCovered(at('input'))).toBe(true);
  });

  it('is none where nothing is laid out', () => {
    openPage('<input>');
    laidOut(at('input'), () => null, 0);
    expect(isCovered(at('input'))).toBe(false);
    laidOut(at('input'), () => null);
    Reflect.deleteProperty(document, 'elementFromPoint');
    expect(isCovered(at('input'))).toBe(false);
  });

  it('is none under its own floating label, but under every other', () => {
    openPage('<label for="a" id="own"><b>番号</b></label><input id="a"><label id="around"><input id="b"><i></i></label><label for="a" id="other"></label><input id="c">');
    const cases = [['#a', '#own', false], ['#a', '#own b', false], ['#b', '#around i', true], ['#c', '#other', true], ['#a', '#c', true]] as const;
    for (const [field, top, covered] of cases) {
      laidOut(at(field), () => at(top));
      expect([field, top, isCovered(at(field))]).toEqual([field, top, covered]);
    }
  });

  it('is refused before a code is asked for', () => {
    openPage('<input><div id="over"></div>');
    laidOut(at('input'), () => at('#over'));
    expect(() => expectUsable(at('input'), 6)).toThrow('field-unusable');
    laidOut(at('input'), () => at('input'));
    expect(() => expectUsable(at('input'), 6)).not.toThrow();
  });

  it.each<[string, string]>([
    ['hidden', '<div hidden><input></div>'],
    ['disabled', '<input disabled>'],
    ['in a disabled group', '<fieldset disabled><input></fieldset>'],
  ])('is refused as early where it is %s', (_, html) => {
    openPage(html);
    expect(() => expectUsable(at('input'), 6)).toThrow('field-unusable');
  });

  it('is looked at where it was brought into sight, as near as possible and at once', () => {
    openPage('<input>');
    const asked: unknown[] = [];
    at('input').scrollIntoView = (how) => void asked.push(how);
    const moved = vi.spyOn(window, 'scrollBy').mockImplementation(() => undefined);
    laidOut(at('input'), () => at('input'));
    expectUsable(at('input'), 6);
    expect(asked).toEqual([{ block: 'nearest', inline: 'nearest', behavior: 'instant' }]);
    // Free as it is: the window stays where the customer has it.
    expect(moved).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('is looked at once more in the middle of the window, which alone is moved, away from a bar at its edge', () => {
    openPage('<input><div id="bar"></div>');
    const [moved, asked]: [unknown[], unknown[]] = [[], []];
    laidOut(at('input'), () => (moved.length > 0 ? at('input') : at('#bar')));
    at('input').scrollIntoView = (how) => void asked.push(how);
    vi.stubGlobal('innerHeight', 600);
    vi.spyOn(window, 'scrollBy').mockImplementation((how) => void moved.push(how));
    expect(() => expectUsable(at('input'), 6)).not.toThrow();
    expect(asked).toEqual([{ block: 'nearest', inline: 'nearest', behavior: 'instant' }]);
    expect(moved).toEqual([{ top: -240, behavior: 'instant' }]);
    laidOut(at('input'), () => at('#bar'));
    expect(() => expectUsable(at('input'), 6)).toThrow('field-unusable');
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
});

describe('a field with the focus', () => {
  it.each<[string, (field: HTMLInputElement) => void]>([
    ['hidden', (field) => void (field.style.display = 'none')],
    ['disabled', (field) => void (field.disabled = true)],
    ['made one of a form that sends elsewhere', (field) => field.form?.setAttribute('action', 'https://elsewhere.example/')],
  ])('is refused when the page has %s it meanwhile', (_, change) => {
    openPage('<form action="/here"><input></form>');
    expect(() => expectUnchanged(at('input'))).not.toThrow();
    change(at('input'));
    expect(() => expectUnchanged(at('input'))).toThrow('field-unusable');
  });

  it('may be covered by then: a hint of the page opens over it', () => {
    openPage('<input><div id="over"></div>');
    laidOut(at('input'), () => at('#over'));
    expect(() => expectUnchanged(at('input'))).not.toThrow();
  });
});

describe('where a form sends to', () => {
  it.each([
    ['<form id="f" action="/here"><input></form><form><button formaction="https://elsewhere.example/"></button></form>', true],
    ['<form action="/here"><input><input type="image" formaction="https://elsewhere.example/"></form>', false],
    ['<form action="  "><input></form>', true],
    ['<form action="mailto:a@b.example"><input></form>', false],
  ])('%s', (html, usable) => {
    openPage(html);
    const work = expect(() => expectUsable(at('input'), 6));
    if (usable) work.not.toThrow();
    else work.toThrow('field-unusable');
  });

  it('a field for no digit takes none', () => {
    openPage('<input maxlength="0">');
    expect(() => expectUsable(at('input'), 6)).toThrow('field-unusable');
  });

  it.each([[6, true], [7, false]] as const)('a field for six digits takes %i: %s', (length, usable) => {
    openPage('<input maxlength="6">');
    const work = expect(() => expectUsable(at('input'), length));
    if (usable) work.not.toThrow();
    else work.toThrow('field-unusable');
  });
});
