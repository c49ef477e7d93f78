/** From the customer's press on the field to the offer beside it, on a page of the mock bank, against the page's own next frame. */
import type { Page } from 'playwright';
import { entry } from '../tests/e2e/bank/customer.ts';
import { openChromium, viewOf } from '../tests/e2e/browser/chromium.ts';
import { rowField } from '../tests/e2e/browser/find.ts';
import { toRegistration } from '../tests/e2e/journeys/bank-pages.ts';
import { enrol, makeVault } from '../tests/e2e/journeys/first-steps.ts';
import { untilBadge } from '../tests/e2e/journeys/untouched.ts';
import { startBank } from '../tests/mock-bank/start.ts';

const ROUNDS = 9;
const PASSWORD = 'kagi2026fuda';
const CODE = rowField('ワンタイムパスワード(半角数字)');

export interface Latency {
  /** Milliseconds, round by round. */
  offer: number[];
  frame: number[];
}

async function press(page: Page): Promise<{ offer: number; frame: number }> {
  await page.evaluate(() => {
    const root = document.documentElement;
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => Reflect.set(window, 'frame', performance.now() - timeStamp));
        new MutationObserver((_, observer) => {
          observer.disconnect();
          Reflect.set(window, 'offer', performance.now() - timeStamp);
        }).observe(root, { childList: true });
      },
      { capture: true, once: true },
    );
  });
  await page.locator(`xpath=${CODE}`).first().click();
  await page.waitForFunction(() => Reflect.has(window, 'offer') && Reflect.has(window, 'frame'));
  return await page.evaluate(() => ({ offer: Number(Reflect.get(window, 'offer')), frame: Number(Reflect.get(window, 'frame')) }));
}

/** @param extension the built one, that knows the mock bank at `port` */
export async function measureOffer(extension: string, port: number): Promise<Latency> {
  const bank = await startBank({ port, quiet: true });
  const stage = await openChromium(extension);
  try {
    const customer = await bank.newCustomer({ institution: '1188', password: PASSWORD });
    const own = await makeVault(stage);
    await enrol(own, '1188');
    const latency: Latency = { offer: [], frame: [] };
    const page = await stage.context.newPage();
    const view = viewOf(page);
    for (let round = 0; round < ROUNDS; round++) {
      await view.go(entry(bank, '1188'));
      await toRegistration(view, customer);
      await untilBadge(own);
      const { offer, frame } = await press(page);
      latency.offer.push(offer);
      latency.frame.push(frame);
    }
    return latency;
  } finally {
    await stage.close();
    await bank.close();
  }
}
