/**
 * The vault damaged past the program, through the database and `storage.local`: what can be put right is put right and said; what
 * cannot is saved, brought back as far as it goes, or set aside. Nothing is overwritten before. Files on the disk: damage-files.test.ts.
 */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { journey } from './bank/steps.ts';
import { button, checkbox, field, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { copyOf, flipped, withAnotherSalt, withCopyFlipped, withHeader, withRowFlipped } from './damage/changes.ts';
import { type Laid, readLaid, writeLaid } from './damage/laid.ts';
import { makeVault } from './journeys/first-steps.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { letGo, plant, planted } from './kills/planted.ts';
import { pictures } from './pictures.ts';

/** The extension's API in one of its own pages. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};

const UNLOCK = button('ロックを解除');
const RESTORED = text('保存した内容を元に戻しました');
const SEEN = button('確認しました');
const AS_IT_WAS = text('トークンはそのままです。');
const CONSENT = { termsAccepted: true, samePcAccepted: true };

describe.each(BROWSERS)('a vault that was damaged, with %s', (name) => {
  const step = journey();
  const picture = pictures(`damage-${name}`);
  let scene: Scene;
  let own: View;
  /** Of あぶくま信用金庫 and of 見本信用金庫. */
  let first: { tokenId: string; serial: string };
  let second: { tokenId: string; serial: string };

  const ask = client<OwnRequests>((message) => own.run((given) => chrome.runtime.sendMessage(JSON.parse(given)), JSON.stringify(message)));
  const go = (page: string): Promise<void> => own.go(scene.stage.ownOrigin + page);

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    first = await ask('enrolShinkin', { institutionCode: '1188', ...CONSENT });
    second = await ask('enrolShinkin', { institutionCode: '1999', ...CONSENT });
  });
  afterAll(async () => await scene?.close());

  /** The disk as it is now, and then as `change` has it. */
  async function damage(change: (laid: Laid) => Laid): Promise<void> {
    await writeLaid(own, change(await readLaid(own)));
  }
  async function unlock(passphrase = PASSPHRASE): Promise<void> {
    await go('/popup.html');
    await own.type(field('パスフレーズ'), passphrase);
    await own.click(UNLOCK);
  }
  /** Both tokens with their serials, and both copies alike again. */
  async function expectBoth(): Promise<void> {
    await own.waitFor(text(first.serial));
    await own.waitFor(text(second.serial));
    const { tokens, vault } = await ask('look', {});
    expect([vault, ...tokens.map(({ serial }) => serial)]).toEqual(['open', first.serial, second.serial]);
    expect((await ask('health', {})).copy.state).toBe('same');
  }
  /** The notice is there, and gone for good once it was read. */
  async function expectSaid(heading: string, ...sentences: string[]): Promise<void> {
    for (const words of [heading, ...sentences]) await own.waitFor(text(words));
    await own.click(SEEN);
    await own.waitGone(SEEN);
    await go('/popup.html');
    await own.waitFor(text(second.serial));
    expect(await own.isThere(SEEN)).toBe(false);
  }

  step('a record of the primary changed, and the copy one code older: it is restored, and the code that was copied is not given again', async () => {
    const before = copyOf(await readLaid(own));
    await ask('copy', { tokenId: first.tokenId });
    await damage((laid) => ({ ...withRowFlipped(laid, first.tokenId), copy: before }));
    await go('/popup.html');
    await own.waitFor(text('使用済み'));
    await expect(ask('copy', { tokenId: first.tokenId })).rejects.toMatchObject({ reason: 'code-spent' });
    await picture(own, 'older-copy');
    await expectBoth();
    await expectSaid('保存した内容を元に戻しました', 'そのときの番号と次の番号は使用済みにしました');
  });

  step('one record of the primary changed while locked: unlocking brings it back from the copy and says so', async () => {
    await ask('lock', {});
    await damage((laid) => withRowFlipped(laid, first.tokenId));
    await unlock();
    await own.waitFor(RESTORED);
    await own.waitFor(AS_IT_WAS);
    await picture(own, 'restored');
    await expectBoth();
    await expectSaid('保存した内容を元に戻しました', '保存した内容の一部が壊れていたため、予備から元に戻しました。');
  });

  step('the health page lists it', async () => {
    await go('/health.html');
    await own.waitFor(text('自動で元に戻した記録'));
    await own.waitFor(text('一部が壊れていたため、予備から元に戻しました。トークンはそのままです。'));
    await own.waitFor(text('同じ内容の予備があります'));
    await picture(own, 'health');
  });

  step('the same while it is open: the next look brings it back', async () => {
    await damage((laid) => withRowFlipped(laid, second.tokenId));
    await go('/popup.html');
    await expectBoth();
    await expectSaid('保存した内容を元に戻しました', 'トークンはそのままです。');
  });

  step('the whole database deleted while it is open: it is made again, and steps that may have been given count as given', async () => {
    await damage(({ copy }) => ({ rows: null, copy }));
    await go('/popup.html');
    await expectBoth();
    await expectSaid('保存した内容を元に戻しました', '保存した内容がなくなっていたため、予備から元に戻しました。', 'そのときの番号と次の番号は使用済みにしました');
  });

  step('one bit of the header changed while locked: the right passphrase opens at the first try', async () => {
    await ask('lock', {});
    await damage((laid) => withHeader(laid, (header) => ({ ...header, body: flipped(header['body']) })));
    await unlock();
    await expectBoth();
    await expectSaid('保存した内容を元に戻しました');
  });

  step('the salt of the header changed, with a sum that fits: two ways are there, both are tried, and the right one opens', async () => {
    await ask('lock', {});
    await damage((laid) => withHeader(laid, withAnotherSalt));
    expect((await ask('look', {})).ways?.passphrases).toHaveLength(2);
    await unlock();
    await expectBoth();
    await expectSaid('保存した内容を元に戻しました', '保存した内容の一部が壊れていたため、予備から元に戻しました。');
  });

  step('the copy damaged while locked: it is made again', async () => {
    await ask('lock', {});
    await damage((laid) => withCopyFlipped(laid, first.tokenId));
    await unlock();
    await own.waitFor(text('予備の内容が壊れていたため、作り直しました。'));
    await picture(own, 'copy-made-again');
    await expectBoth();
    await expectSaid('保存の予備を作り直しました', 'トークンはそのままです。');
  });

  let damaged: Laid;
  let recovery: View;
  let dump: string;

  step('both copies damaged: the popup leads to what can be done', async () => {
    await ask('lock', {});
    await damage((laid) => withCopyFlipped(withRowFlipped(laid, second.tokenId), second.tokenId));
    damaged = await readLaid(own);
    await go('/popup.html');
    await own.waitFor(text('保存した内容を読めません'));
    await picture(own, 'damaged');
    recovery = await scene.stage.opened(() => own.click(button('保存した内容を確認する')));
    await recovery.waitFor(text('一部が壊れていて、トークンを表示できません'));
    await picture(recovery, 'recovery');
    // In Chromium a popup closes itself when it has opened a page.
    own = await scene.stage.ownPage('/loss.html');
    await recovery.front();
  });

  step('all of it is saved to a file, sealed as it lies there', async () => {
    const saved = await scene.stage.hand.saved(() => recovery.click(button('ファイルに保存する')));
    expect(saved.name).toMatch(/^kagifuda-vault-\d{4}-\d\d-\d\d\.json$/);
    await recovery.waitFor(text(`「${saved.name}」という名前で保存しました。`));
    dump = saved.text;
    const { copy, aside, ...rows }: Record<string, unknown> = JSON.parse(dump);
    expect({ rows, copy }).toEqual(damaged);
    // What an earlier step damaged was kept before it was put right.
    expect(aside).toBeInstanceOf(Array);
  });

  step('a wrong passphrase is refused, and until then not a byte has changed', async () => {
    await recovery.click(button('取り戻す手続きをはじめる'));
    await recovery.type(field('今のパスフレーズ'), 'sakana-moyoru-hitomi-kedaro');
    await recovery.click(button('トークンを取り戻す'));
    await recovery.waitFor(text('パスフレーズが違います'));
    expect(await readLaid(own)).toEqual(damaged);
  });

  step('the right one brings back the token that can be read, and names the other with its telephone number', async () => {
    await recovery.type(field('今のパスフレーズ'), PASSPHRASE);
    await recovery.click(button('トークンを取り戻す'));
    await recovery.waitFor(text('1個のトークンを、また使えます。'));
    const lost = await recovery.textOf('//section[h2="取り戻せなかったトークン"]');
    for (const part of ['見本信用金庫', second.serial, '0120-985-317']) expect(lost).toContain(part);
    expect(lost).not.toContain(first.serial);
    await picture(recovery, 'salvaged');
    await own.front();
    await go('/popup.html');
    await own.waitFor(text(first.serial));
    expect((await ask('look', {})).tokens.map(({ serial }) => serial)).toEqual([first.serial]);
    await expectKeptAside();
  });

  /** What was saved lies in the browser, too. */
  async function expectKeptAside(): Promise<void> {
    const { aside: kept }: { aside: { dump: string }[] } = JSON.parse((await ask('dumpVault', {})).dump);
    const { aside: _before, ...laid }: Record<string, unknown> = JSON.parse(dump);
    expect(kept.map((one): unknown => JSON.parse(one.dump))).toContainEqual(laid);
  }

  step('nothing left to bring back: it is set aside, and the first run works again beside it', async () => {
    await damage((laid) => withCopyFlipped(withRowFlipped(laid, first.tokenId), first.tokenId));
    await recovery.front();
    await recovery.go(`${scene.stage.ownOrigin}/recovery.html`);
    await recovery.click('//summary[contains(., "始めからやり直す")]');
    await recovery.click(checkbox('前のトークンを表示できなくなることが分かりました'));
    await picture(recovery, 'aside');
    await recovery.click(button('始めからやり直す'));
    await recovery.waitFor(field('パスフレーズ'));
    own = await makeVault(scene.stage);
    const { serial } = await ask('enrolShinkin', { institutionCode: '1188', ...CONSENT });
    await go('/popup.html');
    await own.waitFor(text(serial));
    expect((await ask('look', {})).tokens).toHaveLength(1);
    await expectKeptAside();
  });

  step('a window of the old program holds the database back: the popup says so, and goes on once that is closed', async () => {
    const old = await scene.stage.ownPage('/loss.html');
    await plant(old, planted.usual, true);
    await own.front();
    await go('/popup.html');
    await own.waitFor(text('ほかの画面が保存領域を使っています。'));
    await picture(own, 'blocked');
    await own.click(button('もう一度試す'));
    expect(await own.textOf('//body')).toContain('ほかの画面が保存領域を使っています。');
    await letGo(old);
    // Pressed once more where it still is: the popup looks again by itself, every two seconds.
    await own.run(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes('もう一度試す'))?.click());
    await unlock(planted.usual.passphrase);
    await own.waitFor(text('SKTS00010001'));
    expect((await ask('look', {})).tokens).toHaveLength(3);
  });
});
