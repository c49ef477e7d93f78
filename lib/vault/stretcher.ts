/** The page's side of the stretching: a fresh worker for each passphrase, ended after use with its memory. */
import type { Stretching } from '../stretching.ts';
import type { StretchQuestion } from './stretch.worker.ts';

export type Stretcher = (passphrase: string, stretching: Stretching) => Promise<string>;

/** 32 bytes in base64url. */
const STRETCHED = /^[A-Za-z0-9_-]{43}$/;

function ask(worker: Worker, question: StretchQuestion): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`stretching failed: ${why}`));
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null) return fail('no answer');
      const stretched: unknown = Reflect.get(data, 'stretched');
      if (typeof stretched === 'string' && STRETCHED.test(stretched)) return resolve(stretched);
      return fail(String(Reflect.get(data, 'failed')));
    });
    // A script that did not load and a worker out of memory both come here.
    worker.addEventListener('error', () => fail('the worker stopped'));
    worker.addEventListener('messageerror', () => fail('the answer was unreadable'));
    worker.postMessage(question, []);
  });
}

/** Passphrase and how → Argon2id output in base64url. Error when the worker fails; it never refuses. */
export function makeStretcher(newWorker: () => Worker): Stretcher {
  return async (passphrase, { salt, memory, passes, lanes }) => {
    const worker = newWorker();
    try {
      return await ask(worker, { passphrase, stretching: { salt, memory, passes, lanes } });
    } finally {
      worker.terminate();
    }
  };
}
