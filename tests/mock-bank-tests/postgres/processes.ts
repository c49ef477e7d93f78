/** Several bank processes on one database, as an operator runs them behind one address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request as send } from 'node:http';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../e2e/browser/port.ts';
import type { IssuerBank } from '../token-client.ts';

export interface BankProcess extends IssuerBank {
  /** SIGKILL: no time to finish anything. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../../mock-bank/main.ts', import.meta.url));
/** What clients know all processes by. */
const ORIGIN = 'http://issuer.localhost';

/** `fetch` of our own: Node's can neither name a Host for the loopback nor keep a redirect. */
function ask(port: number, agent: Agent, request: Request): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  const headers = { ...Object.fromEntries(request.headers), host };
  return new Promise((resolve, reject) => {
    const sent = send({ port, host: '127.0.0.1', path: pathname + search, method: request.method, headers, agent }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () => {
        const got = new Headers();
        for (const [name, value] of Object.entries(reply.headers))
          for (const one of Array.isArray(value) ? value : [value ?? '']) got.append(name, one);
        const empty = reply.statusCode === 304 || reply.statusCode === 204;
        resolve(new Response(empty ? null : Buffer.concat(chunks), { status: reply.statusCode ?? 500, headers: got }));
      });
    });
    sent.on('error', reject);
    request.arrayBuffer().then((body) => sent.end(Buffer.from(body)), reject);
  });
}

function opened(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      if (said.includes('The mock bank is open')) resolve();
    });
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('close', () => reject(new Error(`the bank did not open:\n${said}`)));
  });
}

export async function startProcess(databaseUrl: string): Promise<BankProcess> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, KAGIFUDA_BANK_PORT: String(port), KAGIFUDA_ISSUER_ORIGIN: ORIGIN, KAGIFUDA_BANK_FORM_LIMIT: '1000000' };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await opened(child);
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
    agent.destroy();
  };
  return {
    address: (host, path) => `http://${host}${path}`,
    fetch: (request) => ask(port, agent, request),
    now: Date.now,
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  };
}
