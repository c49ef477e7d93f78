/** A saved vault as the console gives it to whoever follows docs/vault-format.md: by the very snippet there. */
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import type { Dump } from '../../tools/open-vault.ts';
import type { Machine } from './builders.ts';

const page = readFileSync(new URL('../../../docs/vault-format.md', import.meta.url), 'utf8');

export async function savedByHand({ name, local }: Pick<Machine, 'name' | 'local'>): Promise<Dump> {
  const snippet = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  Reflect.set(globalThis, 'chrome', { storage: { local } });
  try {
    const dump: string = await runInThisContext(snippet.replace("'kagifuda'", JSON.stringify(name)));
    return JSON.parse(dump);
  } finally {
    Reflect.deleteProperty(globalThis, 'chrome');
  }
}
