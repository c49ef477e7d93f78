/**
 * Profiles of Firefox that are gone after it. Each is a copy of one that it has been started on once, without any extension: a profile
 * that is all new takes it a second longer, and a core for as long again, before anything is tested.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { FIREFOX, findBrowser } from '../../../scripts/browsers.mjs';

/** Of the environment: the folder of the profile that the others are copies of. Without one they are new. */
const PATTERN = 'KAGIFUDA_FIREFOX_PATTERN';

/** Throws when there is no Firefox. */
export function firefoxProgram(): string {
  const path = findBrowser(FIREFOX);
  if (path === undefined) throw new Error('No Firefox: run `node scripts/setup.mjs test`.');
  return path;
}

/** For the processes of this run that are started later; what it returns takes it away again. */
export async function makeProfilePattern(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-firefox-'));
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxProgram(), headless: true, userDataDir: folder });
  await (await browser.newPage()).goto('about:blank');
  await browser.close();
  process.env[PATTERN] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

export interface Profile {
  path: string;
  /** When Firefox has ended. */
  remove(): void;
}

export function profileForOnce(): Profile {
  const path = mkdtempSync(join(tmpdir(), 'kagifuda-profile-'));
  const pattern = process.env[PATTERN];
  if (pattern !== undefined) cpSync(pattern, path, { recursive: true });
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}
