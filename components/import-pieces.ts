/** Files, pictures and what is on the clipboard → texts, and what gave none. */
import { MOST_TEXT } from '../lib/transfer/problems.ts';
import type { Gathered, Origin, Unread } from './import-state.ts';
import type { ReadPicture } from './page-picture.ts';

/** As it lies on the clipboard, is pasted or dropped. */
export interface Offered {
  texts: string[];
  files: Blob[];
}

/** Bytes of UTF-8 that one UTF-16 unit may take. */
const MOST_BYTES = 3 * MOST_TEXT;

function originOf(file: Blob, otherwise: Origin): Origin {
  return otherwise.kind === 'file' && file instanceof File ? { kind: 'file', name: file.name } : otherwise;
}

const unread = (origin: Origin, why: Unread['why']): Gathered => ({ pieces: [], unread: [{ origin, why }] });

async function readPictureFile(file: Blob, origin: Origin, readPicture: ReadPicture): Promise<Gathered> {
  const answer = await readPicture(file);
  if ('problem' in answer) return unread(origin, answer.problem);
  return { pieces: answer.codes.map((text) => ({ origin, text })), unread: [] };
}

/** A file that was moved away meanwhile, or that may not be read, rejects. */
async function readFile(file: Blob, origin: Origin, readPicture: ReadPicture): Promise<Gathered> {
  try {
    if (file.type.startsWith('image/')) return await readPictureFile(file, origin, readPicture);
    if (file.size > MOST_BYTES) return unread(origin, 'too-large');
    return { pieces: [{ origin, text: await file.text() }], unread: [] };
  } catch {
    return unread(origin, 'unreadable');
  }
}

/** One after the other: a worker for each of many pictures at once would fill the memory. */
export async function gather({ texts, files }: Offered, origin: Origin, readPicture: ReadPicture): Promise<Gathered> {
  const all: Gathered = { pieces: texts.map((text) => ({ origin, text })), unread: [] };
  for (const file of files) {
    const one = await readFile(file, originOf(file, origin), readPicture);
    all.pieces.push(...one.pieces);
    all.unread.push(...one.unread);
  }
  return all;
}

/** What was pasted or dropped. Text first: a table is copied as text and as a picture of it. */
export function offeredIn(transfer: DataTransfer): Offered {
  const text = transfer.getData('text/plain');
  return text.trim() === '' ? { texts: [], files: [...transfer.files] } : { texts: [text], files: [] };
}

export function isNothing({ texts, files }: Offered): boolean {
  return texts.every((text) => text.trim() === '') && files.length === 0;
}
