/** How large a small window of ours is opened: with larger text its button must still be seen without scrolling. */
import type { Appearance } from '../../lib/messages/appearance.ts';

export interface Size {
  width: number;
  height: number;
}

/** Wider than in proportion to the text: screens are wide rather than high. CSS pixels. */
const WIDTHS: Record<Appearance['textSize'], number> = { 100: 440, 125: 600, 150: 780, 200: 1040 };
/** With its frame, at the usual text size. */
const HEIGHT = 560;

/** `room`: of the screen, or of a window on it. */
export function windowSize({ textSize }: Pick<Appearance, 'textSize'>, room: Size): Size {
  return {
    width: Math.min(WIDTHS[textSize], Math.max(room.width, WIDTHS[100])),
    height: Math.min(Math.round((HEIGHT * textSize) / 100), Math.max(room.height, HEIGHT)),
  };
}
