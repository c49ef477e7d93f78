/** Reading a page's text around an element, in pieces as a person sees them: one piece per block. */
import { attributeOf } from './attribute.ts';

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LEGEND LI MAIN OL P PRE SECTION SUMMARY TABLE TD TH TR UL'.split(' '),
);
const UNREAD = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SELECT TEXTAREA DATALIST TITLE NAV IFRAME SVG svg MD-ICON MAT-ICON'.split(' '));
/** Fonts that draw a word as a picture: 「lock」. */
const isIcon = (element: Element): boolean => (element.nodeName === 'I' || element.nodeName === 'SPAN') && /\bmaterial-(icons|symbols)/.test(attributeOf(element, 'class') ?? '');
// The DOM's own constants are globals only in a window.
const ELEMENT = 1;
const TEXT = 3;
const FRAGMENT = 11;
const ELEMENTS_AND_TEXT = 0x1 | 0x4;
const NOT_TYPED = /^(hidden|checkbox|radio|button|submit|reset|image|file|color|range)$/;

/**
 * Stands before what is pressed or a picture: it may end a label. A control character, which no page shows; of the noncharacters, which
 * none may hold, Chromium takes a script that has one for no UTF-8, and does not bring it into any page.
 */
export const LINK = '\u0001';
const isPressed = (node: Node): boolean => node.nodeName === 'A' || node.nodeName === 'IMG' || isInput(node);

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

/** Most elements have no attribute at all, and every one on the way is asked. */
const isSwitchedOff = (element: Element): boolean =>
  !(typeof element.hasAttributes === 'function' && !element.hasAttributes()) &&
  (attributeOf(element, 'hidden') !== null || /display:\s*none/.test(attributeOf(element, 'style') ?? ''));

/** A field a person could type into or choose from, and sees. */
export function isTyped(element: Element): boolean {
  const name = element.nodeName;
  if (name !== 'INPUT' && name !== 'SELECT' && name !== 'TEXTAREA') return false;
  if (isSwitchedOff(element)) return false;
  return !isInput(element) || !NOT_TYPED.test(element.type);
}

function blockOf(node: Node, fallback: Element): Element {
  let at = node.parentElement;
  // Bounded: a form with fields named `nodeName` and `parentElement` would lead us in a circle.
  for (let level = 0; level < 50 && at?.parentElement && !BLOCK.has(at.nodeName); level++) at = at.parentElement;
  return at ?? fallback;
}

const isSilent = (element: Element): boolean => UNREAD.has(element.nodeName) || isSwitchedOff(element) || isIcon(element);

/** The label of another control is that control's text, not ours. */
function isForeignLabel(element: Element, own: Element): boolean {
  const control = isLabel(element) ? element.control : null;
  return control !== null && control !== own && !element.contains(own);
}

/** Longer texts are articles; of those only the end next to the field is read. In characters. */
export const LONGEST = 1000;

function textOfNode(node: Node): string {
  if (node.nodeType === TEXT) return node.nodeValue ?? '';
  if (isInput(node)) return /^(button|submit)$/.test(node.type) ? node.value : '';
  return isElement(node) && node.nodeName === 'IMG' ? (node.getAttribute('alt') ?? '') : '';
}

/** Walks of at most so many nodes read a row, longer ones a section. */
const NEAR = 60;

/** The field met: of another field's label that stands around it nothing but that field is of interest. */
function fieldAt(element: Element, own: Element): Element | null {
  if (isTyped(element)) return element;
  const control = isLabel(element) && !isSilent(element) && isForeignLabel(element, own) ? element.control : null;
  return control && element.contains(control) && isTyped(control) ? control : null;
}

/** What is in it is passed over, and unless it is a field so is the element itself. */
const isLeaf = (node: Node, own: Element): boolean => !isElement(node) || fieldAt(node, own) !== null;
const isShut = (node: Node, own: Element): boolean => isElement(node) && fieldAt(node, own) === null && (isSilent(node) || isForeignLabel(node, own));

/**
 * One step back in document order: elements come after what is in them, and those around `own` at their own beginning.
 * By a walker, since a form answers to the names of its fields before its own properties; without a filter of ours,
 * which browsers call far more slowly than they walk.
 */
function stepBack(walker: TreeWalker, own: Element): Node | null {
  while (walker.previousSibling()) {
    let shut = isShut(walker.currentNode, own);
    while (!shut && !isLeaf(walker.currentNode, own) && walker.lastChild()) shut = isShut(walker.currentNode, own);
    if (!shut) return walker.currentNode;
  }
  return walker.parentNode();
}

/** To what follows the current element and all that is in it. */
function goPast(walker: TreeWalker): boolean {
  while (!walker.nextSibling()) if (!walker.parentNode()) return false;
  return true;
}

function stepOn(walker: TreeWalker, own: Element): Node | null {
  const isInside = walker.currentNode !== own && !isLeaf(walker.currentNode, own) && walker.firstChild() !== null;
  for (let isThere = isInside; ; isThere = false) {
    if (!isThere && !goPast(walker)) return null;
    if (!isShut(walker.currentNode, own)) return walker.currentNode;
  }
}

/** Text that is not shown says nothing. Only a browser with layout knows, and asking costs: of a row nobody asks. */
const isUnseen = (block: Element): boolean => BLOCK.has(block.nodeName) && typeof block.checkVisibility === 'function' && !block.checkVisibility();

/** The pieces before (or after) `own`, nearest first, at most `limit` nodes away. */
export function* pieces(own: Element, direction: 'before' | 'after', limit = 400): Generator<Piece> {
  const walker = own.ownerDocument.createTreeWalker(own.getRootNode(), ELEMENTS_AND_TEXT);
  walker.currentNode = own;
  const step = direction === 'before' ? stepBack : stepOn;
  let open: Piece | null = null;
  let breaks = 0;
  for (let node = step(walker, own), count = 0; node && count < limit; node = step(walker, own), count++) {
    const field = isElement(node) ? fieldAt(node, own) : null;
    if (field) {
      if (open) yield open;
      open = null;
      yield { text: '', block: blockOf(field, own), control: field };
      continue;
    }
    // An empty line or a rule parts text as a paragraph does; a single <br> only wraps a label.
    breaks = node.nodeName === 'HR' ? 2 : node.nodeName === 'BR' ? breaks + 1 : node.nodeType === TEXT && !node.nodeValue?.trim() ? breaks : 0;
    if (breaks === 2 && open) {
      yield open;
      open = null;
    }
    const plain = direction === 'before' ? textOfNode(node).slice(-LONGEST) : textOfNode(node).slice(0, LONGEST);
    if (!plain.trim()) continue;
    const isLink = direction === 'before' && (isPressed(node) || node.parentElement?.nodeName === 'A');
    const text = isLink ? LINK + plain : plain;
    const block = blockOf(node, own);
    if (open && open.block === block) open.text = direction === 'before' ? text + open.text : open.text + text;
    else {
      if (limit > NEAR && isUnseen(block)) continue;
      if (open) yield open;
      open = { text, block, control: null };
    }
  }
  if (open) yield open;
}

/**
 * All text of one element; of a long one little more than the first `most` characters.
 * Blocks inside it end in 。 so that they stay apart, and a `<br>` becomes `lineBreak`.
 */
export function textOf(element: Element, lineBreak = '', most = Infinity): string {
  let text = '';
  // Not so in a form with a field of that name.
  const children = Symbol.iterator in element.childNodes ? element.childNodes : [];
  for (const child of children) {
    if (text.length > most) break;
    if (child.nodeType === TEXT) text += child.nodeValue ?? '';
    else if (isElement(child) && !isTyped(child) && !isSilent(child)) {
      const inner = child.nodeName === 'BR' ? lineBreak : textOf(child, lineBreak, most) || textOfNode(child);
      text += BLOCK.has(child.nodeName) ? `。${inner}。` : isPressed(child) ? LINK + inner : inner;
    }
  }
  return text;
}
