/** Whether a page goes on drawing while it works, and whether it says that it works. */
import type { View } from '../browser/view.ts';

export interface Drawn {
  /** Milliseconds from the watch's beginning to the last frame. */
  lasted: number;
  /** Longest time without a frame, milliseconds. */
  longest: number;
  /** Frames in which the progress bar was on the page. */
  withBar: number;
  /** Frames in which the words that were watched for were on the page. */
  withWords: number;
}

/** From now on, in the document that is there now. What is there for a moment only is seen here, and not always from outside. */
export async function watchFrames(own: View, words = ''): Promise<void> {
  await own.run((wanted) => {
    const seen: { at: number; bar: boolean; words: boolean }[] = [];
    Reflect.set(window, 'framesSeen', seen);
    const note = (at: number): void => {
      seen.push({ at, bar: document.querySelector('.progress-bar') !== null, words: document.body.textContent.includes(wanted) });
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  }, words);
}

export function framesOf(own: View): Promise<Drawn> {
  return own.run(() => {
    const seen: { at: number; bar: boolean; words: boolean }[] = Reflect.get(window, 'framesSeen');
    const gaps = seen.slice(1).map(({ at }, before) => at - (seen[before]?.at ?? at));
    return {
      lasted: (seen.at(-1)?.at ?? 0) - (seen[0]?.at ?? 0),
      longest: Math.max(...gaps),
      withBar: seen.filter(({ bar }) => bar).length,
      withWords: seen.filter(({ words }) => words).length,
    };
  });
}
