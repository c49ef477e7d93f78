/** The browser's leave to be in a site, and where our scripts wait; asked in a page of the extension. */
import type { BrowserContext } from 'playwright';
import type { Stage, View } from '../browser/view.ts';

/** The extension's API in one of its own pages, and the browser's own API in its page of extensions. */
declare const chrome: {
  permissions: { contains(of: { origins: string[] }): Promise<boolean> };
  scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]> };
  developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
};

const hasContext = (stage: Stage): stage is Stage & { context: BrowserContext } => 'context' in stage;

/**
 * A person who answers the browser's question beforehand, on its own page of extensions: no driver reaches the question itself.
 * Chromium; the extension has nothing of it until it asks, and is then asked no more. Firefox has a preference instead.
 */
export async function answerYesTo(stage: Stage, pattern: string): Promise<void> {
  if (!hasContext(stage)) return;
  const page = await stage.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, host), [new URL(stage.ownOrigin).host, pattern] as const);
  await page.close();
}

export function isGranted(own: View, pattern: string): Promise<boolean> {
  return own.run((given) => chrome.permissions.contains({ origins: [given] }), pattern);
}

/** Match patterns of what is registered now. */
export function waitingAt(own: View): Promise<string[]> {
  return own.run(async () => (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches));
}

/** Until our scripts wait at exactly so many sites; the background follows an answer of the browser by itself. */
export async function untilWaitingAt(own: View, count: 0 | 1): Promise<void> {
  if (count === 0) await own.until(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0);
  else await own.until(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1);
}
