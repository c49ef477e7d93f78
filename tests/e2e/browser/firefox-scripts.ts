/** What puppeteer has no words for: Firefox's own BiDi commands, and scripts in its own window (--remote-allow-system-access). */
import type { Browser } from 'puppeteer-core';

/** The last expression statement's `return` is the answer, as JSON. */
export type InBrowser = (script: string) => Promise<unknown>;

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'send') === 'function';
}

function path(value: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
}

export function connectionOf(browser: Browser): Connection {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (!isConnection(connection)) throw new Error('puppeteer has no BiDi connection here');
  return connection;
}

export function chromeScript(browser: Browser): InBrowser {
  const connection = connectionOf(browser);
  return async (script) => {
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const context = path(tree.result, 'contexts', 0, 'context');
    const reply = await connection.send('script.evaluate', {
      expression: `(async () => { ${script} })().then((value) => JSON.stringify(value ?? null))`,
      target: { context },
      awaitPromise: true,
    });
    const problem = path(reply.result, 'exceptionDetails', 'text');
    if (problem !== undefined) throw new Error(`in the browser's window: ${JSON.stringify(problem)}`);
    const value = path(reply.result, 'result', 'value');
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  };
}
