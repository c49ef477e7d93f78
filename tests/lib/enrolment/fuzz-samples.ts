/** What both halves of the fuzz share: how many, from which seed, and values that are well-formed and wrong. */
import { randomInt } from 'node:crypto';
import { toBase64url } from '../../../lib/bytes.ts';
import type { Sample } from './fuzz-mutations.ts';

const { KAGIFUDA_FUZZ_MESSAGES, KAGIFUDA_FUZZ_SEED } = process.env;

/** Both halves together at least 100,000. */
export const messagesOf = (normally: number): number => Number(KAGIFUDA_FUZZ_MESSAGES ?? normally);

export const fuzzSeed = (): string => KAGIFUDA_FUZZ_SEED ?? randomInt(2 ** 40).toString(36);

const hex = (text: string): string => toBase64url(Uint8Array.from(Buffer.from(text, 'hex')));

/** RFC 9496 appendix A.3: the identity, encodings that are not canonical, negative, of no square root, with negative xy, and s = −1. */
export const NO_ELEMENTS: readonly string[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20',
  'c34c4e1826e5d403b78e246e88aa051c36ccf0aafebffe137d148a2bf9104562',
  'c940e5a4404157cfb1628b108db051a8d439e1a421394ec4ebccb9ec92a8ac78',
  '47cfc5497c53dc8e61c91d17fd626ffb1c49e2bca94eed052281b510b1117a24',
  'f1c6165d33367351b0da8f6e4511010c68174a03b6581212c71c0e1d026c3c72',
  '87260f7a2f12495118360f02c26a470f450dadf34a413d21042b43b9d93e1309',
  '26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map(hex);

/** A serial of the series, another profile, other times: each is well-formed, none was promised. */
export function otherProfile(series: string): NonNullable<Sample['others']> {
  return {
    serial: (chance) => chance.one([`${series}${String(chance.below(1e8)).padStart(8, '0')}`, 'ZZZZ00000001', '', `${series}1`]),
    'profile.algorithm': (chance) => chance.one(['SHA-256', 'SHA-512']),
    'profile.digits': (chance) => chance.one([7, 8]),
    'profile.period': (chance) => chance.one([15, 31, 120]),
    'profile.T0': (chance) => 1 + chance.below(2e9),
    // Japanese text in the other normal forms, and a look-alike.
    'profile.name': (chance) => chance.one(['しんきん'.normalize('NFD'), 'か\u3099', 'が', 'ｼﾝｷﾝ', '', ' ', '\u202e', 'A'.repeat(64), '\ud800']),
    'profile.generation': (chance) => 2 + chance.below(1e6),
    t1: (chance) => chance.below(2 ** 31),
    t2: (chance) => chance.one([0, 2 ** 53 - 1, chance.below(2 ** 31)]),
  };
}
