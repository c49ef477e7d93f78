/** QR codes are read in a worker of the page, begun when the first picture comes. */
import { makeQrReader } from '../../lib/transfer/qr-reader.ts';

export const ownQrReader = (): ReturnType<typeof makeQrReader> =>
  makeQrReader(() => new Worker(new URL('../../lib/transfer/qr.worker.ts', import.meta.url), { type: 'module' }));
