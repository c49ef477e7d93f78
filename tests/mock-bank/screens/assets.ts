/** The style sheet and the one script of the bank's pages. */
import { readFile } from 'node:fs/promises';
import type { Env, Hono } from 'hono';

const FILES = {
  '/webbk/style.css': ['../pages/style.css', 'text/css; charset=utf-8'],
  '/webbk/screen.js': ['../pages/screen.js', 'text/javascript; charset=utf-8'],
} as const;

export function assets<E extends Env>(app: Hono<E>): void {
  for (const [path, [file, type]] of Object.entries(FILES))
    app.get(path, async (c) => c.body(await readFile(new URL(file, import.meta.url), 'utf8'), 200, { 'content-type': type }));
}
