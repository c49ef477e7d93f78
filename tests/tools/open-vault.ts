/**
 * Opens a saved vault, or an export file, by passphrase (`node tests/tools/open-vault.ts vault.json`) or by a passkey's answer (`… --prf`).
 * Written from docs/vault-format.md alone; shares no code with the program. Prints secrets.
 */
import { createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { argon2id } from 'hash-wasm';

type Row = { seq: number; sealed: string };
interface StoredHeader { body: string; mac: string; sum?: string }
type Side<Rows> = { tokens: Rows; pendings: Rows };
export type Dump = { header: { header?: StoredHeader }; copy?: ({ header?: StoredHeader } & Side<(Row & { id: string })[]>) | null } & Side<Record<string, Row>>;
interface Stretching { salt: string; memory: number; passes: number; lanes: number }
type Slot = { id: string; sealed: string } & (({ kind: 'passphrase' } & Stretching) | { kind: 'passkey'; credentialId: string; salt: string });
interface Header { schema: number; vaultId: string; slots: Slot[]; manifest: { store: 'tokens' | 'pendings'; id: string; seq: number; digest: string }[] }
export type Key = { passphrase: string } | { prf: string };
/** `words`: the JSON of the record; `secrets`: the parts behind it, in hexadecimal. */
export interface Opened { store: string; words: Record<string, unknown>; secrets: string[] }
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
function lvCat(...parts: (Buffer | string | number)[]): Buffer {
  return Buffer.concat(parts.flatMap((part) => {
    const raw = typeof part === 'number' ? Buffer.alloc(8) : Buffer.from(part);
    if (typeof part === 'number') raw.writeBigUInt64BE(BigInt(part));
    // No part of an AAD has more than 1023 bytes: two bytes of LEB128 at most.
    return [Buffer.from(raw.length < 128 ? [raw.length] : [(raw.length & 127) | 128, raw.length >> 7]), raw];
  }));
}
function lvSplit(whole: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < whole.length; ) {
    let length = 0;
    for (let shift = 0, byte = 128; byte > 127; shift += 7) length |= ((byte = whole.readUInt8(at++)) & 127) << shift;
    parts.push(whole.subarray(at, (at += length)));
  }
  return parts;
}
const hkdf = (key: Uint8Array, info: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', info, 32));
function open(key: Buffer, aad: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(aad).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
}
async function stretch(passphrase: string, { salt, memory, passes, lanes }: Stretching): Promise<Uint8Array> {
  const cost = { memorySize: memory, iterations: passes, parallelism: lanes };
  return await argon2id({ password: passphrase.normalize('NFKC'), salt: bytes(salt), ...cost, hashLength: 32, outputType: 'binary' });
}
async function masterKey({ vaultId, slots }: Header, key: Key): Promise<Buffer> {
  for (const slot of slots.filter(({ kind }) => (kind === 'passkey') === 'prf' in key)) {
    const stretched = 'prf' in key ? Buffer.from(key.prf, 'hex') : slot.kind === 'passphrase' ? await stretch(key.passphrase, slot) : Buffer.alloc(0);
    const rest = slot.kind === 'passkey' ? [bytes(slot.credentialId), bytes(slot.salt)] : [bytes(slot.salt), slot.memory, slot.passes, slot.lanes];
    try {
      return open(hkdf(stretched, `kagifuda slot${slot.id}`), lvCat('kagifuda', 1, vaultId, 'slot', slot.kind, slot.id, ...rest), bytes(slot.sealed));
    } catch { /* another slot's */ }
  }
  throw new Error('no slot opens');
}
async function openSide({ header: { header: stored }, tokens, pendings }: Dump, key: Key): Promise<Opened[]> {
  if (!stored) throw new Error('no header');
  const [body, mac] = [bytes(stored.body), bytes(stored.mac)];
  if (stored.sum && !createHash('sha256').update(body).update(mac).digest().equals(bytes(stored.sum))) throw new Error('the sum is wrong');
  const header: Header = JSON.parse(body.toString());
  if (header.schema !== 1 && header.schema !== 2) throw new Error('another schema');
  const vmk = await masterKey(header, key);
  if (!timingSafeEqual(createHmac('sha256', hkdf(vmk, 'kagifuda header')).update(body).digest(), mac)) throw new Error('the header was altered');
  if (header.manifest.length !== Object.keys(tokens).length + Object.keys(pendings).length) throw new Error('a record is missing or extra');
  return header.manifest.map(({ store, id, seq, digest }) => {
    const sealed = bytes({ tokens, pendings }[store][id]?.sealed ?? '');
    if (createHash('sha256').update(sealed).digest('base64url') !== digest) throw new Error(`${store} ${id} was altered`);
    const plain = open(hkdf(vmk, store === 'tokens' ? 'kagifuda record' : 'kagifuda pending'), lvCat('kagifuda', 1, header.vaultId, store, id, seq), sealed);
    const [words = '', ...secrets] = lvSplit(plain);
    return { store, words: JSON.parse(words.toString()), secrets: secrets.map((part) => part.toString('hex')) };
  });
}
const rows = (list: (Row & { id: string })[]): Record<string, Row> => Object.fromEntries(list.map(({ id, ...row }) => [id, row]));
/** Everything in the vault: of the first copy, or of the second when something is wrong with the first. Throws when neither opens. */
export async function openDump({ copy, ...primary }: Dump, key: Key): Promise<Opened[]> {
  return await openSide(primary, key).catch(async (why: unknown) => {
    if (!copy?.header) throw why;
    return await openSide({ header: { header: copy.header }, tokens: rows(copy.tokens), pendings: rows(copy.pendings) }, key);
  });
}
/** The `otpauth://` lines of an export file. */
export async function openExport(file: Stretching & { version: number; sealed: string }, passphrase: string): Promise<string[]> {
  const { salt, memory, passes, lanes } = file;
  if (file.version !== 1) throw new Error('another version');
  const key = hkdf(await stretch(passphrase, file), 'kagifuda export');
  return open(key, lvCat('kagifuda export', 1, bytes(salt), memory, passes, lanes), bytes(file.sealed)).toString().match(/.+/g) ?? [];
}
if (import.meta.main) {
  const [path = 'vault.json', by] = process.argv.slice(2);
  const file = JSON.parse(readFileSync(path, 'utf8'));
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const said = await asking.question(by ? 'the passkey\'s answer, hexadecimal: ' : 'passphrase: ');
  asking.close();
  const opened = file.format === 'kagifuda-export' ? openExport(file, said) : openDump(file, by ? { prf: said } : { passphrase: said });
  console.log(JSON.stringify(await opened, null, 2));
}
