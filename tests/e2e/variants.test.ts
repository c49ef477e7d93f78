/** The hard forms in a browser as it comes: whatever a page does, a person with a keyboard and a mouse gets six digits through. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VARIANTS } from '../mock-bank/variants/list.ts';
import type { Variant } from '../mock-bank/variants/variant.ts';
import { startBank, type MockBank } from '../mock-bank/start.ts';
import { button, checkbox, field, rowField, text } from './browser/find.ts';
import { BROWSERS } from './browser/open.ts';
import { openPlain, type PlainBrowser, type PlainView } from './browser/plain.ts';

/** Starts with 0, which a number would lose. */
const DIGITS = '012345';
const RECEIVED = '6桁の数字を受け取りました';
const CODE = rowField('パスワード(半角数字)');
const GO = button('実行');

/** Brings the digits into the field. */
type Person = (view: PlainView) => Promise<void>;

async function pressAll(view: PlainView): Promise<void> {
  for (const digit of DIGITS) await view.press(digit);
}

const typing = (place: string): Person => (view) => view.type(place, DIGITS);

/** First this is pressed, then the field is there. */
const after = (place: string, then: Person): Person => async (view) => {
  await view.click(place);
  await then(view);
};

const boxes: Person = async (view) => {
  await view.click('//tr[th[contains(., "パスワード")]]//input[1]');
  await pressAll(view);
};

/** No script leads from one to the other: Tab does. */
const halves: Person = async (view) => {
  await view.click('//tr[th[contains(., "パスワード")]]//input[1]');
  for (const digit of DIGITS.slice(0, 3)) await view.press(digit);
  await view.press('Tab');
  for (const digit of DIGITS.slice(3)) await view.press(digit);
};

const keys: Person = async (view) => {
  for (const digit of DIGITS) await view.click(`//div[contains(@class, "keyboard")]//button[.="${digit}"]`);
};

/** In the page: the first line of what its frame shows. */
function corner(): { x: number; y: number } {
  const frame = document.querySelector('iframe');
  frame?.scrollIntoView({ block: 'center' });
  const { left, top } = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
  return { x: left + 30, y: top + 12 };
}

/** A frame of another process takes clicks only once it is drawn: again, until its field has the focus. */
const inFrame: Person = async (view) => {
  await expect.poll(async () => {
    const { x, y } = await view.run(corner);
    await view.clickAt(x, y);
    await view.press('Tab');
    return (await view.runInFrames(() => document.activeElement?.localName)).at(-1);
  }, { timeout: 10_000 }).toBe('input');
  await pressAll(view);
};

/** No selector sees the field: a click on a line before it, one step with Tab, and the keys. */
const inRoot: Person = async (view) => {
  const { x, y } = await view.run(() => {
    const [start] = document.querySelectorAll('bank-form, bank-page, section h2');
    const { left, top } = start?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: left + 30, y: top + (start?.localName === 'h2' ? 10 : 40) };
  });
  await view.clickAt(x, y);
  await view.press('Tab');
  await pressAll(view);
};

/** Where the field is not simply the row 「パスワード(半角数字)」. */
const WAYS: Record<string, Person> = {
  'boxes.do': boxes,
  'boxes-from-first.do': boxes,
  'halves.do': halves,
  'keys-only.do': keys,
  'keys-optional.do': after(checkbox('ソフトウェアキーボード入力'), keys),
  'disabled.do': after(checkbox('内容を確認しました'), typing(CODE)),
  'late-button.do': after(button('ワンタイムパスワードの入力へ'), typing(CODE)),
  'late-shown.do': after(button('ワンタイムパスワードの入力へ'), typing(CODE)),
  'frame-same.do': inFrame,
  'framed-by-copy.do': inFrame,
  'frame-sandboxed.do': inFrame,
  'frame-srcdoc.do': inFrame,
  'shadow-open.do': inRoot,
  'shadow-nested.do': inRoot,
  'shadow-closed.do': inRoot,
  'shadow-associated.do': inRoot,
  'dialog.do': after(button('認証へ進む'), typing(CODE)),
  'popover.do': after(button('認証へ進む'), typing(CODE)),
  'dialog-over-form.do': typing('//dialog//tr[th[contains(., "パスワード")]]//input'),
  'beside-login.do': typing(rowField('ワンタイムパスワード')),
  'two-forms.do': typing(CODE),
  'phone.do': typing('//div[@class="line"][contains(., "ワンタイムパスワード")]//input'),
  'label-image.do': typing('//tr[th/img[@alt="ワンタイムパスワード"]]//input'),
  'label-drawn.do': typing('//tr[th/span[@class="drawn"]]//input'),
  'other-channels.do': typing(rowField('SMS認証番号')),
  'english.do': typing(field('One-time password')),
};

/** With Enter, unless the page has sent itself or Enter means something else where the focus is. */
async function send(view: PlainView, address: string): Promise<void> {
  if (address === 'auto-send.do') return;
  if (/^(boxes|keys)/.test(address)) await view.click(GO);
  else await view.press('Enter');
}

const says = (view: PlainView, words: string): Promise<void> => expect.poll(() => view.textOfFrames(), { timeout: 10_000 }).toContain(words);

const addressOf = (bank: MockBank, { host, address }: Pick<Variant, 'host' | 'address'>): string =>
  bank.address(host === 'copy' ? 'ib-shinkin.localhost' : 'ib.shinkin.localhost', `/variants/${address}`);

describe.each(BROWSERS)('the hard forms in %s', (name) => {
  let bank: MockBank;
  let browser: PlainBrowser;
  let view: PlainView;

  async function freshView(): Promise<PlainView> {
    const fresh = await browser.newView();
    await fresh.beforeEveryPage(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        document.documentElement.setAttribute('data-violated', `${violatedDirective} ${blockedURI}`));
    });
    return fresh;
  }

  beforeAll(async () => {
    [bank, browser] = await Promise.all([startBank({ quiet: true }), openPlain(name)]);
    view = await freshView();
  });
  afterAll(async () => {
    await browser?.close();
    await bank?.close();
  });

  it.each(VARIANTS.map(({ title, address }) => [title, address]))('%s (%s) takes six digits of a person', async (_title, address) => {
    const variant = VARIANTS.find((one) => one.address === address);
    if (!variant) throw new Error('not in the registry');
    // After a page whose frames have other processes Firefox's driver waits for ever for the tab's next page.
    const at = address.includes('frame') ? await freshView() : view;
    await at.go(addressOf(bank, variant));
    expect(await at.run(() => document.documentElement.dataset['violated'] ?? 'none')).toBe('none');
    await (WAYS[address] ?? typing(CODE))(at);
    if (variant.tellsState) await at.waitFor(text('部品の値: 6桁'));
    await send(at, address);
    await says(at, RECEIVED);
    if (at !== view) await at.close();
  });

  it('a script-held field forgets what is only written into it, and the bank then gets nothing', async () => {
    await view.go(addressOf(bank, { address: 'controlled.do' }));
    await view.run(() => {
      const [code] = document.querySelectorAll<HTMLInputElement>('input[name=BPW0010]');
      if (!code) throw new Error('no field');
      // As a careless program fills: the component's own property swallows it, even when an event follows.
      code.value = '123456';
      code.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await view.waitFor(text('部品の値: 0桁'));
    await view.click(GO);
    await says(view, '何も入力されていません');
  });

  it('the index leads to every form', async () => {
    await view.go(bank.address('ib.shinkin.localhost', '/variants/'));
    await view.click(button('6つの箱'));
    await view.waitFor(text('ワンタイムパスワードの入力'));
  });
});
