/** Fields that nobody sees, or that lead elsewhere: a gesture in the browser's own windows fills nothing there either. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELDS, REAL_FIELDS, TURNING } from '../mock-bank/traps/fields.ts';
import type { Trap } from '../mock-bank/traps/trap.ts';
import { BROWSERS } from './browser/open.ts';
import { addressOf, fieldsFound, fillFromToolbar, givenTo, openTraps, type TrapScene, valuesIn } from './journeys/traps.ts';

const REFUSED = /^(page-without-field|field-unusable|field-read-only)$/;
const turns = new Set(TURNING);

describe.each(BROWSERS)('a field in %s', (name) => {
  let scene: TrapScene;

  beforeAll(async () => {
    scene = await openTraps(name);
  });
  afterAll(async () => await scene?.close());

  /** What went wrong, page by page. The popup asks what the page has first, which also waits for the script in it. */
  async function walk(traps: Trap[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const trap of traps) {
      await scene.page.go(addressOf(scene.bank, trap));
      await fieldsFound(scene.own);
      const outcome = await fillFromToolbar(scene);
      const values = await valuesIn(scene.page);
      if (!REFUSED.test(outcome) || values !== '') wrong.push(`${trap.address}: ${outcome} ${values}`);
    }
    return wrong;
  }

  it('that is hidden, cut, covered, too short or sent elsewhere stays empty, and the popup is told why', async () => {
    expect(await walk(FIELDS.filter((trap) => !turns.has(trap)))).toEqual([]);
    expect(await givenTo(scene.own)).toBe(0);
  });

  it('that becomes another as soon as it has the focus stays empty', async () => {
    expect(await walk(TURNING)).toEqual([]);
  });

  it.each(REAL_FIELDS.map(({ title, address }) => [title, address]))('is what these tests need: %s (%s) is filled, and nothing beside it', async (_title, address) => {
    await scene.page.go(addressOf(scene.bank, { address }));
    await fieldsFound(scene.own);
    expect(await fillFromToolbar(scene)).toMatch(/^(filled|armed)$/);
    await scene.page.until(() => [...document.querySelectorAll('input')].map(({ value }) => value).join('') !== '', 45);
    expect(await scene.page.run(() => [...document.querySelectorAll('input')].filter(({ value }) => value !== '').map((one) => one.name))).toEqual(['BPW0010']);
  });
});
