/**
 * `npm start`: the mock bank, the extension, a browser with both at the demo page. Without a display (or with
 * --headless) it plays the main road by itself, prints each step and saves pictures.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtension } from '../tests/e2e/browser/build.ts';
import { openChromium } from '../tests/e2e/browser/chromium.ts';
import { freePort, isFree } from '../tests/e2e/browser/port.ts';
import { mainRoad } from '../tests/e2e/journeys/main-road.ts';
import { greeting } from '../tests/mock-bank/greeting.ts';
import { startBank, type MockBank } from '../tests/mock-bank/start.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.demo');
const USUAL_PORT = Number(process.env['KAGIFUDA_BANK_PORT'] ?? 8790);

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function play(bank: MockBank, extension: string): Promise<boolean> {
  const pictures = join(folder, 'pictures');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const stage = await openChromium(extension);
  const customer = await bank.newCustomer({ institution: '1188' });
  const road = mainRoad({ stage, bank, customer, picture: (view, name) => view.picture(join(pictures, `${name}.png`)) });
  try {
    for (const [index, { title, play: step }] of road.entries()) {
      const started = performance.now();
      try {
        const seen = await step();
        console.log(`  ✓ ${index + 1}. ${title}\n       ${seen} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      } catch (failure) {
        console.log(`  ✗ ${index + 1}. ${title}\n       ${failure instanceof Error ? failure.message : String(failure)}`);
        return false;
      }
    }
    console.log(`\nPictures: ${relative(root, pictures)}/`);
    return true;
  } finally {
    await stage.close();
  }
}

async function show(bank: MockBank, extension: string): Promise<void> {
  const stage = await openChromium(extension, { headless: false, profile: join(folder, 'profile') });
  const demo = bank.address('localhost', '/');
  await (stage.context.pages()[0] ?? (await stage.context.newPage())).goto(demo);
  console.log(`\nA browser with the extension is open at ${demo}\nThe page says what to do. Close the browser (or press Ctrl+C) to end.`);
  await new Promise<void>((resolve) => {
    stage.context.on('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await stage.close().catch(() => undefined);
}

const headless = process.argv.includes('--headless') || !hasDisplay();
const port = (await isFree(USUAL_PORT)) ? USUAL_PORT : await freePort();
mkdirSync(folder, { recursive: true });
console.log('Starting the mock bank (模擬) …');
const bank = await startBank({ port, quiet: true, ...(headless ? {} : { folder: join(folder, 'bank') }) });
let right = true;
try {
  console.log(greeting((host, path) => bank.address(host, path)).join('\n'));
  console.log('Building the extension …');
  const extension = await buildExtension('chrome', bank.port);
  if (headless) {
    console.log('No window: playing the main road in headless Chromium.\n');
    right = await play(bank, extension);
  } else await show(bank, extension);
} finally {
  await bank.close();
}
process.exitCode = right ? 0 : 1;
