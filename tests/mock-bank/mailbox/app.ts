/** mail.localhost: the mailbox, hardware tokens, a phone and the desk; everything around the banks that is not their pages. */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { activation } from './activation.ts';
import { frameFor, type Address } from './frame.ts';
import { hardware } from './hardware.ts';
import { inbox } from './inbox.ts';
import { phone } from './phone.ts';
import { ownFormsOnly } from './request.ts';
import { desk } from '../desk/app.ts';
import { pageRules } from '../page-rules.ts';
import { assets } from '../pages/assets.ts';
import type { World } from '../world.ts';

const FILES = [
  ['/mail.css', 'mail.css', 'text/css; charset=utf-8'],
  ['/countdown.js', 'countdown.js', 'text/javascript; charset=utf-8'],
] as const;

export function mailApp(world: World, address: Address): Hono {
  const app = new Hono();
  pageRules(app, world);
  ownFormsOnly(app);
  // Of the bank's own pages for errors.
  assets(app);
  for (const [path, file, type] of FILES)
    app.get(path, async (c) => c.body(await readFile(new URL(file, import.meta.url), 'utf8'), 200, { 'content-type': type }));
  const frame = frameFor(address);
  for (const room of [inbox, hardware, phone, activation, desk]) room(app, world, frame);
  return app;
}
