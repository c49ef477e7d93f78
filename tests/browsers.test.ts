/** The table of what is tested in one browser only (docs/browsers.md) names every file that makes a difference, and no other. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

/** A test that asks which browser it is in, other than to build for it, to open it or to name its folder. */
const DIFFERS = /\b(?:name|browser|stage\.name) [!=]== '(?:chromium|firefox)'|BROWSERS\.includes\(/;
const OPENS = /buildExtension\(|buildForStore\(|openFirefox\(|OUTPUT\}/;

const differs = (file: string): boolean =>
  read(file)
    .split('\n')
    .some((line) => DIFFERS.test(line) && !OPENS.test(line));

describe('the list of what is tested in one browser only', () => {
  const files = globSync('tests/e2e/*.test.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  const named = [...read('docs/browsers.md').matchAll(/^\| `(tests\/e2e\/[\w-]+\.test\.ts)` \| (Chromium|Firefox|both) \|/gm)].map(([, file = '']) => file);

  it('names each file once', () => {
    expect(named.length).toBeGreaterThan(10);
    expect(new Set(named).size).toBe(named.length);
  });

  it('names every file that makes a difference', () => {
    expect(files.filter((file) => differs(file) && !named.includes(file))).toEqual([]);
  });

  it('names files that are there', () => {
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });
});
