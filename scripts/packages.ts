/** What `npm run zip` makes: each store's package, and the sources that the Firefox store's reviewers build theirs from again. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { archiveOf, type Contained, packed } from './archive.ts';

export interface Package {
  name: string;
  archive: Buffer;
  files: Contained[];
}

/** All that a build reads, and this. Tests, documents and pictures are not needed. */
export const SOURCES = [
  '{components,entrypoints,lib,public}/**/*.{ts,tsx,css,html,json,svg,png}',
  'scripts/{archive,institutions,packages,zengin-code.d,zip}.ts',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  'BUILDING.md',
  'LICENSE',
];

export const packageOf = (name: string, files: Contained[]): Package => ({ name, archive: archiveOf(files), files });

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const sum = (files: Contained[], size: (bytes: Buffer) => number): number => files.reduce((total, { bytes }) => total + size(bytes), 0);
const inThousands = (size: number): string => size.toLocaleString('en');

/** A paragraph: what the package is, then a line for each file. */
export function described({ name, archive, files }: Package): string {
  const gzip = sum(files, (bytes) => gzipSync(bytes, { level: 9 }).length);
  const lines = files.map((one) => ` ${inThousands(one.bytes.length).padStart(9)} ${inThousands(packed(one.bytes).length).padStart(9)}  ${digestOf(one.bytes)}  ${one.name}`);
  return [
    name,
    `  SHA-256  ${digestOf(archive)}`,
    `  size     ${inThousands(archive.length)} bytes`,
    `  gzip     ${inThousands(gzip)} bytes, each file by itself`,
    `  unpacked ${inThousands(sum(files, ({ length }) => length))} bytes in ${files.length} files:`,
    `${'bytes'.padStart(10)} ${'deflated'.padStart(9)}  SHA-256`,
    ...lines,
    '',
  ].join('\n');
}
