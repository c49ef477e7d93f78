import { describe, expect, it } from 'vitest';
import { windowSize } from '../../entrypoints/pages/window-size.ts';

const LARGE = { width: 1920, height: 1040 };
const SMALL = { width: 1366, height: 728 };

describe('a small window of ours', () => {
  it('grows with the text, as far as there is room', () => {
    const sizes = ([100, 125, 150, 200] as const).map((textSize) => windowSize({ textSize }, LARGE));
    expect(sizes).toEqual([{ width: 440, height: 560 }, { width: 600, height: 700 }, { width: 780, height: 840 }, { width: 1040, height: 1040 }]);
    expect(windowSize({ textSize: 200 }, SMALL)).toEqual({ width: 1040, height: 728 });
  });

  it('is never smaller than with the usual text, however small the window beside it', () => {
    expect(windowSize({ textSize: 200 }, { width: 300, height: 200 })).toEqual({ width: 440, height: 560 });
  });
});
