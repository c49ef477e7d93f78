/** What other authenticators export, written from their descriptions: Google's migration codes, Aegis, 2FAS. */
import { base32, type Standard } from './standard.ts';

/** By their place, as Google's numbers are. */
const HASHES = ['', 'SHA1', 'SHA256', 'SHA512'];

function varint(value: number): number[] {
  return value > 127 ? [(value % 128) + 128, ...varint(Math.floor(value / 128))] : [value];
}

const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const bytes = (field: number, value: Uint8Array | number[]): number[] => [...varint(field * 8 + 2), ...varint(value.length), ...value];

function parameters({ issuer, account, secret, hash, digits, counter }: Standard): number[] {
  return [
    ...bytes(1, secret),
    ...bytes(2, Buffer.from(account)),
    ...bytes(3, Buffer.from(issuer)),
    ...number(4, HASHES.indexOf(hash)),
    ...number(5, digits === 8 ? 2 : 1),
    ...number(6, counter === null ? 2 : 1),
    ...(counter === null ? [] : number(7, counter)),
  ];
}

/** One text for each of the codes that the phone shows, one after the other. */
export function migration(parts: Standard[][], id = 77): string[] {
  return parts.map((tokens, index) => {
    const batch = [...number(2, 1), ...number(3, parts.length), ...number(4, index), ...number(5, id)];
    const payload = Buffer.from([...tokens.flatMap((token) => bytes(1, parameters(token))), ...batch]);
    return `otpauth-migration://offline?data=${encodeURIComponent(payload.toString('base64'))}`;
  });
}

export function aegis(tokens: Standard[]): string {
  const entries = tokens.map(({ issuer, account, secret, hash, digits, period, counter }) => {
    const moving = counter === null ? { period } : { counter };
    const info = { secret: base32(secret), algo: hash, digits, ...moving };
    return { type: counter === null ? 'totp' : 'hotp', name: account, issuer, note: '', icon: null, info };
  });
  return JSON.stringify({ version: 1, header: { slots: null, params: null }, db: { version: 3, entries } });
}

export function twofas(tokens: Standard[]): string {
  const services = tokens.map(({ issuer, account, secret, hash, digits, period, counter }) => ({
    name: issuer,
    secret: base32(secret),
    otp: { account, issuer, digits, period, counter: counter ?? 0, algorithm: hash, tokenType: counter === null ? 'TOTP' : 'HOTP' },
  }));
  return JSON.stringify({ services, groups: [], schemaVersion: 4, appOrigin: 'ios' });
}
