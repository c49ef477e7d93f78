/**
 * A build whose pages are answered by a script of their own, in front of all others. The driver of Firefox reaches no page of an extension
 * before its scripts; so both browsers get it this way.
 */
import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standIn } from './answers.ts';

/** Of `sessionStorage`: what the next page of this tab is given. */
export const GIVEN = 'given';

const HEAD = '<head>';

export interface StandBuild {
  folder: string;
  remove: () => Promise<void>;
}

/** `more`: code that every page has besides. */
export async function standBuild(extension: string, more = ''): Promise<StandBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'kagifuda-stand-'));
  await cp(extension, folder, { recursive: true });
  await writeFile(join(folder, 'stand-in.js'), `${more}\n(${standIn.toString()})(JSON.parse(sessionStorage.getItem('${GIVEN}')));\n`);
  for (const name of globSync('*.html', { cwd: folder })) {
    const page = await readFile(join(folder, name), 'utf8');
    if (!page.includes(HEAD)) throw new Error(`${name} has no ${HEAD}`);
    await writeFile(join(folder, name), page.replace(HEAD, `${HEAD}<script src="/stand-in.js"></script>`));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
