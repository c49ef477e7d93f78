/** A PostgreSQL server of our own in a temporary folder: started on a free port, ended and removed afterwards. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from '../../../scripts/postgres.mjs';
import { freePort } from '../../e2e/browser/port.ts';

export interface PostgresServer {
  url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** The same data, the same port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

interface Runner {
  uid?: number;
  gid?: number;
}

const idOf = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function runner(): Runner {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('close', () => resolve()));
}

/** Resolves when it says that it takes connections; rejects with what it said when it ended instead. */
async function started(program: string, args: string[], as: Runner): Promise<ChildProcess> {
  const child = spawn(program, args, { ...as, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  return child;
}

export interface ServerOptions {
  /** How many clients at once. */
  connections?: number;
  /** Also against a power cut, as an operator runs it; without, it is safe only against a killed server. */
  durable?: boolean;
}

const HASTY = { fsync: 'off', full_page_writes: 'off' };

export async function startPostgres({ connections = 200, durable = false }: ServerOptions = {}): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('No PostgreSQL: run `node scripts/setup.mjs test`.');
  const as = runner();
  const folder = await mkdtemp(join(tmpdir(), 'kagifuda-postgres-'));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const place = join(folder, 'cluster');
  const port = await freePort();
  execFileSync(join(programs, 'initdb'), ['-D', place, '-U', 'bank', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, max_connections: connections, ...(durable ? {} : HASTY) };
  const args = ['-D', place, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const start = (): Promise<ChildProcess> => started(join(programs, 'postgres'), args, as);
  let child = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended(child);
  };
  return {
    url: `postgres://bank@127.0.0.1:${port}/postgres`,
    // Immediate shutdown: open connections are cut, nothing is written down; the next start recovers.
    kill: () => end('SIGQUIT'),
    start: async () => void (child = await start()),
    async close() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
