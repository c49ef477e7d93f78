/** LevelDB (doc/table_format.md, doc/log_format.md), where Chromium keeps IndexedDB and storage.local: what is in the files, put together. */
import { unsnap } from './snappy.ts';

const TABLE_MAGIC = 0xdb4775248b80fb57n;
const FOOTER = 48;
const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;
/** Kinds of a piece in the log. */
const [FULL, FIRST, LAST] = [1, 2, 4];

interface Handle {
  offset: number;
  size: number;
}

function varints(bytes: Buffer, start: number, count: number): { values: number[]; at: number } {
  const values: number[] = [];
  let at = start;
  while (values.length < count) {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const part = bytes.readUInt8(at++);
      value += (part & 0x7f) * weight;
      if (part < 0x80) break;
    }
    values.push(value);
  }
  return { values, at };
}

function handleAt(bytes: Buffer, at: number): Handle {
  const [offset = 0, size = 0] = varints(bytes, at, 2).values;
  return { offset, size };
}

/** Behind each block stand its kind (1: snappy) and a checksum. */
function blockAt(file: Buffer, { offset, size }: Handle): Buffer {
  const block = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? (unsnap(block) ?? block) : block;
}

/** The values of an index block are the handles of the data blocks. */
function handlesIn(index: Buffer): Handle[] {
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  const handles: Handle[] = [];
  for (let at = 0; at < end; ) {
    const { values: [, fresh = 0, length = 0], at: key } = varints(index, at, 3);
    handles.push(handleAt(index, key + fresh));
    at = key + fresh + length;
  }
  return handles;
}

/** The data blocks of an `.ldb`, unpacked; none for another kind of file. */
export function tableBlocks(file: Buffer): Buffer[] {
  if (file.length < FOOTER || file.readBigUInt64LE(file.length - 8) !== TABLE_MAGIC) return [];
  const { at } = varints(file, file.length - FOOTER, 2);
  return handlesIn(blockAt(file, handleAt(file, at))).map((handle) => blockAt(file, handle));
}

/** The records of a `.log`, without the headers that cut them; stops where the log does. */
export function logRecords(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let open: Buffer[] = [];
  for (let at = 0; at + LOG_HEADER <= file.length; ) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    if (left < LOG_HEADER) {
      at += left;
      continue;
    }
    const [length, kind] = [file.readUInt16LE(at + 4), file.readUInt8(at + 6)];
    if (kind < FULL || kind > LAST || length > left - LOG_HEADER) break;
    const piece = file.subarray(at + LOG_HEADER, at + LOG_HEADER + length);
    open = kind === FULL || kind === FIRST ? [piece] : [...open, piece];
    if (kind === FULL || kind === LAST) records.push(Buffer.concat(open));
    at += LOG_HEADER + length;
  }
  return records;
}
