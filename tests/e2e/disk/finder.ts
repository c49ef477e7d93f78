/** Many byte strings looked for at once, in one pass over the bytes. */
import type { Trace } from './forms.ts';

export type Finder = (bytes: Buffer) => Trace[];

const KEY = 4;

/** Each trace at most once per call. Error for a trace of less than four bytes. */
export function finderOf(traces: Trace[]): Finder {
  const byKey = new Map<number, Trace[]>();
  /** By the first two bytes: nearly every place is passed over by this alone. */
  const begins = new Uint8Array(2 ** 16);
  for (const trace of traces) {
    if (trace.bytes.length < KEY) throw new Error(`too short to look for: ${trace.name} as ${trace.form}`);
    const key = trace.bytes.readUInt32LE();
    byKey.set(key, [...(byKey.get(key) ?? []), trace]);
    begins[trace.bytes.readUInt16LE()] = 1;
  }
  return (bytes) => {
    const found = new Set<Trace>();
    for (let at = 0; at + KEY <= bytes.length; at++) {
      if (begins[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] === 0) continue;
      for (const trace of byKey.get(bytes.readUInt32LE(at)) ?? [])
        if (trace.bytes.equals(bytes.subarray(at, at + trace.bytes.length))) found.add(trace);
    }
    return [...found];
  };
}
