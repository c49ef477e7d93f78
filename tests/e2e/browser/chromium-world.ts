/** The world of our scripts in a page, as the browser's debugger reaches it; the page itself never does. */
import type { Page } from 'playwright';

/** Of the page's own documents, those in frames too. */
async function worldOf(page: Page): Promise<{ run: (expression: string) => Promise<unknown>; done: () => Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  // Tells of every world there is before it answers.
  await session.send('Runtime.enable');
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error('none of our scripts is in this page');
  return {
    async run(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    done: () => session.detach(),
  };
}

/** Runs a function that uses nothing from outside, but gets the text, among our own scripts of this page. */
export async function runInOurWorld(page: Page, script: (given: string) => unknown, given: string): Promise<unknown> {
  const world = await worldOf(page);
  try {
    return await world.run(`(${script.toString()})(${JSON.stringify(given)})`);
  } finally {
    await world.done();
  }
}
