/** A bank on a free port, the extension built for it, and a browser with both. */
import { startBank, type BankOptions, type MockBank } from '../../mock-bank/start.ts';
import { buildExtension } from './build.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { freePort } from './port.ts';
import type { Stage } from './view.ts';

export type BrowserName = Stage['name'];


export interface Scene {
  stage: Stage;
  bank: MockBank;
  close(): Promise<void>;
}

/** In its own process `npm test` runs one browser only; a person who runs a file gets both. */
const only = process.env['KAGIFUDA_TEST_BROWSER'];
export const BROWSERS = (['chromium', 'firefox'] satisfies BrowserName[]).filter((name) => only === undefined || only === name);

/** What else differs from the PC that the tests run on. */
export interface Surroundings {
  /** IANA name. */
  timeZone?: string;
}

export async function openScene(name: BrowserName, options: BankOptions = {}, around: Surroundings = {}): Promise<Scene> {
  const port = await freePort();
  const bank = await startBank({ ...options, port, quiet: true });
  try {
    const extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', port);
    const stage = name === 'firefox' ? await openFirefox(extension, around) : await openChromium(extension, around);
    return {
      stage,
      bank,
      async close() {
        await stage.close();
        await bank.close();
      },
    };
  } catch (failure) {
    await bank.close();
    throw failure;
  }
}
