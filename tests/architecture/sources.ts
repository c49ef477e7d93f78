/** The project's own files as these tests read them: their code, what they import, and what can be reached from one. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const read = (file: string): string => readFileSync(join(root, file), 'utf8');
export const isThere = (path: string): boolean => existsSync(join(root, path));
export const filesOf = (pattern: string): string[] => globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));

/** What is shipped. */
export const sources = filesOf('{lib,components,entrypoints}/**/*.{ts,tsx}');

export interface Import {
  from: string;
  /** A path from the root, or a package. */
  to: string;
  typeOnly: boolean;
}

/** Import and re-export statements. */
export function importsOf(file: string): Import[] {
  const statements = read(file).matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  return [...statements].map(([, type, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? normalize(join(dirname(file), to)).replaceAll('\\', '/') : to,
    typeOnly: type !== undefined,
  }));
}

/** Without comments. */
export const codeOf = (file: string): string => read(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');

/** The file itself and all that runs with it, packages among them; a worker is a process of its own. */
export function reachedFrom(file: string): string[] {
  const found = new Set([file]);
  // A set gives what is added while it is walked, too.
  for (const one of found)
    if (/\.tsx?$/.test(one) && isThere(one)) for (const { to, typeOnly } of importsOf(one)) if (!typeOnly) found.add(to);
  return [...found];
}

/** `place` is a file, or a folder with everything in it. */
export const isIn = (path: string, place: string): boolean => path === place || path.startsWith(place.endsWith('/') ? place : `${place}/`);
