/** What a bank page pays for us: against the same browser with an extension whose content script is empty. */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright';
import { build } from 'vite';
import { type ChromiumStage, openChromium } from '../tests/e2e/browser/chromium.ts';
import { emptyExtension } from './bench-empty.ts';
import { median, type Spread, spreadOf } from './bench-figures.ts';
import { benchPages } from './bench-pages.ts';
import { type Visit, visit } from './bench-visit.ts';

/** A background worker's `chrome`, as far as it is called here. */
declare const chrome: { storage: { managed: { get(): Promise<object> } } };

const root = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 9;
/** A page is quiet when nothing of ours is under way any more: the look is debounced by a quarter of a second. */
const QUIET = 700;

export interface Cost {
  what: string;
  unit: 'ms' | 'KiB';
  /** Medians: with ours, with the empty extension. */
  ours: number;
  empty: number;
  /** Of the differences, round by round. */
  more: Spread;
}

/** An extension that does nothing, in the same pages. */
const EMPTY = {
  background: { service_worker: 'nothing.js' },
  content_scripts: [{ matches: ['http://ib.shinkin.localhost/*'], js: ['nothing.js'], run_at: 'document_idle' }],
};

interface Taken extends Pick<Visit<number>, 'script' | 'task' | 'heap'> {
  storm: number;
}

async function visitBank(context: BrowserContext, address: string): Promise<Taken> {
  const { found: storm, ...work } = await visit(context, async (page) => {
    await page.goto(address);
    await page.waitForFunction((quiet) => performance.now() > quiet, QUIET, { polling: 50 });
    return await page.evaluate(async () => {
      const run: unknown = Reflect.get(window, 'storm');
      const start = performance.now();
      if (typeof run === 'function') await run();
      return performance.now() - start;
    });
  });
  return { ...work, storm };
}

function cost(what: string, unit: Cost['unit'], ours: number[], empty: number[]): Cost {
  const more = ours.map((one, round) => one - (empty[round] ?? Number.NaN));
  return { what, unit, ours: median(ours), empty: median(empty), more: spreadOf(more) };
}

/** Both browsers in turn, round by round; the first visit of each warms it up and doesn't count. */
async function compare(ours: BrowserContext, empty: BrowserContext, address: string): Promise<{ ours: Taken[]; empty: Taken[] }> {
  const taken: { ours: Taken[]; empty: Taken[] } = { ours: [], empty: [] };
  for (let round = -1; round < ROUNDS; round++) {
    const [a, b] = [await visitBank(ours, address), await visitBank(empty, address)];
    if (round >= 0) {
      taken.ours.push(a);
      taken.empty.push(b);
    }
  }
  return taken;
}

/**
 * Chromium says nothing of a managed policy before its first page has stood for some seconds (three minutes, if each is closed at once), and
 * until then no page is given its reader: what would be measured is a page without us.
 */
async function untilPolicyIsKnown(stage: ChromiumStage, address: string): Promise<void> {
  const page = await stage.context.newPage();
  await page.goto(address);
  await (await stage.worker()).evaluate(async () => void (await chrome.storage.managed.get()));
  await page.close();
}

async function served(context: BrowserContext, port: number): Promise<void> {
  await context.route(`http://ib.shinkin.localhost:${port}/bench/*`, async (route) => {
    const body = benchPages[new URL(route.request().url()).pathname.replace('/bench/', '')];
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: body ?? '' });
  });
}

export interface Scan {
  what: string;
  /** Milliseconds: `detect` for the first time, and medians of it and of reading only each field's row of text and its box. */
  first: number;
  ours: number;
  baseline: number;
}

/** `detect` alone, in a page of the browser. */
async function scans(context: BrowserContext, port: number): Promise<Scan[]> {
  const entry = `${root}lib/autofill/detect.ts`;
  const built = await build({ configFile: false, root, logLevel: 'silent', build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'read' } } });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  const code = chunk?.code ?? '';
  const found: Scan[] = [];
  for (const name of ['fields-100', 'fields-3000', 'transfer']) {
    const page = await context.newPage();
    await page.goto(`http://ib.shinkin.localhost:${port}/bench/${name}`);
    await page.addScriptTag({ content: code });
    const times = await page.evaluate(timeScans);
    found.push({ what: name, ...times });
    await page.close();
  }
  return found;
}

/** In the page, whose layout is done. The first look pays for compiling, too. */
function timeScans(): { first: number; ours: number; baseline: number } {
  const read: unknown = Reflect.get(Reflect.get(window, 'read'), 'detect');
  if (typeof read !== 'function') throw new Error('no detect');
  const [ours, baseline]: [number[], number[]] = [[], []];
  for (let round = 0; round < 15; round++) {
    for (const times of [ours, baseline]) {
      document.body.style.paddingTop = `${round % 7}px`;
      void document.body.offsetHeight;
      const start = performance.now();
      if (times === ours) read(document);
      else for (const input of document.querySelectorAll('input')) void [input.closest('tr')?.innerText, input.getBoundingClientRect()];
      times.push(performance.now() - start);
    }
  }
  return { first: ours[0] ?? Number.NaN, ours: ours.toSorted((a, b) => a - b)[7] ?? Number.NaN, baseline: baseline.toSorted((a, b) => a - b)[7] ?? Number.NaN };
}

/** @param extension the built one, that knows the mock bank at `port` */
export async function measurePages(extension: string, port: number): Promise<{ costs: Cost[]; scans: Scan[] }> {
  const nothing = await emptyExtension(EMPTY, { 'nothing.js': '0;' });
  const [ours, empty] = [await openChromium(extension), await openChromium(nothing)];
  try {
    for (const stage of [ours, empty]) await served(stage.context, port);
    await untilPolicyIsKnown(ours, `http://ib.shinkin.localhost:${port}/bench/top`);
    const costs: Cost[] = [];
    for (const name of ['top', 'login', 'transfer', 'fields-3000', 'storm']) {
      const taken = await compare(ours.context, empty.context, `http://ib.shinkin.localhost:${port}/bench/${name}`);
      const of = (key: keyof Taken): [number[], number[]] => [taken.ours.map((one) => one[key]), taken.empty.map((one) => one[key])];
      costs.push(cost(`${name}: script`, 'ms', ...of('script')), cost(`${name}: all work`, 'ms', ...of('task')));
      costs.push(cost(`${name}: heap`, 'KiB', ...of('heap')));
      if (name === 'storm') costs.push(cost('storm: 20,000 nodes', 'ms', ...of('storm')));
    }
    return { costs, scans: await scans(empty.context, port) };
  } finally {
    await ours.close();
    await empty.close();
    await rm(nothing, { recursive: true, force: true });
  }
}
