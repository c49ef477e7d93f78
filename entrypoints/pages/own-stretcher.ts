/** The stretching of a page of ours. */
import { makeStretcher, type Stretcher } from '../../lib/vault/stretcher.ts';

export function ownStretcher(): Stretcher {
  return makeStretcher(() => new Worker(new URL('../../lib/vault/stretch.worker.ts', import.meta.url), { type: 'module' }));
}
