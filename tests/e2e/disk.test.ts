/**
 * What lies on the disk after a customer's day: the whole profile is searched for the passphrase, every key, every seed and the
 * 利用開始パスワード, in every usual form; and for controls that must be found. What the browsers keep of typed text is switched on.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePassphrase } from '../../components/passphrase-maker.ts';
import { pinFault } from '../../components/pin.ts';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { startBank, type MockBank } from '../mock-bank/start.ts';
import { journey } from './bank/steps.ts';
import { buildExtension } from './browser/build.ts';
import { button, field, text } from './browser/find.ts';
import { openLasting } from './browser/lasting.ts';
import { BROWSERS, type BrowserName } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { makeControls, typeControl, writeControls } from './disk/controls.ts';
import type { Secret } from './disk/forms.ts';
import { issuedSecrets } from './disk/issued.ts';
import { type Find, type Search, searchProfile } from './disk/search.ts';
import { vaultKeys } from './disk/vault-keys.ts';
import { passkeyKeys, passkeySlots, pinKeys } from './disk/way-keys.ts';
import { enrol } from './journeys/first-steps.ts';
import { chooseUnion, sendActivation } from './journeys/union-pages.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** What the driver switches off, as a person's Firefox has it; tabs are kept, and written each second. */
const KEEPING = {
  'browser.sessionstore.resume_from_crash': true,
  'browser.sessionstore.interval': 1000,
  'browser.startup.page': 3,
  'browser.pagethumbnails.capturing_disabled': false,
  'signon.rememberSignons': true,
  'signon.autofillForms': true,
};
/** Where the browser keeps its tabs, and what was typed in them. */
const TABS: Record<BrowserName, string> = { chromium: 'Default/Sessions', firefox: 'sessionstore-backups' };
const SHOW = button('表示する');

/** Twelve digits that the settings take. */
function makePin(): string {
  for (;;) {
    const pin = String(randomInt(10 ** 12)).padStart(12, '0');
    if (pinFault(pin) === null) return pin;
  }
}

describe.each(BROWSERS)('the disk of %s', (name) => {
  const step = journey();
  const controls = makeControls();
  const passphrase = makePassphrase(randomBytes);
  /** Eight digits, as many as may be: fewer are found by chance on any disk. */
  const password = String(randomInt(10 ** 8)).padStart(8, '0');
  /** As long as may be, for the same reason. */
  const pin = makePin();
  const secrets: Secret[] = [
    { name: 'the passphrase', bytes: Buffer.from(passphrase) },
    { name: 'the 利用開始パスワード', bytes: Buffer.from(password) },
  ];
  const serials: string[] = [];
  const searches: { closed?: Search; killed?: Search } = {};
  let folder: string;
  let bank: MockBank;
  let extension: string;
  let stage: Stage;
  let own: View;
  let closed: Promise<void> | undefined;
  const closeBank = (): Promise<void> => (closed ??= bank.close());
  const at = (place: string): string => join(folder, place);
  const open = (): Promise<Stage> => openLasting(name, { extension, profile: at('profile'), prefs: KEEPING });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kagifuda-disk-'));
    bank = await startBank({ port: await freePort(), folder: at('bank'), quiet: true });
    extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', bank.port);
    stage = await open();
  });
  afterAll(async () => {
    await stage?.close();
    await closeBank();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = client<OwnRequests>((message) => own.run((given) => chrome.runtime.sendMessage(JSON.parse(given)), JSON.stringify(message)));
  const popup = (): Promise<void> => own.go(`${stage.ownOrigin}/popup.html`);

  /** The page's fields, as they are now, are on the disk, if they ever come there. */
  async function untilTabsAreKept(where: string): Promise<void> {
    const typed = await typeControl(own, where);
    await expect.poll(() => searchProfile(at(`profile/${TABS[name]}`), [typed]).finds, { interval: 200, timeout: 30_000 }).not.toEqual([]);
  }

  /** As the settings ask for it, before something that weighs. */
  async function prove(settings: View, opens: string, done: string): Promise<void> {
    await settings.type(field('今のパスフレーズ'), passphrase);
    await settings.click(button(opens));
    await settings.waitFor(text(done));
  }

  async function unlock(shown: boolean): Promise<void> {
    await own.waitFor(field('パスフレーズ'));
    if (shown) await own.click(SHOW);
    await own.type(field('パスフレーズ'), passphrase);
    if (shown) await untilTabsAreKept('beside the passphrase at unlocking');
    await own.click(button('ロックを解除'));
    await own.waitFor(button('今すぐロック'));
  }

  step('first run: the passphrase is typed in the open, and submitted so', async () => {
    own = await stage.ownPage('/enrol.html');
    await own.click(SHOW);
    await own.click(SHOW);
    expect(await own.run(() => [...document.querySelectorAll('input')].map(({ type }) => type))).toEqual(['text', 'text']);
    await own.type(field('パスフレーズ'), passphrase);
    await own.type(field('パスフレーズ（確認）'), passphrase);
    await untilTabsAreKept('beside the passphrase at the first run');
    await own.click(button('このパスフレーズにする'));
    await own.waitFor(text('金融機関をさがす'));
    await writeControls(own, controls);
  });

  step('a token of a shinkin, and one of a credit union whose password is typed in the open', async () => {
    serials.push(await enrol(own, '1188'));
    const ids = await bank.issue(await bank.newCustomer({ institution: '2143', password: 'kagi2026fuda' }), password);
    await own.go(`${stage.ownOrigin}/enrol.html`);
    await chooseUnion(own);
    await own.click(SHOW);
    await own.type(field('利用開始パスワード'), password);
    await untilTabsAreKept('beside the 利用開始パスワード');
    await sendActivation(own, ids, password);
    await own.click(button('次へ'));
    await own.click(button('登録'));
    await own.click(button('OK'));
    await popup();
    await own.waitFor('(//article)[2]');
    serials.push(...(await ask('look', {})).tokens.map(({ serial }) => serial).filter((serial) => !serials.includes(serial)));
    expect(serials).toHaveLength(2);
  });

  step('the code of one is copied, that of the other is filled', async () => {
    await own.click(`(${button('コピー')})[2]`);
    await own.waitFor(text('コピーしました'));
    const page = await stage.newView();
    await page.go(bank.address('ib.shinkin.localhost', '/variants/eight.do'));
    await ask('fillActiveTab', { tokenId: (await ask('look', {})).tokens.find(({ serial }) => serial === serials[0])?.id ?? '' });
    // At the end of a time step the next code is waited for.
    await page.until(() => [...document.querySelectorAll('input')].some(({ value }) => /^\d{6}$/.test(value)), 45);
  });

  step('a PIN is set, and in Chromium a passkey added', async () => {
    if (name === 'chromium') await stage.givePasskeys();
    const settings = await stage.ownPage('/settings.html');
    if (name === 'chromium') {
      await settings.click(button('パスキーを追加'));
      await prove(settings, '追加する', 'パスキーを追加しました。');
    }
    await settings.click(button('PINを設定'));
    await settings.type(field('新しいPIN'), pin);
    await settings.type(field('新しいPIN（確認）'), pin);
    await prove(settings, '設定する', 'PINを設定しました。');
    secrets.push(...(await vaultKeys(settings, passphrase)));
    const vmk = secrets.find((one) => one.name === 'the VMK')?.bytes ?? expect.unreachable();
    secrets.push(...(await pinKeys(settings, pin, vmk)));
    const [slot] = await passkeySlots(settings);
    if (slot) secrets.push(...(await passkeyKeys(settings, slot, vmk)));
    await settings.close();
  });

  step('locked, opened by the PIN, locked and opened again in the open', async () => {
    await own.front();
    await popup();
    await own.click(button('今すぐロック'));
    await own.type(field('PIN'), pin);
    await untilTabsAreKept('beside the PIN at unlocking');
    await own.click(button('ロックを解除'));
    await own.click(button('今すぐロック'));
    await own.click(button('パスフレーズで解除する'));
    await unlock(true);
  });

  step('the browser is closed; opened again and unlocked it is killed', async () => {
    await stage.close();
    await cp(at('profile'), at('closed'), { recursive: true });
    stage = await open();
    own = await stage.ownPage('/popup.html');
    await unlock(false);
    for (const { id } of (await ask('look', {})).tokens) await ask('nameToken', { tokenId: id, suffix: '本店用' });
    await stage.crash();
    await closeBank();
    secrets.push(...(await issuedSecrets(at('bank'), serials)));
    expect(secrets).toHaveLength(name === 'chromium' ? 17 : 15);
    searches.closed = searchProfile(at('closed'), [...secrets, ...Object.values(controls)]);
    searches.killed = searchProfile(at('profile'), [...secrets, ...Object.values(controls)]);
  });

  for (const when of ['closed', 'killed'] as const) {
    const searched = (): Search => searches[when] ?? expect.unreachable('nothing was searched');
    const findsOf = ({ name: wanted }: Secret): Find[] => searched().finds.filter((find) => find.name === wanted);

    it(`${when}: every control is found, also where the browser has packed it`, () => {
      const { files, bytes, unpackedBytes, chance } = searched();
      console.log(`${name}, ${when}: ${files} files, ${bytes} bytes and ${unpackedBytes} unpacked; eight digits are found by chance in ${chance}`);
      for (const control of Object.values(controls)) expect(findsOf(control), control.name).not.toEqual([]);
      expect(findsOf(controls.words).every(({ packed }) => packed), 'nothing was packed').toBe(true);
    });
    it(`${when}: no secret is found`, () => expect(secrets.flatMap(findsOf)).toEqual([]));
  }
});
