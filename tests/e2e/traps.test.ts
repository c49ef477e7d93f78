/** The attacker's script runs in the bank's own page, the token is there and unlocked, and the customer clicks where the page wants: no code leaves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COVERS } from '../mock-bank/traps/covers.ts';
import { NO_TRAP } from '../mock-bank/traps/list.ts';
import { LOOKS } from '../mock-bank/traps/looks.ts';
import { MOVES } from '../mock-bank/traps/moves.ts';
import { SCRIPTED } from '../mock-bank/traps/scripted.ts';
import { TIMES } from '../mock-bank/traps/times.ts';
import type { Trap } from '../mock-bank/traps/trap.ts';
import { BROWSERS } from './browser/open.ts';
import { button } from './browser/find.ts';
import { Customer, windowBeside } from './journeys/trap-customer.ts';
import { addressOf, CODE, fieldsFound, lastDemand, openOffer, openTraps, spotOf, type TrapScene } from './journeys/traps.ts';

/** Windows at a time: the customer mostly waits. A page behind another one draws nothing, so each has its own; Firefox has one in front. */
const HANDS = { chromium: 3, firefox: 1 };

const byMouse = ({ path = 'click' }: Trap): boolean => path !== 'look' && path !== 'keys';
const looksOnly = ({ path }: Trap): boolean => path === 'look';

describe.each(BROWSERS)('an attack in %s', (name) => {
  let scene: TrapScene;
  let customers: Customer[];

  beforeAll(async () => {
    scene = await openTraps(name);
    const views = [scene.page];
    while (views.length < HANDS[name]) views.push(await windowBeside(scene));
    customers = await Promise.all(views.map((view) => Customer.at(scene, view)));
  });
  afterAll(async () => await scene?.close());

  /** What went wrong, page by page. Every customer takes the next page. */
  async function walk(traps: Trap[]): Promise<string[]> {
    const left = [...traps];
    const wrong: string[] = [];
    const before = await lastDemand(scene.own);
    await Promise.all(customers.map(async (customer) => {
      for (let trap = left.shift(); trap; trap = left.shift()) {
        const values = await customer.falls(trap).catch((failure: unknown) => String(failure));
        if (values !== '') wrong.push(`${trap.address}: ${values}`);
        // Of several pages at a time it is one of the last.
        if ((await lastDemand(scene.own)) !== before) wrong.push(`${trap.address}: a code was asked for`);
      }
    }));
    return wrong;
  }

  const looks = name === 'chromium' ? LOOKS.filter(byMouse) : LOOKS.filter(({ address }) => /host-(opacity|before)|root-(filter|zoom|opacity)|dialog-o/.test(address));
  it('that repaints, fades, cuts or shrinks the offer gets nothing for a click', async () => {
    expect(await walk(looks)).toEqual([]);
  });

  // There a click opens our window at most, whatever lay over the offer: one picture and one shadow speak for all.
  const covers = name === 'chromium' ? COVERS : COVERS.filter(({ address }) => /full|backdrop|shadow/.test(address));
  it('that lays something over the offer gets nothing for a click', async () => {
    expect(await walk(covers)).toEqual([]);
  });

  const moves = name === 'chromium' ? MOVES : MOVES.filter(({ address }) => /follow|reparent\b|swapped/.test(address));
  it('that moves the offer or its field gets nothing for a click', async () => {
    expect(await walk(moves)).toEqual([]);
  });

  // The driver of Firefox has no button that is held down, and its clicks there count for nothing anyway.
  const times = name === 'chromium' ? TIMES : TIMES.filter(({ address }) => /at-once|covered-after/.test(address));
  it('that chooses the moment gets nothing for a click', async () => {
    expect(await walk(times)).toEqual([]);
  });

  it.runIf(name === 'chromium')('cannot change what the offer looks like', async () => {
    const [customer] = customers;
    const plain = await customer?.seesOffer(NO_TRAP);
    const left = LOOKS.filter(looksOnly);
    await Promise.all(customers.map(async (each) => {
      for (let trap = left.shift(); trap; trap = left.shift()) expect.soft(await each.seesOffer(trap), trap.address).toBe(plain);
    }));
  });

  // The driver of Firefox reads a page by the page's own built-ins: where these are false it sees nothing.
  const alone = SCRIPTED.filter(({ address }) => name === 'chromium' || address !== 'prototypes.do');
  it.each(alone.map(({ title, address }) => [title, address]))('%s (%s): no field is filled, no code is asked for, and the page is still served', async (_title, address) => {
    const trap = SCRIPTED.find((one) => one.address === address);
    if (!trap) throw new Error('not in the registry');
    const { own, page, bank } = scene;
    await page.front();
    const before = await lastDemand(own);
    await page.go(addressOf(bank, trap));
    // As in a game; for the other pages a click into the field, or nothing at all.
    if (address === 'stolen-focus.do') for (const key of ['a', 'ArrowDown', 'ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'Enter']) await page.press(key);
    else if (address === 'synthetic-host.do') await openOffer(page);
    await page.waitFor('//html[@data-over]');
    expect(await page.value(CODE)).not.toMatch(/\d/);
    expect(await lastDemand(own)).toBe(before);
    // A script of ours that had fallen over would not answer.
    expect(await fieldsFound(own)).toEqual(['current']);
  });

  it.runIf(name === 'chromium')('is what these tests need: on the same page without a trick one click fills', async () => {
    for (const [turn, customer] of customers.entries()) {
      const before = await lastDemand(scene.own);
      await customer.falls(NO_TRAP);
      await expect.poll(() => lastDemand(scene.own), { timeout: 15_000 }).toBeGreaterThan(before);
      if (turn === 0) await customer.untilFilled();
    }
  });

  it.runIf(name === 'firefox')('is what these tests need: on the same page without a trick one click opens our window', async () => {
    const { page, bank, stage } = scene;
    await page.front();
    await page.go(addressOf(bank, NO_TRAP));
    await openOffer(page);
    const { x, y } = await spotOf(page);
    const confirm = await stage.opened(() => page.clickAt(x, y));
    await confirm.click(button('の番号を入力する'));
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
  });
});
