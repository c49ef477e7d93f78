/** From opening the popup to the first code on the screen, against an empty page of an extension in the same browser. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openChromium, type ChromiumStage } from '../tests/e2e/browser/chromium.ts';
import { makeVault } from '../tests/e2e/journeys/first-steps.ts';
import { asking } from '../tests/e2e/journeys/lock-pages.ts';

const ROUNDS = 11;
/** A page of ours with one word in it, which the build that is measured is given. */
const EMPTY = 'bench-empty.html';

interface Taken {
  /** Milliseconds from the navigation to the frame after the first code (or word) is there. */
  painted: number;
  /** Of the page's own scripts, milliseconds, and of its heap after a collection, KiB. */
  script: number;
  heap: number;
}

export interface PopupCost {
  what: string;
  /** Medians. */
  ours: Taken;
  empty: Taken;
  /** Round by round: median, least, most. */
  ratio: [number, number, number];
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

async function visit(stage: ChromiumStage, path: string): Promise<Taken> {
  const page: Page = await stage.context.newPage();
  await page.addInitScript(notePaint);
  const session = await stage.context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${stage.ownOrigin}/${path}`);
  await page.waitForFunction(() => Reflect.has(window, 'painted'));
  const painted = await page.evaluate(() => Number(Reflect.get(window, 'painted')));
  const { metrics } = await session.send('Performance.getMetrics');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics: after } = await session.send('Performance.getMetrics');
  await page.close();
  const of = (all: typeof metrics, name: string): number => all.find((one) => one.name === name)?.value ?? Number.NaN;
  return { painted, script: of(metrics, 'ScriptDuration') * 1000, heap: of(after, 'JSHeapUsedSize') / 1024 };
}

const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const middleOf = (all: Taken[]): Taken => ({
  painted: middle(all.map(({ painted }) => painted)),
  script: middle(all.map(({ script }) => script)),
  heap: middle(all.map(({ heap }) => heap)),
});

async function compare(stage: ChromiumStage, what: string, before: () => Promise<void>): Promise<PopupCost> {
  const [ours, empty]: [Taken[], Taken[]] = [[], []];
  for (let round = -1; round < ROUNDS; round++) {
    await before();
    const [a, b] = [await visit(stage, 'popup.html'), await visit(stage, EMPTY)];
    if (round < 0) continue;
    ours.push(a);
    empty.push(b);
  }
  const ratios = ours.map(({ painted }, round) => painted / (empty[round]?.painted ?? Number.NaN));
  return { what, ours: middleOf(ours), empty: middleOf(empty), ratio: [middle(ratios), Math.min(...ratios), Math.max(...ratios)] };
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
  await writeFile(join(extension, EMPTY), '<!doctype html><html lang="ja"><meta charset="utf-8"><p class="digits">123 456</p></html>');
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
