/** The hard forms with the extension: one gesture brings the code in and the customer sends it; or nothing is touched, and a sentence says why. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VARIANTS } from '../mock-bank/variants/list.ts';
import type { Variant } from '../mock-bank/variants/variant.ts';
import { button, checkbox, field, rowField } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { bubbleWords, RECEIVED, untilCode, untilReceived, visitForm } from './journeys/form-pages.ts';
import { acceptOpenOffer } from './journeys/offer.ts';
import { fillFromPopup, freshToken } from './journeys/one-token.ts';
import { changesOf, watchChanges } from './journeys/untouched.ts';

const CODE = rowField('パスワード(半角数字)');
const GO = button('実行');

/** The extension's API in one of its own pages. */
declare const chrome: {
  tabs: { query(of: { url: string }): Promise<{ id: number }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};

/** Where the field is not simply the row 「パスワード(半角数字)」: what is pressed first, and where the field is. */
const WAYS: Record<string, { first?: string; place?: string }> = {
  'boxes.do': { place: '//tr[th[contains(., "パスワード")]]//input[1]' },
  'boxes-from-first.do': { place: '//tr[th[contains(., "パスワード")]]//input[1]' },
  'boxes-opening.do': { place: '//tr[th[contains(., "パスワード")]]//input[1]' },
  'halves.do': { place: '//tr[th[contains(., "パスワード")]]//input[1]' },
  'disabled.do': { first: checkbox('内容を確認しました') },
  'late-button.do': { first: button('ワンタイムパスワードの入力へ') },
  'late-shown.do': { first: button('ワンタイムパスワードの入力へ') },
  'dialog.do': { first: button('認証へ進む') },
  'popover.do': { first: button('認証へ進む') },
  'dialog-over-form.do': { place: '//dialog//tr[th[contains(., "パスワード")]]//input' },
  'beside-login.do': { place: rowField('ワンタイムパスワード') },
  'phone.do': { place: '//div[@class="line"][contains(., "ワンタイムパスワード")]//input' },
  'label-image.do': { place: '//tr[th/img[@alt="ワンタイムパスワード"]]//input' },
  'label-drawn.do': { place: '//tr[th/span[@class="drawn"]]//input' },
  'english.do': { place: field('One-time password') },
};

/** No selector of a page sees into its shadow roots. */
const IN_ROOT = /^shadow-(open|nested|associated)\.do$/;
/** A form that takes a token's code, where a person's own hands are the only way. */
const REFUSED: Record<string, string> = {
  'keys-only.do': 'field-read-only',
  'frame-same.do': 'page-without-field',
  'frame-srcdoc.do': 'page-without-field',
  'shadow-closed.do': 'page-without-field',
};
const READ_ONLY = 'この欄には直接入力できません。ツールバーの鍵札からコピーするか、画面のキーボードで入力してください。';
/** The three ways in which Firefox draws its offer: in the page, in a dialog, in a popover. */
const CONFIRMED = new Set(['controlled.do', 'dialog.do', 'popover.do']);

const addresses = (keep: (variant: Variant) => boolean): [string, string][] => VARIANTS.filter(keep).map(({ title, address }) => [title, address]);
const isFilled = ({ token, address }: Variant): boolean => token === 'code' && !(address in REFUSED);

function variantAt(address: string): Variant {
  const found = VARIANTS.find((one) => one.address === address);
  if (!found) throw new Error(`not in the registry: ${address}`);
  return found;
}

/** In the page: the middle of the first field in an open shadow root. */
function middleOfField(): { x: number; y: number } {
  const find = (root: Document | ShadowRoot): HTMLInputElement | undefined => {
    for (const one of root.querySelectorAll('*')) {
      if (one instanceof HTMLInputElement) return one;
      const inner = one.shadowRoot && find(one.shadowRoot);
      if (inner) return inner;
    }
    return undefined;
  };
  const input = find(document);
  input?.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = input?.getBoundingClientRect() ?? new DOMRect();
  return { x: left + width / 2, y: top + height / 2 };
}

describe.each(BROWSERS)('the hard forms with the extension in %s', (name) => {
  let scene: Scene;
  let own: View;
  let page: View;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    page = await scene.stage.newView();
    await watchChanges(page);
  });
  afterAll(async () => await scene?.close());
  beforeEach(async () => {
    await freshToken(own, '1188');
    await page.front();
  });

  /** A tab of its own for pages whose frames have other processes: Firefox's driver waits for ever for the next page of such a tab. */
  async function visit(address: string): Promise<void> {
    if (address.includes('frame')) {
      await page.close();
      page = await scene.stage.newView();
      await watchChanges(page);
      await page.front();
    }
    await visitForm(page, scene.bank, address, variantAt(address).host);
  }

  async function act(address: string): Promise<void> {
    const { first, place = CODE } = WAYS[address] ?? {};
    if (first !== undefined) await page.click(first);
    if (!IN_ROOT.test(address)) return await page.click(place);
    const { x, y } = await page.run(middleOfField);
    await page.clickAt(x, y);
  }

  /** By the offer in the page; in Firefox, where that takes a window each time, mostly by the shortcut. */
  async function gesture(address: string): Promise<void> {
    if (name === 'firefox' && !CONFIRMED.has(address)) return await scene.stage.command('fill-code');
    await acceptOpenOffer(scene.stage, page);
  }

  const typed = (): Promise<string> => page.run(() => [...document.querySelectorAll('input')].map(({ value }) => value).join(''));

  async function badge(): Promise<string> {
    return await own.run(async (there) => {
      const tabs = await chrome.tabs.query({ url: `${new URL(there).origin.replace(/:\d+$/, '')}/*` });
      return (await Promise.all(tabs.map(({ id: tabId }) => chrome.action.getBadgeText({ tabId })))).join('');
    }, await page.address());
  }

  /** The other fields of the page are as the customer left them. */
  async function expectNotAstray(address: string): Promise<void> {
    for (const { label } of variantAt(address).beside ?? [])
      expect(await page.textOf(`//tr[th[normalize-space(.)='${label}']]/td`), label).not.toContain('6桁');
  }

  it.each(addresses(isFilled))('%s (%s) is filled by one gesture, and the bank gets six digits', async (_title, address) => {
    await visit(address);
    await act(address);
    await gesture(address);
    if (address !== 'auto-send.do') {
      await untilCode(page);
      await page.front();
      if (address.startsWith('boxes')) await page.click(GO);
      else await page.press('Enter');
    }
    await untilReceived(page);
    await expectNotAstray(address);
  });

  it.each(addresses(({ address }) => address in REFUSED))('%s (%s) is left to the customer’s own hands, and a sentence says so', async (_title, address) => {
    await visit(address);
    const reason = REFUSED[address];
    if (reason === 'field-read-only') await page.click('//input[@readonly]');
    expect(await fillFromPopup(own)).toBe(reason);
    expect(await typed()).toBe('');
    if (reason !== 'field-read-only') return await expectUntouched();
    if (name === 'chromium') expect(await bubbleWords(scene.stage, page)).toContain(READ_ONLY);
  });

  it.each(addresses(({ token }) => token === 'never'))('%s (%s) is offered nothing and gets nothing by any gesture', async (_title, address) => {
    await visit(address);
    for (const index of await page.run(() => [...document.querySelectorAll('input').keys()])) await page.click(`(//input)[${index + 1}]`);
    const reason = address === 'framed-by-copy.do' ? 'page-not-listed' : 'page-without-field';
    expect(await fillFromPopup(own)).toBe(reason);
    expect(await badge()).toBe('');
    await scene.stage.command('fill-code');
    // The command shows the popup, in Firefox as a window of its own: the page behind it is still the one that is meant.
    expect(await fillFromPopup(own)).toBe(reason);
    expect(await typed()).toBe('');
    await expectUntouched();
  });

  async function expectUntouched(): Promise<void> {
    expect(await changesOf(page)).toEqual([]);
    expect(await page.textOf('//body')).not.toContain(RECEIVED);
  }
});
