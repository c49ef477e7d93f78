/**
 * Forms that are hard to fill, each at an address of its own, on the bank's host and on the look-alike one.
 * Nothing is kept: the check page tells how much it was sent, and forgets it.
 */
import { readFile } from 'node:fs/promises';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { LATE_PIECE, latePiece } from './late.ts';
import { VARIANTS } from './list.ts';
import { checkPage, indexPage } from './pages.ts';
import { verdictOn } from './received.ts';
import { sentBy } from './sent.ts';
import { shiftJisEncoder, type Encoder } from './shift-jis.ts';
import { PATH, type Hosts, type Variant } from './variant.ts';
import { HOSTS } from '../hosts.ts';
import { BEHAVIOURS } from '../layouts/behaviours.ts';
import { LAYOUTS } from '../layouts/list.ts';
import { pageRules } from '../page-rules.ts';
import type { Html } from '../pages/frame.ts';
import type { World } from '../world.ts';

const SCRIPTS = ['controlled', 'replaced', 'grouped', 'boxes', 'keypad', 'cleared', 'auto-send', 'disabled', 'late', 'dialog', 'bank-code', 'state',
  'no-paste', 'full-width', 'boxes-opening', 'eye'];
const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml; charset=utf-8' } as const;
const FILES: [path: string, file: string, type: keyof typeof TYPES][] = [
  ['variants.css', 'variants.css', 'css'],
  ['style.css', '../pages/style.css', 'css'],
  ['layouts.css', '../layouts/layouts.css', 'css'],
  ['scripts/layouts.js', '../layouts/layouts.js', 'js'],
  ['scripts/behaviours.js', '../layouts/behaviours.js', 'js'],
  ['label.svg', 'label.svg', 'svg'],
  ['picture.svg', 'picture.svg', 'svg'],
  ...SCRIPTS.map((name): [string, string, 'js'] => [`scripts/${name}.js`, `scripts/${name}.js`, 'js']),
];

function files(app: Hono): void {
  for (const [path, file, type] of FILES)
    app.get(PATH + path, async (c) => c.body(await readFile(new URL(file, import.meta.url), 'utf8'), 200, { 'content-type': TYPES[type] }));
}

/** The rules of every page with this variant's own directives instead. */
function amended(rules: string, own: Record<string, string>): string {
  const directives = rules.split(';').map((one) => one.trim()).filter((one) => !Object.hasOwn(own, one.split(' ')[0] ?? ''));
  return [...directives, ...Object.entries(own).map(([name, sources]) => `${name} ${sources}`)].join('; ');
}

/** Before `pageRules`, so that it comes after them on the way out. */
function ownRules({ policy, kept }: Variant, hosts: Hosts): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (kept) c.header('Cache-Control', 'private, no-cache');
    if (!policy) return;
    const own = policy(hosts);
    c.header('Content-Security-Policy', amended(c.res.headers.get('content-security-policy') ?? '', own));
    // It knows no list of hosts; where a page may be framed at all the policy says by whom.
    if ('frame-ancestors' in own) c.header('X-Frame-Options', undefined);
  };
}

type Show = (c: Context, variant: Variant, page: Html, status?: 200 | 400) => Promise<Response>;

/** The encoder's table is made when the first page needs it. */
function shower(): Show {
  let encode: Encoder | undefined;
  return async (c, { encoding }, page, status = 200) => {
    if (encoding === undefined) return c.html(page, status);
    encode ??= shiftJisEncoder();
    // Header and meta say the same; some parsers believe only one of them.
    const text = String(await page).replace('<meta charset="utf-8">', '<meta charset="Shift_JIS">');
    return c.body(encode(text), status, { 'content-type': 'text/html; charset=Shift_JIS' });
  };
}

async function check(show: Show, c: Context, variant: Variant, framed: boolean): Promise<Response> {
  const verdict = verdictOn(variant, await sentBy(c, variant.encoding));
  return show(c, variant, checkPage(variant, verdict, framed), verdict.right ? 200 : 400);
}

export function variantsApp(world: Pick<World, 'alarm'>, address: (host: string, path: string) => string): Hono {
  const app = new Hono();
  const hosts: Hosts = { bank: (path) => address(HOSTS.platform, path), copy: (path) => address(HOSTS.phishing, path) };
  const listed: Variant[] = [...VARIANTS, ...LAYOUTS, ...BEHAVIOURS];
  const all = listed.flatMap((variant) => [variant, ...(variant.inner ?? [])]);
  const show = shower();
  for (const variant of all) app.use(PATH + variant.address, ownRules(variant, hosts));
  // The sandboxed page has no origin, so even its own style sheets are another's.
  app.use(`${PATH}*`, async (c, next) => {
    await next();
    if (c.req.path.endsWith('.css')) c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  });
  pageRules(app, world);
  files(app);
  app.get(PATH.slice(0, -1), (c) => c.redirect(PATH, 302));
  app.get(PATH, (c) => c.html(indexPage(hosts)));
  app.get(PATH + LATE_PIECE, (c) => c.html(latePiece()));
  for (const variant of listed) {
    const inner = variant.inner ?? [];
    for (const one of [variant, ...inner]) {
      app.get(PATH + one.address, (c) => show(c, one, one.html(hosts)));
      app.post(PATH + one.address, (c) => check(show, c, one, one !== variant || one.address === 'frame-srcdoc.do'));
    }
  }
  return app;
}
