/** The port: one HTTP server in front of the app. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { BankApp } from './app.ts';

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** 0 takes a free port. Rejects with the system's error (EADDRINUSE …) when the port can't be had. */
export function listen(app: BankApp, port: number): Promise<Listening> {
  const server = createServer(getRequestListener((request, env) => {
    const { incoming, outgoing } = env;
    return app(request, { address: incoming.socket.remoteAddress ?? 'unknown', cut: () => void outgoing.destroy() });
  }));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Loopback only: the mock is nobody else's business.
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : port, close: () => closed(server) });
    });
  });
}

/** Browsers keep connections open for minutes; those are cut. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
