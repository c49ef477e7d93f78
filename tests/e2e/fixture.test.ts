/** The fixtures that others import work as their document says: the example is run as they would run it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from './browser/open.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe.runIf(BROWSERS.includes('chromium'))('the Playwright fixtures', () => {
  it('run the example of docs/testing.md: a page of one’s own, the extension, a token', async () => {
    const run = spawn(`${root}node_modules/.bin/playwright`, ['test', '-c', 'tests/e2e/fixtures'], { cwd: root, env: { ...process.env, OWN_PAGE_PORT: undefined } });
    let said = '';
    run.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    run.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => run.on('close', resolve));
    expect(said).toContain('2 passed');
    expect(code, said).toBe(0);
  });
});
