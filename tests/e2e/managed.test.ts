/** A store build, which knows no issuer, gets one from an organisation's policy: Firefox with a real managed storage file, an issuer over https. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MockBank, startBank } from '../mock-bank/start.ts';
import { buildForStore } from './browser/build.ts';
import { button, checkbox, field, text } from './browser/find.ts';
import { openFirefox } from './browser/firefox.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { consentTo, makeVault } from './journeys/first-steps.ts';
import { homeWith } from './managed/firefox-policy.ts';
import { type Front, openFront } from './managed/tls-front.ts';
import { isGranted } from './own-site/browser-leave.ts';
import { pictures } from './pictures.ts';

const KEY = { keyId: 'mock-2026-1', publicKey: 'XukJtiAobzzV7t9-jq3cu7uyJgUc7zi78r8daAwL9Fo' };
const ABUKUMA = { code: '1188', loginAddress: 'https://www11.ib.shinkin-ib.jp/webbk/login/b-prelogin.do?bankcode=MTE4OA%3D%3D', serialPrefix: 'SKTS' };
const PATTERN = 'https://issuer.localhost/*';
/** Firefox then grants what is asked for at once; it still asks for a click of a person's. */
const YES = { 'extensions.webextOptionalPermissionPrompts': false };

const enter = async (own: View, path: string): Promise<void> => {
  await own.front();
  await own.go(path);
};

// Chromium reads policies from folders of the system only, which no test may write to.
describe.skipIf(!BROWSERS.includes('firefox'))('a store build of an organisation in firefox', () => {
  const picture = pictures('managed-firefox');
  let folder: string;
  let extension: string;
  let bank: MockBank;
  let front: Front;
  let issuer: string;

  const open = async (policy: object, work: (stage: Stage) => Promise<void>): Promise<void> => {
    const home = homeWith(policy);
    try {
      const stage = await openFirefox(extension, { home: home.path, anyCertificate: true, prefs: YES });
      await work(stage).finally(() => stage.close());
    } finally {
      home.remove();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kagifuda-managed-'));
    const port = await freePort();
    issuer = `https://issuer.localhost:${port}`;
    extension = await buildForStore('firefox', folder);
    bank = await startBank({ issuerOrigin: issuer, quiet: true });
    front = await openFront(port, (request) => bank.fetch(request));
  });
  afterAll(async () => {
    await front?.close();
    await bank?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a token of the organisation’s own issuer, after the browser’s leave for it, and no other', async () => {
    const policy = { institutions: ['1188'], autoLockMinutes: 5, inPageOffer: false, issuer: { origin: issuer, keys: [KEY], institutions: [ABUKUMA] } };
    await open(policy, async (stage) => {
      const own = await makeVault(stage);
      await own.type(field('金融機関の名前またはコード'), '北伊勢');
      await own.waitFor(text('組織の設定により、新しく発行できません'));
      await picture(own, 'not-allowed');
      expect(await isGranted(own, PATTERN)).toBe(false);
      await consentTo(own, 'あぶくま');
      await own.waitFor(text('トークンを発行しました'));
      await picture(own, 'issued');
      expect(await isGranted(own, PATTERN)).toBe(true);
      const serial = /SKTS\d{8}/.exec(await own.textOf('//main'))?.[0] ?? '';
      expect(await bank.tokenState(serial)).toBe('UNBOUND');
      expect(front.seen).toContain('POST /v1/sk/provision');

      await enter(own, `${stage.ownOrigin}/popup.html`);
      await own.waitFor(text(serial));
      await own.until(() => /\d{3}\s?\d{3}/.test(document.querySelector('.card')?.textContent ?? ''));
      const shown = (await own.textOf('//*[contains(@class, "card")]')).replaceAll(/\s/g, '');
      const codes = [await bank.codeOf(serial, -1), await bank.codeOf(serial)];
      expect(codes.some((code) => shown.includes(code))).toBe(true);

      await enter(own, `${stage.ownOrigin}/settings.html`);
      await own.waitFor(text('5分までの時間から選べます'));
      expect(await own.run(() => [...document.querySelectorAll('#auto-lock option')].map(({ textContent }) => textContent))).toEqual(['1分', '5分']);
      expect(await own.run(() => document.querySelector<HTMLInputElement>('#filling input[type=checkbox]')?.disabled)).toBe(true);
      expect(await own.isThere(checkbox('あぶくま信用金庫のページに案内を出す'))).toBe(true);
      await picture(own, 'settings');

      await enter(own, `${stage.ownOrigin}/health.html`);
      await own.waitFor(text('組織の発行元'));
      await picture(own, 'health');
    });
  });

  it('has no issuer where its entry is not written correctly, holds the others, and says so', async () => {
    const policy = { autoLockMinutes: 5, issuer: { origin: issuer.replace('https', 'http'), keys: [KEY], institutions: [ABUKUMA] } };
    await open(policy, async (stage) => {
      const own = await makeVault(stage);
      await own.waitFor(text('いまは、トークンを発行できる金融機関がありません'));
      await enter(own, `${stage.ownOrigin}/settings.html`);
      await own.waitFor(text('組織の発行元の設定'));
      await own.waitFor(text('5分までの時間から選べます'));
      await enter(own, `${stage.ownOrigin}/health.html`);
      await own.waitFor(text('issuer.origin: expected'));
      await picture(own, 'refused');
      await own.waitFor(button('もう一度調べる'));
    });
  });
});
