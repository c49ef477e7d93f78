/** The table of rooms in ARCHITECTURE.md: the one place where it stands who may import whom. */
import { isThere, read } from './sources.ts';

export interface May {
  place: string;
  typesOnly: boolean;
}

export interface Row {
  /** Folders and files. */
  rooms: string[];
  /** As it is written there. */
  may: string;
}

const pathsIn = (cell: string): string[] => [...cell.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(([, path = '']) => path);

function readRows(): Row[] {
  const [, table = ''] = /^## Rooms, from the bottom\n([\s\S]*?)^## /m.exec(read('ARCHITECTURE.md')) ?? [];
  const cells = table.split('\n').map((line) => line.split(' | '));
  return cells.flatMap(([first = '', , third = '']) => (third.endsWith('|') && first.includes('`') ? [{ rooms: pathsIn(first), may: third.slice(0, -1).trim() }] : []));
}

export const rows = readRows();

/** "otp" is `lib/otp/`, "clock" is `lib/clock.ts`. */
function placesOf(word: string, row: Row): string[] {
  const [path] = pathsIn(word);
  if (path !== undefined) return [path];
  if (word === '–') return [];
  if (word === 'nouns') return rows[0]?.rooms ?? [];
  if (word === 'each other') return row.rooms;
  if (word === 'everything') return ['lib/', 'components/'];
  const place = [`lib/${word}/`, `lib/${word}.ts`].find(isThere);
  if (place === undefined) throw new Error(`no room is called ${word}`);
  return [place];
}

/** "nouns, otp; types of vault": what stands behind the semicolon may be imported as a type only. */
export function allowedTo(row: Row): May[] {
  return row.may.split('; ').flatMap((part) => {
    const typesOnly = part.startsWith('types of ');
    const words = part.replace('types of ', '').split(', ');
    return words.flatMap((word) => placesOf(word, row)).map((place) => ({ place, typesOnly }));
  });
}
