/** A process of its own: one picture from `qr-reader.ts`, one answer, then it is ended with all that it saw. */
import type { PictureProblem } from './problems.ts';
import { type Picture, readCodes } from './qr.ts';
import { MOST_DECODED, MOST_SEARCHED } from './qr-limits.ts';
import { measure } from './qr-measure.ts';

export type QrQuestion = { picture: Blob };
type QrAnswer = { codes: string[] } | { problem: PictureProblem } | { failed: string };

/** By area, not by the longer side: a picture of a whole page is tall, and would shrink beyond reading. */
function fitted({ width, height }: ImageBitmap): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(MOST_SEARCHED / (width * height)));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

function pixelsOf(bitmap: ImageBitmap): Picture {
  const { width, height } = fitted(bitmap);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return { data: context.getImageData(0, 0, width, height).data, width, height };
}

/** Null for what the browser can't decode. The browser may not guess the kind: only the one that was measured. */
async function decoded(picture: Blob, type: string): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(picture.slice(0, picture.size, type));
  } catch {
    return null;
  }
}

async function look(picture: Blob): Promise<QrAnswer> {
  const measured = measure(new Uint8Array(await picture.arrayBuffer()));
  if (!measured) return { problem: 'not-a-picture' };
  if (measured.width * measured.height > MOST_DECODED) return { problem: 'too-large' };
  const bitmap = await decoded(picture, measured.type);
  if (!bitmap) return { problem: 'not-a-picture' };
  const codes = readCodes(pixelsOf(bitmap));
  return codes.length > 0 ? { codes } : { problem: 'no-code' };
}

async function answerTo({ picture }: QrQuestion): Promise<QrAnswer> {
  try {
    return await look(picture);
  } catch (failure) {
    return { failed: failure instanceof Error ? failure.name : 'unknown' };
  }
}

globalThis.addEventListener('message', (event: MessageEvent<QrQuestion>) => {
  void answerTo(event.data).then((answer) => globalThis.postMessage(answer, { transfer: [] }));
});
