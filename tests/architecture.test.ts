/** The rules of ARCHITECTURE.md that a machine can hold: who may import whom, and where effects live. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Import and re-export statements; local ones resolved to a path from the root. */
function importsOf(file: string): Import[] {
  const statements = read(file).matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  return [...statements].map(([, type, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? normalize(join(dirname(file), to)).replaceAll('\\', '/') : to,
    typeOnly: type !== undefined,
  }));
}

/** Without comments. */
const codeOf = (file: string): string => read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');

const imports = sources.flatMap(importsOf);
const roomOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' && !second.includes('.') ? `lib/${second}` : top === 'lib' ? path : top;
};

const NOUNS = ['lib/token.ts', 'lib/journal.ts', 'lib/errand.ts', 'lib/field-role.ts', 'lib/refusal.ts', 'lib/bytes.ts', 'lib/parse.ts'];
const PACKAGES: Record<string, string[]> = {
  'lib/otp': ['@noble/hashes'],
  'lib/vault': ['@noble/hashes', 'idb', 'hash-wasm'],
  'lib/enrolment': ['@noble/hashes', '@noble/curves', '@hpke/core'],
  'lib/transfer': ['@noble/hashes', '@scure/base', 'qr'],
  components: ['preact'],
  // The content script takes the bare API: the polyfill would add a third to a script that loads with every bank page.
  entrypoints: ['preact', 'wxt', '@wxt-dev/browser'],
};
/** The import table of ARCHITECTURE.md. `types:` means: types only. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/token.ts': ['types:lib/journal.ts'],
  'lib/journal.ts': ['lib/errand.ts', 'types:lib/field-role.ts'],
  'lib/errand.ts': [],
  'lib/field-role.ts': [],
  'lib/refusal.ts': [],
  'lib/bytes.ts': [],
  'lib/parse.ts': ['lib/bytes.ts'],
  'lib/otp': NOUNS,
  'lib/institutions': [],
  'lib/messages': [...NOUNS, 'types:lib/transfer/problems.ts'],
  'lib/transfer': NOUNS,
  'lib/vault': [...NOUNS, 'types:lib/messages/ways.ts', 'types:lib/messages/health.ts'],
  'lib/enrolment': [...NOUNS, 'lib/clock.ts', 'types:lib/institutions/profile.ts', 'types:lib/vault'],
  'lib/codes.ts': [...NOUNS, 'lib/otp', 'lib/clock.ts', 'types:lib/vault', 'types:lib/messages/protocol.ts'],
  'lib/clock.ts': ['lib/token.ts', 'lib/otp'],
  'lib/managed.ts': [...NOUNS, 'lib/institutions', 'lib/messages/policy.ts'],
  'lib/rights.ts': [...NOUNS, 'types:lib/institutions/profile.ts', 'types:lib/messages/protocol.ts'],
  'lib/autofill': [...NOUNS, 'types:lib/messages/protocol.ts', 'types:lib/messages/client.ts'],
  components: [...NOUNS, 'lib/messages', 'lib/institutions', 'types:lib/autofill/finding.ts', 'lib/transfer/problems.ts'],
  entrypoints: ['lib', 'components'],
};

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const room = roomOf(from);
  if (!to.startsWith('lib/') && !to.startsWith('components') && !to.startsWith('entrypoints'))
    return (PACKAGES[room] ?? []).some((name) => to === name || to.startsWith(`${name}/`));
  if (roomOf(to) === room) return true;
  return (MAY_IMPORT[room] ?? []).some((rule) => {
    const place = rule.replace('types:', '');
    return (to === place || to.startsWith(`${place}/`)) && (typeOnly || !rule.startsWith('types:'));
  });
}

describe('imports', () => {
  it('are found at all', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });
  it('go only where the import table lets them', () => {
    const wrong = imports.filter((one) => !isAllowed(one)).map(({ from, to, typeOnly }) => `${from} → ${to}${typeOnly ? ' (type)' : ''}`);
    expect(wrong).toEqual([]);
  });
  it('are written with their ending, so that Node and the bundler read the same file', () => {
    const wrong = imports.filter(({ to }) => to.startsWith('lib/') && !existsSync(join(root, to)));
    expect(wrong).toEqual([]);
  });
  it('are all written as statements, where this test sees them', () => {
    expect(sources.filter((file) => /\bimport\(|\brequire\(/.test(codeOf(file)))).toEqual([]);
  });
  it('make no circle', () => {
    const next = new Map(sources.map((file) => [file, importsOf(file).filter(({ typeOnly }) => !typeOnly).map(({ to }) => to)]));
    const circles: string[] = [];
    const visit = (file: string, way: string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      else for (const to of next.get(file) ?? []) visit(to, [...way, file]);
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('effects', () => {
  /** Where each effect may stand; nowhere else in lib and components. */
  const EDGES: [what: string, pattern: RegExp, allowed: RegExp][] = [
    ['the network', /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/, /^lib\/enrolment\/issuer\.ts$|^entrypoints\/background\/index\.ts$/],
    ['the database', /\bindexedDB\b|\bopenDB\(/, /^lib\/vault\/store\.ts$/],
    ['the browser API', /from 'wxt\/browser'/, /^entrypoints\//],
    ['the console', /\bconsole\./, /^entrypoints\/background\/report\.ts$/],
    ['page markup from strings', /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/, /^$/],
    ['code from strings', /\beval\(|new Function\(/, /^$/],
    ['random numbers nobody should trust', /Math\.random/, /^$/],
    ['the PC clock', /\bDate\.now\(\)|new Date\(\)/, /^entrypoints\/|^lib\/autofill\//],
  ];
  it.each(EDGES)('%s is touched only at its edge', (_, pattern, allowed) => {
    const users = sources.filter((file) => pattern.test(codeOf(file)) && !allowed.test(file));
    expect(users).toEqual([]);
  });
});

describe('the house style', () => {
  it('keeps every file within 250 lines', () => {
    const all = globSync('{lib,components,entrypoints,scripts,tests}/**/*.{ts,tsx,mjs}', { cwd: root });
    const long = all.map((file) => `${read(file).split('\n').length - 1} ${file}`).filter((line) => Number.parseInt(line, 10) > 250);
    expect(long).toEqual([]);
  });
  it('has no `any`', () => {
    expect(sources.filter((file) => /\bas any\b|: any\b|<any>/.test(read(file)))).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(['ARCHITECTURE.md', 'README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'BUILDING.md'])('%s names only paths that exist', (document) => {
    const named = [...read(document).matchAll(/`((?:lib|components|entrypoints|tests|docs|scripts|public)\/[\w./-]*)`/g)].map(([, path = '']) => path);
    const linked = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(named.length + linked.length).toBeGreaterThan(0);
    expect([...named, ...linked].filter((path) => !existsSync(join(root, path))).map((path) => relative('.', path))).toEqual([]);
  });
});
