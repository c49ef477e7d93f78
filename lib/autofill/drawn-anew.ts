/** The row of boxes of a fill, also where the page draws it anew after each digit. */
import { shadowOf } from './text.ts';

const isAlike = (one: HTMLInputElement | undefined, before: HTMLInputElement | undefined): one is HTMLInputElement =>
  one !== undefined && before !== undefined && one.type === before.type && one.maxLength === before.maxLength;

/** @returns how to look for the row: the boxes themselves, or such as stand in their places; null once even the first is gone. */
export function rowStandingFor(boxes: HTMLInputElement[]): () => HTMLInputElement[] | null {
  const [first] = boxes;
  const tree = first && (shadowOf(first) ?? first.ownerDocument);
  const fields = (): HTMLInputElement[] => [...(tree?.querySelectorAll('input') ?? [])];
  const before = fields();
  const places = boxes.map((box) => before.indexOf(box));
  return () => {
    if (boxes.every((box) => box.isConnected)) return boxes;
    const now = fields();
    const row = places.map((place) => now[place]).filter((one, index) => isAlike(one, boxes[index]));
    if (now.length === before.length && row.length === boxes.length) return row;
    return first?.isConnected ? boxes : null;
  };
}
