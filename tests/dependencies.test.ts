/** docs/dependencies.md against what is installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Manifest {
  license?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifestIn = (folder: string): Manifest => JSON.parse(read(join(folder, 'package.json')));

/** By package, its licence; of the part with this heading. */
function listed(heading: string): Map<string, string> {
  const part = read('docs/dependencies.md').split(/^## /m).find((one) => one.startsWith(heading)) ?? expect.unreachable();
  return new Map([...part.matchAll(/^\| `([^`]+)` \| ([^|]+) \| \S/gm)].map(([, name = '', licence = '']) => [name, licence]));
}

const shipped = listed('Shipped');
const tools = listed('For building');
const { dependencies = {}, devDependencies = {} } = manifestIn('.');

/** With everything beneath them. */
function closureOf(names: string[]): Set<string> {
  const found = new Set(names);
  // A set gives what is added while it is walked, too.
  for (const name of found) for (const beneath of Object.keys(manifestIn(`node_modules/${name}`).dependencies ?? {})) found.add(beneath);
  return found;
}

describe('the list of dependencies', () => {
  it('names what is shipped, with everything beneath it, and nothing else', () => {
    expect([...shipped.keys()].toSorted()).toEqual([...closureOf(Object.keys(dependencies))].toSorted());
  });

  it('names every tool, and nothing else', () => {
    expect([...tools.keys()].toSorted()).toEqual(Object.keys(devDependencies).toSorted());
  });

  it.each([...shipped, ...tools])('%s is under %s', (name, licence) => {
    expect(manifestIn(`node_modules/${name}`).license).toBe(licence);
  });

  it('ships nothing whose licence would reach our own files', () => {
    for (const licence of shipped.values()) expect(['MIT', 'ISC', 'MPL-2.0', '(MIT OR Apache-2.0)']).toContain(licence);
  });

  it('has exact versions only', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+(?:-\S+)?$/);
  });
});
