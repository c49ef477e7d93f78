/** Reads a ZIP file by its index, as stores and browsers do. */
import { crc32, inflateRawSync } from 'node:zlib';

/** APPNOTE.TXT 4.3.12, 4.3.16; without a comment the end has one length. */
const [CENTRAL, END, END_LENGTH] = [0x02014b50, 0x06054b50, 22];

/** By name, in the order of the file. Throws at whatever is not as the index says. */
export function unpack(archive: Buffer): Map<string, Buffer> {
  const end = archive.subarray(-END_LENGTH);
  if (end.readUInt32LE(0) !== END) throw new Error('no ZIP file');
  const files = new Map<string, Buffer>();
  let at = end.readUInt32LE(16);
  for (let left = end.readUInt16LE(10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new Error(`no entry at ${at}`);
    const [sum, packed, local] = [archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
    const [name, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const path = archive.toString('utf8', at + 46, at + 46 + name);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + packed);
    const bytes = archive.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body);
    if (crc32(bytes) !== sum) throw new Error(`${path} is damaged`);
    files.set(path, bytes);
    at += 46 + name + extra + comment;
  }
  return files;
}
