import { afterEach, describe, expect, it, vi } from 'vitest';
import { LARGEST_FILE, PATIENCE } from '../../../lib/transfer/qr-limits.ts';
import { makeQrReader } from '../../../lib/transfer/qr-reader.ts';
import { BEGINNINGS, bmpOf } from './qr-bitmap.ts';
import { blank, grid, put, single } from './qr-pictures.ts';
import { qrThread } from './qr-thread.ts';

const TEXT = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP';
const answering = (data: unknown) => (worker: EventTarget) => void worker.dispatchEvent(new MessageEvent('message', { data }));
const picture = new Blob([bmpOf(single(TEXT, 2))]);

describe('the reader of QR codes', () => {
  afterEach(() => void vi.useRealTimers());

  it('reads each picture in a thread of its own and ends it after use', async () => {
    const workers: ReturnType<typeof qrThread>[] = [];
    const read = makeQrReader(() => {
      const worker = qrThread();
      workers.push(worker);
      return worker;
    });
    expect(await read(picture)).toEqual({ codes: [TEXT] });
    expect(await read(new Blob([bmpOf(grid([TEXT, 'another'], 2, 2, 8))]))).toEqual({ codes: [TEXT, 'another'] });
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('reads a tall picture that is shrunk', async () => {
    const tall = blank(700, 10_000);
    put(tall, TEXT, { x: 350, y: 9000, scale: 4 });
    expect(await makeQrReader(() => qrThread())(new Blob([bmpOf(tall)]))).toEqual({ codes: [TEXT] });
  }, 20_000);

  it.each<[problem: string, what: string, file: Blob]>([
    ['no-code', 'a white picture', new Blob([bmpOf(blank(60, 60))])],
    ['not-a-picture', 'an SVG, whatever it calls itself', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' })],
    ['not-a-picture', 'an empty file', new Blob([])],
    ['not-a-picture', 'a picture that ends in the middle', picture.slice(0, 900)],
    ['too-large', 'a small file that says it has more than 50 megapixels', new Blob([Uint8Array.from(BEGINNINGS['image/png']?.(7072, 7072) ?? [])])],
  ])('answers %s to %s', async (problem, _, file) => {
    const worker = qrThread();
    expect(await makeQrReader(() => worker)(file)).toEqual({ problem });
    expect(worker.ended).toBe(true);
  });

  it('starts no worker for a file of more than 30 MB', async () => {
    const read = makeQrReader(() => expect.fail('a worker was started'));
    expect(await read(new Blob([new Uint8Array(LARGEST_FILE + 1)]))).toEqual({ problem: 'too-large' });
  });

  it('ends a worker that has not answered for 20 seconds, and says that there is no code', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const worker = qrThread(() => undefined);
    const answer = makeQrReader(() => worker)(picture);
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect({ asked: worker.asked, ended: worker.ended }).toEqual({ asked: 1, ended: false });
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual({ problem: 'no-code' });
    expect(worker.ended).toBe(true);
  });

  it('leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await makeQrReader(() => qrThread(answering({ codes: [TEXT] })))(picture);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, (worker: EventTarget) => void]>([
    ['did not start', (worker) => void worker.dispatchEvent(new Event('error'))],
    ['answered something unreadable', (worker) => void worker.dispatchEvent(new Event('messageerror'))],
    ['answered nothing', answering(null)],
    ['answered codes that are no texts', answering({ codes: [7] })],
    ['answered more codes than it may', answering({ codes: Array<string>(61).fill('') })],
    ['answered a problem that nobody knows', answering({ problem: 'tired' })],
    ['failed', answering({ failed: 'RangeError' })],
  ])('says when the worker %s, and ends it', async (_, answer) => {
    const worker = qrThread(answer);
    await expect(makeQrReader(() => worker)(picture)).rejects.toThrow('reading QR codes failed');
    expect(worker.ended).toBe(true);
  });
});
