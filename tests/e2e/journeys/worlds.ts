/** Where scripts of the extension are, by Chromium's own account. */
import type { BrowserContext, CDPSession } from 'playwright';
import type { ChromiumStage } from '../browser/chromium.ts';
import type { Stage } from '../browser/view.ts';

export const isChromium = (stage: Stage): stage is ChromiumStage => 'context' in stage;

/** One line per world of ours: `top`, or `frame`. */
async function worldsOf(session: CDPSession, ownOrigin: string, top: string | null): Promise<string[]> {
  const found: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { origin, auxData } }) => {
    if (origin === ownOrigin) found.push(top !== null && Reflect.get(Object(auxData), 'frameId') === top ? 'top' : 'frame');
  });
  // Tells of the worlds that are there already before it resolves.
  await session.send('Runtime.enable');
  await session.detach();
  return found;
}

async function mainFrame(session: CDPSession): Promise<string> {
  const { frameTree } = await session.send('Page.getFrameTree');
  return frameTree.frame.id;
}

/** In the tab with this address, and in the processes of its frames. */
export async function ourWorlds({ context, ownOrigin }: { context: BrowserContext; ownOrigin: string }, address: string): Promise<string[]> {
  const page = context.pages().find((one) => one.url() === address);
  if (!page) throw new Error(`no tab shows ${address}`);
  const session = await context.newCDPSession(page);
  const found = await worldsOf(session, ownOrigin, await mainFrame(session));
  for (const frame of page.frames().slice(1)) {
    // A frame of the page's own process has no session of its own: it was counted above.
    const apart = await context.newCDPSession(frame).catch(() => null);
    if (apart) found.push(...(await worldsOf(apart, ownOrigin, null)));
  }
  return found;
}
