/** A file as it lies on the disk, and what is packed in it. */
import { gunzipSync } from 'node:zlib';
import { logRecords, tableBlocks } from './leveldb.ts';
import { unpackMozLz4 } from './lz4.ts';
import { unsnap } from './snappy.ts';
import { isSqlite, sqliteValues } from './sqlite.ts';

/** Chromium's IndexedDB packs a large value by itself: this, and then snappy (`idb_value_wrapping`). */
const WRAPPED = Buffer.from([0xff, 0x11, 0x02]);

function wrappedIn(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(WRAPPED); at >= 0; at = bytes.indexOf(WRAPPED, at + 1)) {
    const value = unsnap(bytes, at + WRAPPED.length);
    if (value) found.push(value);
  }
  return found;
}

function fromLevelDb(path: string, file: Buffer): Buffer[] {
  const records = /\/(\d+\.log|MANIFEST-\d+)$/.test(path) ? logRecords(file) : tableBlocks(file);
  return [...records, ...records.flatMap(wrappedIn)];
}

/** Firefox packs each value of IndexedDB. */
function fromSqlite(path: string, file: Buffer): Buffer[] {
  if (!isSqlite(file)) return [];
  const values = sqliteValues(path);
  return [...values, ...values.flatMap((value) => unsnap(value) ?? [])];
}

function unzipped(file: Buffer): Buffer[] {
  return file.length > 2 && file.readUInt16BE() === 0x1f8b ? [gunzipSync(file)] : [];
}

/** What is unpacked from it; nothing for a file that is none of these. */
export function unpacked(path: string, file: Buffer): Buffer[] {
  return [...fromLevelDb(path, file), ...fromSqlite(path, file), ...unzipped(file), ...[unpackMozLz4(file)].filter((one) => one !== null)];
}
