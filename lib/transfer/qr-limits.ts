/** How much of a picture is looked at; apart, so that a page knows the limits without loading the decoder. */

/** Bytes of the file. */
export const LARGEST_FILE = 30_000_000;

/** Pixels: a good camera's picture. Decoded, it takes 200 MB. */
export const MOST_DECODED = 50_000_000;

/** Pixels that are searched for codes. */
export const MOST_SEARCHED = 2400 * 2400;

export const MOST_CODES = 60;

/** Milliseconds. A picture that takes longer was made to. */
export const PATIENCE = 20_000;
