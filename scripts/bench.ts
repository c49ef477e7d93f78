/**
 * `npm run bench`: ratios against a stated baseline in the same run. Absolute times of a shared machine say little;
 * the two sides of each ratio run in turn, round by round, and the median ratio is what counts.
 */
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id } from 'hash-wasm';
import { hotp } from '../lib/otp/hotp.ts';
import { measureLoad } from './bench-bank.ts';
import { median, type Spread, spreadOf, timed } from './bench-figures.ts';
import { measureCodes } from './bench-codes.ts';
import { measureOffer } from './bench-offer.ts';
import { measurePages } from './bench-page.ts';
import { measurePopup } from './bench-popup.ts';
import { measureUnlock } from './bench-unlock.ts';
import { measureWorker } from './bench-worker.ts';
import { buildExtension } from '../tests/e2e/browser/build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 9;
/** The bank's, baked into the build that is measured. */
const PORT = 8790;

interface Comparison {
  what: string;
  baseline: string;
  /** Of ours per unit of work, milliseconds: median, least, most. */
  ours: number[];
  theirs: number[];
}

interface Row {
  what: string;
  baseline: string;
  ratio: Spread;
  oursMilliseconds: number;
  baselineMilliseconds: number;
}

async function compare(what: string, baseline: string, ours: () => unknown, theirs: () => unknown): Promise<Comparison> {
  const result: Comparison = { what, baseline, ours: [], theirs: [] };
  await ours();
  await theirs();
  for (let round = 0; round < ROUNDS; round++) {
    result.ours.push(await timed(ours));
    result.theirs.push(await timed(theirs));
  }
  return result;
}

function rowOf({ what, baseline, ours, theirs }: Comparison): Row {
  const ratios = ours.map((time, round) => time / (theirs[round] ?? Number.NaN));
  return {
    what,
    baseline,
    ratio: spreadOf(ratios),
    oursMilliseconds: median(ours),
    baselineMilliseconds: median(theirs),
  };
}

const SECRET = new Uint8Array(20).fill(0x31);
const CODES = 5_000;

function codesByNode(): void {
  for (let counter = 0; counter < CODES; counter++) {
    const moving = Buffer.alloc(8);
    moving.writeBigUInt64BE(BigInt(counter));
    const mac = createHmac('sha1', SECRET).update(moving).digest();
    const at = (mac[19] ?? 0) & 15;
    String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}

function codesByUs(): void {
  for (let counter = 0; counter < CODES; counter++) hotp(SECRET, counter, { algorithm: 'SHA-1', digits: 6 });
}

const SALT = new Uint8Array(16).fill(7);
const stretch = (): Promise<Uint8Array> =>
  argon2id({ password: 'sakana', salt: SALT, memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary' });

function sizes(folder: string): { file: string; bytes: number; gzip: number }[] {
  return ['sentinel.js', 'reader.js', 'hand.js', 'background.js'].map((file) => {
    const content = readFileSync(`${folder}/${file}`);
    return { file, bytes: content.length, gzip: gzipSync(content).length };
  });
}

const rows = [
  rowOf(await compare(`${CODES} HOTP codes`, 'the same with node:crypto', codesByUs, codesByNode)),
  rowOf(await compare('Argon2id 64 MiB, t=3 (hash-wasm)', 'the same with @noble/hashes', stretch, () => nobleArgon2id('sakana', SALT, { m: 65_536, t: 3, p: 1 }))),
];
const load = await measureLoad();
const extension = await buildExtension('chrome', PORT);
const files = sizes(extension);
const { costs, scans } = await measurePages(extension, PORT);
const latency = await measureOffer(extension, PORT);
const popup = await measurePopup(extension);
const codes = await measureCodes(extension);
const unlocks = await measureUnlock(extension, PORT);
const worker = await measureWorker(extension);
const said = ([middle, least, most]: Spread, digits: number): string => `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
const middleOf = (values: number[]): string => said(spreadOf(values), 0);
console.log('ratio (least–most)   ours       baseline   what / baseline');
for (const { what, baseline, ratio, oursMilliseconds, baselineMilliseconds } of rows)
  console.log(
    said(ratio, 2).padEnd(21) + `${oursMilliseconds.toFixed(1)} ms`.padEnd(11) + `${baselineMilliseconds.toFixed(1)} ms`.padEnd(11) + `${what} / ${baseline}`,
  );
for (const { file, bytes, gzip } of files) console.log(`${(bytes / 1000).toFixed(1)} kB, ${(gzip / 1000).toFixed(1)} kB gzip  ${file}`);
console.log('\nWhat a page of a bank pays (more than with an extension whose content script is empty: median, least, most)');
for (const { what, unit, ours, empty, more } of costs)
  console.log(
    `${(ours / empty).toFixed(2)}   ${ours.toFixed(1)} ${unit} to ${empty.toFixed(1)} ${unit}`.padEnd(40) +
      `${more.map((one) => one.toFixed(1)).join(' ')} ${unit}`.padEnd(28) + what,
  );
console.log('\nOne look for fields (detect), against reading each field’s row of text and its box');
for (const { what, first, ours, baseline } of scans)
  console.log(
    `${baseline > 0 ? (ours / baseline).toFixed(2) : '–'}   ${ours.toFixed(1)} ms to ${baseline.toFixed(1)} ms`.padEnd(40) + `the first ${first.toFixed(1)} ms`.padEnd(28) + what,
  );
console.log('\nFrom the press on the field to the offer, against the page’s own next frame');
console.log(`${(median(latency.offer) / median(latency.frame)).toFixed(2)}   ${median(latency.offer).toFixed(1)} ms to ${median(latency.frame).toFixed(1)} ms`);
console.log('\nFrom opening the popup to its first code on the screen, against an empty page of an extension');
console.log('then ours, the empty page, the least page that asks the worker, the library alone: time, script, heap');
const told = (values: number[] | undefined, digits: number): string => (values ?? []).map((value) => value.toFixed(digits).padStart(6)).join('');
for (const { what, ours, empty, least, library, ratio } of popup) {
  const [time, script, heap] = (['painted', 'script', 'heap'] as const).map((key) => [ours, empty, least, library].map((one) => one[key]));
  console.log(`${ratio.map((one) => one.toFixed(2)).join(' ').padEnd(16)} ${told(time, 0)} ms  ${told(script, 1)} ms  ${told(heap, 0)} KiB   ${what}`);
}
console.log('\nCodes per second in a page of ours (median, least, most)');
console.log(`${middleOf(codes.ready)} with a secret made ready, ${middleOf(codes.alone)} with the secret alone, ${middleOf(codes.webCrypto)} by WebCrypto`);
console.log('\nFrom the press to the open vault, ms; a handshake against one signed question to the issuer, ms');
console.log(`passphrase ${middleOf(unlocks.passphrase)}   PIN ${middleOf(unlocks.pin)}   passkey ${middleOf(unlocks.passkey)}   handshake ${middleOf(unlocks.handshake)} to ${middleOf(unlocks.status)}`);
console.log('\nA message to the worker and its answer, ms, asleep and awake; MiB of the process after the start and after a first use: ours, an empty extension');
for (const { asleep, awake, atRest, afterUse } of [worker.ours, worker.empty])
  console.log(`${middleOf(asleep)}   ${middleOf(awake)}   ${atRest.toFixed(1)}   ${afterUse.toFixed(1)}`);
console.log('\nVerifications of codes at the bank (right codes, 8 customers at once per process, each in its own transaction)');
console.log('to embedded          to one process       per second  where');
for (const { what, perSecond, toEmbedded, toOneProcess } of load)
  console.log(said(toEmbedded, 2).padEnd(21) + said(toOneProcess, 2).padEnd(21) + perSecond.toFixed(0).padEnd(12) + what);
writeFileSync(`${root}bench-results.json`, `${JSON.stringify({ rows, load, files, costs, scans, latency, popup, codes, unlocks, worker }, null, 2)}\n`);
