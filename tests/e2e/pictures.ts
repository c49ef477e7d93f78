/** Pictures of a run, for people to look at: test-results/<name>/. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { View } from './browser/view.ts';

export function pictures(name: string): (view: View, title: string) => Promise<void> {
  const folder = fileURLToPath(new URL(`../../test-results/${name}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  return (view, title) => view.picture(join(folder, `${title}.png`));
}
