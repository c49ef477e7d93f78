/** A token and its secrets as one record's plaintext: lv_cat(JSON of the token, K_otp, K_dev). */
import { fromUtf8, lvCat, lvSplit, utf8, wipe } from '../bytes.ts';
import { ROLES } from '../field-role.ts';
import { MOST_USES, SCREENS, type Use, USE_KINDS, type UsePage } from '../journal.ts';
import { flag, integer, list, oneOf, orNull, type Parser, record, text } from '../parse.ts';
import { Refusal } from '../refusal.ts';
import { ALGORITHMS, type ClockMeasure, type LocalWords, MOST_GIVEN, MOST_NAME, MOST_SUFFIX, type Profile, type Receipt, type Token, TOKEN_STATES } from '../token.ts';
import { idText, institutionCode, issuerOrigin } from './names.ts';
import type { Secrets } from './pending.ts';
import type { Bytes } from './seal.ts';

export interface TokenRecord {
  token: Token;
  secrets: Secrets;
}

/** Milliseconds, or a place among them, that a halving left with a fraction. */
const duration: Parser<number> = (value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`${at}: expected a number`);
  return value;
};

/** −1: none yet. */
const step = integer(-1);

const orNone =
  (inner: Parser<string>): Parser<string> =>
  (value, at) =>
    value === '' ? '' : inner(value, at);

/** As long as the longest host name, and its port. */
const siteOrigin = text(300, /^https?:\/\/[a-z0-9._-]+(?::\d{1,5})?$/);
const localWords = record<LocalWords>({ issuer: text(MOST_NAME), account: text(MOST_NAME), counter: orNull(integer(0)), site: orNull(siteOrigin) });

/** Records from before imported tokens had sites lack `site`. */
const readLocal: Parser<LocalWords> = (value, at) =>
  localWords(typeof value === 'object' && value !== null && !Object.hasOwn(value, 'site') ? { ...value, site: null } : value, at);

const usePage = record<UsePage>({ roles: list(oneOf(...ROLES), ROLES.length), host: text(300), screen: orNull(oneOf(...SCREENS)) });
const uses = list(record<Use>({ at: integer(0), kind: oneOf(...USE_KINDS), page: orNull(usePage) }), MOST_USES);

const readShape = record<Token>({
  id: idText,
  institutionCode: orNone(institutionCode),
  issuerOrigin: orNone(issuerOrigin),
  serial: text(64),
  profile: record<Profile>({
    algorithm: oneOf(...ALGORITHMS),
    digits: integer(6, 8),
    period: integer(1, 3600),
    T0: integer(0),
    name: text(128),
    generation: integer(0),
  }),
  state: oneOf(...TOKEN_STATES),
  createdAt: integer(0),
  startBy: integer(0),
  receipt: orNull(record<Receipt>({ number: text(128), time: text(128) })),
  acknowledged: flag,
  clock: orNull(record<ClockMeasure>({ offset: duration, error: duration, measuredAt: integer(0) })),
  spentStep: step,
  copiedStep: step,
  givenSteps: list(integer(0), MOST_GIVEN),
  suffix: text(MOST_SUFFIX),
  introduced: flag,
  exchanging: flag,
  endsAt: orNull(integer(0)),
  removedAt: orNull(integer(0)),
  acceptedOffset: orNull(duration),
  uses,
  place: orNull(duration),
  local: orNull(readLocal),
});

/** An issuer's token has all three names, a LOCAL one none of them. */
const readToken: Parser<Token> = (value, at) => {
  const token = readShape(value, at);
  const names = [token.institutionCode, token.issuerOrigin, token.serial];
  const isLocal = token.state === 'LOCAL';
  if (isLocal !== (token.local !== null) || names.some((name) => (name === '') !== isLocal)) throw new TypeError(`${at}: neither issued nor imported`);
  return token;
};

/** What records did not have before the credit-union flow came: their tokens were all finished, and all of shinkin banks. */
const FIRST: Pick<Token, 'givenSteps' | 'suffix' | 'introduced' | 'exchanging' | 'endsAt' | 'removedAt' | 'acceptedOffset'> = {
  givenSteps: [],
  suffix: '',
  introduced: true,
  exchanging: false,
  endsAt: null,
  removedAt: null,
  acceptedOffset: null,
};

/** What came later, each by itself. */
const LATER: Pick<Token, 'uses' | 'place'> = { uses: [], place: null };

/** A record written before those fields were. The version of each record is its own: it is written anew at its next change. */
function withLater(words: unknown): unknown {
  if (typeof words !== 'object' || words === null) return words;
  if (Object.hasOwn(words, 'local')) return { ...LATER, ...words };
  return { ...(Object.hasOwn(words, 'suffix') ? {} : FIRST), ...LATER, ...words, local: null };
}

/** RFC 4226 section 4, R6: a seed has at least 128 bits. Services in use give less; they know no device key. */
function expectSecrets({ otp, device }: Secrets, { local }: Token): void {
  const fits = local ? otp.length > 0 && otp.length <= 256 && device.length === 0 : otp.length >= 16 && otp.length <= 128 && device.length === 32;
  if (!fits) throw new TypeError('secrets: wrong length');
}

/** The caller wipes the plaintext. TypeError for a token that could not be read again. */
export function encodeToken({ token, secrets }: TokenRecord): Bytes {
  const words = readToken(token, 'token');
  expectSecrets(secrets, words);
  return lvCat(utf8(JSON.stringify(words)), secrets.otp, secrets.device);
}

function decode(id: string, parts: Bytes[]): TokenRecord {
  const [words, otp, device, ...more] = parts;
  if (!words || !otp || !device || more.length > 0) throw new TypeError('token: expected three parts');
  const token = readToken(withLater(JSON.parse(fromUtf8(words))), 'token');
  expectSecrets({ otp, device }, token);
  if (token.id !== id) throw new TypeError('token: another id');
  return { token, secrets: { otp, device } };
}

/** The caller wipes the secrets. Refusal 'vault-damaged' for anything but a whole token with this id. */
export function decodeToken(id: string, plaintext: Bytes): TokenRecord {
  let parts: Bytes[] = [];
  try {
    parts = lvSplit(plaintext);
    return decode(id, parts);
  } catch (cause) {
    wipe(...parts);
    throw new Refusal('vault-damaged', { cause });
  }
}
