/** Buttons inside closed shadow roots, which no selector reaches. */
import type { CDPSession, Page } from 'playwright';

interface DomNode {
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

const within = (node: DomNode): DomNode[] => [...(node.children ?? []), ...(node.shadowRoots ?? [])];
const wordsOf = (node: DomNode): string => node.nodeValue + (node.attributes ?? []).join(' ') + within(node).map(wordsOf).join('');

function findButton(node: DomNode, name: string): DomNode | undefined {
  if (node.nodeName === 'BUTTON' && wordsOf(node).includes(name)) return node;
  for (const child of within(node)) {
    const found = findButton(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Where the browser draws the button of this name, CSS pixels. The browser's own tools see into closed shadow roots. */
async function middleOf(session: CDPSession, host: string, name: string): Promise<{ x: number; y: number }> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.evaluate(${JSON.stringify(host)}, document, null, 9, null).singleNodeValue`,
  });
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '', depth: -1, pierce: true });
  const found = findButton(node, name);
  if (!found) throw new Error(`no button ${name} within ${host}`);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: found.backendNodeId });
  const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Down and up in one go: on a busy machine every answer that is waited for is time between them. */
async function press(session: CDPSession, at: { x: number; y: number }): Promise<void> {
  const button = { ...at, button: 'left', clickCount: 1 } as const;
  await Promise.all([
    session.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed' }),
    session.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased' }),
  ]);
}

/** The click is the mouse's. `again`: a second one there, so many milliseconds later. */
export async function clickWithin(page: Page, host: string, name: string, again?: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const at = await middleOf(session, host, name);
    await page.mouse.move(at.x, at.y);
    const first = press(session, at);
    // The hand's own pace is what this is about.
    if (again !== undefined) await page.waitForTimeout(again).then(() => press(session, at));
    await first;
  } finally {
    await session.detach();
  }
}

const isBubble = ({ nodeName, attributes = [] }: DomNode): boolean => nodeName === 'DIV' && attributes[attributes.indexOf('popover') + 1] === 'manual';
const saidBy = (node: DomNode): string => (node.nodeName === 'STYLE' ? '' : node.nodeValue + within(node).map(saidBy).join(' '));
const bubblesIn = (node: DomNode): DomNode[] => (isBubble(node) ? [node] : within(node).flatMap(bubblesIn));

/** What our bubble in the page says; '' without one. */
export async function bubbleSays(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return bubblesIn(root).map(saidBy).join('\n');
  } finally {
    await session.detach();
  }
}
