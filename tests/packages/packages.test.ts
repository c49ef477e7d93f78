/** What goes to the stores: built once for all of this, and once more elsewhere. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockProfiles } from '../../lib/institutions/mock.ts';
import { ADDRESSES, CONTENTS } from './contents.ts';
import { MANIFESTS } from './manifests.ts';
import { unpack } from './unpack.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const NAMES = ['chrome', 'firefox', 'sources'].map((what) => `kagifuda-0.1.0-${what}.zip`);

const folder = mkdtempSync(join(tmpdir(), 'kagifuda-packages-'));
const [here, elsewhere] = [join(folder, 'here'), join(folder, 'another/place')];
const read = (name: string): Buffer => readFileSync(join(here, name));
const filesOf = (what: string): Map<string, Buffer> => unpack(read(`kagifuda-0.1.0-${what}.zip`));

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** As `npm run zip`. */
const zip = (at: string, env: Record<string, string>) => run(process.execPath, ['scripts/zip.ts'], { cwd: at, env: { ...process.env, ...env } });

beforeAll(async () => {
  await zip(root, { KAGIFUDA_OUTPUT: here });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the sources package', () => {
  it('has what a build reads and nothing else', () => {
    const tops = [...filesOf('sources').keys()].map((name) => name.replace(/\/.*/, '/'));
    const folders = ['components/', 'entrypoints/', 'lib/', 'public/', 'scripts/'];
    const files = ['BUILDING.md', 'LICENSE', 'package-lock.json', 'package.json', 'tsconfig.json', 'wxt.config.ts'];
    expect(new Set(tops)).toEqual(new Set([...folders, ...files]));
  });

  it('builds all packages again, byte for byte, in another folder, language, time zone and environment', async () => {
    for (const [name, bytes] of filesOf('sources')) {
      mkdirSync(dirname(join(elsewhere, name)), { recursive: true });
      writeFileSync(join(elsewhere, name), bytes);
    }
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    const own = { origin: 'https://bank.test', code: '9999' };
    const output = join(elsewhere, '.output');
    await zip(elsewhere, { KAGIFUDA_OUTPUT: output, KAGIFUDA_OWN_BANK: JSON.stringify(own), KAGIFUDA_BANK_PORT: '1', NODE_ENV: 'development', LANG: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' });
    for (const name of [...NAMES, 'packages.txt']) expect(readFileSync(join(output, name)).equals(read(name)), name).toBe(true);
  }, 60_000);
});

describe('the pages in the packages', () => {
  it.each(['chrome', 'firefox'])('for %s reach nobody: only the background may ask an issuer', (browser) => {
    const pages = [...filesOf(browser)].filter(([name]) => name.endsWith('.html'));
    const free = pages.filter(([, html]) => !/<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">/.test(html.toString()));
    expect(pages.length).toBeGreaterThan(10);
    expect(free.map(([name]) => name)).toEqual([]);
  });
});

describe('the scripts in the packages', () => {
  /** Chromium brings no script into a page that has one of Unicode's noncharacters: it takes the file for no UTF-8. */
  const NONCHARACTER = /[\u{FDD0}-\u{FDEF}\u{FFFE}\u{FFFF}\u{1FFFE}\u{1FFFF}\u{10FFFE}\u{10FFFF}]/u;

  it.each(['chrome', 'firefox'])('for %s are UTF-8 as the browsers take it', (browser) => {
    const scripts = [...filesOf(browser)].filter(([name]) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter(([, bytes]) => NONCHARACTER.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).map(([name]) => name)).toEqual([]);
  });
});

describe('the list of what is in the packages', () => {
  it('names every package and every file in it by its digest', () => {
    const list = read('packages.txt').toString();
    for (const name of NAMES) {
      expect(list).toContain(`${name}\n  SHA-256  ${digestOf(read(name))}\n  size     ${read(name).length.toLocaleString('en')} bytes\n`);
      for (const [file, bytes] of unpack(read(name))) expect(list).toContain(`${digestOf(bytes)}  ${file}\n`);
    }
  });
});

describe.each(['chrome', 'firefox'] as const)('the package for %s', (browser) => {
  const texts: [file: string, text: string][] = [];
  beforeAll(() => {
    for (const [file, bytes] of filesOf(browser)) if (!file.endsWith('.png')) texts.push([file, bytes.toString()]);
  });

  const found = (what: RegExp): string[] => texts.flatMap(([file, text]) => [...text.matchAll(what)].map(([hit]) => `${hit} in ${file}`));

  it('has these files and no other', () => {
    const names = [...filesOf(browser).keys()];
    expect(names).toEqual(names.toSorted());
    expect(names.map((name) => name.replace(/-[\w-]{8}\.(js|css)$/, '-*.$1')).toSorted()).toEqual(CONTENTS[browser]);
  });

  it('has this manifest', () => {
    expect(JSON.parse(new Map(texts).get('manifest.json') ?? '')).toEqual(MANIFESTS[browser]);
  });

  it('knows nothing of the mock bank: no host, port, key or name', () => {
    const theirs = mockProfiles(8790).flatMap(({ name, issuerKeys }) => [name, ...issuerKeys.flatMap(({ keyId, publicKey }) => [keyId, publicKey])]);
    expect(theirs.length).toBeGreaterThan(10);
    expect(texts.flatMap(([file, text]) => theirs.filter((one) => text.includes(one)).map((one) => `${one} in ${file}`))).toEqual([]);
    expect(found(/localhost|127\.0\.0\.1|\[::1\]|8790|mock[-_A-Z]|MOCK_|OWN_BANK/g)).toEqual([]);
  });

  it('has nothing that only a developer needs: no source map, no live reload, no path of the machine', () => {
    expect(found(/sourceMappingURL|import\.meta\.hot|@vite|wss?:\/\/|node_modules|file:\/\//g)).toEqual([]);
    for (const [, text] of texts) expect(text.includes(root)).toBe(false);
  });

  it('runs no code but its own files', () => {
    expect(found(/\beval\(|\bFunction\(|importScripts|document\.write|set(?:Timeout|Interval)\(["'`]/g)).toEqual([]);
    const pages = texts.filter(([file]) => file.endsWith('.html'));
    const scripts = pages.flatMap(([, text]) => [...text.matchAll(/<script\b([^>]*)>([^<]*)/g)]);
    expect(scripts.length).toBeGreaterThan(pages.length);
    for (const [, attributes, inline] of scripts) {
      expect(inline).toBe('');
      expect(new Map(texts).has(/ src="\/([^"]+)"/.exec(attributes ?? '')?.[1] ?? 'nothing')).toBe(true);
    }
  });

  it('names these addresses and no other', () => {
    const addresses = texts.flatMap(([, text]) => [...text.matchAll(/https?:\/\/[\w*][^\s"'`\\)<>,;]*/g)].map(([address]) => address));
    expect([...new Set(addresses)].toSorted()).toEqual(ADDRESSES.toSorted());
  });
});

describe('the linter of the Firefox store', () => {
  // A program of its own, that reads for seconds.
  it('has nothing to say', { timeout: 60_000 }, async () => {
    const { stdout } = await run(process.execPath, ['node_modules/addons-linter/bin/addons-linter', '--output', 'json', join(here, NAMES[1] ?? '')], { cwd: root });
    expect(JSON.parse(stdout)).toMatchObject({ errors: [], warnings: [], notices: [], metadata: { manifestVersion: 3 } });
  });
});
