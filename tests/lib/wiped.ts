/** What stood in an array when it was overwritten with zeros. */
import { vi } from 'vitest';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** All that was wiped while `work` ran, in hex. */
export async function wipedBy(work: () => unknown): Promise<string[]> {
  const wiped: string[] = [];
  const spy = vi.spyOn(Uint8Array.prototype, 'fill').mockImplementation(function (this: Uint8Array, value, start = 0, end = this.length) {
    // A part of it is no wiping.
    if (value === 0 && start === 0 && end === this.length) wiped.push(hexOf(this));
    for (let at = start; at < end; at++) this[at] = value;
    return this;
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return wiped;
}
