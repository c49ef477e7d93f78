/** Codes per second in a page of the extension (bench-codes-page.ts). */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openChromium } from '../tests/e2e/browser/chromium.ts';

const SCRIPT = 'bench-codes.js';

/** Codes per second, round by round. */
export interface Speeds {
  ready: number[];
  alone: number[];
  webCrypto: number[];
}

/** What the page is given: our own module, as it stands. */
async function putScript(extension: string): Promise<void> {
  const entry = fileURLToPath(new URL('bench-codes-page.ts', import.meta.url));
  const lib = { entry, formats: ['es' as const], fileName: () => SCRIPT };
  await build({ configFile: false, logLevel: 'error', build: { target: 'es2022', outDir: extension, emptyOutDir: false, copyPublicDir: false, lib } });
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

/** @param extension the built one */
export async function measureCodes(extension: string): Promise<Speeds> {
  await putScript(extension);
  const stage = await openChromium(extension);
  try {
    const own = await stage.ownPage('/loss.html');
    const told = await own.run(async (address) => {
      await import(address);
      return String(await Reflect.get(window, 'speeds'));
    }, `${stage.ownOrigin}/${SCRIPT}`);
    const speeds: unknown = JSON.parse(told);
    const [ready, alone, webCrypto] = Array.isArray(speeds) ? speeds.map(numbers) : [];
    if (!ready || !alone || !webCrypto) throw new Error(`no speeds: ${told}`);
    return { ready, alone, webCrypto };
  } finally {
    await stage.close();
  }
}
