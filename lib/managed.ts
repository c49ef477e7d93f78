/** What an organisation wrote into the browser's managed storage → a policy: each part wholly taken, or wholly refused and named (docs/managed.md). */
import { codeInAddress, isListedOrigin } from './institutions/address.ts';
import { institutionOf } from './institutions/directory.ts';
import { managedProfile } from './institutions/managed-profile.ts';
import type { InstitutionProfile, IssuerKey } from './institutions/profile.ts';
import { toBase64url } from './bytes.ts';
import { AUTO_LOCK_MINUTES, POLICY_PARTS, type PolicyFault, type PolicyLook, type PolicyPart } from './messages/policy.ts';
import { bytes, fail, flag, list, oneOf, type Parser, record, text } from './parse.ts';

/** Set at build time (`wxt.config.ts`); null in a store build. */
declare const __MOCK_BANK_PORT__: number | null;

/** Each part is null where nothing was decided, or where that part was refused. */
export interface Policy {
  /** The codes of the institutions that a token may be had of. */
  institutions: ReadonlySet<string> | null;
  /** The most that the customer may choose. */
  autoLockMinutes: number | null;
  inPageOffer: boolean | null;
  issuer: { origin: string; profiles: InstitutionProfile[] } | null;
  faults: PolicyFault[];
}

export const NO_POLICY: Policy = { institutions: null, autoLockMinutes: null, inPageOffer: null, issuer: null, faults: [] };

/** More than there are. */
const MOST_INSTITUTIONS = 1000;
/** The one in use and the next one (rotation). */
const MOST_KEYS = 2;
const LONGEST_ADDRESS = 500;
/** How much of an unknown key's name, and how many of them, are told. */
const [LONGEST_WHY, MOST_UNKNOWN] = [120, 5];

const code = text(4, /^[12]\d{3}$/);

function distinct<T>(inner: Parser<T[]>, keyOf: (one: T) => string): Parser<T[]> {
  return (value, at) => {
    const all = inner(value, at);
    return new Set(all.map(keyOf)).size === all.length ? all : fail(at, 'none of them twice');
  };
}

/** At least one. */
function some<T>(inner: Parser<T[]>): Parser<T[]> {
  return (value, at) => {
    const all = inner(value, at);
    return all.length > 0 ? all : fail(at, 'at least one');
  };
}

const isOfThisPc = ({ protocol, hostname }: URL): boolean => __MOCK_BANK_PORT__ !== null && protocol === 'http:' && hostname.endsWith('.localhost');

/** Exactly as the protocol writes it: it is part of the transcript. */
const origin: Parser<string> = (value, at) => {
  const written = text(LONGEST_ADDRESS)(value, at);
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url?.origin !== written || !(url.protocol === 'https:' || isOfThisPc(url))) fail(at, 'an origin like https://issuer.example.jp');
  return written;
};

const publicKey: Parser<string> = (value, at) => {
  const key = toBase64url(bytes(32)(value, at));
  return key === value ? key : fail(at, '32 bytes in base64url');
};

const keys = distinct(list(record<IssuerKey>({ keyId: text(32, /^[!-~]+$/), publicKey }), MOST_KEYS), ({ keyId }) => keyId);

interface Written {
  code: string;
  loginAddress: string;
  serialPrefix: string;
}
interface Contact {
  telephone: string;
  hours: string;
}

/** Of one line. No longer than the vault's clear lines keep them (`lib/vault/header.ts`). */
const line = (most: number): Parser<string> => text(most, /^[^\p{Cc}]*$/u);
const NEEDED = { code, loginAddress: text(LONGEST_ADDRESS), serialPrefix: text(4, /^[A-Z]{4}$/) };
const CONTACT = { telephone: line(64), hours: line(100) };

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

/** A page of the real platforms that names this very institution: codes go to its origin and nowhere else. */
function expectLogin({ code: own, loginAddress }: Written, at: string): void {
  const url = URL.canParse(loginAddress) ? new URL(loginAddress) : null;
  if (!url || url.username !== '' || url.password !== '' || !isListedOrigin(url.origin, [])) fail(at, 'an address of a listed platform');
  if (codeInAddress(loginAddress) !== own) fail(at, 'an entry address that names this institution');
}

type Served = Written & Contact;

const served: Parser<Served> = (value, at) => {
  const given = has(value, 'telephone') || has(value, 'hours');
  const one = given ? record<Served>({ ...NEEDED, ...CONTACT })(value, at) : { ...record<Written>(NEEDED)(value, at), telephone: '', hours: '' };
  if (!institutionOf(one.code)) fail(`${at}.code`, 'a code of the public list');
  expectLogin(one, `${at}.loginAddress`);
  return one;
};

const issuerShape = record<{ origin: string; keys: IssuerKey[]; institutions: Served[] }>({
  origin,
  keys,
  institutions: some(distinct(list(served, MOST_INSTITUTIONS), (one) => one.code)),
});

const issuer: Parser<NonNullable<Policy['issuer']>> = (value, at) => {
  const { origin: issuerOrigin, keys: issuerKeys, institutions } = issuerShape(value, at);
  const profiles = institutions.flatMap((one) => {
    const institution = institutionOf(one.code);
    return institution ? [managedProfile(institution, { ...one, issuerOrigin, issuerKeys })] : [];
  });
  // A credit union's handshake is bound by the 利用開始パスワード; a shinkin's by nothing but the key.
  if (issuerKeys.length === 0 && profiles.some(({ kind }) => kind === 'shinkin')) fail(`${at}.keys`, 'a key, for its shinkin');
  return { origin: issuerOrigin, profiles };
};

const PARSERS: { [K in PolicyPart]: Parser<NonNullable<Policy[K]>> } = {
  institutions: (value, at) => new Set(distinct(list(code, MOST_INSTITUTIONS), (one) => one)(value, at)),
  autoLockMinutes: oneOf(...AUTO_LOCK_MINUTES),
  inPageOffer: flag,
  issuer,
};

const isPart = (key: string): key is PolicyPart => POLICY_PARTS.some((part) => part === key);

/** A part as it is, or null and why. */
function partOf<K extends PolicyPart>(given: object, part: K, faults: PolicyFault[]): Policy[K] | null {
  if (!Object.hasOwn(given, part)) return null;
  try {
    return PARSERS[part](Reflect.get(given, part), part);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    faults.push({ part, why: error.message.slice(0, LONGEST_WHY) });
    return null;
  }
}

/** Never throws: what is malformed is in `faults`, and as if it had not been written. */
export function readPolicy(stored: unknown): Policy {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return { ...NO_POLICY, faults: [{ part: 'all', why: 'expected an object' }] };
  const unknown = Object.keys(stored).filter((key) => !isPart(key));
  const faults: PolicyFault[] = unknown.slice(0, MOST_UNKNOWN).map((key) => ({ part: 'unknown', why: key.slice(0, LONGEST_WHY) }));
  const [institutions, autoLockMinutes] = [partOf(stored, 'institutions', faults), partOf(stored, 'autoLockMinutes', faults)];
  return { institutions, autoLockMinutes, inPageOffer: partOf(stored, 'inPageOffer', faults), issuer: partOf(stored, 'issuer', faults), faults };
}

/** `granted`: the browser lets us speak to its issuer. */
export function lookOf({ institutions, autoLockMinutes, inPageOffer, issuer: own, faults }: Policy, granted: boolean): PolicyLook {
  return {
    institutions: institutions?.size ?? null,
    autoLockMinutes,
    inPageOffer,
    issuer: own && { origin: own.origin, institutions: own.profiles.length, granted },
    faults,
  };
}
