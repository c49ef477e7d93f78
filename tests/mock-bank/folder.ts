/** One process per folder: two on the same database files would spoil them. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Another bank has this folder open. */
export class FolderTaken extends Error {}

/** Does the process that wrote the lock still live? A kill −9 leaves its lock behind. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function write(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Makes the folder, and returns where its database goes and how to leave it. Throws FolderTaken. */
export async function takeFolder(folder: string): Promise<{ database: string; leave: () => Promise<void> }> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'lock');
  if (!(await write(lock))) {
    const pid = Number(await readFile(lock, 'utf8'));
    if (Number.isInteger(pid) && pid > 0 && alive(pid)) throw new FolderTaken(`the folder ${folder} is open in process ${pid}`);
    await rm(lock, { force: true });
    if (!(await write(lock))) throw new FolderTaken(`the folder ${folder} has just been opened by another process`);
  }
  return { database: join(folder, 'database'), leave: () => rm(lock, { force: true }) };
}
