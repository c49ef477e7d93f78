/** Ports for a bank: the development build carries the port, so it is chosen before the build. */
import { createServer } from 'node:net';

function listenOn(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

export async function isFree(port: number): Promise<boolean> {
  return await listenOn(port).then(
    () => true,
    () => false,
  );
}

export function freePort(): Promise<number> {
  return listenOn(0);
}
