/** A build in which optional permissions are given beforehand: no driver reaches the question that Chromium asks for them. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Resolves to the folder of the copy; whoever asks for it takes it away. Nothing but the manifest differs. */
export function grantedBuild(extension: string, permissions: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'kagifuda-granted-'));
  cpSync(extension, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error('the build has no manifest');
  const named = (key: string): string[] => [Reflect.get(manifest, key)].flat().filter((one) => typeof one === 'string');
  const granted = {
    ...manifest,
    permissions: [...named('permissions'), ...permissions],
    optional_permissions: named('optional_permissions').filter((one) => !permissions.includes(one)),
  };
  writeFileSync(file, JSON.stringify(granted));
  return folder;
}
