import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { stretch } from '../../../lib/vault/stretch.ts';
import { openVault, type Vault } from '../../../lib/vault/vault.ts';
import { type Dump, openDump } from '../../tools/open-vault.ts';
import { enrolled, machine, pending, secrets, token } from './builders.ts';

const page = readFileSync(new URL('../../../docs/vault-format.md', import.meta.url), 'utf8');
const tool = fileURLToPath(new URL('../../tools/open-vault.ts', import.meta.url));
const PASSPHRASE = 'ｶｷﾞ札 correct horse';

/** By the very snippet that docs/vault-format.md gives a stranger. */
async function dumpOf(name: string): Promise<Dump> {
  const snippet = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const dump: string = await runInThisContext(snippet.replace("'kagifuda'", JSON.stringify(name)));
  return JSON.parse(dump);
}

async function vaultWithPassphrase(): Promise<{ vault: Vault; name: string }> {
  const on = machine();
  const vault = openVault(on);
  const wayIn = { ...vault.draft(), memory: 8192, passes: 1 };
  await vault.make(wayIn, await stretch(PASSPHRASE, wayIn));
  return { vault, name: on.name };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the documented format', () => {
  it('opens an empty vault', async () => {
    const { name } = await vaultWithPassphrase();
    expect(await openDump(await dumpOf(name), PASSPHRASE)).toEqual([]);
  });

  it('opens every record of a vault that was used', async () => {
    const { vault, name } = await vaultWithPassphrase();
    await enrolled(vault);
    await enrolled(vault, { id: 'token-2', serial: 'SKTS00000002' }, 0x33);
    await vault.spend('token-1', 59_000_000);
    await vault.keepPending(pending({ id: 'pending-3' }));
    const opened = await openDump(await dumpOf(name), PASSPHRASE);
    const { request, requestId, enc, ct, z, ...words } = pending({ id: 'pending-3' });
    expect(opened).toHaveLength(3);
    expect(opened).toContainEqual({
      store: 'tokens',
      words: token({ spentStep: 59_000_000, givenSteps: [59_000_000] }),
      secrets: [hex(secrets().otp), hex(secrets().device)],
    });
    expect(opened).toContainEqual({
      store: 'tokens',
      words: token({ id: 'token-2', serial: 'SKTS00000002' }),
      secrets: [hex(secrets(0x33).otp), hex(secrets(0x33).device)],
    });
    expect(opened).toContainEqual({
      store: 'pendings',
      words,
      secrets: [request, requestId, enc, ct, z].map(hex),
    });
  });

  it('opens for no other passphrase', async () => {
    const { name } = await vaultWithPassphrase();
    await expect(openDump(await dumpOf(name), 'another')).rejects.toThrow();
  });

  it('opens no dump that was altered', async () => {
    const { vault, name } = await vaultWithPassphrase();
    await enrolled(vault);
    const dump = await dumpOf(name);
    await expect(openDump({ ...dump, tokens: {} }, PASSPHRASE)).rejects.toThrow('missing or extra');
    const sealed = `A${dump.tokens['token-1']?.sealed.slice(1)}`;
    await expect(openDump({ ...dump, tokens: { 'token-1': { seq: 1, sealed } } }, PASSPHRASE)).rejects.toThrow('altered');
  });

  it('opens from the command line', async () => {
    const { vault, name } = await vaultWithPassphrase();
    await enrolled(vault);
    const folder = mkdtempSync(join(tmpdir(), 'kagifuda-'));
    try {
      const file = join(folder, 'vault.json');
      writeFileSync(file, JSON.stringify(await dumpOf(name)));
      const run = spawn(process.execPath, [tool, file], { stdio: ['pipe', 'pipe', 'ignore'] });
      run.stdin.end(`${PASSPHRASE}\n`);
      expect(JSON.parse(await text(run.stdout))).toMatchObject([{ store: 'tokens', words: { serial: 'SKTS00012345' } }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is opened by a tool of fewer than 100 lines that shares nothing with the program', () => {
    const source = readFileSync(tool, 'utf8');
    expect(source.split('\n').length).toBeLessThan(100);
    expect(source).not.toMatch(/from '\.{1,2}\//);
  });
});
