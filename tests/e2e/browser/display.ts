/** One page on a screen as a person may have set it up: the window's size, the system's colours, the browser's text. Nothing moves by itself on it. */
import type { View } from './view.ts';

/** CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** `forced`: the system gives all colours (high contrast). */
export type Colours = 'light' | 'dark' | 'forced';

/** Each resolves when the page has it. */
export interface Display {
  readonly view: View;
  resize: (size: Size) => Promise<void>;
  colours: (colours: Colours) => Promise<void>;
  /**
   * Percent of the browser's own text size, as if set in its settings: our rem grow with it, and so do breakpoints in em. (A zoom is another
   * thing: it makes the window narrower.)
   */
  textSize: (percent: number) => Promise<void>;
  /** Tab, so many times. */
  pressTab: (times: number) => Promise<void>;
  /** Of the window, without a blinking caret. */
  picture: (file: string) => Promise<void>;
}
