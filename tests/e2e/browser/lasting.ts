/** A browser on a profile that outlives it: opened again, it has what the last one left on disk, the extension with it. */
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { BrowserName } from './open.ts';
import type { Stage } from './view.ts';

export interface Lasting {
  /** The unpacked build for this browser. */
  extension: string;
  profile: string;
  /** Of Firefox: what a person may have set in about:config. */
  prefs?: Record<string, unknown>;
}

export function openLasting(name: BrowserName, { extension, profile, prefs = {} }: Lasting): Promise<Stage> {
  return name === 'firefox' ? openFirefox(extension, { profile, prefs }) : openChromium(extension, { profile });
}
