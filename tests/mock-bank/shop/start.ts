/** A shop with two-step login: an ordinary site that is no bank's, at `http://shop.localhost:<port>` and, with other letters, beside it. */
import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import { Hono } from 'hono';
import { html } from 'hono/html';

export interface Shop {
  port: number;
  /** Of the page that asks for the code. */
  address(host?: string): string;
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

function shopApp(isRight: (code: string) => boolean, tries: ReturnType<Shop['tries']>): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(html`<!doctype html><html lang="en"><title>Cedar Street Books</title><h1>Cedar Street Books</h1><p>Open from ten to six.</p></html>`));
  app.get('/login/code', (c) => c.html(codePage('Not signed in.')));
  app.post('/login/code', async (c) => {
    const { answer } = await c.req.parseBody();
    const code = typeof answer === 'string' ? answer : '';
    const right = isRight(code);
    tries.push({ host: c.req.header('host') ?? '', code, right });
    return c.html(codePage(right ? 'Welcome back.' : 'That code is not right.'));
  });
  return app;
}

/** @param isRight decides about a code at the moment that it is sent; the shop itself remembers none */
export async function startShop(isRight: (code: string) => boolean): Promise<Shop> {
  const tries: ReturnType<Shop['tries']> = [];
  const app = shopApp(isRight, tries);
  const server = createServer(getRequestListener((request) => app.fetch(request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    port,
    address: (host = HOST) => `http://${host}:${port}/login/code`,
    tries: () => [...tries],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
