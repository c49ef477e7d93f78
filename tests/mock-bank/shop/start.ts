/** A shop with two-step login: an ordinary site that is no bank's, at `http://shop.localhost:<port>` and, with other letters, beside it. */
import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import { Hono } from 'hono';
import { html } from 'hono/html';

export interface Shop {
  port: number;
  /** Of the page that asks for the code. */
  address(host?: string): string;
  /** Of the page that asks for two in a row. */
  syncAddress(): string;
  /** Every code that was sent, in order, with what the shop thought of it. */
  tries(): { host: string; code: string; right: boolean }[];
  close(): Promise<void>;
}

const HOST = 'shop.localhost';

const codePage = (said: string) => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8">
      <title>Two-step login - Cedar Street Books</title>
    </head>
    <body>
      <main>
        <h1>Two-step login</h1>
        <p role="status">${said}</p>
        <form method="post" action="/login/code">
          <p>Open your authenticator app and enter the code it shows.</p>
          <p><label>Authentication code <input name="answer" inputmode="numeric" autocomplete="off" maxlength="8"></label></p>
          <p><button type="submit">Continue</button></p>
        </form>
      </main>
    </body>
  </html>`;

const syncPage = (said: string) => html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8">
      <title>Synchronise your authenticator - Cedar Street Books</title>
    </head>
    <body>
      <main>
        <h1>Synchronise your authenticator</h1>
        <p role="status">${said}</p>
        <form method="post" action="/device/sync">
          <p>Enter two consecutive codes from your authenticator app. Wait for the second one.</p>
          <p><label>First code <input name="first" inputmode="numeric" autocomplete="off" maxlength="8"></label></p>
          <p><label>Second code <input name="second" inputmode="numeric" autocomplete="off" maxlength="8"></label></p>
          <p><button type="submit">Synchronise</button></p>
        </form>
      </main>
    </body>
  </html>`;

/** What it thinks of a code, and of two in a row, at the moment that they are sent; the shop itself remembers none. */
export interface Judge {
  isRight: (code: string) => boolean;
  areConsecutive: (first: string, second: string) => boolean;
}

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');

function shopApp({ isRight, areConsecutive }: Judge, tries: ReturnType<Shop['tries']>): Hono {
  const app = new Hono();
  app.get('/device/sync', (c) => c.html(syncPage('')));
  app.post('/device/sync', async (c) => {
    const { first, second } = await c.req.parseBody();
    return c.html(syncPage(areConsecutive(textOf(first), textOf(second)) ? 'Your authenticator is synchronised.' : 'These are not two codes in a row.'));
  });
  app.get('/', (c) => c.html(html`<!doctype html><html lang="en"><title>Cedar Street Books</title><h1>Cedar Street Books</h1><p>Open from ten to six.</p></html>`));
  app.get('/login/code', (c) => c.html(codePage('Not signed in.')));
  app.post('/login/code', async (c) => {
    const { answer } = await c.req.parseBody();
    const code = textOf(answer);
    const right = isRight(code);
    tries.push({ host: c.req.header('host') ?? '', code, right });
    return c.html(codePage(right ? 'Welcome back.' : 'That code is not right.'));
  });
  return app;
}

export async function startShop(judge: Judge): Promise<Shop> {
  const tries: ReturnType<Shop['tries']> = [];
  const app = shopApp(judge, tries);
  const server = createServer(getRequestListener((request) => app.fetch(request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    port,
    address: (host = HOST) => `http://${host}:${port}/login/code`,
    syncAddress: () => `http://${HOST}:${port}/device/sync`,
    tries: () => [...tries],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
