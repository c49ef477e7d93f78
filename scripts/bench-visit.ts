/** What one visit to a page costs: all worlds of its process count. */
import type { BrowserContext, Page } from 'playwright';

export interface Visit<T> {
  /** What `use` found. */
  found: T;
  /** Milliseconds of scripts, and of all work. */
  script: number;
  task: number;
  /** KiB after a collection. */
  heap: number;
}

/** @param use opens the address in the new page, and waits for what is to be measured */
export async function visit<T>(context: BrowserContext, use: (page: Page) => Promise<T>): Promise<Visit<T>> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const found = await use(page);
  const { metrics } = await session.send('Performance.getMetrics');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics: after } = await session.send('Performance.getMetrics');
  await page.close();
  const of = (all: typeof metrics, name: string): number => all.find((one) => one.name === name)?.value ?? Number.NaN;
  return { found, script: of(metrics, 'ScriptDuration') * 1000, task: of(metrics, 'TaskDuration') * 1000, heap: of(after, 'JSHeapUsedSize') / 1024 };
}
