/** A site that is no bank's: a form that asks for a code, without a policy that would keep anything out. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Elsewhere {
  /** Any host that leads to this PC. */
  address(host: string, path?: string): string;
  close(): Promise<void>;
}

const PAGE = `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>ログイン</title><link rel="icon" href="data:,"><main><h1>ログイン</h1><form>
<table><tr><th>ワンタイムパスワード(半角数字)</th><td><input type="password" name="BPW0010" maxlength="6"></td></tr></table></form></main></html>`;

const FILES: Record<string, [type: string, content: string]> = {
  '/control.js': ['text/javascript', ';'],
  '/control.css': ['text/css', 'x{}'],
  '/control.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
};

export async function openElsewhere(): Promise<Elsewhere> {
  const server = createServer(({ url }, response) => {
    const [type, content] = FILES[url ?? ''] ?? ['text/html; charset=utf-8', PAGE];
    response.writeHead(200, { 'content-type': type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (host, path = '/') => `http://${host}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
