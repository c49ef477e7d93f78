/** The text of the row a field stands in: cells before it, the header above it, `dt`, or what stands right before it. */
import { attributeOf } from './attribute.ts';
import { oldOrNew } from './exchange.ts';
import { withoutPlace } from './label.ts';
import { namesAction, namesCode } from './mentions.ts';
import { isTyped, LINK, pieces, shadowOf, textOf } from './text.ts';
import { explains, meaning, type Meaning } from './words.ts';

interface RowText {
  meaning: Meaning;
  text: string;
}

const NOTHING: RowText = { meaning: 'none', text: '' };
const HEADING = /^(H[1-6]|LEGEND|CAPTION)$/;
/** More pieces than this before a field are no longer its row. */
const REACH = 5;

function decide(texts: Iterable<string>, inRow: boolean): RowText {
  let fallback = NOTHING;
  for (const text of texts) {
    const one = meaning(text);
    if (one === 'none' || (one === 'other' && text.trim().startsWith(LINK) && namesAction(text))) continue;
    if (one !== 'other') return { meaning: one, text };
    if (fallback === NOTHING) fallback = { meaning: one, text };
    // 「大文字・小文字は区別されます」 is no label: the label may stand before it. 「Type the amount to send.」 is one.
    if (!inRow && (!explains(text) || (tellsToType(text) && !namesCode(text)))) break;
  }
  return fallback;
}

const tellsToType = (text: string): boolean => /^\s*(please )?(type|enter|write|give|fill|choose)\b/i.test(text);

/** A button, or an item of a list that ends above the field: a tab, a link, a reply to choose. */
const isElsewhere = (block: Element, element: Element): boolean =>
  block.nodeName === 'BUTTON' || (block.nodeName === 'LI' && block.parentElement?.contains(element) === false);

/** In a row, what stands in the cell of another field is that field's: 「円」. */
export function isOfOtherField(block: Element, element: Element): boolean {
  const cell = block.closest('td,th');
  return cell !== null && !cell.contains(element) && [...cell.querySelectorAll('input,select,textarea')].some(isTyped);
}

/** The last cell of a table above is no label, unless it names a secret. */
const isOfOtherTable = (block: Element, element: Element): boolean => block.closest('td,th')?.closest('table')?.contains(element) === false;
/** 「お支払先 見本商店／45,600円」: what is paid, and no label. */
const isAmount = (text: string): boolean => /[\d,]+円\s*$/.test(text.normalize('NFKC'));
/** 「← 確認用パスワード」 */
const isOfFieldBefore = (text: string): boolean => /^\s*[←⇐◀◁]/.test(text);

function* textsBefore(element: Element, within: Element | null, isBox: boolean): Generator<string> {
  let count = 0;
  for (const piece of pieces(element, 'before', 60)) {
    if (!piece.control && isElsewhere(piece.block, element)) continue;
    if (piece.control || HEADING.test(piece.block.nodeName) || ++count > REACH) return;
    // Headers of columns in a row of their own: the nearest is that of the last column.
    if (attributeOf(piece.block, 'role') === 'columnheader') return;
    if (within && (!within.contains(piece.block) || isOfOtherField(piece.block, element))) return;
    if (!within && isOfOtherTable(piece.block, element) && meaning(piece.text) === 'other') return;
    if (isOfFieldBefore(piece.text) || (!within && isAmount(piece.text))) continue;
    yield isBox ? withoutPlace(piece.text) : piece.text;
  }
}

const cellsOf = (row: Element): HTMLTableCellElement[] =>
  [...row.children].filter((one): one is HTMLTableCellElement => one.nodeName === 'TD' || one.nodeName === 'TH');

function columnOf(cells: HTMLTableCellElement[], cell: HTMLTableCellElement): number {
  return cells.slice(0, cells.indexOf(cell)).reduce((at, one) => at + one.colSpan, 0);
}

function cellAt(cells: HTMLTableCellElement[], column: number): HTMLTableCellElement | undefined {
  let at = 0;
  return cells.find((one) => (at += one.colSpan) > column);
}

/** A header cell of an earlier row that reaches down to this one. */
function spanning(rows: HTMLCollectionOf<HTMLTableRowElement>, index: number): string {
  for (let up = 1; up <= Math.min(index, 4); up++) {
    const row = rows[index - up];
    const cell = row && cellsOf(row).find((one) => one.rowSpan > up);
    if (cell && !cell.querySelector('input')) return textOf(cell);
  }
  return '';
}

/** Columns at the left that cells of earlier rows take in this one. */
function takenFromAbove(rows: HTMLCollectionOf<HTMLTableRowElement>, index: number): number {
  let taken = 0;
  for (let up = 1; up <= Math.min(index, 4); up++) {
    const above = rows[index - up];
    for (const cell of above ? cellsOf(above) : []) {
      if (cell.rowSpan <= up) break;
      taken += cell.colSpan;
    }
  }
  return taken;
}

/** Text of the cell above the field's own, over rows that hold fields themselves. */
export function columnHeader(element: Element): string {
  const cell = element.closest<HTMLTableCellElement>('td,th');
  const row = cell?.closest('tr');
  const rows = row?.closest('table')?.rows;
  if (!cell || !row || !rows) return '';
  const index = row.rowIndex;
  const column = columnOf(cellsOf(row), cell) + takenFromAbove(rows, index);
  let nearest = '';
  for (let up = index - 1; up >= Math.max(0, index - 20); up--) {
    const above = rows[up];
    const header = above && cellAt(cellsOf(above), column - takenFromAbove(rows, up));
    if (!header || header.querySelector('input,select')) continue;
    // What another row holds in this column is no header where there is one.
    if (header.nodeName === 'TH') return textOf(header);
    nearest ||= textOf(header);
  }
  return nearest;
}

/**
 * The row's own text; for a field that is alone in a shadow root, that of the row in which its custom element stands.
 * `isBox`: of a code's first box the place may stand before it, in a label around it.
 */
export function rowText(element: Element, isBox = false): RowText {
  const own = rowTextIn(element, isBox);
  const host = shadowOf(element)?.host;
  return own.meaning === 'none' && host ? rowText(host) : own;
}

/** 「ワンタイムパスワード」 under 「新しいトークン」: the column says whose. */
const withToken = (text: string, column: string): string => (oldOrNew(column, true) ? `${text}。${column}` : text);

/** The first cell of a row whose columns are two tokens: it is the label of the fields behind the first one, too. */
function matrixRow(row: HTMLTableRowElement, element: Element): RowText {
  const head = row.cells[0];
  if (head?.nodeName !== 'TH' || head.contains(element) || head.querySelector('input') || !oldOrNew(columnHeader(element), true)) return NOTHING;
  const text = textOf(head);
  return { meaning: meaning(text), text };
}

const holdsControl = (cell: Element): boolean => cell.querySelector('input,select,textarea,button') !== null;

/** Where nothing stands before the field in its row: the cell behind it. */
function cellAfter(element: Element): RowText {
  const next = element.closest('td,th')?.nextElementSibling;
  if (!next || [next, next.nextElementSibling].some((one) => one && holdsControl(one))) return NOTHING;
  const text = textOf(next).replace(/^\s*[：:←]\s*/, '');
  return explains(text) ? NOTHING : { meaning: meaning(text), text };
}

/** In the element's own tree: the row's text, or the header above, inside a table; else what stands before the field. */
function rowTextIn(element: Element, isBox: boolean): RowText {
  const row = element.closest('tr');
  const inRow = row ? decide(textsBefore(element, row, isBox), true) : NOTHING;
  if (row && inRow.meaning === 'none') {
    const rows = row.closest('table')?.rows;
    const header = decide([rows ? spanning(rows, row.rowIndex) : '', columnHeader(element)], true);
    const first = matrixRow(row, element);
    if (first.meaning !== 'none') return { ...first, text: withToken(first.text, header.text) };
    if (header.meaning !== 'none' && !(header.meaning === 'other' && explains(header.text))) return header;
  }
  // 「登録済のトークン」 before the field, 「ワンタイムパスワード」 over it.
  if (row && inRow.meaning === 'other' && !explains(inRow.text)) {
    const over = columnHeader(element);
    const named = meaning(over);
    if (named === 'code' || named === 'serial') return { meaning: named, text: `${over}。${inRow.text}` };
  }
  if (row && inRow.meaning === 'code') return { ...inRow, text: withToken(inRow.text, columnHeader(element)) };
  if (inRow.meaning !== 'none') return inRow;
  const behind = row ? cellAfter(element) : NOTHING;
  if (behind.meaning !== 'none') return behind;
  const beside = row ? besideIn(element) : NOTHING;
  if (beside.meaning === 'code' || beside.meaning === 'veto') return beside;
  const list = element.closest('dd')?.closest('dl') ?? null;
  const inList = list ? decide(textsBefore(element, list, isBox), true) : NOTHING;
  if (inList.meaning !== 'none') return inList;
  const before = decide(textsBefore(element, null, isBox), false);
  return before.meaning !== 'none' ? before : labelAfter(element);
}

/** What stands behind the field in its own cell: 「認証アプリに表示中の6桁の数字」 */
function besideIn(element: Element): RowText {
  const cell = element.closest('td,th');
  const texts: string[] = [];
  for (const piece of pieces(element, 'after', 20)) {
    if (piece.control || !cell?.contains(piece.block)) break;
    texts.push(piece.text);
  }
  const text = texts.join('。');
  return { meaning: meaning(text), text };
}

/** A label drawn over the field may stand after it in the document; a bare one without `for` is rare, and short. So is one with an arrow. */
function labelAfter(element: Element): RowText {
  const [piece] = pieces(element, 'after', 4);
  if (piece && isOfFieldBefore(piece.text)) return { meaning: meaning(piece.text), text: piece.text };
  const next = element.nextElementSibling;
  if (next?.nodeName !== 'LABEL' || next.getAttribute('for')) return NOTHING;
  const text = textOf(next);
  return { meaning: meaning(text), text };
}
