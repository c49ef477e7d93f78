import { argon2id as argon2idOfNoble } from '@noble/hashes/argon2.js';
import { argon2id as argon2idOfWasm } from 'hash-wasm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../lib/bytes.ts';
import type { Stretching } from '../../../lib/stretching.ts';
import { stretch } from '../../../lib/vault/stretch.ts';
import { makeStretcher } from '../../../lib/vault/stretcher.ts';
import { wipedBy } from '../wiped.ts';
import { threadWorker } from './thread-worker.ts';

/** The smallest that is allowed, so that the tests are quick. */
const wayIn = (over: Partial<Stretching> = {}): Stretching => ({
  salt: toBase64url(new Uint8Array(16).fill(5)),
  memory: 8192,
  passes: 1,
  lanes: 1,
  ...over,
});

const nobleOf = (passphrase: string, { salt, memory, passes, lanes }: Stretching): Uint8Array =>
  argon2idOfNoble(new TextEncoder().encode(passphrase), fromBase64url(salt), { m: memory, t: passes, p: lanes, dkLen: 32 });

describe('Argon2id', () => {
  // RFC 9106 section 5.3. hash-wasm takes no associated data, so noble answers for the vector and hash-wasm for noble.
  it('gives the tag of RFC 9106 section 5.3', () => {
    const tag = argon2idOfNoble(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      m: 32,
      t: 3,
      p: 4,
      dkLen: 32,
      key: new Uint8Array(8).fill(3),
      personalization: new Uint8Array(12).fill(4),
    });
    expect(Buffer.from(tag).toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('is the same in hash-wasm as in noble, whatever the input', async () => {
    const parameters = fc.record({
      password: fc.uint8Array({ minLength: 1, maxLength: 100 }),
      salt: fc.uint8Array({ minLength: 16, maxLength: 32 }),
      m: fc.integer({ min: 32, max: 128 }),
      t: fc.integer({ min: 1, max: 4 }),
      p: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(parameters, async ({ password, salt, m, t, p }) => {
        const ofWasm = await argon2idOfWasm({
          password, salt, memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: 'binary',
        });
        expect([...ofWasm]).toEqual([...argon2idOfNoble(password, salt, { m, t, p, dkLen: 32 })]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a passphrase', () => {
  it('is stretched as the way in says', async () => {
    for (const way of [wayIn(), wayIn({ passes: 2, lanes: 2 }), wayIn({ salt: toBase64url(new Uint8Array(32).fill(9)) })])
      expect([...(await stretch('ひみつの言葉', way))]).toEqual([...nobleOf('ひみつの言葉', way)]);
  });

  it('is the same typed full-width, half-width or composed', async () => {
    const same = ['Abcガギグ１２', 'Ａｂｃｶﾞｷﾞｸﾞ12', 'Abcカ\u3099キ\u3099ク\u309912'];
    const stretched = await Promise.all(same.map(async (typed) => toBase64url(await stretch(typed, wayIn()))));
    expect(new Set(stretched).size).toBe(1);
  });

  it('is another for another salt', async () => {
    const other = wayIn({ salt: toBase64url(new Uint8Array(16).fill(6)) });
    expect(toBase64url(await stretch('words', wayIn()))).not.toBe(toBase64url(await stretch('words', other)));
  });

  it('leaves no copy of its bytes behind', async () => {
    expect(await wipedBy(() => stretch('ひみつの言葉', wayIn()))).toContain(Buffer.from('ひみつの言葉').toString('hex'));
  });

  it('is not stretched when it is empty', async () => {
    await expect(stretch('', wayIn())).rejects.toThrow(RangeError);
  });

  it.each<Partial<Stretching>>([
    { memory: 8191 },
    { memory: 262_145 },
    { memory: 4 * 1024 * 1024 },
    { memory: 8192.5 },
    { passes: 0 },
    { passes: 11 },
    { lanes: 0 },
    { lanes: 5 },
    { memory: 262_144, passes: 5 },
    { memory: 104_858, passes: 10 },
    { salt: toBase64url(new Uint8Array(15)) },
    { salt: toBase64url(new Uint8Array(33)) },
  ])('is not stretched with parameters out of bounds: %o', async (over) => {
    await expect(stretch('words', wayIn(over))).rejects.toThrow(TypeError);
  });

  it('is not stretched with a salt that is no base64url', async () => {
    await expect(stretch('words', wayIn({ salt: 'not base64url at all!' }))).rejects.toThrow(RangeError);
  });
});

describe('the stretcher', () => {
  it('stretches in a thread of its own and ends it after each use', async () => {
    const workers: ReturnType<typeof threadWorker>[] = [];
    const stretcher = makeStretcher(() => {
      const worker = threadWorker();
      workers.push(worker);
      return worker;
    });
    expect(await stretcher('words', wayIn())).toBe(toBase64url(nobleOf('words', wayIn())));
    expect(await stretcher('more words', wayIn())).toBe(toBase64url(nobleOf('more words', wayIn())));
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('says when the worker could not, and ends it', async () => {
    const worker = threadWorker();
    await expect(makeStretcher(() => worker)('words', wayIn({ memory: 1 }))).rejects.toThrow('stretching failed: TypeError');
    expect(worker.ended).toBe(true);
  });

  it.each<[string, (worker: EventTarget) => boolean]>([
    ['did not start', (worker) => worker.dispatchEvent(new Event('error'))],
    ['answered something unreadable', (worker) => worker.dispatchEvent(new Event('messageerror'))],
    ['answered nothing', (worker) => worker.dispatchEvent(new MessageEvent('message', { data: null }))],
    ['answered too little', (worker) => worker.dispatchEvent(new MessageEvent('message', { data: { stretched: 'AAAA' } }))],
  ])('says when the worker %s', async (_, answer) => {
    const worker = threadWorker(answer);
    await expect(makeStretcher(() => worker)('words', wayIn())).rejects.toThrow('stretching failed');
    expect(worker.ended).toBe(true);
  });
});
