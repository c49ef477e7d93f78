/** J11: standard tokens in by every way, their codes, and out again into a sealed file. A bank's token never goes out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argon2id } from 'hash-wasm';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { WayIn, Ways } from '../../lib/messages/ways.ts';
import type { Stretching } from '../../lib/stretching.ts';
import { startBank, type MockBank } from '../mock-bank/start.ts';
import { journey } from './bank/steps.ts';
import { buildExtension } from './browser/build.ts';
import { button, checkbox, field, text } from './browser/find.ts';
import { openLasting } from './browser/lasting.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage } from './browser/view.ts';
import { tracesOf } from './disk/forms.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { PASSPHRASE } from './journeys/main-road.ts';
import { pictures } from './pictures.ts';
import { card, inCard, type OwnPages, ownPages } from './transfer/own-pages.ts';
import { showPage, type ShownPage } from './transfer/shown-page.ts';
import { base32, uriOf } from './transfer/standard.ts';
import { makeTokens } from './transfer/tokens.ts';
import { fileWays, hindrances, pageWay, type Scene, textWays } from './transfer/ways-in.ts';

const FILE_PASSPHRASE = 'hotaru-nagareru-kawabe-suzumi';
const PROOF = `//form[@aria-label='書き出す']`;

/** As the program's own pages do it, by the library alone. */
async function stretch(passphrase: string, { salt, memory, passes, lanes }: Stretching): Promise<string> {
  const how = { memorySize: memory, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' } as const;
  const bytes = await argon2id({ ...how, password: passphrase.normalize('NFKC'), salt: Buffer.from(salt, 'base64url') });
  return Buffer.from(bytes).toString('base64url');
}

describe.each(BROWSERS)('import and export in %s', (name) => {
  const picture = pictures(`transfer-${name}`);
  const step = journey();
  const tokens = makeTokens();
  let folder: string;
  let bank: MockBank;
  let extension: string;
  let stage: Stage;
  let another: Stage | undefined;
  let page: ShownPage;
  let own: OwnPages;
  let serial: string;
  let file: { name: string; text: string };

  const openStage = (profile: string): Promise<Stage> => openLasting(name, { extension, profile: join(folder, profile) });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kagifuda-transfer-'));
    bank = await startBank({ port: await freePort(), quiet: true });
    extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', bank.port);
    stage = await openStage('first');
    page = await showPage(tokens.onPage.map(uriOf));
    own = ownPages(stage, await makeVault(stage), folder);
    serial = await enrol(own.view, '1188');
  });
  afterAll(async () => {
    await another?.close();
    await stage?.close();
    await page?.close();
    await bank?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const scene: Scene = {
    get own() {
      return own;
    },
    get pageAddress() {
      return page.address;
    },
  };

  textWays(step, scene, tokens, picture);
  fileWays(step, scene, tokens, picture);
  pageWay(step, scene, tokens, picture);
  hindrances(step, scene, tokens, picture);

  step('a token is renamed, deleted and brought back', async () => {
    const { view, toPopup, expectCode } = own;
    await toPopup();
    await view.click(inCard('Example', '//summary'));
    await view.click(inCard('Example', button('名前を変える')));
    await view.type(field('サービスの名前'), 'れい書店');
    await picture(view, '11-rename');
    await view.click(button('保存する'));
    await view.waitFor(card('れい書店'));
    await view.click(inCard('れい書店', button('削除')));
    await view.waitFor(text('このサービスに入れなくなることがあります'));
    await picture(view, '12-delete');
    await view.click(inCard('れい書店', button('削除する')));
    await view.waitGone(card('れい書店'));
    await view.waitFor(text('れい書店 hanako@example.com を削除しました'));
    await picture(view, '13-deleted');
    await view.click(button('元に戻す'));
    await view.waitFor(card('れい書店'));
    await expectCode({ ...tokens.example, issuer: 'れい書店' });
  });

  step('export: the bank’s token is named and stays, a wrong proof saves nothing, the file is saved', async () => {
    const { view, toPopup, issuers } = own;
    const count = (await issuers()).length - 1;
    // From another page: a mere change of the fragment loads nothing.
    await toPopup();
    await view.go(`${stage.ownOrigin}/transfer.html#export`);
    await view.waitFor(`//*[contains(@class, 'bound')]//li[contains(., '${serial}')]`);
    expect(await view.isThere(`//label[contains(., '${serial}')]`)).toBe(false);
    await view.click(checkbox('写真3'));
    await view.type(field('ファイルのパスフレーズ'), FILE_PASSPHRASE);
    await view.type(field('ファイルのパスフレーズ（確認）'), FILE_PASSPHRASE);
    await picture(view, '14-export');
    await view.click(button('次へ'));
    await view.type(`${PROOF}//input`, 'tsuki-no-hikari-ga-chigau');
    await view.click(`${PROOF}${button('書き出す')}`);
    await view.waitFor(text('パスフレーズが違います'));
    await picture(view, '15-proof');
    await view.type(`${PROOF}//input`, PASSPHRASE);
    file = await stage.hand.saved(() => view.click(`${PROOF}${button('書き出す')}`));
    await view.waitFor(text(`「ダウンロード」に ${file.name} を保存しました。`));
    await view.waitFor(text(`${count}件を書き出しました`));
    await picture(view, '16-exported');
    expect(file.name).toMatch(/^kagifuda-export-\d{4}-\d\d-\d\d\.json$/);
  });

  step('the file holds no secret and no name in clear', async () => {
    const bytes = Buffer.from(file.text);
    for (const { issuer, account, secret } of Object.values(tokens).flat()) {
      expect(tracesOf({ name: issuer, bytes: secret }).filter((trace) => bytes.includes(trace.bytes)), issuer).toEqual([]);
      expect([base32(secret), issuer, account].filter((word) => file.text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    }
    expect(file.text).not.toContain('otpauth');
  });

  step('asked for by a message, the bank’s token is refused with token-bound', async () => {
    const { answer, reply } = own;
    const { opening } = await answer<{ opening: Ways }>('ways');
    const [way] = opening.passphrases;
    if (!way) throw new Error('no passphrase opens this vault');
    const { passphrase: draft } = await answer<{ passphrase: WayIn }>('draftWays');
    const { salt, memory, passes, lanes } = draft;
    const proof = { slotId: way.slotId, key: await stretch(PASSPHRASE, way) };
    const ask = { proof, stretching: { salt, memory, passes, lanes }, stretched: await stretch(FILE_PASSPHRASE, draft) };
    const all = await own.tokens();
    const [bound, free] = [all.find(({ local }) => !local)?.id, all.find(({ local }) => local)?.id];
    expect(await reply('exportTokens', { ...ask, tokenIds: [bound] })).toEqual({ ok: false, reason: 'token-bound' });
    expect(await reply('exportTokens', { ...ask, tokenIds: [free, bound] })).toEqual({ ok: false, reason: 'token-bound' });
    // Without it the same question is answered: it was refused for that token alone.
    expect(await reply('exportTokens', { ...ask, tokenIds: [free] })).toMatchObject({ ok: true, answer: { count: 1 } });
  });

  step('in a new profile the file opens with its own passphrase only, and gives the same codes', async () => {
    another = await openStage('second');
    const there = ownPages(another, await makeVault(another), folder);
    const { view } = there;
    const exported = (await own.issuers()).filter((issuer) => issuer !== '写真3');
    await there.toImport();
    await there.choose({ [file.name]: file.text });
    await view.waitFor(text(`${file.name}を開く`));
    await view.type(field('ファイルのパスフレーズ'), PASSPHRASE);
    await view.click(button('開く'));
    await view.waitFor(text('パスフレーズが違うか、ファイルが壊れています'));
    await picture(view, '17-wrong');
    await view.type(field('ファイルのパスフレーズ'), FILE_PASSPHRASE);
    await view.click(button('開く'));
    await view.waitFor(text(`${exported.length}件見つかりました。新しいものは${exported.length}件です。`));
    await there.add(exported.length);
    expect(await there.issuers()).toEqual(exported);
    await there.toPopup();
    const { example, long, quick, onPage, late, counting } = tokens;
    for (const token of [{ ...example, issuer: 'れい書店' }, long, quick, ...onPage, late]) await there.expectCode(token);
    await there.expectNext(counting, 44);
    await picture(view, '18-again');
  });
});
