/** J12 and J9: the ways to open the vault are changed in the settings, each only with a proof; PIN, slowed tries, delay, the loss kit while locked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startBank, type MockBank } from '../mock-bank/start.ts';
import { journey } from './bank/steps.ts';
import { buildExtension } from './browser/build.ts';
import { button, checkbox, field, text } from './browser/find.ts';
import { openLasting } from './browser/lasting.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { framesOf, watchFrames } from './journeys/frames.ts';
import { asking, headerOf, keyOf, lockNow, lossKit, prove, sessionLasts, unlock } from './journeys/lock-pages.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { pictures } from './pictures.ts';

const NEW_PASSPHRASE = 'hotaru-kazari-tsumugu-minato';
const WRONG = 'sakana-moyoru-hitomi-kedara';
const PIN = '408173';
/** KiB and passes: the least that a header may ask for, and half of the most. */
const OLD = { memory: 8 * 1024, passes: 1 };
const HEAVY = { memory: 128 * 1024, passes: 4 };
const TODAY = { memory: 64 * 1024, passes: 3, lanes: 1 };

describe.each(BROWSERS)('the lock in %s', (name) => {
  const picture = pictures(`lock-${name}`);
  const step = journey();
  let bank: MockBank;
  let extension: string;
  let profile: string;
  let stage: Stage;
  let own: View;
  let serial: string;
  const open = async (): Promise<void> => {
    stage = await openLasting(name, { extension, profile });
    own = await stage.ownPage('/settings.html');
  };
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'kagifuda-lock-'));
    bank = await startBank({ port: await freePort(), quiet: true });
    extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', bank.port);
    await open();
  });
  afterAll(async () => {
    await stage?.close();
    await bank?.close();
    await rm(profile, { recursive: true, force: true });
  });
  const ask: ReturnType<typeof asking> = (request, what) => asking(own)(request, what);
  const isOpen = (): Promise<void> => own.waitFor(text('ロックを解除する方法'));
  const popup = (): Promise<void> => own.go(`${stage.ownOrigin}/popup.html`);
  const settings = (): Promise<void> => own.go(`${stage.ownOrigin}/settings.html`);
  const opening = async () => (await ask('ways', {})).opening;
  /** The one passphrase's; of a locked vault too. */
  const proofOf = async (passphrase: string) => {
    const { ways } = await ask('look', {});
    const [slot] = (ways ?? (await opening())).passphrases;
    if (!slot) throw new Error('no passphrase opens this vault');
    return await keyOf(passphrase, slot);
  };

  step('a vault of long ago opens, and its slot is renewed with today’s parameters', async () => {
    const { passphrase } = await ask('draftWays', {});
    const way = { ...passphrase, ...OLD };
    const { key } = await keyOf(PASSPHRASE, way);
    await ask('makeVault', { way: { kind: 'passphrase', ...way }, key });
    ({ serial } = await ask('enrolShinkin', { institutionCode: '1188', termsAccepted: true, samePcAccepted: true }));
    await ask('lock', {});
    await settings();
    await unlock(own, PASSPHRASE);
    await isOpen();
    await expect.poll(async () => (await opening()).passphrases, { timeout: 15_000 }).toMatchObject([TODAY]);
    expect((await ask('ways', {})).ways).toHaveLength(1);
  });

  step('while a passphrase is stretched for long the page goes on, and says that it works', async () => {
    const proof = await proofOf(PASSPHRASE);
    const way = { ...(await ask('draftWays', {})).passphrase, ...HEAVY };
    const { key } = await keyOf(PASSPHRASE, way);
    await ask('replaceWay', { proof, slotId: proof.slotId, way: { kind: 'passphrase', ...way }, key });
    await lockNow(own);
    await watchFrames(own, 'ロックを解除しています');
    await unlock(own, PASSPHRASE);
    await isOpen();
    const { lasted, longest, withBar, withWords } = await framesOf(own);
    expect(longest, `of ${lasted} ms`).toBeLessThan(lasted / 3);
    expect(withBar).toBeGreaterThan(5);
    expect(withWords).toBeGreaterThan(5);
  });

  step('a wrong proof changes nothing', async () => {
    const before = await headerOf(own);
    await own.click(button('パスフレーズを変更'));
    await own.type(field('新しいパスフレーズ'), NEW_PASSPHRASE);
    await own.type(field('新しいパスフレーズ（確認）'), NEW_PASSPHRASE);
    await prove(own, WRONG, '変更する');
    await own.waitFor(text('パスフレーズが違います'));
    await picture(own, '1-wrong-proof');
    expect(await headerOf(own)).toBe(before);
  });

  step('the passphrase is changed: the old one is refused, the new one opens', async () => {
    await prove(own, PASSPHRASE, '変更する');
    await own.waitFor(text('パスフレーズを変更しました'));
    await picture(own, '2-changed');
    expect((await opening()).passphrases).toMatchObject([TODAY]);
    await lockNow(own);
    await unlock(own, PASSPHRASE);
    await own.waitFor(text('パスフレーズが違います'));
    await unlock(own, NEW_PASSPHRASE);
    await isOpen();
  });

  step('the last way cannot be removed, and the page says why', async () => {
    const before = await headerOf(own);
    await own.waitFor(text(name === 'chromium' ? '先に別の方法を追加してください' : '変更はできます'));
    expect(await own.isThere(text('パスキーを追加'))).toBe(name === 'chromium');
    const proof = await proofOf(NEW_PASSPHRASE);
    await expect(ask('removeWay', { proof, slotId: proof.slotId })).rejects.toMatchObject({ reason: 'last-way' });
    expect(await headerOf(own)).toBe(before);
    await picture(own, '3-last-way');
  });

  const setPin = async (pin: string): Promise<void> => {
    await own.click(button('PINを設定'));
    await own.type(field('新しいPIN'), pin);
    await own.type(field('新しいPIN（確認）'), pin);
    await prove(own, NEW_PASSPHRASE, '設定する');
  };

  step('a PIN that anyone would guess is refused', async () => {
    await setPin('123456');
    await own.waitFor(text('推測されやすい番号です'));
    await picture(own, '4-pin');
    for (const [pin, said] of [['40817', '6～12桁で'], ['19520403', '推測されやすい番号です'], ['40817a', '数字だけで']] as const) {
      await own.type(field('新しいPIN'), pin);
      await own.click(button('設定する'));
      await own.waitFor(text(said));
    }
    expect((await opening()).pin).toBeNull();
    await own.click(button('やめる'));
  });

  step('a PIN is set after a proof, and opens', async () => {
    await setPin(PIN);
    await own.waitFor(text('PINを設定しました'));
    await lockNow(own);
    await own.waitFor(field('PIN'));
    await picture(own, '5-pin-unlock');
    await own.type(field('PIN'), PIN);
    await own.click(button('ロックを解除'));
    await isOpen();
  });

  step('five wrong PINs: it is gone, and the passphrase is asked for', async () => {
    await lockNow(own);
    await own.waitFor(field('PIN'));
    for (const left of [4, 3, 2, 1]) {
      await own.type(field('PIN'), '408174');
      await own.press('Enter');
      await own.waitFor(text(`あと${left}回`));
    }
    await picture(own, '6-pin-wrong');
    await own.type(field('PIN'), '408174');
    await own.press('Enter');
    await own.waitFor(text('PINは使えなくなりました'));
    await own.waitFor(field('パスフレーズ'));
    await picture(own, '7-pin-gone');
    await unlock(own, NEW_PASSPHRASE);
    await isOpen();
  });

  step('a PIN does not outlive the browser', async () => {
    await setPin(PIN);
    await own.waitFor(text('PINを設定しました'));
    await stage.close();
    await open();
    await own.waitFor(field('パスフレーズ'));
    expect(await own.isThere(field('PIN'))).toBe(false);
    await expect(ask('unlockPin', { stretched: 'A'.repeat(43) })).rejects.toMatchObject({ reason: 'pin-gone' });
  });

  step('wrong passphrases slow the next try down, change nothing, and the right one opens afterwards', async () => {
    const before = await headerOf(own);
    const right = await proofOf(NEW_PASSPHRASE);
    for (const said of ['違います', '違います', '違います', 'あと1秒お待ちください', 'あと2秒お待ちください']) {
      // Anew, so that nothing is left of what was said before.
      await settings();
      await unlock(own, WRONG);
      await own.waitFor(text(said));
    }
    await expect(ask('unlock', right)).rejects.toMatchObject({ reason: 'tries-slowed' });
    expect(await own.isThere(button('ロックを解除'))).toBe(false);
    await picture(own, '8-slowed');
    expect(await headerOf(own)).toBe(before);
    await unlock(own, NEW_PASSPHRASE);
    await isOpen();
    expect((await ask('look', {})).tokens.map((token) => token.serial)).toEqual([serial]);
  });

  step('the list of the loss kit is hidden while locked, on request', async () => {
    const kit = () => lossKit(own, stage.ownOrigin);
    await ask('lock', {});
    expect(await kit()).toContain(serial);
    await settings();
    await unlock(own, NEW_PASSPHRASE);
    await own.click(checkbox('ロック中は控えを隠す'));
    await own.waitFor(text('ロック中は控えを隠します'));
    await lockNow(own);
    const hidden = await kit();
    expect(hidden).toContain('ロック中はこの一覧を隠しています');
    expect(hidden).not.toMatch(/SKTS|あぶくま/);
    await picture(own, '9-hidden');
    await settings();
    await unlock(own, NEW_PASSPHRASE);
    await isOpen();
    expect(await kit()).toContain(serial);
  });

  step('the delay of the lock is chosen, and counts at once', async () => {
    await settings();
    await isOpen();
    expect(await sessionLasts(own)).toBe(10 * 60_000);
    await own.run(() => document.getElementById('auto-lock')?.focus());
    await own.press('Home');
    await own.waitFor(text('保存しました'));
    expect(await sessionLasts(own)).toBe(60_000);
    await picture(own, '10-delay');
  });

  if (name === 'chromium')
    step('it locks by itself after that time, and with the screen', async () => {
      await popup();
      await own.waitFor(text(serial));
      await stage.setClock(61_000);
      await popup();
      await own.waitFor(text('ロック中です'));
      await stage.killWorker();
      await own.front();
      await popup();
      await unlock(own, NEW_PASSPHRASE);
      await own.waitFor(text(serial));
      await stage.lockScreen();
      // Without being asked: the background tells the open pages.
      await own.waitFor(text('ロック中です'));
      expect(await own.textOf('//body')).not.toContain(serial);
    });
});
