/** The rules of ARCHITECTURE.md that a machine can hold: who may import whom, and where effects live. What runs in which process: tests/architecture/. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedTo, rows } from './architecture/rooms.ts';
import { codeOf, filesOf, type Import, importsOf, isIn, isThere, read, sources } from './architecture/sources.ts';

const imports = sources.flatMap(importsOf);

const PACKAGES: Record<string, string[]> = {
  'lib/otp/': ['@noble/hashes'],
  'lib/vault/': ['@noble/hashes', 'idb', 'hash-wasm'],
  'lib/enrolment/': ['@noble/hashes', '@noble/curves', '@hpke/core'],
  'lib/transfer/': ['@noble/hashes', '@scure/base', 'qr'],
  'components/': ['preact'],
  // The content script takes the bare API: the polyfill would add a quarter to a script that loads with every bank page.
  'entrypoints/': ['wxt'],
};

const rowOf = (path: string) => rows.find(({ rooms }) => rooms.some((room) => isIn(path, room)));
const isOurs = (to: string): boolean => /^(?:lib|components|entrypoints|tests|scripts)\//.test(to);

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const row = rowOf(from);
  if (!row) return false;
  if (!isOurs(to)) return row.rooms.some((room) => (PACKAGES[room] ?? []).some((name) => isIn(to, name)));
  if (row.rooms.some((room) => room.endsWith('/') && isIn(from, room) && isIn(to, room))) return true;
  return allowedTo(row).some(({ place, typesOnly }) => isIn(to, place) && (typeOnly || !typesOnly));
}

describe('the table of rooms', () => {
  it('has every file of ours in one row', () => {
    expect(rows.length).toBeGreaterThan(10);
    const places = rows.flatMap(({ rooms }) => rooms);
    expect(places.filter((place) => !isThere(place))).toEqual([]);
    expect(sources.filter((file) => places.filter((place) => isIn(file, place)).length !== 1)).toEqual([]);
  });
  it('lets nobody import what stands below', () => {
    const upward = rows.flatMap((row, at) => {
      const above = rows.slice(0, at).flatMap(({ rooms }) => rooms);
      const known = [...above, ...(row.may === 'each other' ? row.rooms : [])];
      const wrong = row.may === 'everything' ? [] : allowedTo(row).filter(({ place }) => !known.some((room) => isIn(place, room)));
      return wrong.map(({ place }) => `${row.rooms.join()} → ${place}`);
    });
    expect(upward).toEqual([]);
  });
});

describe('imports', () => {
  it('are found at all', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(imports.length).toBeGreaterThan(1000);
  });
  it('go only where the import table lets them', () => {
    const wrong = imports.filter((one) => !isAllowed(one)).map(({ from, to, typeOnly }) => `${from} → ${to}${typeOnly ? ' (type)' : ''}`);
    expect(wrong).toEqual([]);
  });
  it('take every package that a room may take', () => {
    const allowed = Object.entries(PACKAGES).flatMap(([room, names]) => names.map((name) => ({ room, name })));
    expect(allowed.filter(({ room, name }) => !imports.some(({ from, to }) => isIn(from, room) && isIn(to, name)))).toEqual([]);
  });
  it('are written with their ending, so that Node and the bundler read the same file', () => {
    const wrong = imports.filter(({ to }) => isOurs(to) && !isThere(to));
    expect(wrong).toEqual([]);
  });
  it('are all written as statements, where this test sees them', () => {
    expect(sources.filter((file) => /\bimport\(|\brequire\(/.test(codeOf(file)))).toEqual([]);
  });
  it('make no circle', () => {
    const next = new Map(sources.map((file) => [file, importsOf(file).filter(({ typeOnly }) => !typeOnly).map(({ to }) => to)]));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, way: string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) for (const to of next.get(file) ?? []) visit(to, [...way, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('effects', () => {
  /** Where each effect may stand; nowhere else in what is shipped. */
  const EDGES: [what: string, pattern: RegExp, allowed: RegExp][] = [
    ['the network', /\bfetch\b|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon/, /^lib\/enrolment\/issuer\.ts$|^entrypoints\/background\/index\.ts$/],
    ['the database', /\bindexedDB\b|\b(?:open|delete)DB\b/, /^lib\/vault\/store\.ts$/],
    ['the Cache API', /\bcaches\b/, /^entrypoints\/background\/(?:lasting-mark|index)\.ts$/],
    ['the storage of pages', /\blocalStorage\b/, /^components\/appearance\.ts$/],
    ['what no part of us keeps anything in', /\bsessionStorage\b|document\.cookie/, /^$/],
    ['the browser API', /from 'wxt\/browser'|\b(?:chrome|browser)\.\w+\./, /^entrypoints\//],
    ['WebAuthn', /\bcredentials\.(?:get|create)\(|navigator\.credentials/, /^entrypoints\/pages\/(?:own-)?passkeys\.ts$/],
    ['the clipboard', /navigator\.clipboard|\bexecCommand\b/, /^entrypoints\//],
    ['the console', /\bconsole\./, /^entrypoints\/background\/report\.ts$/],
    ['page markup from strings', /(?:inner|outer)HTML|insertAdjacentHTML|setHTML|parseHTML|DOMParser|createContextualFragment|srcdoc|document\.write/i, /^$/],
    ['code from strings', /\beval\(|\bFunction\(|\bset(?:Timeout|Interval)\(\s*['"`]|importScripts/, /^$/],
    ['random numbers nobody should trust', /Math\.random/, /^$/],
    ['random bytes', /getRandomValues|randomUUID/, /^entrypoints\//],
    ['the PC clock', /\bDate\.now\b|new Date\(\)/, /^entrypoints\//],
  ];
  it.each(EDGES)('%s is touched only at its edge', (_, pattern, allowed) => {
    const users = sources.filter((file) => pattern.test(codeOf(file)) && !allowed.test(file));
    expect(users).toEqual([]);
  });
});

describe('the wall', () => {
  it('lets text and digits through, and no bytes: a secret is `Uint8Array`', () => {
    const bytes = sources.filter((file) => isIn(file, 'lib/messages/') && /\b(?:Uint8Array|ArrayBuffer|DataView|CryptoKey)\b|\bbytes\(/.test(codeOf(file)));
    expect(bytes).toEqual([]);
  });
});

describe('the house style', () => {
  const FOLDERS = '{lib,components,entrypoints,scripts,tests}';
  it('keeps every file within 250 lines', () => {
    const all = filesOf(`${FOLDERS}/**/*.{ts,mts,tsx,mjs,js,css,html,sql}`);
    const long = all.map((file) => `${read(file).split('\n').length - 1} ${file}`).filter((line) => Number.parseInt(line, 10) > 250);
    expect(long).toEqual([]);
  });
  it('calls nothing what says nothing', () => {
    const all = filesOf(`${FOLDERS}/**/*`);
    expect(all.filter((file) => /(?:^|[/.-])(?:util(?:itie)?s?|helpers?|common|managers?)(?:[/.-]|$)/i.test(file))).toEqual([]);
  });
  it('begins every file with what it is', () => {
    const all = [...sources, ...filesOf('scripts/*.{ts,mjs}')].filter((file) => !file.endsWith('.d.ts'));
    expect(all.filter((file) => !read(file).startsWith('/**'))).toEqual([]);
  });
  it('exports nothing that only its own file uses', () => {
    const all = [...sources, ...filesOf('{scripts,tests}/**/*.{ts,tsx,mts,mjs}'), 'wxt.config.ts'].map(read).join('\n');
    const taken = new Set([...all.matchAll(/^(?:import|export)\s[^;'"]*?\{([^}]*)\}\s*from/gm)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim().replace(/^type /, '').replace(/ as .*/, ''))));
    const given = sources.flatMap((file) => [...codeOf(file).matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm)].map(([, name = '']) => ({ file, name })));
    expect(given.length).toBeGreaterThan(900);
    expect(given.filter(({ name }) => !taken.has(name)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
  it('tries no test again, and puts nothing in the place of a module of ours', () => {
    const all = filesOf('tests/**/*.{ts,tsx}');
    expect(all.length).toBeGreaterThan(400);
    const wrong = all.filter((file) => /\bvi\s*\.\s*(?:do)?mock\s*\(|\bretry\s*:|\bretries\s*:\s*[1-9]/i.test(codeOf(file)));
    expect(wrong).toEqual([]);
  });
  it('has no `any`', () => {
    expect(sources.filter((file) => /\bas any\b|: any\b|<any>/.test(read(file)))).toEqual([]);
  });
});

describe('the documents', () => {
  const documents = filesOf('{*.md,docs/*.md}');
  const code = filesOf('{*.ts,scripts/*.{ts,mjs},tests/**/*.ts}').map(read).join('\n');
  it.each(documents)('%s names only paths that exist', (document) => {
    const named = [...read(document).matchAll(/`((?:lib|components|entrypoints|tests|docs|scripts|public)\/[\w./-]*)`/g)].map(([, path = '']) => path);
    const linked = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => posix.join(posix.dirname(document), path));
    expect([...named, ...linked].filter((path) => !isThere(path))).toEqual([]);
  });
  it.each(documents)('%s names only commands and variables that there are', (document) => {
    const commands: unknown = JSON.parse(read('package.json'));
    const scripts = Object.keys(Object(Reflect.get(Object(commands), 'scripts')));
    const run = [...read(document).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(run.filter((name) => !scripts.includes(name))).toEqual([]);
    const variables = [...read(document).matchAll(/`(KAGIFUDA_\w+)`/g)].map(([, name = '']) => name);
    expect(variables.filter((name) => !code.includes(name))).toEqual([]);
  });
  it('are looked at, and name something', () => {
    expect(documents.length).toBeGreaterThan(12);
    expect(documents.flatMap((document) => [...read(document).matchAll(/`(?:lib|tests)\//g)]).length).toBeGreaterThan(100);
  });
});
