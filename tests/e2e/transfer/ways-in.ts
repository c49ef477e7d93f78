/** Every way in, one step each: text, files, the clipboard, dropping, the page in front; and what gives no tokens. */
import { expect } from 'vitest';
import type { Step } from '../bank/steps.ts';
import { button, checkbox, field, text } from '../browser/find.ts';
import type { View } from '../browser/view.ts';
import { PASSPHRASE } from '../journeys/main-road.ts';
import { badFiles, wrongEntries } from './bad-files.ts';
import { aegis, migration, twofas } from './other-programs.ts';
import { line, type OwnPages } from './own-pages.ts';
import { qrPicture } from './png.ts';
import { uriOf } from './standard.ts';
import type { Tokens } from './tokens.ts';

export interface Scene {
  /** Filled before the first step is played. */
  own: OwnPages;
  /** Of a page that is not a bank's and shows the QR codes of `onPage`. */
  pageAddress: string;
}

type Picture = (view: View, title: string) => Promise<void>;

/** What a page is told of something carried to it, where no driver carries it: `kind` of the event. */
const carry = (view: View, kind: 'paste' | 'drop', png: Buffer): Promise<void> =>
  view.run(
    (given) => {
      const [type = '', picture = ''] = given.split(' ');
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))], 'image.png', { type: 'image/png' }));
      const event = new Event(type, { bubbles: true, cancelable: true });
      Object.defineProperty(event, type === 'drop' ? 'dataTransfer' : 'clipboardData', { value: carried });
      document.querySelector('h1')?.dispatchEvent(event);
    },
    `${kind} ${png.toString('base64')}`,
  );

export function textWays(step: Step, scene: Scene, tokens: Tokens, picture: Picture): void {
  const { example, long, quick, counting } = tokens;
  const typed = [example, long, quick, counting];

  step('text: four kinds of token, one twice, one unreadable; only the four are added', async () => {
    const { view, stage, toImport, add, issuers } = scene.own;
    await toImport();
    await stage.hand.copyText([...typed.map(uriOf), uriOf(example), 'otpauth://totp/Dame?secret=18!0'].join('\n'));
    await view.front();
    await view.click('//textarea');
    await view.paste();
    await view.click(button('読み取る'));
    await view.waitFor(text('6件見つかりました。新しいものは4件です。'));
    for (const { issuer } of typed) await view.waitFor(line(issuer, '新しい'));
    await view.waitFor(line('Example', '二重'));
    await view.waitFor(line('Dame', '読めません'));
    await view.waitFor(text('秘密の文字列が正しくありません'));
    await picture(view, '1-text');
    expect(await issuers(), 'something was kept before it was asked for').toEqual([]);
    await add(4);
    await picture(view, '2-added');
  });

  step('the popup shows the codes of RFC 6238, of every hash, length and period', async () => {
    const { view, toPopup, expectCode } = scene.own;
    await toPopup();
    for (const token of [example, long, quick]) await expectCode(token);
    await picture(view, '3-popup');
  });

  step('次の番号を出す gives the codes of RFC 4226, each counter once, also after the worker is gone', async () => {
    const { view, stage, toPopup, expectNext } = scene.own;
    await expectNext(counting, 41);
    await expectNext(counting, 42);
    await picture(view, '4-counting');
    await stage.killWorker();
    await toPopup();
    await expectNext(counting, 43);
  });

  step('the same text by Ctrl+V on the page: all of it is here already', async () => {
    const { view, stage, toImport } = scene.own;
    await toImport();
    await stage.hand.copyText(typed.map(uriOf).join('\n'));
    await view.front();
    await view.click('//h1');
    await view.paste();
    await view.waitFor(text('4件見つかりました。追加できる新しいものはありません。'));
    for (const { issuer } of typed) await view.waitFor(line(issuer, 'すでにあります'));
    expect([await view.isThere(`//ul[@class='found']//input`), await view.isThere(button('追加する'))]).toEqual([false, false]);
    await picture(view, '5-kept');
  });

  step('クリップボードから読む, with the leave of the browser', async () => {
    const { view, stage, toImport, add } = scene.own;
    await toImport();
    await stage.hand.copyText(uriOf(tokens.copied));
    await view.front();
    await stage.hand.letRead(() => view.click(button('クリップボードから読む')));
    await view.waitFor(line('コピー', '新しい'));
    await add(1);
  });
}

export function fileWays(step: Step, scene: Scene, tokens: Tokens, picture: Picture): void {
  const { pictured, firstOfPhone, restOfPhone, inAegis, inTwofas, long } = tokens;

  step('a picture with three QR codes, one of them declined', async () => {
    const { view, toImport, choose, add, issuers } = scene.own;
    await toImport();
    await choose({ 'qr.png': qrPicture(pictured.map(uriOf)) });
    await view.waitFor(text('3件見つかりました'));
    await view.click(checkbox('写真2'));
    await add(2);
    expect((await issuers()).filter((issuer) => issuer.startsWith('写真'))).toEqual(['写真1', '写真3']);
  });

  step('the export of a phone in two codes: the missing one is named, then both are here', async () => {
    const { view, toImport, choose, add } = scene.own;
    const [first = '', second = ''] = migration([firstOfPhone, restOfPhone]);
    await toImport();
    await choose({ 'phone-1.png': qrPicture([first]) });
    await view.waitFor(text('QRコードがあと1枚足りません'));
    await view.waitFor(text('2件見つかりました'));
    await picture(view, '6-missing');
    await choose({ 'phone-2.png': qrPicture([second]) });
    await view.waitFor(text('3件見つかりました'));
    await view.waitGone(text('足りません'));
    await add(3);
  });

  step('files of Aegis and 2FAS at once', async () => {
    const { view, toImport, toPopup, choose, add, expectCode } = scene.own;
    await toImport();
    await choose({ 'aegis.json': aegis([inAegis, long]), 'backup.2fas': twofas([inTwofas, inAegis]) });
    await view.waitFor(text('4件見つかりました。新しいものは2件です。'));
    await view.waitFor(line('山田商店', 'すでにあります'));
    await view.waitFor(line('イージス', '二重'));
    await add(2);
    await toPopup();
    for (const token of [inAegis, inTwofas, ...firstOfPhone]) await expectCode(token);
  });

  step('a picture by Ctrl+V', async () => {
    const { view, stage, toImport, add } = scene.own;
    const png = qrPicture([uriOf(tokens.copiedPicture)]);
    await toImport();
    if (stage.name === 'chromium') {
      await stage.hand.copyPicture(png);
      await view.front();
      await view.paste();
    } else {
      // No picture gets onto the clipboard of a Firefox without a screen.
      await carry(view, 'paste', png);
    }
    await view.waitFor(line('コピー画像', '新しい'));
    await add(1);
  });

  step('a picture that is dropped beside the fields', async () => {
    const { view, toImport, add } = scene.own;
    await toImport();
    await carry(view, 'drop', qrPicture([uriOf(tokens.dropped)]));
    await view.waitFor(line('落とした', '新しい'));
    await add(1);
  });
}

export function pageWay(step: Step, scene: Scene, { onPage }: Tokens, picture: Picture): void {
  const read = button('表示中のページのQRコードを読む');

  step('QR codes of the page in front are read after a click on the toolbar, and not without one', async () => {
    const { stage, issuers } = scene.own;
    const page = await stage.newView();
    await page.go(scene.pageAddress);
    await page.front();
    const unasked = await stage.openPopup();
    await unasked.click(read);
    await unasked.waitFor(text('このページは読み取りが許されていません'));
    await unasked.close();
    const popup = await stage.clickToolbar();
    const found = await stage.opened(() => popup.click(read));
    for (const { issuer } of onPage) await found.waitFor(line(issuer, '新しい'));
    await picture(found, '7-page');
    await found.click(button('2件を追加する'));
    await found.waitFor(text('2件を追加しました'));
    expect(await issuers()).toEqual(expect.arrayContaining(onPage.map(({ issuer }) => issuer)));
    await found.close();
    await page.close();
  });
}

/** Below the edge of the window nobody reads it. A pixel is what the browsers round. */
function isProblemInSight(): boolean {
  const { top = -1, bottom = Infinity } = document.querySelector('.source-problems')?.getBoundingClientRect() ?? {};
  return top >= -1 && bottom <= innerHeight + 1;
}

export function hindrances(step: Step, scene: Scene, { late, long }: Tokens, picture: Picture): void {
  step('what cannot be read is said in a sentence, and changes nothing', async () => {
    const { view, toImport, choose, tokens } = scene.own;
    await toImport();
    const before = (await tokens()).map(({ id }) => id);
    for (const { fileName, content, says } of badFiles()) {
      await choose({ [fileName]: content });
      await view.waitFor(`//li[contains(., '${fileName}')][contains(., '${says}')]`);
      await view.until(isProblemInSight);
    }
    await picture(view, '8-bad');
    expect((await tokens()).map(({ id }) => id)).toEqual(before);
    await choose({ 'good.txt': uriOf(long) });
    await view.waitFor(line('山田商店', 'すでにあります'));
  });

  step('entries of the wrong types are named one by one, and none can be chosen', async () => {
    const { view, toImport, choose } = scene.own;
    await toImport();
    const { content, lines } = wrongEntries();
    await choose({ 'types.json': content });
    for (const { named, says } of lines) await view.waitFor(`//ul[@class='found']/li[contains(., '${named}')][contains(., '${says}')]`);
    expect(await view.isThere(`//ul[@class='found']//input`)).toBe(false);
    await picture(view, '9-types');
  });

  step('locked in the middle: what was gathered waits, and goes on after unlocking', async () => {
    const { view, toImport, choose, add, answer } = scene.own;
    await toImport();
    await choose({ 'late.txt': uriOf(late) });
    await view.waitFor(line('ロック中', '新しい'));
    await answer('lock');
    await view.click(button('1件を追加する'));
    await view.waitFor(text('読み取る内容をお預かりしています'));
    expect(await view.textOf('//main')).not.toContain(late.account);
    await picture(view, '10-locked');
    await view.type(field('パスフレーズ'), PASSPHRASE);
    await view.click(button('ロックを解除'));
    await view.waitFor(line('ロック中', '新しい'));
    await add(1);
  });
}
