/** What the worker costs: from a message that wakes it to the answer, and the memory of the extension's process; each against an extension of nothing. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumStage, openChromium } from '../tests/e2e/browser/chromium.ts';
import type { View } from '../tests/e2e/browser/view.ts';
import { makeVault } from '../tests/e2e/journeys/first-steps.ts';
import { emptyExtension } from './bench-empty.ts';

const ROUNDS = 15;
const PAGE = 'bench-worker.html';
const HTML = '<!doctype html><html lang="ja"><meta charset="utf-8"><main>—</main>';
/** A worker that answers, a page, and no more. */
const EMPTY = {
  'worker.js': 'chrome.runtime.onMessage.addListener((message, from, answer) => answer({ ok: false }));',
  'loss.html': HTML,
};

export interface WorkerCost {
  /** Milliseconds from the message to the answer, the worker asleep and awake, round by round. */
  asleep: number[];
  awake: number[];
  /**
   * Of the process in which our worker and our pages run, with one empty page in it: after the browser's start, and after a first use;
   * MiB that no other process shares.
   */
  atRest: number;
  afterUse: number;
}

/** The extension's API in one of its own pages. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** In the page: how long an answer takes that needs neither the vault nor anybody else. */
async function roundTrip(): Promise<number> {
  const start = performance.now();
  await chrome.runtime.sendMessage({ name: 'nobody', ask: {} });
  return performance.now() - start;
}

/** Renderer processes of extensions, among the children of this driver's browser. */
async function extensionProcesses(profile: string): Promise<string[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(all.map(async (id) => [id, await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')] as const));
  return lines.flatMap(([id, line]) => (line.includes('--extension-process') && line.includes(profile) ? [id] : []));
}

async function privateMemory(id: string): Promise<number> {
  const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8');
  return [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
}

async function memoryOf(profile: string): Promise<number> {
  const sizes = await Promise.all((await extensionProcesses(profile)).map(privateMemory));
  return sizes.reduce((sum, one) => sum + one, 0);
}

interface Side {
  extension: string;
  /** The first use, from which on it counts as used. */
  use: (stage: ChromiumStage) => Promise<void>;
}

type Memory = Pick<WorkerCost, 'atRest' | 'afterUse'>;
type Waking = Pick<WorkerCost, 'asleep' | 'awake'>;

/** With no other browser of ours open: what two of them share would count for neither. */
async function measureMemory({ extension, use }: Side): Promise<Memory> {
  const profile = await mkdtemp(join(tmpdir(), 'kagifuda-worker-'));
  const stage = await openChromium(extension, { profile });
  try {
    const page = await stage.ownPage(`/${PAGE}`);
    await page.run(roundTrip);
    const atRest = await memoryOf(profile);
    await use(stage);
    return { atRest, afterUse: await memoryOf(profile) };
  } finally {
    await stage.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The sides take turns, round by round; the first round warms them up and doesn't count. */
async function measureWaking(sides: Side[]): Promise<Waking[]> {
  const open: { stage: ChromiumStage; page: View; taken: Waking }[] = [];
  try {
    for (const { extension, use } of sides) {
      const stage = await openChromium(extension);
      open.push({ stage, page: await stage.ownPage(`/${PAGE}`), taken: { asleep: [], awake: [] } });
      await use(stage);
    }
    for (let round = -1; round < ROUNDS; round++) {
      for (const { stage, page, taken } of open) {
        await stage.killWorker();
        const [asleep, awake] = [await page.run(roundTrip), await page.run(roundTrip)];
        if (round < 0) continue;
        taken.asleep.push(asleep);
        taken.awake.push(awake);
      }
    }
    return open.map(({ taken }) => taken);
  } finally {
    for (const { stage } of open) await stage.close();
  }
}

/** @param extension the built one */
export async function measureWorker(extension: string): Promise<{ ours: WorkerCost; empty: WorkerCost }> {
  const nothing = await emptyExtension({ background: { service_worker: 'worker.js' } }, EMPTY);
  const ours: Side = { extension, use: async (stage) => await (await makeVault(stage)).close() };
  const empty: Side = { extension: nothing, use: async () => undefined };
  try {
    for (const side of [ours, empty]) await writeFile(join(side.extension, PAGE), HTML);
    const [memory, emptyMemory] = [await measureMemory(ours), await measureMemory(empty)];
    const [waking, emptyWaking] = await measureWaking([ours, empty]);
    if (!waking || !emptyWaking) throw new Error('a side was not measured');
    return { ours: { ...waking, ...memory }, empty: { ...emptyWaking, ...emptyMemory } };
  } finally {
    await rm(nothing, { recursive: true, force: true });
  }
}
