/** What stands in the pages of the extension before any of our scripts runs. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const entrypoints = fileURLToPath(new URL('../../entrypoints', import.meta.url));
/** Nobody sees the one that only reads the clipboard. */
const pages = globSync('*/index.html', { cwd: entrypoints }).filter((file) => !file.includes('offscreen'));

describe('every page of ours', () => {
  it('is looked at', () => {
    expect(pages.length).toBeGreaterThanOrEqual(10);
  });

  it.each(pages)('of %s has its appearance before a style sheet or the screen is there', (file) => {
    const html = readFileSync(`${entrypoints}/${file}`, 'utf8');
    // The popup's and the side panel's does one thing more.
    const first = html.search(/<script src="\/(?:appearance|first-look)\.js" vite-ignore><\/script>/);
    expect(first).toBeGreaterThan(0);
    expect(html.search(/<link|<body|<script type/)).toBeGreaterThan(first);
  });
});
