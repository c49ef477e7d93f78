/** Runs inside a screen: what is cut off, what lies upon something else, what is too small to hit. Each fault is a line for people. */

const INTERACTIVE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=option], [tabindex="0"]';
/** WCAG 2.2, 2.5.8. CSS pixels. */
const SMALLEST_TARGET = 24;
/** Boxes lie on fractions of a pixel. */
const SLACK = 1;
/** Of a line of text: the font's own box is higher than what is drawn in it. */
const DRAWN = 0.25;

interface Line {
  owner: Element;
  rect: DOMRect;
  words: string;
}

const named = (element: Element): string => {
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24);
  return `${element.tagName.toLowerCase()}${element.className ? `.${String(element.getAttribute('class')).replaceAll(' ', '.')}` : ''} “${words}”`;
};

const isShown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.closest('.visually-hidden') === null;

/** Every line of text that is drawn. */
function textLines(): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    const words = node.textContent?.trim() ?? '';
    if (!owner || words === '' || owner.closest('script, style, option, noscript') || !isShown(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 0) lines.push({ owner, rect, words: words.slice(0, 24) });
  }
  return lines;
}

const isWithin = (rect: DOMRect, box: DOMRect): boolean =>
  rect.left >= box.left - SLACK && rect.right <= box.right + SLACK && rect.top + rect.height * DRAWN >= box.top - SLACK && rect.bottom - rect.height * DRAWN <= box.bottom + SLACK;

/** Whatever is drawn around it, or cuts it off. A place that scrolls cuts nothing off. */
function* boxesAround(element: Element): Generator<Element> {
  for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY, borderTopWidth, backgroundColor, display } = getComputedStyle(box);
    if (overflowX === 'auto' || overflowX === 'scroll' || overflowY === 'auto' || overflowY === 'scroll') return;
    const isDrawn = parseFloat(borderTopWidth) > 0 || backgroundColor !== 'rgba(0, 0, 0, 0)';
    if (display !== 'inline' && (overflowX !== 'visible' || isDrawn)) yield box;
  }
}

function cutOff(lines: Line[]): string[] {
  const width = document.documentElement.clientWidth;
  const { scrollWidth } = document.documentElement;
  const sideways = scrollWidth > width + SLACK ? [`the page is ${scrollWidth} px wide in a window of ${width}`] : [];
  const outside = lines.filter(({ rect }) => rect.left < -SLACK || rect.right > width + SLACK).map(({ words }) => `“${words}” stands out of the window`);
  const beyond = lines.flatMap(({ owner, rect, words }) => {
    const box = [...boxesAround(owner)].find((one) => !isWithin(rect, one.getBoundingClientRect()));
    return box ? [`“${words}” stands out of ${named(box)}`] : [];
  });
  return [...sideways, ...outside, ...beyond];
}

function hintsCutOff(): string[] {
  const pen = document.createElement('canvas').getContext('2d');
  return [...document.querySelectorAll('input')].flatMap((input) => {
    const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(input);
    if (!pen || input.placeholder === '' || !isShown(input)) return [];
    pen.font = getComputedStyle(input, '::placeholder').font;
    // Firefox takes the padding off a field's `clientWidth`, Chromium doesn't.
    const frame = [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].reduce((sum, width) => sum + parseFloat(width), 0);
    const room = input.getBoundingClientRect().width - frame;
    return pen.measureText(input.placeholder).width > room + SLACK ? [`the hint “${input.placeholder}” is cut off`] : [];
  });
}

const drawn = ({ left, right, top, bottom, height }: DOMRect): [number, number, number, number] => [left, right, top + height * DRAWN, bottom - height * DRAWN];

function doCross(a: DOMRect, b: DOMRect): boolean {
  const [left, right, top, bottom] = drawn(a);
  const [otherLeft, otherRight, otherTop, otherBottom] = drawn(b);
  return Math.min(right, otherRight) - Math.max(left, otherLeft) > SLACK && Math.min(bottom, otherBottom) - Math.max(top, otherTop) > SLACK;
}

function overlaps<T>(all: T[], rectOf: (one: T) => DOMRect, areKin: (a: T, b: T) => boolean, nameOf: (one: T) => string): string[] {
  return all.flatMap((one, at) => all.slice(at + 1).flatMap((other) => (!areKin(one, other) && doCross(rectOf(one), rectOf(other)) ? [`${nameOf(one)} lies upon ${nameOf(other)}`] : [])));
}

const contain = (a: Element, b: Element): boolean => a.contains(b) || b.contains(a);

const interactive = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(INTERACTIVE)].filter(isShown);

/** A box to tick is hit by its label, too. A link within a sentence is as high as its line (WCAG 2.5.8, exceptions). */
function tooSmall(element: HTMLElement): boolean {
  if (getComputedStyle(element).display === 'inline') return false;
  const isTick = element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio');
  const { width, height } = ((isTick && element.closest('label')) || element).getBoundingClientRect();
  return width < SMALLEST_TARGET - 0.5 || height < SMALLEST_TARGET - 0.5;
}

/** A card below the edge of the window is not laid out before it is seen, and could not be measured. */
function layOutAll(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important; }');
  document.adoptedStyleSheets = [sheet];
}

function layOutAsEver(): void {
  document.adoptedStyleSheets = [];
}

/** What a person with large text or a narrow window would miss. */
export function measure(): string[] {
  layOutAll();
  window.scrollTo(0, 0);
  const lines = textLines();
  const all = interactive();
  const faults = [
    ...cutOff(lines),
    ...hintsCutOff(),
    ...overlaps(lines, ({ rect }) => rect, (a, b) => a.owner === b.owner, ({ words }) => `“${words}”`),
    ...overlaps(all, (element) => element.getBoundingClientRect(), contain, named),
    ...all.filter(tooSmall).map((element) => `${named(element)} is smaller than ${SMALLEST_TARGET} px`),
  ];
  layOutAsEver();
  return faults;
}

/** Without colours and shadows of ours: whatever can be pressed is still seen, and whatever moved stands still. */
export function measureForced(): string[] {
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running').length;
  const unseen = interactive().filter((element) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
    const hasBorder = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
    return !hasBorder && (element.textContent ?? '').trim() === '' && !element.matches('input, select, textarea');
  });
  return [...unseen.map((element) => `${named(element)} has neither border nor text`), ...(moving > 0 ? [`${moving} animations run`] : [])];
}

const isHit = (element: HTMLElement): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [0.5, 0.1, 0.9].some((share) => {
    const hit = document.elementFromPoint(left + width * share, top + Math.min(height * share, height - 1));
    return hit !== null && (contain(element, hit) || contain(element.closest('label') ?? element, hit));
  });
};

/** The ring of a choice may stand around its label. */
function isRinged(element: HTMLElement): boolean {
  return [element, element.closest('label'), element.nextElementSibling].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
}

/** Of several radio buttons Tab comes to one, the arrows to the others. */
function standsFor(found: Map<Element, unknown>, element: Element): boolean {
  const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';
  return found.has(element) || (group !== '' && [...found.keys()].some((one) => one instanceof HTMLInputElement && one.name === group));
}

/** Where the focus or a click was last is where Tab would go on. No stop itself. */
function beginAtTop(): HTMLElement {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  return top;
}

/** Notes each stop of the focus from here on, until `stops`. Says how many there are. */
export function watchFocus(): [string] {
  const found = new Map<Element, string | null>();
  const top = beginAtTop();
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target === top) return;
    found.set(target, !isRinged(target) ? `${named(target)} has the focus without a ring` : isHit(target) ? null : `${named(target)} has the focus behind something else`);
  });
  Reflect.set(globalThis, 'stopsFound', found);
  return [String(interactive().filter(({ tabIndex }) => tabIndex >= 0).length)];
}

export function stops(): string[] {
  const found: Map<Element, string | null> = Reflect.get(globalThis, 'stopsFound');
  const missed = interactive().filter((element) => element.tabIndex >= 0 && !element.matches(':disabled') && !standsFor(found, element));
  return [...[...found.values()].flatMap((fault) => fault ?? []), ...missed.map((element) => `Tab does not come to ${named(element)}`)];
}
