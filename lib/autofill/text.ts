/** Reading a page's text around an element, in pieces as a person sees them: one piece per block. */

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LEGEND LI MAIN OL P PRE SECTION SUMMARY TABLE TD TH TR UL'.split(' '),
);
const UNREAD = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SELECT TEXTAREA DATALIST NAV IFRAME SVG svg'.split(' '));
// The DOM's own constants are globals only in a window.
const ELEMENT = 1;
const TEXT = 3;
const FRAGMENT = 11;
const ELEMENTS_AND_TEXT = 0x1 | 0x4;
const ACCEPT = 1;
const REJECT = 2;
const NOT_TYPED = /^(hidden|checkbox|radio|button|submit|reset|image|file|color|range)$/;

export interface Piece {
  /** '' for a control. */
  text: string;
  block: Element;
  /** The text field met, if this piece is one. */
  control: Element | null;
}

/** The shadow root an element lives in, if any; `ShadowRoot` is a global only in a window. */
export function shadowOf(node: Node): ShadowRoot | null {
  const root = node.getRootNode();
  return isShadow(root) ? root : null;
}
const isShadow = (node: Node): node is ShadowRoot => node.nodeType === FRAGMENT && 'host' in node;
export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
const isInput = (node: Node): node is HTMLInputElement => node.nodeName === 'INPUT';
const isLabel = (node: Node): node is HTMLLabelElement => node.nodeName === 'LABEL';

/** A field a person could type into or choose from, and sees. */
export function isTyped(element: Element): boolean {
  const name = element.nodeName;
  if (name !== 'INPUT' && name !== 'SELECT' && name !== 'TEXTAREA') return false;
  if (element.hasAttribute('hidden') || /display:\s*none/.test(element.getAttribute('style') ?? '')) return false;
  return !isInput(element) || !NOT_TYPED.test(element.type);
}

function blockOf(node: Node, fallback: Element): Element {
  let at = node.parentElement;
  while (at?.parentElement && !BLOCK.has(at.nodeName)) at = at.parentElement;
  return at ?? fallback;
}

/** Text that is not shown says nothing. Computed style is asked for only where little text is read (`thorough`), and not in jsdom. */
function isSilent(element: Element, thorough = false): boolean {
  if (UNREAD.has(element.nodeName)) return true;
  if (element.hasAttribute('hidden') || /display:\s*none/.test(element.getAttribute('style') ?? '')) return true;
  return thorough && BLOCK.has(element.nodeName) && typeof element.checkVisibility === 'function' && !element.checkVisibility();
}

/** The label of another control is that control's text, not ours. */
function isForeignLabel(element: Element, own: Element): boolean {
  const control = isLabel(element) ? element.control : null;
  return control !== null && control !== own && !element.contains(own);
}

function textOfNode(node: Node): string {
  if (node.nodeType === TEXT) return node.nodeValue ?? '';
  if (isInput(node)) return /^(button|submit)$/.test(node.type) ? node.value : '';
  return isElement(node) && node.nodeName === 'IMG' ? (node.getAttribute('alt') ?? '') : '';
}

/** Walks of at most so many nodes read a row, longer ones a section. */
const NEAR = 60;

/** The pieces before (or after) `own`, nearest first, at most `limit` nodes away. */
export function* pieces(own: Element, direction: 'before' | 'after', limit = 400): Generator<Piece> {
  const root = own.getRootNode();
  const walker = own.ownerDocument.createTreeWalker(root, ELEMENTS_AND_TEXT, (node) =>
    isElement(node) && !node.contains(own) && !isTyped(node) && (isSilent(node, limit > NEAR) || isForeignLabel(node, own))
      ? REJECT
      : ACCEPT,
  );
  walker.currentNode = own;
  const step = (): Node | null => (direction === 'before' ? walker.previousNode() : walker.nextNode());
  let open: Piece | null = null;
  let breaks = 0;
  for (let node = step(), count = 0; node && count < limit; node = step(), count++) {
    if (isElement(node) && isTyped(node)) {
      if (open) yield open;
      open = null;
      yield { text: '', block: blockOf(node, own), control: node };
      continue;
    }
    // An empty line parts text as a paragraph does; a single <br> only wraps a label.
    breaks = node.nodeName === 'BR' ? breaks + 1 : node.nodeType === TEXT && !node.nodeValue?.trim() ? breaks : 0;
    if (breaks === 2 && open) {
      yield open;
      open = null;
    }
    const text = textOfNode(node);
    if (!text.trim()) continue;
    const block = blockOf(node, own);
    if (open && open.block === block) open.text = direction === 'before' ? text + open.text : open.text + text;
    else {
      if (open) yield open;
      open = { text, block, control: null };
    }
  }
  if (open) yield open;
}

/** All text of one element; blocks inside it end in 。 so that they stay apart, and a `<br>` becomes `lineBreak`. */
export function textOf(element: Element, lineBreak = ''): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === TEXT) text += child.nodeValue ?? '';
    else if (isElement(child) && !isTyped(child) && !isSilent(child)) {
      const inner = child.nodeName === 'BR' ? lineBreak : textOf(child, lineBreak) || textOfNode(child);
      text += BLOCK.has(child.nodeName) ? `。${inner}。` : inner;
    }
  }
  return text;
}
