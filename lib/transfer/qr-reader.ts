/** The page's side of reading QR codes: a fresh worker for each picture, ended after use with all that it saw. */
import { list, oneOf, text } from '../parse.ts';
import { within } from '../within.ts';
import { PICTURE_PROBLEMS, type PictureProblem } from './problems.ts';
import { LARGEST_FILE, MOST_CODES, PATIENCE } from './qr-limits.ts';
import type { QrQuestion } from './qr.worker.ts';

type QrReader = (picture: Blob) => Promise<{ codes: string[] } | { problem: PictureProblem }>;

/** ISO/IEC 18004 table 7: 7089 digits in version 40-L. */
const codesOf = list(text(7089), MOST_CODES);
const problemOf = oneOf(...PICTURE_PROBLEMS);

function ask(worker: Worker, question: QrQuestion): ReturnType<QrReader> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`reading QR codes failed: ${why}`));
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null) return fail('no answer');
      try {
        if ('codes' in data) return resolve({ codes: codesOf(data.codes, 'codes') });
        if ('problem' in data) return resolve({ problem: problemOf(data.problem, 'problem') });
      } catch {
        return fail('the answer was garbled');
      }
      return fail(String(Reflect.get(data, 'failed')));
    });
    // A script that did not load and a worker out of memory both come here.
    worker.addEventListener('error', () => fail('the worker stopped'));
    worker.addEventListener('messageerror', () => fail('the answer was unreadable'));
    worker.postMessage(question, []);
  });
}

/** PNG, JPEG, WebP, GIF or BMP → the texts of its codes, at least one. Error when the worker fails; it never refuses. */
export function makeQrReader(newWorker: () => Worker): QrReader {
  return async (picture) => {
    if (picture.size > LARGEST_FILE) return { problem: 'too-large' };
    const worker = newWorker();
    try {
      return await within(ask(worker, { picture }), PATIENCE, { problem: 'no-code' as const });
    } finally {
      worker.terminate();
    }
  };
}
