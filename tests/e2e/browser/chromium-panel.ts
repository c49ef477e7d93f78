/** Chromium's real toolbar popup: a target that Playwright does not show as a page, driven by CDP. */
import type { BrowserContext, CDPSession } from 'playwright';
import { button } from './find.ts';
import type { PopupPanel } from './view.ts';

const PATIENCE = 15_000;

type Send = (method: string, params: object) => Promise<unknown>;

function read(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
}

async function popupTarget(session: CDPSession, address: string): Promise<string> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const { targetInfos } = await session.send('Target.getTargets');
    const popup = targetInfos.find(({ url, attached }) => url === address && !attached);
    if (popup) return popup.targetId;
  }
  throw new Error('the popup never opened');
}

/** Commands to one target through the browser's session; Playwright attaches to pages of its own only. */
async function attach(session: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply: unknown = JSON.parse(message);
    waiting.get(Number(read(reply, 'id')))?.(read(reply, 'result'));
  });
  let last = 0;
  return async (method, params) => {
    const id = ++last;
    const reply = new Promise((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    return await reply;
  };
}

/** Middle of the place in the popup, or null while it is not there. */
async function middleOf(send: Send, place: string): Promise<{ x: number; y: number } | null> {
  const expression = `(() => {
    const it = document.evaluate(${JSON.stringify(place)}, document, null, 9, null).singleNodeValue;
    if (!it || it.getClientRects().length === 0) return null;
    it.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = it.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  })()`;
  const value = read(await send('Runtime.evaluate', { expression, returnByValue: true }), 'result', 'value');
  return value ? { x: Number(read(value, 'x')), y: Number(read(value, 'y')) } : null;
}

/** A click on the toolbar's button, over the tab in front. A tab is a target of its own, above that of its page. */
export async function clickToolbar(context: BrowserContext, ownOrigin: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no session with the browser');
  try {
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const front = targetInfos.find((info) => read(info, 'embedderData', 'tabActive') === true);
    if (!front) throw new Error('no tab is in front');
    await session.send('Extensions.triggerAction', { id: new URL(ownOrigin).host, targetId: front.targetId });
  } finally {
    await session.detach();
  }
}

export async function openPanel(context: BrowserContext, address: string, open: () => Promise<void>): Promise<PopupPanel> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no session with the browser');
  await open();
  const send = await attach(session, await popupTarget(session, address));

  async function find(place: string): Promise<{ x: number; y: number }> {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      const at = await middleOf(send, place);
      if (at) return at;
    }
    const shown = read(await send('Runtime.evaluate', { expression: 'document.body.innerText' }), 'result', 'value');
    throw new Error(`the popup never showed ${place} but ${JSON.stringify(shown)}`);
  }

  return {
    waitFor: async (place) => void (await find(place)),
    async click(place) {
      const mouse = { ...(await find(place)), button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
    },
    async close() {
      await send('Runtime.evaluate', { expression: 'window.close()' });
      await session.detach();
    },
  };
}

/** Chromium's real side panel, by the button in the real popup, which then closes itself. */
export async function openBeside(context: BrowserContext, ownOrigin: string): Promise<PopupPanel> {
  const popup = await openPanel(context, `${ownOrigin}/popup.html`, () => clickToolbar(context, ownOrigin));
  return await openPanel(context, `${ownOrigin}/sidepanel.html`, () => popup.click(button('横に表示')));
}
