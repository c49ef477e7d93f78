/** The customer who falls for a trap: with the mouse, as the trap wants it. */
import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright';
import type { Trap } from '../../mock-bank/traps/trap.ts';
import { viewOf } from '../browser/chromium.ts';
import type { View } from '../browser/view.ts';
import { addressOf, openOffer, spotOf, untilDone, untilItWouldCount, valuesIn, type TrapScene } from './traps.ts';

/** The extension's API in one of its own pages. */
declare const chrome: {
  windows: { getAll(of: { windowTypes: string[] }): Promise<{ id: number }[]>; remove(id: number): Promise<void> };
};

/** What the driver has beyond a `View`: a button that is held down, a cut of the picture. Chromium only. */
function contextOf({ stage }: TrapScene): BrowserContext {
  const context: unknown = Reflect.get(stage, 'context');
  if (stage.name !== 'chromium') throw new Error('only the driver of Chromium does this');
  return context as BrowserContext;
}

/** A page in a window of its own: behind another tab it would draw nothing, and no click would count. Chromium only. */
export async function windowBeside(scene: TrapScene): Promise<View> {
  const context = contextOf(scene);
  const session = await context.browser()?.newBrowserCDPSession();
  const [page] = await Promise.all([context.waitForEvent('page'), session?.send('Target.createTarget', { url: 'about:blank', newWindow: true })]);
  await session?.detach();
  await page.setViewportSize({ width: 1100, height: 900 });
  return viewOf(page);
}

export class Customer {
  readonly #scene: TrapScene;
  readonly #view: View;
  #told: (word: string) => void = () => undefined;

  private constructor(scene: TrapScene, view: View) {
    this.#scene = scene;
    this.#view = view;
  }

  static async at(scene: TrapScene, view: View): Promise<Customer> {
    const customer = new Customer(scene, view);
    await view.expose('tellCustomer', (word) => customer.#told(word));
    return customer;
  }

  /** Opens the page and does what it wants. Resolves to what stands in its fields then. */
  async falls(trap: Trap): Promise<string> {
    const told = new Promise<string>((resolve) => (this.#told = resolve));
    await this.#view.go(addressOf(this.#scene.bank, trap));
    await openOffer(this.#view);
    if (trap.path === 'told') await this.#obey(await told);
    else if (trap.path === 'hold') await this.#holds();
    else {
      // The second click of two comes at once.
      if (trap.path !== 'double') await untilItWouldCount(this.#view);
      await this.#clicks();
    }
    await untilDone(this.#view);
    await this.#closesWindows();
    return await valuesIn(this.#view);
  }

  /** A code may have to be waited for. */
  async untilFilled(): Promise<void> {
    await this.#view.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
  }

  /** What is painted where the offer is, without its rounded corners: the digest of a picture. */
  async seesOffer(trap: Trap): Promise<string> {
    await this.#view.go(addressOf(this.#scene.bank, trap));
    await openOffer(this.#view);
    await untilItWouldCount(this.#view);
    const { x, y, width, height } = await this.#view.run(() => {
      const { host } = Reflect.get(window, 'trap') as { host: Element };
      return host.getBoundingClientRect().toJSON() as DOMRect;
    });
    const clip = { x: x + 8, y: y + 8, width: width - 16, height: height - 16 };
    return createHash('sha256').update(await (await this.#page()).screenshot({ clip })).digest('hex');
  }

  async #page(): Promise<Page> {
    const address = await this.#view.address();
    const page = contextOf(this.#scene).pages().find((one) => one.url() === address);
    if (!page) throw new Error(`no page at ${address}`);
    return page;
  }

  async #clicks(): Promise<void> {
    const { x, y } = await spotOf(this.#view);
    await this.#view.clickAt(x, y);
  }

  /** The page may stand still from now on: where to click must be known, and nothing more is asked of it. */
  async #obey(word: string): Promise<void> {
    const [, x, y] = /^click ([\d.]+) ([\d.]+)$/.exec(word) ?? [];
    await this.#view.clickAt(Number(x), Number(y));
  }

  /** 「長押ししてください」: for longer than an offer must have been seen. */
  async #holds(): Promise<void> {
    await untilItWouldCount(this.#view);
    const { x, y } = await spotOf(this.#view);
    const { mouse } = await this.#page();
    await mouse.move(x, y);
    await mouse.down();
    await this.#view.run(() => void Reflect.set(window, 'pressedAt', performance.now()));
    await this.#view.until(() => performance.now() - Number(Reflect.get(window, 'pressedAt')) > 800);
    await mouse.up();
  }

  /** In Firefox a click on the offer opens our window; the customer closes it. */
  async #closesWindows(): Promise<void> {
    if (this.#scene.stage.name !== 'firefox') return;
    await this.#scene.own.run(async () => {
      for (const { id } of await chrome.windows.getAll({ windowTypes: ['popup'] })) await chrome.windows.remove(id);
    });
  }
}
