/** Protocol Buffers' wire format (protobuf.dev/programming-guides/encoding), as much of it as an export needs. */

/** A varint's 64 bits, unsigned, or the bytes of a text, a byte string or a message. Views, not copies. */
export interface Field {
  number: number;
  value: bigint | Uint8Array;
}

/** RangeError for a varint that is cut short or longer than ten bytes. */
function varintAt(bytes: Uint8Array, start: number): { value: bigint; end: number } {
  // Seven bytes make 49 bits, which a number holds: bigint at every byte would be many times slower.
  let [low, high] = [0, 0];
  for (let at = 0; at < 10; at++) {
    const byte = bytes[start + at];
    if (byte === undefined) break;
    if (at < 7) low += (byte & 0x7f) * 2 ** (7 * at);
    else high += (byte & 0x7f) * 2 ** (7 * (at - 7));
    if (byte < 0x80) return { value: BigInt.asUintN(64, BigInt(low) + (BigInt(high) << 49n)), end: start + at + 1 };
  }
  throw new RangeError('not a varint');
}

/** Fields in their order; those of fixed width are passed over. RangeError for bytes that are no message. */
export function* fieldsOf(message: Uint8Array): Generator<Field, void, undefined> {
  let at = 0;
  while (at < message.length) {
    const tag = varintAt(message, at);
    const [number, wire] = [Number(tag.value >> 3n), Number(tag.value & 7n)];
    if (number < 1 || number >= 2 ** 29) throw new RangeError('not a field number');
    at = tag.end;
    let value: Field['value'] | undefined;
    if (wire === 1 || wire === 5) {
      at += wire === 1 ? 8 : 4;
    } else if (wire === 0) {
      ({ value, end: at } = varintAt(message, at));
    } else if (wire === 2) {
      const length = varintAt(message, at);
      at = length.end + Number(length.value);
      value = message.subarray(length.end, at);
    } else {
      // 3 and 4 were groups, which no export has; 6 and 7 never were.
      throw new RangeError('not a wire type');
    }
    if (at > message.length) throw new RangeError('field cut short');
    if (value !== undefined) yield { number, value };
  }
}
