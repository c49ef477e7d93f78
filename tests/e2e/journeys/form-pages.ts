/** The bank's hard forms as a customer of あぶくま信用金庫 comes to them, and what stands in them. */
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { MockBank } from '../../mock-bank/start.ts';
import type { ChromiumStage } from '../browser/chromium.ts';
import { bubbleSays } from '../browser/chromium-closed.ts';
import { text } from '../browser/find.ts';
import type { Stage, View } from '../browser/view.ts';

export const RECEIVED = '6桁の数字を受け取りました';

export const formAddress = (bank: MockBank, address: string, host: 'copy' | 'bank' = 'bank'): string =>
  bank.address(host === 'copy' ? 'ib-shinkin.localhost' : 'ib.shinkin.localhost', `/variants/${address}`);

/** By the bank's entry address, and on from there: a typed address would leave the institution unknown. */
export async function visitForm(page: View, bank: MockBank, address: string, host: 'copy' | 'bank' = 'bank'): Promise<void> {
  await page.go(bank.address('ib.shinkin.localhost', `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa('1188'))}`));
  const to = formAddress(bank, address, host);
  await page.run((there) => location.assign(there), to);
  await expect.poll(() => page.address().catch(() => ''), { timeout: 15_000 }).toBe(to);
  await page.until(() => document.readyState === 'complete');
}

/** In the page, open shadow roots too: six digits stand in a field, perhaps parted, or one in each box. */
export function hasCode(): boolean {
  const inputs = (root: Document | ShadowRoot): HTMLInputElement[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [...(one instanceof HTMLInputElement ? [one] : []), ...(one.shadowRoot ? inputs(one.shadowRoot) : [])]);
  const all = inputs(document);
  const boxes = all.filter((one) => one.closest('[data-boxes]')).map(({ value }) => value).join('');
  return [boxes, ...all.filter(({ type }) => type !== 'hidden').map(({ value }) => value)].some((value) => /^\d{6}$/.test(value.normalize('NFKC').replaceAll(/[ -]/g, '')));
}

/** A code that would die on the way is not given: the next one comes within seconds. */
export const untilCode = (page: View): Promise<void> => page.until(hasCode, 45);

export const untilReceived = (page: View): Promise<void> => page.waitFor(text(RECEIVED), 45);

const isChromium = (stage: Stage): stage is ChromiumStage => 'context' in stage;

/** The driver's own page at this address. */
async function driven(stage: Stage, page: View): Promise<Page> {
  if (!isChromium(stage)) throw new Error('Chromium only');
  const address = await page.address();
  const found = stage.context.pages().find((one) => one.url() === address);
  if (!found) throw new Error(`no page at ${address}`);
  return found;
}

/** Of the page's window, in CSS pixels. Chromium only. */
export async function resize(stage: Stage, page: View, width: number, height: number): Promise<void> {
  await (await driven(stage, page)).setViewportSize({ width, height });
}

/** What our bubble says; '' without one. Chromium only: no driver sees into closed shadow roots of Firefox. */
export const bubbleWords = async (stage: Stage, page: View): Promise<string> => await bubbleSays(await driven(stage, page));
