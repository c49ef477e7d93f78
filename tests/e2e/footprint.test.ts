/** What a page can learn of the extension: nothing before the customer acts, nothing outside the banks, nothing by asking. */
import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entry, follow, identify } from './bank/customer.ts';
import { fieldAfter } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import { openPlain, type PlainBrowser } from './browser/plain.ts';
import type { View } from './browser/view.ts';
import { type Elsewhere, openElsewhere } from './journeys/elsewhere.ts';
import { enrol, makeVault } from './journeys/first-steps.ts';
import { footprintOf, watchFootprint } from './journeys/footprint.ts';
import { OUTPUT } from './browser/build.ts';
import { asking } from './journeys/lock-pages.ts';
import { OFFER } from './journeys/offer.ts';
import { badgeOf, changesOf, untilBadge, watchChanges } from './journeys/untouched.ts';
import { isChromium, ourWorlds } from './journeys/worlds.ts';

const PASSWORD = 'kagi2026fuda';
const CODE = fieldAfter('ワンタイムパスワード(半角数字)');
const FRAMES = ['frame-same.do', 'frame-srcdoc.do', 'frame-sandboxed.do'];

/** Every file that the browser has of us. */
const filesOf = (name: string): string[] =>
  globSync('**/*.*', { cwd: `${OUTPUT}/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-dev` });

/** In a page: which of these addresses answer, by any of the ways a page has. */
async function answering(given: string): Promise<string[]> {
  const addresses: string[] = JSON.parse(given);
  const asked = addresses.flatMap((address) => {
    const loads = (['img', 'script', 'link'] as const).map((name) =>
      new Promise<string[]>((resolve) => {
        const one = document.createElement(name);
        one.addEventListener('load', () => resolve([`${name} ${address}`]));
        one.addEventListener('error', () => resolve([]));
        if (one instanceof HTMLLinkElement) [one.rel, one.href] = ['stylesheet', address];
        else one.src = address;
        document.body.append(one);
      }));
    return [...loads, fetch(address, { mode: 'no-cors' }).then(() => [`fetch ${address}`], () => [])];
  });
  return (await Promise.all(asked)).flat().toSorted();
}

describe.each(BROWSERS)('the footprint in %s', (name) => {
  let scene: Scene;
  let plain: PlainBrowser;
  let elsewhere: Elsewhere;
  let own: View;
  let page: View;

  beforeAll(async () => {
    elsewhere = await openElsewhere();
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    await enrol(own, '1188');
    plain = await openPlain(name);
    page = await scene.stage.newView();
  });
  afterAll(async () => {
    await scene?.close();
    await plain?.close();
    await elsewhere?.close();
  });

  const toRegistration = async (view: View): Promise<void> => {
    const customer = await scene.bank.newCustomer({ institution: '1188', password: PASSWORD });
    await view.front();
    await view.go(entry(scene.bank, '1188'));
    await follow(view, `//a[normalize-space(.)='利用開始']`);
    await identify(view, customer, PASSWORD);
    await view.waitFor(CODE);
  };
  const roles = async (): Promise<string[]> => {
    const { site } = await asking(own)('look', {});
    return site.kind === 'bank' ? site.roles : ['no bank'];
  };

  it('a bank’s page sees the same with it and without it, until the customer acts', async () => {
    const without = await plain.newView();
    await watchFootprint(without);
    await toRegistration(without);
    const expected = await footprintOf(without);
    await watchFootprint(page);
    await toRegistration(page);
    await untilBadge(own);
    expect(await roles()).toEqual(['serial', 'current']);
    const found = await footprintOf(page);
    expect(found.filter((line) => !expected.includes(line))).toEqual([]);
    expect(expected.filter((line) => !found.includes(line))).toEqual([]);
    expect(found).toHaveLength(expected.length);
    expect(found).toContain('window footprintSeen');
  });

  it('a fill tells the page’s own handlers no address of ours, and leaves nothing but the values', async () => {
    await toRegistration(page);
    await untilBadge(own);
    const before = await page.run(() => {
      const stacks: string[] = [];
      Reflect.set(window, 'stacksSeen', stacks);
      for (const kind of ['focus', 'focusin', 'input', 'change', 'beforeinput'])
        document.addEventListener(kind, (event) => stacks.push(`${kind} ${new Error(kind).stack} ${event.isTrusted}`), true);
      return document.documentElement.outerHTML;
    });
    await scene.stage.command('fill-code');
    await expect.poll(() => page.value(CODE), { timeout: 45_000 }).toMatch(/^\d{6}$/);
    const stacks = await page.run((): string[] => Reflect.get(window, 'stacksSeen'));
    expect(stacks.filter((stack) => /^(input|change) /.test(stack))).toHaveLength(4);
    expect(stacks.filter((stack) => /extension|hand\.js|reader\.js|kagifuda/i.test(stack))).toEqual([]);
    expect(await page.run(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('no file of the extension answers a page, be it a stranger’s or one of a bank’s host', async () => {
    const ours = [...filesOf(name), ''].map((file) => `${scene.stage.ownOrigin}/${file}`);
    expect(ours.length).toBeGreaterThan(20);
    for (const host of ['127.0.0.1', 'ib.shinkin.localhost']) {
      await page.front();
      await page.go(elsewhere.address(host));
      const control = ['control.js', 'control.css', 'control.svg'].map((file) => elsewhere.address(host, `/${file}`));
      expect(await page.run(answering, JSON.stringify(control))).toEqual(expect.arrayContaining([`script ${control[0]}`, `link ${control[1]}`, `img ${control[2]}`, `fetch ${control[0]}`]));
      expect(await page.run(answering, JSON.stringify(ours))).toEqual([]);
      expect(await page.run(() => Reflect.get(Object(Reflect.get(window, 'chrome')), 'runtime') === undefined)).toBe(true);
    }
  });

  it('on a host that is not listed there is no badge, no offer and no change', async () => {
    const stranger = await scene.stage.newView();
    await stranger.front();
    await watchChanges(stranger);
    await stranger.go(elsewhere.address('127.0.0.1'));
    await stranger.click(CODE);
    expect(await roles()).toEqual(['no bank']);
    expect(await stranger.isThere(OFFER)).toBe(false);
    expect(await changesOf(stranger)).toEqual([]);
    await stranger.close();
  });

  it.each(FRAMES)('a field in the frame of %s is not found, and its click offers nothing', async (address) => {
    const around = await scene.stage.newView();
    await around.front();
    await watchChanges(around);
    await around.go(scene.bank.address('ib.shinkin.localhost', `/variants/${address}`));
    const { x, y } = await around.run(() => {
      const { left, top } = document.querySelector('iframe')?.getBoundingClientRect() ?? { left: 0, top: 0 };
      return { x: left + 30, y: top + 12 };
    });
    await around.clickAt(x, y);
    await around.press('Tab');
    expect(await roles()).toEqual([]);
    expect(await badgeOf(own)).toBe('');
    const added = await around.run(() => [document, document.querySelector('iframe')?.contentDocument].map((one) => one?.querySelectorAll('[popover]').length ?? 0));
    expect(added).toEqual([0, 0]);
    expect(await changesOf(around)).toEqual([]);
    await around.close();
  });

  // Firefox tells nobody of worlds: there the tests above show what they would do.
  it.runIf(name === 'chromium')('our scripts are in the top frame of a bank’s page and nowhere else', async () => {
    const { stage, bank } = scene;
    if (!isChromium(stage)) throw new Error('another browser');
    const at = async (address: string): Promise<string[]> => {
      const view = await stage.newView();
      await view.go(address);
      await view.until(() => document.readyState === 'complete');
      const worlds = await ourWorlds(stage, await view.address());
      await view.close();
      return worlds;
    };
    expect(await at(entry(bank, '1188'))).toEqual(['top']);
    for (const address of FRAMES) expect(await at(bank.address('ib.shinkin.localhost', `/variants/${address}`))).toEqual(['top']);
    expect(await at(bank.address('ib.shinkin.localhost', '/variants/frame-elsewhere.do'))).toEqual(['top']);
    for (const address of [
      elsewhere.address('127.0.0.1'),
      bank.address('ib-shinkin.localhost', '/webbk/login/b-otp.do?bankcode=MTE4OA%3D%3D'),
      bank.address('ib-shinkin.localhost', '/variants/framed-by-copy.do'),
      bank.address('mail.localhost', '/'),
      bank.address('issuer.localhost', '/healthz'),
    ])
      expect(await at(address)).toEqual([]);
  });
});
