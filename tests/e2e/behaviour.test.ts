/** What pages do between the customer's act and the code: it gets into the right field or nowhere, and the way on stays open. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { button, rowField } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { bubbleWords, formAddress, hasCode, untilCode, untilReceived, visitForm } from './journeys/form-pages.ts';
import { acceptOpenOffer, clickForOffer, OFFER } from './journeys/offer.ts';
import { fillFromPopup, freshToken } from './journeys/one-token.ts';

const CODE = rowField('パスワード(半角数字)');

/** In the page, as a framework does when its state changes. */
function drawAnew(): void {
  const field = document.querySelector('input[name=BPW0010]');
  field?.replaceWith(field.cloneNode());
}

describe.each(BROWSERS)('behaviour of pages in %s', (name) => {
  let scene: Scene;
  let own: View;
  let page: View;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    page = await scene.stage.newView();
  });
  afterAll(async () => await scene?.close());
  beforeEach(async () => {
    await freshToken(own, '1188');
    await page.front();
  });

  const visit = (address: string, at = page): Promise<void> => visitForm(at, scene.bank, address);

  async function fillByOffer(at = page): Promise<string> {
    await clickForOffer(at, CODE);
    await acceptOpenOffer(scene.stage, at);
    await untilCode(at);
    return await at.value(CODE);
  }

  /** Of our bubble, where a driver can read it. */
  async function expectSaid(words: string): Promise<void> {
    if (name === 'chromium') await expect.poll(() => bubbleWords(scene.stage, page)).toContain(words);
  }

  it('a thousand rows that never rest hide no field', async () => {
    await visit('layout-live-rows.do');
    await fillByOffer();
    await page.front();
    await page.press('Enter');
    await untilReceived(page);
  });

  it('a field under a notice of the bank gets nothing until the notice is closed', async () => {
    await visit('layout-covered.do');
    expect(await fillFromPopup(own)).toBe('field-unusable');
    expect(await page.value(CODE)).toBe('');
    await expectSaid('この欄には安全に入力できません');
    await page.click(button('閉じる'));
    await fillByOffer();
  });

  it('a field that is drawn anew takes its offer with it; the new one gets an offer and the code', async () => {
    await visit('layout-plain.do');
    await page.click(CODE);
    await page.waitFor(OFFER);
    await page.run(drawAnew);
    await page.waitGone(OFFER);
    expect(await page.value(CODE)).toBe('');
    await fillByOffer();
  });

  it('a field whose type changes while it is offered, and after, keeps its code', async () => {
    await visit('eye.do');
    await page.click(button('表示する'));
    await page.click(CODE);
    await page.waitFor(OFFER);
    await page.run(() => document.querySelector('#pswd001')?.setAttribute('type', 'password'));
    await acceptOpenOffer(scene.stage, page);
    await untilCode(page);
    await page.front();
    await page.click(button('隠す'));
    expect(await page.run(hasCode)).toBe(true);
    await page.click(button('振込実行'));
    await untilReceived(page);
  });

  it('a code that runs out in the field is taken out and said so, and the next click brings another', async () => {
    await visit('layout-plain.do');
    const first = await fillByOffer();
    await page.until(() => document.querySelector<HTMLInputElement>('input[name=BPW0010]')?.value === '', 45);
    await expectSaid('有効時間が過ぎたため、入力した番号を消しました');
    await page.front();
    expect(await fillByOffer()).not.toBe(first);
  });

  it('two tabs of one bank never get the same code', async () => {
    const other = await scene.stage.newView();
    await visit('layout-plain.do', other);
    await page.front();
    await visit('layout-plain.do');
    const first = await fillByOffer();
    await other.front();
    expect(await fillByOffer(other)).not.toBe(first);
    await other.close();
  });

  it('a page that comes back has no offer, for its institution was not seen; its old code goes out in time', async () => {
    // A tab of its own: after such a way back Firefox's driver waits for ever for the tab's next page.
    const tab = await scene.stage.newView();
    await tab.front();
    await visit('layout-kept.do', tab);
    await fillByOffer(tab);
    await tab.run(() => void Reflect.set(window, 'wasHere', true));
    await tab.run((there) => location.assign(there), formAddress(scene.bank, ''));
    await tab.waitFor(button('6つの箱'));
    await tab.run(() => history.back());
    await tab.waitFor(CODE);
    // The driver of Chromium keeps no pages for the way back.
    expect(await tab.run(() => Reflect.get(window, 'wasHere') === true)).toBe(name === 'firefox');
    await tab.until(() => document.querySelector<HTMLInputElement>('input[name=BPW0010]')?.value === '', 45);
    await freshToken(own, '1188');
    await tab.front();
    await tab.click(CODE);
    await fillFromPopup(own);
    await untilCode(tab);
    expect(await tab.isThere(OFFER)).toBe(false);
    await tab.close();
  });

  it('a page that removes the offer gets nothing, and the popup still fills', async () => {
    await visit('layout-removing.do');
    await page.click(CODE);
    await page.waitGone(OFFER);
    expect(await page.value(CODE)).toBe('');
    await fillFromPopup(own);
    await untilCode(page);
  });

  it('a dialog that is drawn anew loses the offer, and the next click brings it back', async () => {
    await visit('layout-redrawn-dialog.do');
    await page.click(CODE);
    await page.waitFor(OFFER);
    await page.run(() => document.querySelector<HTMLElement>('[data-redraw]')?.click());
    await page.waitGone(OFFER);
    await fillByOffer();
  });

  it.runIf(name === 'chromium')('a page that restyles the offer gets nothing by any click on it; the popup still fills', async () => {
    await visit('layout-restyling.do');
    for (let click = 0; click < 4; click++) {
      await page.click(CODE);
      await acceptOpenOffer(scene.stage, page);
      await expectSaid('安全を確認できなかったため、入力しませんでした');
      expect(await page.value(CODE)).toBe('');
    }
    await page.press('Escape');
    await page.waitGone(OFFER);
    await page.click(CODE);
    await fillFromPopup(own);
    await untilCode(page);
    expect(await page.isThere(OFFER)).toBe(false);
  });
});
