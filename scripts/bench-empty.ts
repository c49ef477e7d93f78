/** An extension that does as good as nothing, to be compared with. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Its folder, which the caller removes. */
export async function emptyExtension(manifest: object, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kagifuda-empty-'));
  const whole = { manifest_version: 3, name: 'empty', version: '1', ...manifest };
  for (const [name, text] of Object.entries({ 'manifest.json': JSON.stringify(whole), ...files })) await writeFile(join(folder, name), text);
  return folder;
}
