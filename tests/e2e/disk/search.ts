/** Every file of a browser's profile, searched for what must not be there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chanceOf, noteDigits } from './chance.ts';
import { unpacked } from './contents.ts';
import { finderOf } from './finder.ts';
import { type Secret, tracesOf } from './forms.ts';

export interface Find {
  name: string;
  form: string;
  file: string;
  /** Only inside of what the file packs. */
  packed: boolean;
}

export interface Search {
  finds: Find[];
  files: number;
  /** As they lie, and what was unpacked beside that. */
  bytes: number;
  unpackedBytes: number;
  /** Of eight random digits to be found without being there, 0 to 1. */
  chance: number;
}

/** Sockets and links (a browser's locks) have nothing in them. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** A name is a place to lie, too. The browser must have ended. */
export function searchProfile(profile: string, secrets: Secret[]): Search {
  const find = finderOf(secrets.flatMap(tracesOf));
  const search: Search = { finds: [], files: 0, bytes: 0, unpackedBytes: 0, chance: 0 };
  const digits = new Set<string>();
  for (const path of filesUnder(profile)) {
    const [file, bytes] = [relative(profile, path), readFileSync(path)];
    const packed = unpacked(path, bytes);
    const plain = [...find(Buffer.from(file)), ...find(bytes)];
    const hidden = new Set(packed.flatMap(find).filter((trace) => !plain.includes(trace)));
    search.finds.push(...plain.map(({ name, form }) => ({ name, form, file, packed: false })));
    search.finds.push(...[...hidden].map(({ name, form }) => ({ name, form, file, packed: true })));
    for (const part of [bytes, ...packed]) noteDigits(part, digits);
    search.files++;
    search.bytes += bytes.length;
    search.unpackedBytes += packed.reduce((sum, { length }) => sum + length, 0);
  }
  return { ...search, chance: chanceOf(digits) };
}
