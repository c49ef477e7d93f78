/** Firefox's `.jsonlz4` and `.mozlz4`: a magic, the length, and one LZ4 block (lz4_Block_format.md). */

const MAGIC = Buffer.from('mozLz40\0');

/** A length of 15 goes on in the bytes that follow, until one is less than 255. */
function lengthFrom(bytes: Buffer, at: number, first: number): { length: number; at: number } {
  let length = first;
  if (first < 15) return { length, at };
  for (;;) {
    const more = bytes.readUInt8(at++);
    length += more;
    if (more < 255) return { length, at };
  }
}

function unpackBlock(block: Buffer, out: Buffer): void {
  let [at, end] = [0, 0];
  while (at < block.length) {
    const token = block.readUInt8(at++);
    const literals = lengthFrom(block, at, token >> 4);
    end += block.copy(out, end, literals.at, literals.at + literals.length);
    at = literals.at + literals.length;
    // The last one has no copy.
    if (at >= block.length) return;
    const distance = block.readUInt16LE(at);
    const copy = lengthFrom(block, at + 2, token & 15);
    at = copy.at;
    for (let index = 0; index < copy.length + 4; index++, end++) out[end] = out[end - distance] ?? 0;
  }
}

/** Null for another kind of file. RangeError for one that was cut short. */
export function unpackMozLz4(file: Buffer): Buffer | null {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const out = Buffer.alloc(file.readUInt32LE(MAGIC.length));
  unpackBlock(file.subarray(MAGIC.length + 4), out);
  return out;
}
