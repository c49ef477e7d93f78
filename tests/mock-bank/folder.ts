/** One process per folder: two on the same database files would spoil them. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Another bank has this folder open. */
export class FolderTaken extends Error {}

/** Of this process. A process number of our own in somebody's lock is an earlier life's: containers count from 1 again. */
const held = new Set<string>();

/** Does the process that wrote the lock still live? A kill −9 leaves its lock behind. */
function alive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

/** Whole or not at all: a link to a file that is already written, so that nobody ever reads an empty lock. */
async function put(lock: string): Promise<boolean> {
  const draft = `${lock}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Out of the way by a rename, which only one of several succeeds in; gives it back when it was not the dead one after all. */
async function clearAway(lock: string, dead: string): Promise<void> {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== dead) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Makes the folder, and returns where its database goes and how to leave it. Throws FolderTaken. */
export async function takeFolder(folder: string): Promise<{ database: string; leave: () => Promise<void> }> {
  const place = resolve(folder);
  if (held.has(place)) throw new FolderTaken(`the folder ${folder} is open in this process`);
  held.add(place);
  try {
    await mkdir(place, { recursive: true });
    const lock = join(place, 'lock');
    if (!(await put(lock))) {
      const written = await readFile(lock, 'utf8').catch(() => '');
      const pid = Number(written);
      if (Number.isInteger(pid) && pid > 0 && alive(pid)) throw new FolderTaken(`the folder ${folder} is open in process ${pid}`);
      await clearAway(lock, written);
      if (!(await put(lock))) throw new FolderTaken(`the folder ${folder} has just been opened by another process`);
    }
    const leave = async (): Promise<void> => {
      await rm(lock, { force: true });
      held.delete(place);
    };
    return { database: join(place, 'database'), leave };
  } catch (error) {
    held.delete(place);
    throw error;
  }
}
