/** Bad input and broken surroundings, through the real screens: a sentence each, nothing lost, nothing half made. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, checkbox, field, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { consentTo, makeVault } from './journeys/first-steps.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { pictures } from './pictures.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { storage: { local: { remove(key: string): Promise<void> } } };

describe.each(BROWSERS)('refusals in %s', (name) => {
  const picture = pictures(`refusals-${name}`);
  let scene: Scene;
  let own: View;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await scene.stage.ownPage('/enrol.html');
  });
  afterAll(async () => await scene?.close());

  const popup = async (): Promise<void> => await own.go(`${scene.stage.ownOrigin}/popup.html`);

  it('a passphrase that is easily guessed is not taken', async () => {
    await own.type(field('パスフレーズ'), 'password2024');
    await own.type(field('パスフレーズ（確認）'), 'password2024');
    await own.click(button('このパスフレーズにする'));
    await own.waitFor(text('推測されやすい'));
    await picture(own, 'weak-passphrase');
  });

  it('two different passphrases are not taken', async () => {
    await own.type(field('パスフレーズ'), PASSPHRASE);
    await own.type(field('パスフレーズ（確認）'), `${PASSPHRASE}x`);
    await own.click(button('このパスフレーズにする'));
    await own.waitFor(text('一致しません'));
    await own.close();
    own = await makeVault(scene.stage);
  });

  it('an institution that does not exist is not found, one without an issuer says so', async () => {
    await own.type(field('金融機関の名前またはコード'), 'みずほ銀行');
    await own.waitFor(text('見つかりません'));
    await own.type(field('金融機関の名前またはコード'), '1001');
    await own.waitFor(text('この金融機関はまだ対応していません'));
    await picture(own, 'no-issuer');
  });

  it('without both consents nothing is issued', async () => {
    await own.type(field('金融機関の名前またはコード'), '1188');
    await own.press('Enter');
    await own.click(checkbox('ご利用にあたっての内容に同意する'));
    await own.click(button('同意して発行する'));
    await own.waitFor(text('チェックが入っていません'));
    expect(scene.bank.seen().filter(({ kind }) => kind === 'provision')).toEqual([]);
    await own.click(button('金融機関を選び直す'));
  });

  it.each([
    ['down', '発行元に接続できません'],
    ['garbage', '正しくない返事'],
    ['wrong-mac', '本物だと確認できなかった'],
  ] as const)('an issuer that is %s is told, and the same enrolment goes on afterwards', async (kind, sentence) => {
    scene.bank.fault({ path: '/v1/sk/provision', kind });
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    await consentTo(own, '1188');
    await own.waitFor(text(sentence));
    await own.waitFor(text('途中までの手続きは失われていません'));
    await picture(own, `issuer-${kind}`);
    scene.bank.fault(null);
    await own.click(button('もう一度試す'));
    await own.waitFor(text('トークンを発行しました'));
  });

  it('an issuer that is slow is told after a while, and the same enrolment goes on afterwards', async () => {
    scene.bank.fault({ path: '/v1/sk/provision', kind: 'slow', milliseconds: 40_000 });
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    await consentTo(own, '1188');
    await own.waitFor(text('発行元と安全に鍵を取り交わしています'));
    await own.waitFor(text('返事に時間がかかっています'), 25);
    scene.bank.fault(null);
    await own.click(button('もう一度試す'));
    await own.waitFor(text('トークンを発行しました'));
  });

  it('an interrupted enrolment waits in the popup and goes on from there', async () => {
    scene.bank.fault({ path: '/v1/sk/provision', kind: 'drop-reply' });
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    await consentTo(own, '1188');
    await own.waitFor(text('発行元に接続できません'));
    await popup();
    await own.waitFor(text('発行手続き中'));
    await picture(own, 'pending');
    // Still cut off: else the background goes on with it by itself, and there may be nothing left to press.
    const fresh = await scene.stage.opened(() => own.click(button('続ける')));
    own = fresh;
    await own.waitFor(text('発行元に接続できません'));
    scene.bank.fault(null);
    await own.click(button('もう一度試す'));
    await own.waitFor(text('トークンを発行しました'));
  });

  it('a serial of another form is told, and a new start gets a right one', async () => {
    scene.bank.fault({ path: '/v1/sk/provision', kind: 'bad-serial' });
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    await consentTo(own, '1188');
    await own.waitFor(text('形式と違う'));
    await picture(own, 'issuer-bad-serial');
    scene.bank.fault(null);
    await own.click(button('やり直す'));
    await own.click(button('取り消してやり直す'));
    await own.waitFor(text('トークンを発行しました'));
  });

  it('leaves six tokens of six requests, none of them twice', async () => {
    await popup();
    await own.waitFor('(//article)[6]');
    const shown = await own.run(() => [...document.querySelectorAll('.serial-number')].map((serial) => serial.textContent ?? ''));
    expect(new Set(shown).size).toBe(6);
    for (const serial of shown) expect(await scene.bank.tokenState(serial)).toBe('UNBOUND');
    await picture(own, 'six-tokens');
  });

  it('a wrong passphrase opens nothing, the right one does', async () => {
    await popup();
    await own.click(button('今すぐロック'));
    await own.type(field('パスフレーズ'), 'kore-wa-chigau-kotoba');
    await own.click(button('ロックを解除'));
    await own.waitFor(text('パスフレーズが違います'));
    await picture(own, 'wrong-passphrase');
    await own.type(field('パスフレーズ'), PASSPHRASE);
    await own.click(button('ロックを解除'));
    await own.waitFor('(//article)[6]');
  });

  it('the loss kit is there while locked, with serial and telephone', async () => {
    await own.click(button('今すぐロック'));
    await own.waitFor(button('ロックを解除'));
    await own.go(`${scene.stage.ownOrigin}/loss.html`);
    await own.waitFor(text('SKTS'));
    await own.waitFor(text('あぶくま信用金庫'));
    await picture(own, 'loss-kit');
  });

  it('a database of a newer program is told in a sentence, with the tokens unchanged', async () => {
    await popup();
    // Another program version was here: the browser refuses to open a newer database with an older version.
    await own.run(
      () =>
        new Promise<boolean>((resolve, reject) => {
          const request = indexedDB.open('kagifuda', 99);
          request.addEventListener('success', () => {
            request.result.close();
            resolve(true);
          });
          request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
        }),
    );
    await popup();
    await own.waitFor(text('新しい版の鍵札で作られています'));
    await picture(own, 'store-refused');
  });

  it('a database that was emptied, and the copy with it, is damage, not a first run', async () => {
    await own.run(() => chrome.storage.local.remove('vaultCopy'));
    await own.run(
      () =>
        new Promise<boolean>((resolve) => {
          const request = indexedDB.deleteDatabase('kagifuda');
          request.addEventListener('success', () => resolve(true));
          request.addEventListener('error', () => resolve(false));
        }),
    );
    await popup();
    await own.waitFor(text('保存した内容を読めません'));
    await picture(own, 'damaged');
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
    expect(await own.isThere(button('このパスフレーズにする'))).toBe(false);
  });
});
