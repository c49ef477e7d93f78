// @vitest-environment jsdom
/** When a page is looked at again, and when it is left in peace. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '../../../lib/autofill/watch.ts';
import { openPage } from '../../pages/open.ts';

type Watch = ReturnType<typeof watch>;

let looks: number;
let watching: Watch;
const at = (id: string): HTMLElement => document.querySelector<HTMLElement>(`#${id}`) ?? expect.unreachable();
const add = (html: string): void => at('main').insertAdjacentHTML('beforeend', html);
const wait = async (milliseconds: number): Promise<unknown> => await vi.advanceTimersByTimeAsync(milliseconds);

/** How often the page was looked at once all that `change` brought about is over. */
async function looksAfter(change: () => void): Promise<number> {
  looks = 0;
  change();
  await wait(300);
  return looks;
}

/** So many changes, each with a look of its own. */
async function changes(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    add('<p></p>');
    await wait(250);
  }
}

function hide(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  openPage('<main id="main"><input id="a"><input id="b"></main>');
  looks = 0;
  watching = watch(document, () => looks++, (node) => node.nodeName === 'ASIDE');
});
afterEach(() => {
  watching.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a page is looked at again', () => {
  it('a quarter of a second after it grew or shrank, and not before', async () => {
    add('<p id="p"></p>');
    await wait(249);
    expect(looks).toBe(0);
    await wait(1);
    expect(looks).toBe(1);
    expect(await looksAfter(() => at('p').remove())).toBe(1);
  });

  it('once for all that came meanwhile, and a quarter of a second later at most, though it never rests', async () => {
    for (let i = 0; i < 10; i++) {
      add('<p></p>');
      await wait(50);
    }
    expect(looks).toBe(2);
  });

  it('for a change deep in it, as for one on top', async () => {
    expect(await looksAfter(() => at('a').after('text'))).toBe(1);
    expect(await looksAfter(() => document.body.append('text'))).toBe(1);
  });

  it('not before anything changed', async () => {
    await wait(10_000);
    expect(looks).toBe(0);
  });
});

describe('what we add to a page ourselves', () => {
  it('is no reason to look, whether it comes or goes', async () => {
    expect(await looksAfter(() => add('<aside id="ours"></aside>'))).toBe(0);
    expect(await looksAfter(() => at('ours').remove())).toBe(0);
  });

  it('hides nothing that comes with it, before it or after it', async () => {
    expect(await looksAfter(() => add('<aside></aside><p></p>'))).toBe(1);
    expect(await looksAfter(() => (add('<aside></aside>'), add('<p></p>')))).toBe(1);
    expect(await looksAfter(() => at('main').replaceChildren(document.createElement('aside')))).toBe(1);
  });
});

describe('an attribute', () => {
  it.each(['type', 'disabled', 'readonly', 'hidden', 'style', 'class', 'maxlength', 'autocomplete'])('%s of a field that was found is a reason to look', async (name) => {
    watching.follow([at('a')]);
    expect(await looksAfter(() => at('a').setAttribute(name, '1'))).toBe(1);
  });

  it('of anything else is none, nor one that says nothing of a field\'s use', async () => {
    watching.follow([at('a')]);
    expect(await looksAfter(() => at('b').setAttribute('type', 'tel'))).toBe(0);
    expect(await looksAfter(() => at('a').setAttribute('data-x', '1'))).toBe(0);
  });
});

describe('a page that never rests', () => {
  it('is looked at fifty times, and then left in peace', async () => {
    await changes(49);
    expect(looks).toBe(49);
    await changes(1);
    expect(looks).toBe(50);
    await changes(5);
    expect(looks).toBe(50);
  });

  it('and no field of it is followed any more', async () => {
    await changes(50);
    watching.follow([at('a')]);
    expect(await looksAfter(() => at('a').setAttribute('type', 'tel'))).toBe(0);
  });

  it('and the browser is asked for nothing more on our account', async () => {
    const asked = vi.spyOn(MutationObserver.prototype, 'observe');
    const ended = vi.spyOn(MutationObserver.prototype, 'disconnect');
    await changes(49);
    watching.follow([at('a')]);
    expect([asked.mock.calls.length, ended.mock.calls.length]).toEqual([1, 0]);
    await changes(1);
    watching.follow([at('a')]);
    expect([asked.mock.calls.length, ended.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('a page that nobody sees', () => {
  it('is looked at when it comes into view, once', async () => {
    hide(true);
    expect(await looksAfter(() => add('<p></p>'))).toBe(0);
    expect(await looksAfter(() => hide(false))).toBe(1);
    expect(await looksAfter(() => hide(false))).toBe(0);
  });

  it('is not looked at when it only goes, nor when it comes back as it was', async () => {
    expect(await looksAfter(() => hide(true))).toBe(0);
    expect(await looksAfter(() => hide(false))).toBe(0);
  });

  it('waits as long as it is out of sight, however often it is told', async () => {
    hide(true);
    await looksAfter(() => add('<p></p>'));
    expect(await looksAfter(() => hide(true))).toBe(0);
  });

  it('costs none of its fifty looks', async () => {
    hide(true);
    for (let i = 0; i < 60; i++) await looksAfter(() => add('<p></p>'));
    hide(false);
    expect(await looksAfter(() => add('<p></p>'))).toBe(1);
  });
});

describe('once it is over', () => {
  it('nothing is looked at: no change, no view, not what was due', async () => {
    add('<p></p>');
    await wait(100);
    watching.stop();
    expect(await looksAfter(() => add('<p></p>'))).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('nor is a page that was waiting to be seen', async () => {
    hide(true);
    await looksAfter(() => add('<p></p>'));
    watching.stop();
    expect(await looksAfter(() => hide(false))).toBe(0);
  });
});
