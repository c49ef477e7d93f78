/** Where the browsers are. Plain JavaScript, because the set-up needs it before any package is there. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {{name: string, variable: string, commands: string[], places: string[], debianPackage: string}} BrowserKind */

/** @type {BrowserKind} */
export const CHROMIUM = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser'],
  places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  debianPackage: 'chromium',
};

/** @type {BrowserKind} */
export const FIREFOX = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  debianPackage: 'firefox-esr',
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium builds that `playwright install` put there, newest first. */
function playwrightsOwn() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).toSorted().toReversed();
  return builds.flatMap((name) => ['chrome-linux64', 'chrome-linux'].map((folder) => join(cache, name, folder, 'chrome')));
}

/**
 * @param {BrowserKind} kind
 * @returns {string | undefined} path of the program, or undefined
 */
export function findBrowser(kind) {
  const named = process.env[kind.variable];
  if (named) return isExecutable(named) ? named : undefined;
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => kind.commands.map((command) => join(folder, command)));
  const own = kind === CHROMIUM ? playwrightsOwn() : [];
  return [...own, ...inPath, ...kind.places].find(isExecutable);
}
