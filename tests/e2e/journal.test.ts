/** くわしく in a real browser: what was filled and copied is told with its screen, never a code; a moved token stays where it was put. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, rowField, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { untilCode, visitForm } from './journeys/form-pages.ts';
import { fillFromPopup } from './journeys/one-token.ts';

const CODE = rowField('パスワード(半角数字)');
const FIRST = "(//article[contains(@class,'card')])[1]";
const inFirst = (place: string): string => `${FIRST}${place}`;
const LINES = inFirst("//ul[contains(@class,'uses')]/li");

/** In the page: how high each line is in the moment in which it comes. */
function watchLines(): void {
  const heights: number[] = [];
  Reflect.set(globalThis, 'heightsHere', heights);
  const note = (): void => void heights.push(...[...document.querySelectorAll('.uses li')].map((line) => line.getBoundingClientRect().height));
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true });
}

describe.each(BROWSERS)('the details of a token in %s', (name) => {
  let scene: Scene;
  let popup: View;

  beforeAll(async () => {
    scene = await openScene(name);
  });
  afterAll(async () => await scene?.close());

  it('tell what was filled, and on which screen', async () => {
    const own = await makeVault(scene.stage);
    await enrol(own, 'あぶくま');
    const page = await scene.stage.newView();
    await page.front();
    await visitForm(page, scene.bank, 'layout-plain.do');
    // Armed: the code of the moment was about to end.
    expect(['filled', 'armed']).toContain(await fillFromPopup(own));
    await untilCode(page);
    const digits = await page.value(CODE);
    popup = await scene.stage.ownPage('/popup.html');
    await popup.run(watchLines);
    await popup.click(inFirst('//summary'));
    await popup.click(inFirst(button('使用の記録')));
    await popup.waitFor(LINES);
    const heights = await popup.run((): number[] => [...Reflect.get(globalThis, 'heightsHere'), document.querySelector('.uses li')?.getBoundingClientRect().height]);
    expect(new Set(heights).size, heights.join(' ')).toBe(1);
    const told = (await popup.textOf(LINES)).replaceAll(/\s+/g, ' ');
    expect(told).toMatch(/年.+日.+番号を入力 振込 ib\.shinkin\.localhost/);
    expect(told).not.toContain(digits);
  });

  it('forget it when the customer clears it', async () => {
    await popup.click(inFirst(button('記録を消す')));
    await popup.click(inFirst(button('消す')));
    await popup.waitFor(text('まだ使用の記録はありません。'));
    await popup.close();
  });

  it('move it, and it stays there', async () => {
    await enrol(await scene.stage.ownPage('/enrol.html'), '北伊勢上野');
    popup = await scene.stage.ownPage('/popup.html');
    await popup.waitFor(inFirst("[contains(@aria-label, 'あぶくま')]"));
    await popup.click(inFirst('//summary'));
    await popup.click(inFirst(button('下へ')));
    await popup.waitFor(inFirst("[contains(@aria-label, '北伊勢上野')]"));
    expect(await popup.run(() => document.activeElement?.closest('article')?.getAttribute('aria-label') ?? '')).toContain('あぶくま');
    await popup.close();
    popup = await scene.stage.ownPage('/popup.html');
    await popup.waitFor(inFirst("[contains(@aria-label, '北伊勢上野')]"));
  });
});
