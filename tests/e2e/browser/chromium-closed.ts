/** Buttons inside closed shadow roots, which no selector reaches. */
import type { Page } from 'playwright';

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

/** The browser's own tools see into closed shadow roots; the click is the mouse's. `again`: a second one there, so many milliseconds later. */
export async function clickWithin(page: Page, host: string, name: string, again?: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `document.evaluate(${JSON.stringify(host)}, document, null, 9, null).singleNodeValue`,
    });
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '', depth: -1, pierce: true });
    const found = findButton(node, name);
    if (!found) throw new Error(`no button ${name} within ${host}`);
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: found.backendNodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    await page.mouse.click(x, y);
    if (again === undefined) return;
    // The hand's own pace is what this is about.
    await page.waitForTimeout(again);
    await page.mouse.click(x, y);
  } finally {
    await session.detach();
  }
}
