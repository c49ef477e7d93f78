/** Writes digits into a field as typing would, as far as a page can tell: focus, value, input, change. */
import { Refusal } from '../refusal.ts';
import { lengthsIn } from './box-lengths.ts';
import { rowStandingFor } from './drawn-anew.ts';
import { expectUnchanged, expectUsable } from './usable.ts';

/** Resolves when the page had a chance to react; a timer where no frame is drawn. */
export type Frame = () => Promise<void>;

/** A framework's own `value` on the element is passed by: it must see a change it didn't make. */
function setValue(field: HTMLInputElement, value: string): void {
  const view = field.ownerDocument.defaultView ?? window;
  const own = Object.getOwnPropertyDescriptor(view.HTMLInputElement.prototype, 'value');
  if (!own?.set) throw new Error('no value setter');
  own.set.call(field, value);
}

function announce(field: HTMLInputElement, value: string): void {
  const view = field.ownerDocument.defaultView ?? window;
  const about = { bubbles: true, composed: true };
  field.dispatchEvent(new view.InputEvent('input', { ...about, inputType: 'insertReplacementText', data: value }));
  field.dispatchEvent(new view.Event('change', about));
}

/** Formatters may widen letters or put spaces between them; the code is still what was meant. */
const plain = (value: string): string => value.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');
const holds = (field: HTMLInputElement, value: string): boolean => plain(field.value) === plain(value);

/** Frameworks put their own value back in a microtask after the event, not in the event. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await Promise.resolve();
}

async function write(field: HTMLInputElement, value: string): Promise<void> {
  field.focus({ preventScroll: true });
  expectUnchanged(field);
  setValue(field, value);
  announce(field, value);
  await settled();
}

/** True once the page took the value and went on: it was sent, or the field is gone. */
function watchSubmit(field: HTMLInputElement, isGone = () => !field.isConnected): { sent: () => boolean; stop: () => void } {
  const { ownerDocument } = field;
  let sent = false;
  const note = (): void => {
    sent = true;
  };
  ownerDocument.addEventListener('submit', note, true);
  return {
    sent: () => sent || isGone(),
    stop: () => ownerDocument.removeEventListener('submit', note, true),
  };
}

/**
 * Fills one ordinary field.
 * @throws Refusal `field-unusable`, `field-read-only`, `fill-altered`
 */
async function fillField(field: HTMLInputElement, value: string): Promise<void> {
  expectUsable(field, value.length);
  const watch = watchSubmit(field);
  try {
    await write(field, value);
    // A page that sends at the sixth digit may have emptied the field: never a second time then.
    if (holds(field, value) || watch.sent()) return;
    await write(field, value);
    if (!holds(field, value) && !watch.sent()) throw new Refusal('fill-altered');
  } finally {
    watch.stop();
  }
}

const joined = (boxes: HTMLInputElement[]): string => plain(boxes.map((box) => box.value).join(''));

/** Boxes that follow may be enabled only by the one before; two frames are waited for. */
async function opened(box: HTMLInputElement, length: number, frame: Frame): Promise<void> {
  for (let wait = 0; wait < 2 && box.matches(':disabled'); wait++) await frame();
  expectUsable(box, length);
}

/** What of the code goes into which box. Refusal `field-unusable` where it does not fill them all, to the last digit. */
function partsOf(value: string, boxes: HTMLInputElement[]): string[] {
  let at = 0;
  const parts = lengthsIn(boxes).map((length) => value.slice(at, (at += length)));
  if (at !== value.length) throw new Refusal('field-unusable');
  return parts;
}

/** What the page did not take is written once more. */
async function putRight(boxes: HTMLInputElement[], parts: string[], isSent: () => boolean): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const box = boxes[index];
    if (box && !holds(box, part)) await write(box, part);
  }
  if (joined(boxes) !== parts.join('') && !isSent()) throw new Refusal('fill-altered');
}

/**
 * Fills a row of boxes, each with its part; stops where the row fills itself.
 * @returns the boxes that hold the code: others, where the page drew the row anew
 * @throws Refusal as `fillField`
 */
async function fillBoxes(boxes: HTMLInputElement[], value: string, frame: Frame): Promise<HTMLInputElement[]> {
  const [first] = boxes;
  if (!first) throw new Refusal('field-unusable');
  const parts = partsOf(value, boxes);
  const standing = rowStandingFor(boxes);
  const row = (): HTMLInputElement[] => standing() ?? boxes;
  const watch = watchSubmit(first, () => standing() === null);
  try {
    for (const [index, part] of parts.entries()) {
      const box = row()[index];
      if (!box || (index > 0 && joined(row()) === value) || watch.sent()) return row();
      await opened(box, part.length, frame);
      await write(box, part);
      if (index < boxes.length - 1) await frame();
    }
    if (joined(row()) === value || watch.sent()) return row();
    if (row() === boxes) await putRight(boxes, parts, watch.sent);
    // A new row that is empty follows a code that was taken: never a second time then.
    else if (joined(row()) !== '') throw new Refusal('fill-altered');
    return row();
  } finally {
    watch.stop();
  }
}

/**
 * One field, or the boxes of a row.
 * @returns what holds the value
 */
export async function fill(boxes: HTMLInputElement[], value: string, frame: Frame): Promise<HTMLInputElement[]> {
  const [only] = boxes;
  if (!only || boxes.length !== 1) return fillBoxes(boxes, value, frame);
  await fillField(only, value);
  return boxes;
}

/** Empties what holds exactly our value, and nothing else. Returns whether it did. */
export function empty(boxes: HTMLInputElement[], value: string): boolean {
  if (joined(boxes) !== plain(value) || boxes.some((box) => !box.isConnected || box.readOnly)) return false;
  // All before the page is told: it may draw the row anew, with what stands in it.
  for (const box of boxes) setValue(box, '');
  for (const box of boxes) announce(box, '');
  return true;
}

/** A frame of this window, or 50 ms where none is drawn (a tab in the background). */
export function frameOf(view: Window): Frame {
  return () =>
    new Promise((resolve) => {
      const timer = view.setTimeout(resolve, 50);
      view.requestAnimationFrame(() => {
        view.clearTimeout(timer);
        resolve();
      });
    });
}
