/** Fields that stand in rows: six boxes for one code, two for its halves, or the cells of a card. */
import { isPart, isSingle, lengthsIn } from './box-lengths.ts';
import { columnHeader } from './row.ts';
import { pieces } from './text.ts';

const SEPARATOR = /^[\s\-‐–—－ー・.]*$/;
const PLACE = /^\D{0,12}\d+\s*(桁目|文字目|番目|\/\s*\d+|of \d+)?\D{0,8}$/;

/** Of a component that draws its boxes itself, and reads them by itself. */
const isNameless = ({ type, name, id, pattern, inputMode }: HTMLInputElement): boolean => type === 'text' && name + id + pattern + inputMode === '';

/** Without a limit in the attributes a script keeps each box to one character. */
function isUnlimited(element: HTMLInputElement): boolean {
  return element.maxLength < 0 && (/^(tel|number)$/.test(element.type) || element.inputMode === 'numeric' || isNameless(element)) && !element.placeholder;
}

function adjoins(before: HTMLInputElement, after: HTMLInputElement): boolean {
  for (const piece of pieces(after, 'before', 12)) {
    if (piece.control) return piece.control === before;
    if (!SEPARATOR.test(piece.text) && !PLACE.test(piece.text)) return false;
  }
  return false;
}

/** Of a row's first box: the browser or a paste brings it the whole code, and a script parts it. */
const takesAll = ({ maxLength, autocomplete }: HTMLInputElement): boolean => maxLength === 6 || (maxLength < 0 && autocomplete === 'one-time-code');

/** Six that take all six digits each, for whichever a code is pasted into. */
const isPasted = (run: HTMLInputElement[]): boolean => run.length === 6 && run.every(({ maxLength }) => maxLength === 6);

/** Of adjoining fields of one length, those that make up a code. */
function partRuns(inputs: HTMLInputElement[]): HTMLInputElement[][] {
  const found: HTMLInputElement[][] = [];
  for (const [index, input] of inputs.entries()) {
    const before = inputs[index - 1];
    const joins = before?.maxLength === input.maxLength && isPart(before) && adjoins(before, input);
    if (!isPart(input)) continue;
    if (joins) found.at(-1)?.push(input);
    else found.push([input]);
  }
  return found.filter(isCodeRow);
}

/** Runs of adjoining fields for a character each, and codes in parts; each in document order. */
export const runs = (inputs: HTMLInputElement[]): HTMLInputElement[][] => [...singleRuns(inputs), ...partRuns(inputs)];

/** A first box may take the whole code for pasting. */
function singleRuns(inputs: HTMLInputElement[]): HTMLInputElement[][] {
  const found: HTMLInputElement[][] = [];
  let run: HTMLInputElement[] = [];
  const close = (): void => {
    if (run.length > 1) found.push(run);
    run = [];
  };
  for (const input of inputs) {
    const last = run.at(-1);
    const joins = last !== undefined && isSingle(input) === isSingle(last);
    const pasted = last !== undefined && run.length === 1 && (isSingle(input) || isUnlimited(input)) && !isSingle(last) && takesAll(last);
    if (!last || !(joins || pasted) || !adjoins(last, input)) close();
    if (isSingle(input) || isUnlimited(input) || takesAll(input)) run.push(input);
    else close();
  }
  close();
  return found.filter((one) => one.slice(1).every(isSingle) || (one.length >= 6 && one.every((box, index) => isUnlimited(box) || (index === 0 && takesAll(box)))) || isPasted(one));
}

/** One code of six or eight digits in boxes. Cells of a card have headers of their own, and gaps that are disabled. */
export function isCodeRow(run: HTMLInputElement[]): boolean {
  const digits = lengthsIn(run).reduce((sum, length) => sum + length, 0);
  if (run.length < 2 || (digits !== 6 && digits !== 8)) return false;
  const open = run.map((one) => !one.matches(':disabled'));
  if (!open[0] || open.some((one, index) => one && open[index - 1] === false)) return false;
  const headers = run.map((one) => columnHeader(one).normalize('NFKC').trim());
  // What stands above all of them is no header of a single box, and neither is its place.
  return new Set(headers).size === 1 || headers.every((header, index) => header === String(index + 1));
}

/** The boxes that hold one code together with `element`; only itself for an ordinary field. */
export function rowOf(element: HTMLInputElement, inputs: HTMLInputElement[]): HTMLInputElement[] {
  return runs(inputs).find((run) => run.includes(element) && isCodeRow(run)) ?? [element];
}
