/** The browser's `Worker` on a thread of Node: runs the real `stretch.worker.ts`. */
import { Worker as Thread } from 'node:worker_threads';

/** Gives the script the two globals it uses, which Node keeps on `parentPort`. */
const BRIDGE = `
  const { parentPort, workerData } = require('node:worker_threads');
  globalThis.postMessage = (data) => parentPort.postMessage(data);
  globalThis.addEventListener = (name, listen) => parentPort.on(name, (data) => listen({ data }));
  import(workerData);
`;

class ThreadWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  ended = false;
  private readonly thread: Thread;
  private readonly answer: ((worker: EventTarget) => boolean) | undefined;

  constructor(answer?: (worker: EventTarget) => boolean) {
    super();
    this.answer = answer;
    const script = new URL('../../../lib/vault/stretch.worker.ts', import.meta.url).href;
    this.thread = new Thread(BRIDGE, { eval: true, workerData: script });
    this.thread.on('message', (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.thread.on('error', () => this.dispatchEvent(new Event('error')));
  }

  postMessage(message: unknown): void {
    if (this.answer) this.answer(this);
    else this.thread.postMessage(message, []);
  }

  terminate(): void {
    this.ended = true;
    void this.thread.terminate();
  }
}

/** With `answer`: a worker that does that instead of its work. */
export const threadWorker = (answer?: (worker: EventTarget) => boolean): ThreadWorker => new ThreadWorker(answer);
