/** On a site that is no bank's the popup says so, asks before a code is copied, and opens the true site. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { PopupPanel, View } from './browser/view.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { asking } from './journeys/lock-pages.ts';
import { changesOf, watchChanges } from './journeys/untouched.ts';
import { waitingAt } from './own-site/browser-leave.ts';

const COPY = button('コピー');
const QUESTION = `//*[@role='group'][.//button[normalize-space(.)='それでもコピーする']]`;
/** Firefox lets only a person's own click write to the clipboard, not the driver's: then the notice says that. */
const ANSWERED = `//article//*[contains(@class, 'notice-place')][contains(., 'コピー')]`;
const NO_QUESTION = `//main[not(.//button[normalize-space(.)='それでもコピーする'])]`;

describe.each(BROWSERS)('a site that is no bank’s in %s', (name) => {
  let scene: Scene;
  let own: View;
  let page: View;
  let serial: string;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    serial = await enrol(own, '1188');
    page = await scene.stage.newView();
    await watchChanges(page);
  });
  afterAll(async () => await scene?.close());

  const over = async (address: string): Promise<PopupPanel> => {
    await page.front();
    await page.go(address);
    const panel = await scene.stage.clickToolbar();
    await panel.waitFor(text(serial));
    return panel;
  };
  /** The popup's own mark of a code that went to the clipboard. */
  const isCopied = async (): Promise<boolean> => (await asking(own)('look', {})).tokens.some(({ code }) => code?.use === 'copied');
  const phishing = (): string => scene.bank.address('ib-shinkin.localhost', '/webbk/login/b-otp.do?bankcode=MTE4OA%3D%3D');

  it('a look-alike is named and warned of, gets nothing, and the question before a copy opens the true site', async () => {
    const panel = await over(phishing());
    await panel.waitFor(text('登録されていないサイトです'));
    await panel.waitFor(text(`ib-shinkin.localhost:${scene.bank.port}`));
    await panel.waitFor(text('金融機関のサイトに似た名前ですが'));
    await panel.click(COPY);
    await panel.waitFor(`${QUESTION}//*[contains(., 'あぶくま信用金庫のサイトではありません')]`);
    expect(await isCopied()).toBe(false);
    const bank = await scene.stage.opened(() => panel.click(button('正規サイトを開く')));
    await bank.until(() => location.hostname === 'ib.shinkin.localhost');
    expect(await isCopied()).toBe(false);
    expect(await changesOf(page)).toEqual([]);
    expect(await waitingAt(own)).toEqual([]);
    await bank.close();
  });

  it('an ordinary site is named calmly, and the second answer copies', async () => {
    const panel = await over(scene.bank.address('mail.localhost', '/'));
    await panel.waitFor(text(`mail.localhost:${scene.bank.port}`));
    await panel.waitFor(`//main[not(contains(., '似た名前'))]`);
    await panel.click(COPY);
    await panel.waitFor(QUESTION);
    expect(await isCopied()).toBe(false);
    await panel.click(button('それでもコピーする'));
    await panel.waitFor(text('コピー済み'));
    expect(await isCopied()).toBe(true);
    await panel.close();
  });

  it('a bank’s page, and a page that is no site, are copied beside without a question', async () => {
    for (const address of [scene.bank.address('ib.shinkin.localhost', `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa('1188'))}`), 'about:blank']) {
      const panel = await over(address);
      await panel.click(COPY);
      await panel.waitFor(ANSWERED);
      await panel.waitFor(NO_QUESTION);
      await panel.close();
    }
  });
});
