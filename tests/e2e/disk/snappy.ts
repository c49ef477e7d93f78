/** Raw snappy (format_description.txt), as Firefox's IndexedDB and LevelDB use it: what was packed, and where it ended. */

/** More than any record of ours; a length beyond it is no snappy. */
const MOST = 16 * 2 ** 20;

interface Reading {
  bytes: Buffer;
  at: number;
}

function byte(from: Reading): number {
  const value = from.bytes[from.at++];
  if (value === undefined) throw new RangeError('snappy ends early');
  return value;
}

function little(from: Reading, count: number): number {
  let value = 0;
  for (let index = 0; index < count; index++) value += byte(from) * 2 ** (8 * index);
  return value;
}

function varint(from: Reading): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const part = byte(from);
    value += (part & 0x7f) * 2 ** shift;
    if (part < 0x80) return value;
  }
  throw new RangeError('no snappy length');
}

/** Length and distance of a copy from what is there already. */
function copyOf(from: Reading, tag: number): [length: number, distance: number] {
  if ((tag & 3) === 1) return [((tag >> 2) & 7) + 4, (tag >> 5) * 256 + byte(from)];
  return [(tag >> 2) + 1, little(from, (tag & 3) === 2 ? 2 : 4)];
}

function unpack(from: Reading): Buffer {
  const length = varint(from);
  if (length > MOST) throw new RangeError('too long for snappy');
  const out = Buffer.alloc(length);
  let end = 0;
  while (end < length) {
    const tag = byte(from);
    const [count, distance] = (tag & 3) === 0 ? [tag >> 2 < 60 ? (tag >> 2) + 1 : little(from, (tag >> 2) - 59) + 1, 0] : copyOf(from, tag);
    const source = distance === 0 ? from.bytes : out;
    const start = distance === 0 ? from.at : end - distance;
    if (((tag & 3) !== 0 && distance === 0) || start < 0 || end + count > length || (source === from.bytes && start + count > source.length))
      throw new RangeError('no snappy');
    // One by one: a copy may run into itself.
    for (let index = 0; index < count; index++) out[end + index] = source[start + index] ?? 0;
    end += count;
    if (distance === 0) from.at += count;
  }
  return out;
}

/** Null when there is no snappy at this place. What follows it is left alone. */
export function unsnap(bytes: Buffer, at = 0): Buffer | null {
  try {
    return unpack({ bytes, at });
  } catch (failure) {
    if (failure instanceof RangeError) return null;
    throw failure;
  }
}
