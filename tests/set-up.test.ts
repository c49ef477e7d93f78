/** The set-up finds its folder, whatever that is called. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = fileURLToPath(new URL('../scripts/', import.meta.url));
let around: string;

beforeEach(() => void (around = mkdtempSync(join(tmpdir(), 'kagifuda-set-up-'))));
afterEach(() => rmSync(around, { recursive: true }));

describe('the set-up', () => {
  it.each(['plain', 'a space', '鍵札', '100%25'])('comes to the list of packages in a folder called 「%s」', (name) => {
    const folder = join(around, name);
    mkdirSync(folder);
    for (const file of ['setup.mjs', 'browsers.mjs', 'postgres.mjs']) cpSync(`${scripts}${file}`, join(folder, 'scripts', file));
    // There is no list: it ends before anything is installed.
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/setup.mjs'), 'start'], { cwd: tmpdir(), encoding: 'utf8' });
    expect(stderr).toContain("ENOENT: no such file or directory, open 'package-lock.json'");
    expect(status).toBe(1);
  });
});
