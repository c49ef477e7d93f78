/** The style sheet, the one script and the pictures of the bank's pages. */
import { readFile } from 'node:fs/promises';
import type { Env, Hono } from 'hono';
import { tokenPictures } from './token-picture.ts';

const FILES = {
  '/webbk/style.css': ['style.css', 'text/css; charset=utf-8'],
  '/webbk/screen.js': ['screen.js', 'text/javascript; charset=utf-8'],
} as const;

export function assets<E extends Env>(app: Hono<E>): void {
  for (const [path, [file, type]] of Object.entries(FILES))
    app.get(path, async (c) => c.body(await readFile(new URL(file, import.meta.url), 'utf8'), 200, { 'content-type': type }));
  for (const [path, svg] of tokenPictures()) app.get(path, (c) => c.body(svg, 200, { 'content-type': 'image/svg+xml' }));
}
