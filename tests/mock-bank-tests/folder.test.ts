import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderTaken, takeFolder } from '../mock-bank/folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kagifuda-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const lock = (): string => join(folder, 'lock');

describe('a folder', () => {
  it('is taken once, and again after it was left', async () => {
    const first = await takeFolder(folder);
    await expect(takeFolder(folder)).rejects.toThrow(FolderTaken);
    await first.leave();
    expect(await readdir(folder)).toEqual([]);
    await (await takeFolder(folder)).leave();
  });

  it('goes to one of eight who come at the same moment, also when a killed process has left its lock', async () => {
    await writeFile(lock(), String(deadPid()));
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => takeFolder(folder)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readFile(lock(), 'utf8')).toBe(String(process.pid));
    expect(await readdir(folder)).toEqual(['lock']);
    for (const one of all) if (one.status === 'fulfilled') await one.value.leave();
  });

  it('is not taken from a process that lives', async () => {
    await writeFile(lock(), String(process.ppid));
    await expect(takeFolder(folder)).rejects.toThrow(`open in process ${process.ppid}`);
    expect(await readFile(lock(), 'utf8')).toBe(String(process.ppid));
  });

  it('is taken when the lock’s number is our own from an earlier life, as in a container that counts from 1', async () => {
    await writeFile(lock(), String(process.pid));
    await (await takeFolder(folder)).leave();
  });
});
