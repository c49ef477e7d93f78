/** The part of the page a field belongs to: its headings from the nearest up, and the sentences around it. */
import { referred } from './label.ts';
import { attributeOf } from './attribute.ts';
import { isOfOtherField } from './row.ts';
import { isTyped, type Piece, pieces, shadowOf } from './text.ts';

export interface Section {
  /** Nearest first, at most three. */
  headings: string[];
  /** The nearest heading, so that fields of one section can be told from others'. */
  key: Element | null;
  /** Up to the field before, or the heading: nearest first. */
  near: string[];
  /** Beyond the field before, but still of this section or an introduction to it. */
  far: string[];
  after: string;
  /** The first words behind the field, where they are of this field alone. */
  hint: string;
  /** The page names itself as the screen of the credit-union platform whose only field is the code. */
  isCodeScreen: boolean;
}

const CODE_SCREEN = /画面ID[\s:]*BLI023/;
/** The rank of a caption or legend: what introduces their table or fieldset is near, too. */
const CAPTION = 7;
const ENOUGH_TEXT = 1500;
const AFTER_TEXT = 300;

/** 1 to 6; legends, captions and summaries stand below every heading. 0 for ordinary text, and for the name of a fold that the field is not in. */
function rank(block: Element, field: Element): number {
  const heading = block.closest('h1,h2,h3,h4,h5,h6,legend,caption,summary,[role=heading]');
  if (!heading || (heading.nodeName === 'SUMMARY' && !isHeadedBy(heading, field))) return 0;
  const level = /^H(\d)$/.exec(heading.nodeName)?.[1] ?? heading.getAttribute('aria-level');
  return level === null ? CAPTION : Number(level);
}

/** A caption heads its table, a legend its fieldset and a summary its details; any other heading what follows it. */
function isHeadedBy(heading: Element, block: Element): boolean {
  const whole = heading.closest('caption,legend,summary')?.parentElement;
  return !whole || whole.contains(block);
}

/**
 * Walks up the document. Text met above a heading belongs to us only if the next
 * heading above it is of a higher rank; otherwise it is the end of a sibling section.
 */
function above(first: Element): Omit<Section, 'after' | 'hint'> {
  const section: Omit<Section, 'after' | 'hint'> = { headings: [], key: null, near: [], far: [], isCodeScreen: false };
  let lowest = 9;
  let pending: Piece[] = [];
  let met = false;
  let length = 0;
  for (const piece of pieces(first, 'before')) {
    if (piece.control) {
      met = true;
      continue;
    }
    const level = rank(piece.block, first);
    length += piece.text.length;
    section.isCodeScreen ||= CODE_SCREEN.test(piece.text.normalize('NFKC'));
    if (length > ENOUGH_TEXT || section.headings.length >= 3) break;
    if (level === 0) pending.push(piece);
    if (level === 0 && !met && lowest >= CAPTION && !isOfOtherField(piece.block, first)) section.near.push(piece.text);
    if (level === 0 || level >= lowest) {
      if (level > 0) pending = pending.filter(({ block }) => !isHeadedBy(piece.block, block));
      continue;
    }
    section.headings.push(piece.text);
    section.key ??= piece.block;
    section.far.push(...pending.map(({ text }) => text));
    pending = [];
    lowest = level;
  }
  if (lowest > 1) section.far.push(...pending.map(({ text }) => text));
  const named = first.closest('[role=dialog],[role=group],[role=region],[role=form],[role=tabpanel],dialog,form,section,fieldset');
  const name = named && (attributeOf(named, 'aria-label') ?? referred(named, 'aria-labelledby'));
  if (name) section.headings.unshift(name);
  return section;
}

/** What stands in one row or box with another field may be the label of that one. */
function isOfItAlone(block: Element, first: Element, last: Element): boolean {
  let around: Element | null = block;
  while (around && !around.contains(last)) around = around.parentElement;
  const { DOCUMENT_POSITION_PRECEDING: before, DOCUMENT_POSITION_FOLLOWING: behind } = first;
  const isOther = (one: Element): boolean =>
    isTyped(one) && ((first.compareDocumentPosition(one) & before) !== 0 || (last.compareDocumentPosition(one) & behind) !== 0);
  return ![...(around?.querySelectorAll('input') ?? [])].some(isOther);
}

function below(first: Element, last: Element): Pick<Section, 'after' | 'hint'> {
  const texts: string[] = [];
  let hint: string | null = null;
  for (const piece of pieces(last, 'after', 80)) {
    if (rank(piece.block, last) > 0 || (piece.control && isTyped(piece.control))) break;
    if (piece.text.trim() !== '') hint ??= isOfItAlone(piece.block, first, last) ? piece.text : '';
    texts.push(piece.text);
    if (texts.join('').length > AFTER_TEXT) break;
  }
  return { after: texts.join('。'), hint: hint ?? '' };
}

/** `first` and `last` are the same field, or the ends of a row of boxes. A shadow root without a heading belongs to the section around it. */
export function sectionOf(first: Element, last: Element): Section {
  const own = sectionIn(first, last);
  const host = shadowOf(first)?.host;
  if (own.key || !host) return own;
  const around = sectionOf(host, host);
  const headings = [...own.headings, ...around.headings];
  const [near, far] = [[...own.near, ...around.near], [...own.far, ...around.far]];
  return { ...around, headings, near, far, hint: own.hint, after: `${own.after}。${around.after}`, isCodeScreen: own.isCodeScreen || around.isCodeScreen };
}

function sectionIn(first: Element, last: Element): Section {
  return { ...above(first), ...below(first, last) };
}
