/**
 * Opens a dump of a vault with its passphrase: `node tests/tools/open-vault.ts vault.json`.
 * Written from docs/vault-format.md alone; shares no code with the program. Prints secrets.
 */
import { createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { argon2id } from 'hash-wasm';

type Stored = Record<string, { seq: number; sealed: string }>;
export interface Dump {
  header: { header?: { body: string; mac: string } };
  tokens: Stored;
  pendings: Stored;
}
interface Slot { id: string; salt: string; memory: number; passes: number; lanes: number; sealed: string }
interface Header { schema: number; vaultId: string; slots: Slot[]; manifest: { store: string; id: string; seq: number; digest: string }[] }
/** `words`: the JSON of the record; `secrets`: the parts behind it, in hexadecimal. */
export interface Opened { store: string; words: Record<string, unknown>; secrets: string[] }

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

function lvCat(...parts: (Buffer | string | number)[]): Buffer {
  return Buffer.concat(parts.flatMap((part) => {
    const raw = typeof part === 'number' ? Buffer.alloc(8) : Buffer.from(part);
    if (typeof part === 'number') raw.writeBigUInt64BE(BigInt(part));
    const length: number[] = [];
    for (let rest = raw.length; ; rest >>= 7) {
      length.push(rest > 127 ? (rest & 127) | 128 : rest);
      if (rest <= 127) return [Buffer.from(length), raw];
    }
  }));
}

function lvSplit(whole: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < whole.length; ) {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = whole.readUInt8(at++);
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    parts.push(whole.subarray(at, (at += length)));
  }
  return parts;
}

const hkdf = (key: Uint8Array, info: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', info, 32));

function open(key: Buffer, aad: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  cipher.setAAD(aad).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
}

async function masterKey({ vaultId, slots: [slot] }: Header, passphrase: string): Promise<Buffer> {
  if (!slot) throw new Error('no slot');
  const { id, salt, memory, passes, lanes, sealed } = slot;
  const password = passphrase.normalize('NFKC');
  const cost = { memorySize: memory, iterations: passes, parallelism: lanes };
  const stretched = await argon2id({ password, salt: bytes(salt), ...cost, hashLength: 32, outputType: 'binary' });
  const aad = lvCat('kagifuda', 1, vaultId, 'slot', 'passphrase', id, bytes(salt), memory, passes, lanes);
  return open(hkdf(stretched, `kagifuda slot${id}`), aad, bytes(sealed));
}

/** Everything in the vault. Throws for a wrong passphrase and for anything that is not as the vault's owner left it. */
export async function openDump(dump: Dump, passphrase: string): Promise<Opened[]> {
  const stored = dump.header.header;
  if (!stored) throw new Error('no header');
  const header: Header = JSON.parse(bytes(stored.body).toString());
  if (header.schema !== 1) throw new Error('another schema');
  const vmk = await masterKey(header, passphrase);
  const mac = createHmac('sha256', hkdf(vmk, 'kagifuda header')).update(bytes(stored.body)).digest();
  if (!timingSafeEqual(mac, bytes(stored.mac))) throw new Error('the header was altered');
  const count = Object.keys(dump.tokens).length + Object.keys(dump.pendings).length;
  if (header.manifest.length !== count) throw new Error('a record is missing or extra');
  return header.manifest.map(({ store, id, seq, digest }) => {
    const sealed = bytes((store === 'tokens' ? dump.tokens : dump.pendings)[id]?.sealed ?? '');
    if (createHash('sha256').update(sealed).digest('base64url') !== digest) throw new Error(`${store} ${id} was altered`);
    const key = hkdf(vmk, store === 'tokens' ? 'kagifuda record' : 'kagifuda pending');
    const [words = '', ...secrets] = lvSplit(open(key, lvCat('kagifuda', 1, header.vaultId, store, id, seq), sealed));
    return { store, words: JSON.parse(words.toString()), secrets: secrets.map((part) => part.toString('hex')) };
  });
}

if (import.meta.main) {
  const dump: Dump = JSON.parse(readFileSync(process.argv[2] ?? 'vault.json', 'utf8'));
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const opened = await openDump(dump, await asking.question('passphrase: '));
  asking.close();
  console.log(JSON.stringify(opened, null, 2));
}
