/** J1 and J12 by passkey, in the only browser that has them for extensions: first run, spare, unlocking, adding, removing. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from './browser/build.ts';
import { openChromium } from './browser/chromium.ts';
import { button, field, text } from './browser/find.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { makeVault } from './journeys/first-steps.ts';
import { asking, headerOf, lockNow, prove, unlock } from './journeys/lock-pages.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { pictures } from './pictures.ts';

const SEARCH = text('金融機関をさがす');
const SETTINGS = text('ロックを解除する方法');

const addPasskey = async (view: View): Promise<void> => {
  await view.click(button('パスキーを追加'));
  await prove(view, PASSPHRASE, '追加する');
  await view.waitFor(text('パスキーを追加しました'));
};

describe.runIf(BROWSERS.includes('chromium'))('passkeys in chromium', () => {
  const picture = pictures('passkeys');
  let extension: string;
  let stage: Stage;
  let own: View;

  beforeAll(async () => {
    extension = await buildExtension('chrome', await freePort());
  });
  afterEach(async () => await stage?.close());

  const ask: ReturnType<typeof asking> = (request, what) => asking(own)(request, what);
  const page = (path: string): Promise<void> => own.go(stage.ownOrigin + path);
  const kinds = async (): Promise<string[]> => (await ask('ways', {})).ways.map(({ kind }) => kind);
  /** A new profile on a PC with a fingerprint reader. */
  const open = async (): Promise<void> => {
    stage = await openChromium(extension);
    await stage.givePasskeys();
  };
  const choosePasskey = async (): Promise<void> => {
    await open();
    own = await stage.ownPage('/enrol.html');
    await own.waitFor(text('ロックの方法を選ぶ'));
    await picture(own, '1-choose');
    await own.click(button('パスキーを使う'));
    await own.waitFor(text('予備のパスフレーズを決める'));
  };

  it('first run with a spare passphrase: afterwards each of the two opens', async () => {
    await choosePasskey();
    await picture(own, '2-spare');
    await own.type(field('パスフレーズ'), PASSPHRASE);
    await own.type(field('パスフレーズ（確認）'), PASSPHRASE);
    await own.click(button('これを予備にする'));
    await own.waitFor(SEARCH);
    await own.waitFor(text('保護されました'));
    expect(await kinds()).toEqual(['passkey', 'passphrase']);
    await ask('lock', {});
    await page('/enrol.html');
    await own.waitFor(button('パスキーで解除'));
    await picture(own, '3-locked');
    await own.click(button('パスキーで解除'));
    await own.waitFor(SEARCH);
    await ask('lock', {});
    await page('/enrol.html');
    await unlock(own, PASSPHRASE);
    await own.waitFor(SEARCH);
  });

  it('first run without a spare: only after the warning, whose safe answer leads back', async () => {
    await choosePasskey();
    await own.click(button('予備を決めずに進む'));
    await own.waitFor(text('だれにも元に戻せません。金融機関でトークンの再発行が必要になります'));
    await picture(own, '4-skip');
    await own.press('Enter');
    await own.waitFor(button('予備を決めずに進む'));
    expect(await own.isThere(SEARCH)).toBe(false);
    await own.click(button('予備を決めずに進む'));
    await own.click(button('予備なしで進む'));
    await own.waitFor(SEARCH);
    await own.waitFor(text('保護されました'));
    expect(await kinds()).toEqual(['passkey']);
  });

  it('are added, open the settings and the popup’s window, and are removed; each change only with a proof', async () => {
    await open();
    own = await makeVault(stage);
    await page('/settings.html');
    const before = await headerOf(own);
    await own.click(button('パスキーを追加'));
    await prove(own, `${PASSPHRASE}x`, '追加する');
    await own.waitFor(text('パスフレーズが違います'));
    expect(await headerOf(own)).toBe(before);
    await prove(own, PASSPHRASE, '追加する');
    await own.waitFor(text('パスキーを追加しました'));
    await picture(own, '5-added');
    await lockNow(own);
    await own.click(button('パスキーで解除'));
    await own.waitFor(SETTINGS);
    await lockNow(own);

    const popup = await stage.openPopup();
    const view = await stage.opened(() => popup.click(button('パスキーで解除')));
    // This window's reader does not know the passkey of the other page. Ours waits for two minutes at the most.
    await view.front();
    await view.waitFor(text('パスキーを確認できませんでした'), 130);
    expect(await view.address()).toBe(`${stage.ownOrigin}/unlock.html`);
    await picture(view, '6-window');
    expect((await ask('look', {})).vault).toBe('locked');
    // In place: a window that has been elsewhere may not close itself.
    await view.run(() => location.replace('/settings.html'));
    await unlock(view, PASSPHRASE);
    await addPasskey(view);
    await lockNow(view);
    await view.run(() => location.replace('/unlock.html'));
    await view.waitFor(text('ロックを解除しました'));
    await picture(view, '7-opened');
    expect((await ask('look', {})).vault).toBe('open');
    await expect.poll(() => view.isThere('//main').catch(() => 'closed'), { timeout: 10_000 }).toBe('closed');

    await page('/settings.html');
    await own.click(`(${button('パスキーを削除')})[2]`);
    await picture(own, '8-remove');
    await own.click(button('パスキーで確認して削除する'));
    await own.waitFor(text('削除しました'));
    await own.click(button('パスキーを削除'));
    await prove(own, PASSPHRASE, '削除する');
    await own.waitFor(text('先に別の方法を追加してください'));
    expect(await kinds()).toEqual(['passphrase']);
    await lockNow(own);
    expect(await own.isThere(button('パスキーで解除'))).toBe(false);
    await unlock(own, PASSPHRASE);
    await own.waitFor(SETTINGS);
  });
});
