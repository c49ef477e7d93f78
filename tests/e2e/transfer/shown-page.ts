/** A page of a service that shows QR codes, as such pages do when a token is set up. Not a bank's: nothing of ours may look at it unasked. */
import { createServer } from 'node:http';
import { qrPicture } from './png.ts';

export interface ShownPage {
  address: string;
  close(): Promise<void>;
}

export async function showPage(texts: string[]): Promise<ShownPage> {
  const pictures = texts.map((text) => `<p><img alt="QR" src="data:image/png;base64,${qrPicture([text]).toString('base64')}"></p>`);
  const html = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>二段階認証の設定</title><h1>二段階認証の設定</h1>${pictures.join('')}</html>`;
  const server = createServer((_, reply) => reply.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
