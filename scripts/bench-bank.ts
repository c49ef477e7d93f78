/** Verifications of codes per second: the embedded database against a PostgreSQL shared by 1, 2 and 4 bank processes. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, type Spread, spreadOf } from './bench-figures.ts';
import { startPostgres } from '../tests/mock-bank-tests/postgres/server.ts';

const ROUNDS = 5;
/** At once in each process. */
const CUSTOMERS = 8;
const TIMES = 60;
const PROCESSES = [1, 2, 4];

export interface Load {
  what: string;
  /** Median of the rounds. */
  perSecond: number;
  /** Against the embedded database and against one process, in the same round. */
  toEmbedded: Spread;
  toOneProcess: Spread;
}

const answer = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a verifier ended with ${code}`)));
  });

/** All processes begin when the last one is ready; the slowest one's time counts. */
async function perSecond(processes: number, place: Record<string, string>): Promise<number> {
  const file = fileURLToPath(new URL('verifier.ts', import.meta.url));
  const env = { ...process.env, ...place, BENCH_CUSTOMERS: String(CUSTOMERS), BENCH_TIMES: String(TIMES) };
  const children = Array.from({ length: processes }, () => fork(file, { env }));
  await Promise.all(children.map(answer));
  const times = children.map(answer);
  for (const child of children) child.send('go');
  const slowest = Math.max(...(await Promise.all(times)).map(Number));
  return (processes * CUSTOMERS * TIMES * 1000) / slowest;
}

async function embedded(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'kagifuda-bench-'));
  try {
    return await perSecond(1, { BENCH_FOLDER: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The sides of every ratio run in turn, round by round. */
export async function measureLoad(): Promise<Load[]> {
  const server = await startPostgres({ durable: true });
  const rounds: number[][] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const found = [await embedded()];
      for (const processes of PROCESSES) found.push(await perSecond(processes, { BENCH_DATABASE_URL: server.url }));
      rounds.push(found);
    }
  } finally {
    await server.close();
  }
  const names = ['embedded database, 1 process', ...PROCESSES.map((count) => `PostgreSQL, ${count} process${count === 1 ? '' : 'es'}`)];
  const column = (index: number, base: number): number[] => rounds.map((found) => (found[index] ?? Number.NaN) / (found[base] ?? Number.NaN));
  return names.map((what, index) => ({
    what,
    perSecond: median(rounds.map((found) => found[index] ?? Number.NaN)),
    toEmbedded: spreadOf(column(index, 0)),
    toOneProcess: spreadOf(column(index, 1)),
  }));
}
