/**
 * Pages that attack the customer of a token: each at an address of its own, on the bank's host and on the look-alike one,
 * as if the attacker's script ran in the bank's page. What is sent to them is not read.
 */
import { readFile } from 'node:fs/promises';
import { html } from 'hono/html';
import { Hono } from 'hono';
import { GROUPS, TRAPS } from './list.ts';
import { PATH, type Hosts, type Trap } from './trap.ts';
import { HOSTS } from '../hosts.ts';
import { pageRules } from '../page-rules.ts';
import { frame, type Html } from '../pages/frame.ts';
import { look } from '../variants/variant.ts';
import type { World } from '../world.ts';

const SCRIPTS = ['arm', 'looks', 'covers', 'moves', 'times', 'alone', 'turning', 'blank'];
const FILES: [path: string, type: string][] = [
  ['traps.css', 'text/css; charset=utf-8'],
  ...SCRIPTS.map((name): [string, string] => [`scripts/${name}.js`, 'text/javascript; charset=utf-8']),
];

/** An attacker who can run a script can write styles too; where forms may be sent is for the extension to see. */
const policyOf = ({ policy }: Trap, hosts: Hosts): string => {
  const all: Record<string, string> = {
    'default-src': "'self'", 'script-src': "'self'", 'style-src': "'self' 'unsafe-inline'", 'img-src': "'self' data:", 'frame-src': "'self'",
    'frame-ancestors': "'none'", 'base-uri': "'none'", ...policy?.(hosts),
  };
  return Object.entries(all).map(([name, sources]) => `${name} ${sources}`).join('; ');
};

const line = (hosts: Hosts, { host, address, title, trick }: Trap): Html => html`<tr>
<td><a href="${(host === 'copy' ? hosts.copy : hosts.bank)(PATH + address)}?bankcode=${btoa('1188')}">${title}</a></td><td>${trick}</td></tr>`;

const indexPage = (hosts: Hosts): Html => frame({
  look: look(),
  title: 'わなの一覧',
  body: html`<p>どの画面も、トークンの番号を、それと気付かせずに入力させようとします。「わなのない画面」のほかでは、欄は空のままでなければなりません。</p>
${GROUPS.map(({ name, traps }) => html`<h2>${name}</h2><table class="list"><thead><tr><th scope="col">画面</th><th scope="col">わな</th></tr></thead>
<tbody>${traps.map((trap) => line(hosts, trap))}</tbody></table>`)}`,
});

export function trapsApp(world: Pick<World, 'alarm'>, address: (host: string, path: string) => string): Hono {
  const app = new Hono();
  const hosts: Hosts = { bank: (path) => address(HOSTS.platform, path), copy: (path) => address(HOSTS.phishing, path) };
  // Before `pageRules`, so that it comes after them on the way out.
  for (const trap of TRAPS) {
    app.use(PATH + trap.address, async (c, next) => {
      await next();
      c.header('Content-Security-Policy', policyOf(trap, hosts));
      c.header('X-Frame-Options', undefined);
      c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    });
  }
  pageRules(app, world);
  for (const [path, type] of FILES)
    app.get(PATH + path, async (c) => c.body(await readFile(new URL(path, import.meta.url), 'utf8'), 200, { 'content-type': type }));
  app.get(PATH.slice(0, -1), (c) => c.redirect(PATH, 302));
  app.get(PATH, (c) => c.html(indexPage(hosts)));
  for (const trap of TRAPS) {
    app.get(PATH + trap.address, (c) => c.html(trap.html(hosts)));
    app.post(PATH + trap.address, (c) => c.redirect(PATH, 303));
  }
  return app;
}
