/** A person without a mouse: Tab to a place, type, press. */
import type { View } from '../browser/view.ts';

/** More stops than any page of these journeys has. */
const MOST_STOPS = 80;

/** In the page. */
function hasFocus(place: string): boolean {
  const found = document.evaluate(place, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue;
  return found !== null && found === document.activeElement;
}

/** From wherever the focus is; rejects when Tab never comes there. */
export async function tabTo(view: View, place: string): Promise<void> {
  await view.waitFor(place);
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await view.run(hasFocus, place)) return;
    await view.press('Tab');
  }
  throw new Error(`Tab does not come to ${place}`);
}

/** Into the place that has the focus. */
export async function write(view: View, words: string): Promise<void> {
  for (const letter of words) await view.press(letter);
}

export async function writeInto(view: View, place: string, words: string): Promise<void> {
  await tabTo(view, place);
  await write(view, words);
}

export async function pressAt(view: View, place: string, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
  await tabTo(view, place);
  await view.press(key);
}
