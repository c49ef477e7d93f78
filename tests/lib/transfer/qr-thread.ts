/**
 * The browser's `Worker` on a thread of Node: runs the real `qr.worker.ts`. Node has no decoder of pictures, so the thread
 * gets one for BMP as `bmpOf` writes it, and a canvas that can shrink.
 */
import { Worker as Thread } from 'node:worker_threads';

const BRIDGE = `
  const { parentPort, workerData } = require('node:worker_threads');
  globalThis.postMessage = (data) => parentPort.postMessage(data);
  globalThis.addEventListener = (name, listen) => parentPort.on(name, (data) => listen({ data }));
  globalThis.createImageBitmap = async (blob) => {
    const bytes = await blob.bytes();
    const view = new DataView(bytes.buffer);
    const [width, height] = [view.getInt32(18, true), -view.getInt32(22, true)];
    if (blob.type !== 'image/bmp' || bytes.length !== 54 + width * height * 4) throw new DOMException('', 'InvalidStateError');
    return { width, height, bytes: bytes.subarray(54) };
  };
  globalThis.OffscreenCanvas = class {
    constructor(width, height) {
      this.pixels = new Uint8ClampedArray(width * height * 4).fill(255);
    }
    getContext() {
      return {
        drawImage: (bitmap, left, top, width, height) => {
          for (let y = 0; y < height; y++)
            for (let x = 0; x < width; x++) {
              const from = (Math.floor((y * bitmap.height) / height) * bitmap.width + Math.floor((x * bitmap.width) / width)) * 4;
              for (const colour of [0, 1, 2]) this.pixels[(y * width + x) * 4 + colour] = bitmap.bytes[from + colour];
            }
        },
        getImageData: (left, top, width, height) => ({ data: this.pixels, width, height }),
      };
    }
  };
  import(workerData);
`;

class QrThread extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  ended = false;
  asked = 0;
  private readonly thread: Thread | null;
  private readonly answer: ((worker: EventTarget) => void) | undefined;

  constructor(answer?: (worker: EventTarget) => void) {
    super();
    this.answer = answer;
    const script = new URL('../../../lib/transfer/qr.worker.ts', import.meta.url).href;
    this.thread = answer ? null : new Thread(BRIDGE, { eval: true, workerData: script });
    this.thread?.on('message', (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.thread?.on('error', () => this.dispatchEvent(new Event('error')));
  }

  postMessage(message: unknown): void {
    this.asked += 1;
    this.answer?.(this);
    this.thread?.postMessage(message, []);
  }

  terminate(): void {
    this.ended = true;
    void this.thread?.terminate();
  }
}

/** With `answer`: a worker that does that instead of its work. */
export const qrThread = (answer?: (worker: EventTarget) => void): QrThread => new QrThread(answer);
