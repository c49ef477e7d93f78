/** J1: the lock is chosen, the vault is made, and the page says how lasting its storage is. By passkey: `passkeys.test.ts`. */
import { createServer } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from './browser/build.ts';
import { openChromium } from './browser/chromium.ts';
import { button, field, text } from './browser/find.ts';
import { openFirefox } from './browser/firefox.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { framesOf, watchFrames } from './journeys/frames.ts';
import { asking, keyOf } from './journeys/lock-pages.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { pictures } from './pictures.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { storage: { local: { get(): Promise<object> } } };

describe.each(BROWSERS)('the first run in %s', (name) => {
  const picture = pictures(`first-run-${name}`);
  let stage: Stage;

  beforeAll(async () => {
    const extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', await freePort());
    stage = name === 'firefox' ? await openFirefox(extension) : await openChromium(extension);
    return async () => await stage.close();
  });

  it('by passphrase: the page goes on while it is stretched, and the answer of the storage is shown', async () => {
    const own = await stage.ownPage('/enrol.html');
    await own.type(field('パスフレーズ'), PASSPHRASE);
    await own.type(field('パスフレーズ（確認）'), PASSPHRASE);
    await picture(own, '1-choose');
    expect((await own.textOf('//body')).includes('パスキー'), 'passkeys are offered where they work').toBe(name === 'chromium');
    await watchFrames(own);
    await own.click(button('このパスフレーズにする'));
    await own.waitFor(text('金融機関をさがす'));
    const { lasted, longest } = await framesOf(own);
    expect(longest, `of ${lasted} ms`).toBeLessThan(lasted / 2);
    await own.waitFor(text('保存領域は、ブラウザーが自動で消さないように保護されました'));
    expect((await asking(own)('ways', {})).ways).toMatchObject([{ kind: 'passphrase' }]);
    await picture(own, '2-durable');
  });

  it('a page of ours reaches nobody, though that server would answer it', async () => {
    const asked: string[] = [];
    const server = createServer(({ url }, answer) => {
      asked.push(url ?? '');
      answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('here');
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const bound = server.address();
    const address = `http://localhost:${typeof bound === 'object' ? bound?.port : ''}/`;
    try {
      const own = await stage.ownPage('/loss.html');
      const ask = (from: View, path: string): Promise<string> =>
        from.run(async (whole) => await fetch(whole).then((reply) => reply.text(), () => 'nobody'), address + path);
      expect(await ask(own, 'page')).toBe('nobody');
      const other = await stage.newView();
      await other.go(`${address}other`);
      expect(await ask(other, 'control')).toBe('here');
    } finally {
      server.closeAllConnections();
      server.close();
    }
    expect(asked).toContain('/control');
    expect(asked).not.toContain('/page');
  });
});

describe.runIf(BROWSERS.includes('firefox'))('Firefox set to keep no history', () => {
  const picture = pictures('first-run-private');
  let stage: Stage;
  let own: View;

  beforeAll(async () => {
    const extension = await buildExtension('firefox', await freePort());
    stage = await openFirefox(extension, { keepsNothing: true });
    own = await stage.ownPage('/enrol.html');
    return async () => await stage.close();
  });

  it('is told why nothing can be issued, and what to do', async () => {
    await own.waitFor(text('プライベートウィンドウでは'));
    await own.waitFor(text('履歴を一切記憶させない'));
    expect(await own.isThere(field('パスフレーズ'))).toBe(false);
    await picture(own, '1-refused');
  });

  it('makes no vault and issues no token, whoever asks', async () => {
    const ask = asking(own);
    const { passphrase: way } = await ask('draftWays', {});
    const { key } = await keyOf(PASSPHRASE, way);
    await expect(ask('makeVault', { way: { kind: 'passphrase', ...way }, key })).rejects.toMatchObject({ reason: 'private-window' });
    const consent = { institutionCode: '1188', termsAccepted: true, samePcAccepted: true };
    await expect(ask('enrolShinkin', consent)).rejects.toMatchObject({ reason: 'private-window' });
    const kept = await own.run(async () => Object.keys(await chrome.storage.local.get()));
    expect(kept.filter((name) => name !== 'policySaid')).toEqual([]);
  });
});
