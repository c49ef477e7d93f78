/** Files as one ZIP file. The same files always give the same bytes: `filesIn` has one order, and all are of one date. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const [STORED, DEFLATED] = [0, 8];
/** 1980-01-01, the earliest there is. */
const DATE = 0x0021;

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >>> 8) & 0xff]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

export interface Contained {
  /** Path in the folder, with `/`. */
  name: string;
  bytes: Buffer;
}

interface Entry {
  /** What local and central headers say alike, from the version needed on. */
  facts: Buffer;
  name: Buffer;
  body: Buffer;
}

export const packed = (bytes: Buffer): Buffer => deflateRawSync(bytes, { level: constants.Z_BEST_COMPRESSION });

function entryOf({ name: path, bytes }: Contained): Entry {
  const [name, small] = [Buffer.from(path), packed(bytes)];
  const [method, body] = small.length < bytes.length ? [DEFLATED, small] : [STORED, bytes];
  const sizes = [u32(body.length), u32(bytes.length)];
  const facts = [u16(VERSION), u16(FLAGS), u16(method), u16(0), u16(DATE), u32(crc32(bytes)), ...sizes, u16(name.length), u16(0)];
  return { facts: Buffer.concat(facts), name, body };
}

export function archiveOf(files: Contained[]): Buffer {
  const [parts, index]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { facts, name, body } of files.map(entryOf)) {
    // Comment, disk, attributes: none.
    index.push(Buffer.concat([u32(CENTRAL), u16(VERSION), facts, Buffer.alloc(10), u32(at), name]));
    const part = Buffer.concat([u32(LOCAL), facts, name, body]);
    parts.push(part);
    at += part.length;
  }
  const size = index.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.concat([u32(END), u32(0), u16(index.length), u16(index.length), u32(size), u32(at), u16(0)]);
  return Buffer.concat([...parts, ...index, end]);
}

/** Every file of the folder that one of these patterns finds, in the order of their names, whatever the file system's is. */
export function filesIn(folder: string, patterns = ['**/*']): Contained[] {
  const found = globSync(patterns, { cwd: folder, withFileTypes: true }).filter((one) => one.isFile());
  const names = new Set(found.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/')));
  return [...names].toSorted().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}
