/** The wire's byte encodings, written apart from the extension's so that each checks the other. */

/** LEB128 length before each part (draft-irtf-cfrg-cpace, lv_cat). Text is UTF-8, numbers are 8 bytes big-endian. */
export function lvCat(...parts: (Uint8Array | string | number)[]): Buffer {
  return Buffer.concat(parts.flatMap((part) => {
    const bytes = toBytes(part);
    return [leb128(bytes.length), bytes];
  }));
}

function toBytes(part: Uint8Array | string | number): Uint8Array {
  if (typeof part === 'string') return Buffer.from(part, 'utf8');
  if (typeof part !== 'number') return part;
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(part));
  return bytes;
}

function leb128(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** Inverse of `lvCat` for parts under 16 KiB; null unless the bytes are exactly one such list. */
export function lvSplit(bytes: Uint8Array): Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const low = bytes[at++] ?? 0;
    let length = low & 0x7f;
    if (low >= 0x80) {
      const high = bytes[at++];
      // One spelling per length: a second byte of 0 would be a longer way to write the same number.
      if (high === undefined || high >= 0x80 || high === 0) return null;
      length |= high << 7;
    }
    if (at + length > bytes.length) return null;
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}

/** Canonical, unpadded base64url of `least` to `most` bytes; null otherwise. */
export function fromBase64url(text: unknown, least: number, most = least): Buffer | null {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const canonical = bytes.toString('base64url') === text;
  return canonical && bytes.length >= least && bytes.length <= most ? bytes : null;
}
