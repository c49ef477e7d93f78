/** From opening the popup to the first code on the screen, against an empty page of an extension in the same browser. */
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openChromium, type ChromiumStage } from '../tests/e2e/browser/chromium.ts';
import { makeVault } from '../tests/e2e/journeys/first-steps.ts';
import { asking } from '../tests/e2e/journeys/lock-pages.ts';
import { median, type Spread, spreadOf } from './bench-figures.ts';
import { type Visit, visit } from './bench-visit.ts';

const ROUNDS = 11;
/**
 * Pages that the build that is measured is given. One of nothing but a code; one whose only script asks the worker as the popup does and
 * writes the digits down, without a library and without a style: no popup of a vault that lies in a worker is sooner there. And one of
 * nothing but the library.
 */
const [EMPTY, LEAST, LIBRARY] = ['bench-empty.html', 'bench-least.html', 'bench-library.html'];
const PAGES: Record<string, string> = {
  [EMPTY]: '<p class="digits">123 456</p>',
  [LEAST]: '<script src="bench-least.js"></script>',
  'bench-least.js': `chrome.runtime.sendMessage({ name: 'look', ask: {} }).then(({ answer }) => {
    const line = document.createElement('p');
    line.className = 'digits';
    line.textContent = answer.tokens[0].code.digits;
    document.body.append(line);
  });`,
  [LIBRARY]: '<body><script type="module" src="bench-library.js"></script>',
  'bench-library.js': `import { h, render } from './bench-preact.mjs';
    render(h('p', { class: 'digits' }, '123 456'), document.body);`,
};
const HEAD = '<!doctype html><html lang="ja"><meta charset="utf-8">';

interface Taken extends Pick<Visit<number>, 'script' | 'heap'> {
  /** Milliseconds from the navigation to the frame after the first code (or word) is there. */
  painted: number;
}

export interface PopupCost {
  what: string;
  /** Medians. */
  ours: Taken;
  empty: Taken;
  /** One script that asks the worker. */
  least: Taken;
  library: Taken;
  /** To the empty page, round by round. */
  ratio: Spread;
}

/** In the page, before anything of it: notes the frame after `.digits` (or the empty page's word) came. */
function notePaint(): void {
  const look = (): void => {
    const code = document.querySelector('.digits');
    if (!/\d{3}/.test(code?.textContent ?? '')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => Reflect.set(window, 'painted', performance.now()), { once: true });
      port1.start();
      port2.postMessage(0);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

async function visitOwn(stage: ChromiumStage, path: string): Promise<Taken> {
  const { found: painted, script, heap } = await visit(stage.context, async (page) => {
    await page.addInitScript(notePaint);
    await page.goto(`${stage.ownOrigin}/${path}`);
    await page.waitForFunction(() => Reflect.has(window, 'painted'));
    return await page.evaluate(() => Number(Reflect.get(window, 'painted')));
  });
  return { painted, script, heap };
}

const medians = (all: Taken[]): Taken => ({
  painted: median(all.map(({ painted }) => painted)),
  script: median(all.map(({ script }) => script)),
  heap: median(all.map(({ heap }) => heap)),
});

async function compare(stage: ChromiumStage, what: string, before: () => Promise<void>): Promise<PopupCost> {
  const taken: Record<string, Taken[]> = {};
  for (let round = -1; round < ROUNDS; round++) {
    for (const path of ['popup.html', EMPTY, LEAST, LIBRARY]) {
      if (path !== EMPTY) await before();
      const one = await visitOwn(stage, path);
      if (round >= 0) (taken[path] ??= []).push(one);
    }
  }
  const of = (path: string): Taken[] => taken[path] ?? [];
  const ratios = of('popup.html').map(({ painted }, round) => painted / (of(EMPTY)[round]?.painted ?? Number.NaN));
  return {
    what,
    ours: medians(of('popup.html')),
    empty: medians(of(EMPTY)),
    least: medians(of(LEAST)),
    library: medians(of(LIBRARY)),
    ratio: spreadOf(ratios),
  };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Standard tokens, each with a secret of its own: the same one twice is refused. */
const addresses = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => from + index)
    .map((number) => `otpauth://totp/Bench:${number}?secret=JBSWY3DPEHPK3P${BASE32[number >> 5]}${BASE32[number & 31]}&issuer=Bench`)
    .join('\n');

const nothing = async (): Promise<void> => undefined;

async function addTokens(stage: ChromiumStage, from: number, to: number): Promise<void> {
  const own = await stage.ownPage('/loss.html');
  const sources = [{ text: addresses(from, to), stretched: null }];
  const { found } = await asking(own)('readImport', { sources });
  await asking(own)('importTokens', { sources, chosen: found.map(({ index }) => index) });
  await own.close();
}

/** @param extension the built one */
export async function measurePopup(extension: string): Promise<PopupCost[]> {
  for (const [name, text] of Object.entries(PAGES)) await writeFile(join(extension, name), name.endsWith('.html') ? HEAD + text : text);
  await copyFile(fileURLToPath(import.meta.resolve('preact')), join(extension, 'bench-preact.mjs'));
  const stage = await openChromium(extension);
  try {
    await (await makeVault(stage)).close();
    await addTokens(stage, 0, 1);
    const one = await compare(stage, 'one token, the worker awake', nothing);
    const asleep = await compare(stage, 'one token, the worker asleep', () => stage.killWorker());
    await addTokens(stage, 1, 300);
    return [one, asleep, await compare(stage, '300 tokens, the worker awake', nothing)];
  } finally {
    await stage.close();
  }
}
