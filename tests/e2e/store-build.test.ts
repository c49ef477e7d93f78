/** What goes to a store knows nothing of the mock bank, its key or development; what is in it is what we say. */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './browser/open.ts';

const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'idle', 'activeTab', 'contextMenus', 'scripting', 'webRequest'];
const root = fileURLToPath(new URL('../..', import.meta.url));

describe.each(BROWSERS.map((name) => (name === 'firefox' ? 'firefox' : 'chrome')))('the store build for %s', (browser) => {
  let folder: string;
  let files: Map<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kagifuda-store-'));
    const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', browser, '--mv3'];
    const build = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production', KAGIFUDA_OUTPUT: folder } });
    expect(await new Promise((resolve) => build.on('close', resolve))).toBe(0);
    files = new Map(globSync('**/*.{js,json,html,css}', { cwd: folder }).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('contains no development host, key or port', () => {
    expect(files.size).toBeGreaterThan(10);
    for (const [file, content] of files)
      for (const trace of ['localhost', 'mock-2026', 'XukJtiAobzzV7t9', 'MOCK_BANK', '8790']) expect(content.includes(trace), `${trace} in ${file}`).toBe(false);
  });

  it('asks for what SECURITY.md allows it, and shows nothing of itself to pages', () => {
    const [, text] = [...files].find(([file]) => file.endsWith('manifest.json')) ?? expect.unreachable();
    const manifest: unknown = JSON.parse(text);
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'offscreen', 'sidePanel'],
      optional_permissions: ['clipboardRead', 'clipboardWrite'],
      optional_host_permissions: ['https://*/*'],
      host_permissions: ['https://*.ib.shinkin-ib.jp/*', 'https://www.parasol.anser.ne.jp/*'],
      content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none';" },
      content_scripts: [{ matches: ['https://*.ib.shinkin-ib.jp/*', 'https://www.parasol.anser.ne.jp/*'] }],
    });
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('content_scripts.0.all_frames', true);
  });
});
