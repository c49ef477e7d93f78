/** One-time passwords on node:crypto: RFC 4226 and RFC 6238, as the bank computes them. */
import { createHmac } from 'node:crypto';

export type Algorithm = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** `period` and `T0` in seconds. */
export interface CodeSettings {
  algorithm: Algorithm;
  digits: number;
  period: number;
  T0: number;
}

const HASHES = { 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-512': 'sha512' } as const;

/** RFC 4226 section 5.3, with RFC 6238's choice of hash. */
export function hotp(seed: Uint8Array, counter: number, { algorithm, digits }: Pick<CodeSettings, 'algorithm' | 'digits'>): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(HASHES[algorithm], seed).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238 section 4.2; `time` in milliseconds since 1970. */
export function timeStep(time: number, { period, T0 }: Pick<CodeSettings, 'period' | 'T0'>): number {
  return Math.floor((Math.floor(time / 1000) - T0) / period);
}
