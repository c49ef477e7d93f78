import { createDecipheriv, hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../../lib/bytes.ts';
import type { Stretching } from '../../../lib/stretching.ts';
import { wayOf } from '../../../lib/transfer/file-format.ts';
import type { Entry, Problem } from '../../../lib/transfer/found.ts';
import { parsedJson } from '../../../lib/transfer/json.ts';
import { otpauthOf } from '../../../lib/transfer/otpauth.ts';
import { openFile, sealFile } from '../../../lib/transfer/sealed-file.ts';
import { anyToken, found, random, STRETCHED, WAY } from './builders.ts';

const sealed = (tokens = [found()], way = WAY): Promise<string> => sealFile(tokens, way, STRETCHED, random);
const problemOf = (opened: Entry[] | Problem): string => (Array.isArray(opened) ? 'none' : opened.problem);
const edited = (file: string, over: Record<string, unknown>): string => JSON.stringify({ ...JSON.parse(file), ...over });

const part = (bytes: Buffer): Buffer => Buffer.concat([Buffer.of(bytes.length), bytes]);
const number = (value: number): Buffer => Buffer.from(value.toString(16).padStart(16, '0'), 'hex');

/** From the description alone. */
function openByHand(file: string): string {
  const { salt, memory, passes, lanes, sealed: text } = JSON.parse(file);
  const parts = [Buffer.from('kagifuda export'), number(1), Buffer.from(salt, 'base64url'), number(memory), number(passes), number(lanes)];
  const bytes = Buffer.from(text, 'base64url');
  const key = new Uint8Array(hkdfSync('sha256', STRETCHED, '', 'kagifuda export', 32));
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.concat(parts.map(part))).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString();
}

function asked(file: string): Stretching | string {
  const read = wayOf(parsedJson(file.trim()));
  return read.kind === 'sealed' ? read.way : read.problem;
}

describe('an export', () => {
  it('is what its description says, to another implementation', async () => {
    const tokens = [found(), found({ issuer: '信用金庫', counter: 3 }), found({ counter: 2 ** 48 })];
    const file = await sealed(tokens);
    expect(Object.keys(JSON.parse(file))).toEqual(['format', 'version', 'salt', 'memory', 'passes', 'lanes', 'sealed']);
    expect(JSON.parse(file)).toMatchObject({ format: 'kagifuda-export', version: 1, ...WAY });
    expect(openByHand(file)).toBe(tokens.map(otpauthOf).join('\n'));
  });
  it('opens to the tokens that went in', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyToken, { maxLength: 10 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), async (tokens, stretched) => {
      const file = await sealFile(tokens, WAY, stretched, random);
      expect(await openFile(file, stretched)).toEqual(tokens.map((token) => ({ ok: true, token })));
    }), { numRuns: 50 });
  }, 30_000);
  it('opens after a byte order mark and a line end were put around it', async () => {
    expect(await openFile(`\ufeff${await sealed()}\r\n`, STRETCHED)).toHaveLength(1);
  });
  it('opens with no other passphrase', async () => {
    expect(await openFile(await sealed(), new Uint8Array(32))).toEqual({ kind: 'problem', problem: 'file-passphrase' });
  });
  it('takes a fresh IV, and leaves the tokens and the stretched passphrase as they were', async () => {
    const tokens = [found()];
    const [one, other] = [await sealed(tokens), await sealed(tokens)];
    expect(JSON.parse(one).sealed.slice(0, 16)).not.toBe(JSON.parse(other).sealed.slice(0, 16));
    expect(tokens).toEqual([found()]);
    expect(STRETCHED).toEqual(new Uint8Array(32).fill(7));
  });
  it('tells nothing of a token but how much text it takes', async () => {
    const file = await sealed([found({ issuer: 'Tellingname' })]);
    expect(file).not.toMatch(/Telling|GEZDGN|otpauth/);
    expect(await sealed([found({ issuer: 'Othername12' })])).toHaveLength(file.length);
  });
  it('is refused after any change of one byte', async () => {
    const file = await sealed();
    const changes = [1, 2, 4, 8, 16, 32, 64];
    for (let at = 0; at < file.length; at++) {
      const code = file.charCodeAt(at);
      for (const other of [...changes.map((bit) => code ^ bit), 0x20, 0x3042]) {
        if (other === code) continue;
        const changed = file.slice(0, at) + String.fromCharCode(other) + file.slice(at + 1);
        expect(problemOf(await openFile(changed, STRETCHED)), `${at}: ${changed.slice(at - 5, at + 5)}`).toMatch(/^file-(?:garbled|newer|passphrase)$/);
      }
    }
  }, 30_000);
  it('is refused after any cut', async () => {
    const file = await sealed();
    for (let end = 0; end < file.length; end++) expect(problemOf(await openFile(file.slice(0, end), STRETCHED))).toBe('file-garbled');
    const { sealed: text } = JSON.parse(file);
    for (let end = 0; end < text.length; end++)
      expect(problemOf(await openFile(edited(file, { sealed: text.slice(0, end) }), STRETCHED))).not.toBe('none');
  }, 30_000);
  it('opens for nobody with other parameters than it was sealed with', async () => {
    const file = await sealed();
    for (const over of [{ memory: 8192 }, { passes: 1 }, { lanes: 2 }, { salt: toBase64url(new Uint8Array(16)) }])
      expect(problemOf(await openFile(edited(file, over), STRETCHED))).toBe('file-passphrase');
  });
});

describe('what to stretch by', () => {
  it('stands in the file', async () => {
    expect(asked(await sealed())).toEqual(WAY);
    expect(asked(`\ufeff ${await sealed()}\n`)).toEqual(WAY);
  });
  it('is bounded before anybody runs it', async () => {
    const file = await sealed();
    const within = [{ memory: 8192 }, { memory: 262_144 }, { memory: 104_857, passes: 10 }, { passes: 1 }, { lanes: 4 }, { salt: 'A'.repeat(43) }];
    for (const over of within) expect(asked(edited(file, over))).toEqual({ ...WAY, ...over });
    const beyond = [
      { memory: 8191 }, { memory: 262_145 }, { memory: 4_194_304 }, { memory: '65536' }, { memory: 65536.5 }, { memory: null }, { passes: 0 }, { passes: 11 }, { lanes: 0 }, { lanes: 5 },
      { memory: 262_144, passes: 5 }, { memory: 131_072, passes: 9 }, { memory: 104_858, passes: 10 }, { salt: 'A'.repeat(20) }, { salt: 'A'.repeat(44) }, { salt: `${'A'.repeat(21)}B` }, { salt: '' }, { salt: 7 },
    ];
    for (const over of beyond) {
      expect(asked(edited(file, over))).toBe('file-garbled');
      expect(problemOf(await openFile(edited(file, over), STRETCHED))).toBe('file-garbled');
    }
    expect(asked(edited(file, { memory: 262_144, passes: 4 }))).toMatchObject({ memory: 262_144, passes: 4 });
  });
  it('is not asked of a newer file, nor of one with other keys', async () => {
    const file = await sealed();
    expect(asked(edited(file, { version: 2, something: 'new' }))).toBe('file-newer');
    for (const over of [{ version: 0 }, { version: 1.5 }, { version: '2' }, { version: null }, { more: 1 }, { sealed: undefined }, { sealed: '' }, { sealed: 'A'.repeat(36) }, { sealed: 'AAA=' }, { format: 'other' }])
      expect(asked(edited(file, over))).toBe('file-garbled');
    for (const text of ['', 'null', '[]', '7', '"x"', 'x']) expect(asked(text)).toBe('file-garbled');
  });
});

describe('what cannot be sealed', () => {
  it('is a token or a way that nobody could read again', async () => {
    for (const over of [{ digits: 5 }, { period: 0 }, { secret: new Uint8Array() }, { secret: new Uint8Array(257) }, { counter: -1 }])
      await expect(sealed([found(over)])).rejects.toThrow(/unreadable/);
    for (const over of [{ memory: 1 }, { passes: 99 }, { salt: 'x' }, { memory: 262_144, passes: 5 }])
      await expect(sealed([found()], { ...WAY, ...over })).rejects.toThrow();
    await expect(sealed(Array.from({ length: 1001 }, () => found()))).rejects.toThrow(RangeError);
    await expect(sealFile([found()], WAY, new Uint8Array(31), random)).rejects.toThrow(RangeError);
    await expect(openFile(await sealed(), new Uint8Array(33))).rejects.toThrow(RangeError);
  });
  it('is more text than a source may have', async () => {
    const long = found({ issuer: '信'.repeat(256), account: '金'.repeat(256) });
    await expect(sealed(Array.from({ length: 1000 }, () => long))).rejects.toThrow(RangeError);
  }, 30_000);
});
