/** The mock bank's issuer over https, as a policy demands it. Its certificate is signed by itself, and its key lies beside this file: it protects nothing. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { HOSTS } from '../../mock-bank/hosts.ts';

const PEM = new URL('issuer.localhost.pem', import.meta.url);

export interface Front {
  /** Every method and path that was asked for. */
  seen: string[];
  close(): Promise<void>;
}

/** `answer`: the bank's own; the host of the address decides. No CORS header is added: only the browser's leave lets the extension in. */
export function openFront(port: number, answer: (request: Request) => Promise<Response>): Promise<Front> {
  const pem = readFileSync(PEM);
  const seen: string[] = [];
  const listener = getRequestListener(async (request) => {
    const { pathname } = new URL(request.url);
    seen.push(`${request.method} ${pathname}`);
    const { method, headers } = request;
    const body = method === 'POST' ? { body: await request.arrayBuffer() } : {};
    return await answer(new Request(`http://${HOSTS.issuer}${pathname}`, { method, headers, ...body }));
  });
  const server: Server = createServer({ key: pem, cert: pem }, (request, response) => void listener(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ seen, close: () => closed(server) });
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
