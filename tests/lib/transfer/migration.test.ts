import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../../../lib/bytes.ts';
import type { Batch, FoundToken } from '../../../lib/transfer/found.ts';
import { parseMigration } from '../../../lib/transfer/migration.ts';
import { fieldsOf } from '../../../lib/transfer/protobuf.ts';
import { secretText } from '../../../lib/transfer/secret.ts';
import { anyToken, field, found, hex, message, migrationOf, migrationUri, parameters, problemIn, tokenIn } from './builders.ts';

const tokensOf = (uri: string): FoundToken[] => {
  const source = parseMigration(uri);
  if (source.kind !== 'entries') throw new Error(source.problem);
  return source.entries.map(tokenIn);
};
const batchOf = (uri: string): Batch | null | string => {
  const source = parseMigration(uri);
  return source.kind === 'entries' ? source.batch : source.problem;
};
/** One OtpParameters of these fields alone. */
const one = (...fields: number[][]): string => migrationUri(message(field(1, message(...fields))));
const read = (...fields: number[][]): FoundToken | undefined => tokensOf(one(field(1, 'x'), ...fields))[0];
const part = (...fields: number[][]): string => migrationUri(message(field(1, parameters(found())), ...fields));
const filled = (length: number): string => migrationUri(new Uint8Array(Buffer.alloc(length, Buffer.from([0x10, 1]))));
const many = (count: number): string => migrationUri(message(...Array.from({ length: count }, () => field(1, message(field(1, 'x'))))));
const value = (bytes: number[]): unknown => [...fieldsOf(Uint8Array.from([0x08, ...bytes]))][0]?.value;
const problemOf = (uri: string): string => {
  const source = parseMigration(uri);
  return source.kind === 'entries' ? problemIn(source.entries[0]) : source.problem;
};

describe('an export of Google Authenticator', () => {
  it('is read as the published example of github.com/dim13/otpauth', () => {
    const [token, ...more] = tokensOf('otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAC');
    expect({ ...token, secret: secretText(token?.secret ?? new Uint8Array()) }).toEqual({
      issuer: 'Example', account: 'alice@google.com', secret: 'JBSWY3DPEHPK3PXP', algorithm: 'SHA-1', digits: 6, period: 30, counter: null,
    });
    expect(more).toEqual([]);
  });
  it('is read as the example of github.com/scito/extract_otp_secrets, with its negative batch id', () => {
    const uri = 'otpauth-migration://offline?data=CjUKEPqlBekzoNEukL7qlsjBCDYSDnBpQHJhc3BiZXJyeXBpGgtyYXNwYmVycnlwaSABKAEwAhABGAEgACjr4JKK%2B%2F%2F%2F%2F%2F8B';
    const [token] = tokensOf(uri);
    expect([token?.issuer, token?.account, secretText(token?.secret ?? new Uint8Array())]).toEqual(['raspberrypi', 'pi@raspberrypi', '7KSQL2JTUDIS5EF65KLMRQIIGY']);
    // protoc --decode says batch_id: -1320898453.
    expect(batchOf(uri)).toEqual({ id: -1_320_898_453, index: 0, size: 1 });
  });
  it('is read with two accounts, as the export at jimmy0w0.me/posts/google-authenticator-qr-code-data-en', () => {
    const data = 'Ci8KCke7Wn1dzBf7B4QSG3RvdHBAYXV0aGVudGljYXRpb250ZXN0LmNvbSABKAEwAgoqChTjrWUfiCuBHIAj%2Br0YbS8oSrOLqBIMdGVzdC1hY2NvdW50IAEoATACEAEYASAAKNyAq4%2F4%2F%2F%2F%2F%2FwE%3D';
    const tokens = tokensOf(`otpauth-migration://offline?data=${data}`);
    expect(tokens.map(({ issuer, account }) => [issuer, account])).toEqual([['', 'totp@authenticationtest.com'], ['', 'test-account']]);
  });
  it('is read back, whatever its tokens are', () => {
    const tokens = anyToken
      .filter(({ digits }) => digits !== 7)
      // Its issuer stands beside the name, which may hold the prefix too: a colon in either is somebody's label.
      .map((token) => ({ ...token, period: 30, issuer: token.issuer.replaceAll(':', ''), account: token.account.replaceAll(':', '') }))
      .filter(({ issuer, account }) => issuer === issuer.trim() && account === account.trim());
    fc.assert(fc.property(fc.array(tokens, { maxLength: 20 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (list, id) => {
      expect(parseMigration(migrationOf(list, id))).toEqual({ kind: 'entries', entries: list.map((token) => ({ ok: true, token })), batch: { id, index: 0, size: 1 } });
    }));
  });
  it('is read in either alphabet of base64, padded or not, beside other parameters', () => {
    const payload = message(field(1, parameters(found({ secret: Uint8Array.of(0xfb, 0xff, 0xfe) }))));
    const base64 = Buffer.from(payload).toString('base64');
    for (const query of [`data=${base64}`, `data=${base64.replace(/=+$/, '')}`, `data=${Buffer.from(payload).toString('base64url')}`, `x=1&data=${encodeURIComponent(base64)}&y=2`])
      expect(tokensOf(`otpauth-migration://offline?${query}`).map(({ secret }) => hex(secret))).toEqual(['fbfffe']);
  });
});

describe('one account of it', () => {
  it('is SHA-1, six digits and TOTP where nothing is said', () => {
    expect(tokensOf(one(field(1, Uint8Array.of(1, 2))))).toEqual([{ issuer: '', account: '', secret: Uint8Array.of(1, 2), algorithm: 'SHA-1', digits: 6, period: 30, counter: null }]);
    expect(tokensOf(one(field(1, 'x'), field(4, 0), field(5, 0), field(6, 0)))).toMatchObject([{ algorithm: 'SHA-1', digits: 6, counter: null }]);
  });
  it('has the settings of its numbers', () => {
    expect([1, 2, 3].map((number) => read(field(4, number))?.algorithm)).toEqual(['SHA-1', 'SHA-256', 'SHA-512']);
    expect([1, 2].map((number) => read(field(5, number))?.digits)).toEqual([6, 8]);
    expect(read(field(6, 1), field(7, 41))?.counter).toBe(41);
    expect(read(field(6, 1))?.counter).toBe(0);
  });
  it('says what we make no codes of', () => {
    expect(problemOf(one(field(1, 'x'), field(4, 4)))).toBe('algorithm-unknown');
    for (const number of [5, -1, 2 ** 31]) expect(problemOf(one(field(1, 'x'), field(4, number)))).toBe('algorithm-unknown');
    for (const number of [3, 6, 8, -1]) expect(problemOf(one(field(1, 'x'), field(5, number)))).toBe('digits-unusual');
    for (const number of [3, -1]) expect(problemOf(one(field(1, 'x'), field(6, number)))).toBe('kind-unknown');
    for (const counter of [-1, 2n ** 53n, 2n ** 63n])
      expect(problemOf(one(field(1, 'x'), field(6, 1), field(7, counter)))).toBe('counter-garbled');
    expect(problemOf(one(field(2, 'a')))).toBe('secret-empty');
    expect(problemOf(one(field(1, new Uint8Array(257))))).toBe('secret-garbled');
    expect(problemOf(one(field(1, 'x'), field(2, Uint8Array.of(0xff))))).toBe('label-garbled');
  });
  it('keeps its name when it is refused', () => {
    expect(parseMigration(one(field(1, 'x'), field(2, 'Example:hanako'), field(3, 'Example'), field(4, 4)))).toMatchObject({ entries: [{ ok: false, label: 'Example: hanako' }] });
  });
  it('does not mind fields that came later, of any type', () => {
    const fixed = [Uint8Array.of(0x49, 1, 2, 3, 4, 5, 6, 7, 8), Uint8Array.of(0x4d, 1, 2, 3, 4)];
    const later = concat(message(field(1, 'x'), field(8, 'unique'), field(9, 2n ** 64n - 1n), field(2 ** 29 - 1, 0)), ...fixed);
    expect(tokensOf(migrationUri(concat(message(field(1, later), field(77, 'more')), ...fixed)))).toHaveLength(1);
  });
  it('takes the last of a field that comes twice, and none of another type than its own', () => {
    expect(tokensOf(one(field(1, 'x'), field(2, 'a'), field(2, 'b'), field(4, 'no'), field(2, 7)))).toMatchObject([{ account: 'b', algorithm: 'SHA-1' }]);
  });
});

describe('its parts', () => {
  it('say which they are', () => {
    expect(batchOf(part(field(2, 1), field(3, 3), field(4, 2), field(5, 99)))).toEqual({ id: 99, index: 2, size: 3 });
    expect(batchOf(part(field(3, 2)))).toEqual({ id: 0, index: 0, size: 2 });
    expect(batchOf(part())).toBeNull();
  });
  it('are garbled when there can be no such part', () => {
    for (const [size, index] of [[1, 1], [3, 3], [3, -1], [-1, 0]] as const)
      expect(batchOf(part(field(3, size), field(4, index)))).toBe('migration-garbled');
  });
});

describe('what is no export', () => {
  it('is garbled', () => {
    for (const rest of ['', '//offline', '//offline?', '//offline?data=', '//offline?data', '//online?data=CgA'])
      expect(problemOf(`otpauth-migration:${rest}`)).toBe('migration-garbled');
    for (const data of ['%', 'C', 'あ', 'Cg A', 'Cg%3D%3D%3D', 'Ch'])
      expect(problemOf(`otpauth-migration://offline?data=${data}`)).toBe('migration-garbled');
  });
  it('is garbled by lengths, tags and wire types that are none', () => {
    const nine = Array.from({ length: 9 }, () => 0xff);
    const lengths = [[0x0a], [0x0a, 5, 1], [0x0a, ...nine, 1], [0x0a, 2, 0x0a, 9], [0x09, 1, 2, 3], [0x0d, 1]];
    const numbers = [[0x10], [0x10, 0x80], [0x10, ...nine, 0x80, 0], [0x00, 0], [0xfa, 0xff, 0xff, 0xff, 0x1f, 0], nine];
    const types = [[0x0b], [0x0c], [0x0e, 0], [0x0f, 0]];
    for (const bytes of [...lengths, ...numbers, ...types]) expect(problemOf(migrationUri(Uint8Array.from(bytes)))).toBe('migration-garbled');
  });
  it('has numbers of 64 bits, in as many bytes as its writer liked', () => {
    // The example of protobuf.dev/programming-guides/encoding: 150.
    expect(value([0x96, 0x01])).toBe(150n);
    expect(value([0x96, 0x81, 0x80, 0x00])).toBe(150n);
    expect(value([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01])).toBe(2n ** 64n - 1n);
    expect(value([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f])).toBe(2n ** 64n - 1n);
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (number) => {
      expect([...fieldsOf(message(field(1, number)))]).toEqual([{ number: 1, value: number }]);
    }));
  });
  it('never reads past a cut: whatever is left of a message is whole fields', () => {
    const whole = message(field(1, parameters(found())), field(2, 1), field(3, 1), field(5, -7));
    const ends = new Set([0]);
    for (let end = 1; end <= whole.length; end++) {
      try {
        if ([...fieldsOf(whole.slice(0, end))].length > 0) ends.add(end);
      } catch (failure) {
        expect(failure).toBeInstanceOf(RangeError);
      }
    }
    expect(ends).toEqual(new Set([0, whole.length - 15, whole.length - 13, whole.length - 11, whole.length]));
  });
  it('has at most 1 MiB of base64', () => {
    expect(tokensOf(filled(786_432))).toEqual([]);
    expect(problemOf(filled(786_434))).toBe('migration-garbled');
  });
  it('has at most 1,000 accounts', () => {
    expect(tokensOf(many(1000))).toHaveLength(1000);
    expect(problemOf(many(1001))).toBe('too-many');
  });
});
