/** A folder as one ZIP file, without compression: the form in which Firefox keeps an extension for good. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 10;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1980-01-01, so that the same folder always gives the same bytes. */
const DATE = 0x0021;

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >>> 8) & 0xff]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

interface Entry {
  /** What local and central headers say alike, from the version needed on. */
  facts: Buffer;
  name: Buffer;
  body: Buffer;
}

function entryOf(folder: string, path: string): Entry {
  const [name, body] = [Buffer.from(path.replaceAll('\\', '/')), readFileSync(join(folder, path))];
  const sizes = [u32(body.length), u32(body.length)];
  const facts = [u16(VERSION), u16(FLAGS), u16(0), u16(0), u16(DATE), u32(crc32(body)), ...sizes, u16(name.length), u16(0)];
  return { facts: Buffer.concat(facts), name, body };
}

/** Every file of the folder, in the order of their names. */
export function archiveOf(folder: string): Buffer {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((found) => found.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length)).toSorted();
  const [parts, index]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { facts, name, body } of paths.map((path) => entryOf(folder, path))) {
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
