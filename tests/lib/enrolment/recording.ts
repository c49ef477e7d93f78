/** What somebody on the line has afterwards: every message of a real run, both ways, and nothing else. The secrets stand apart, for the controls. */
import { scalarOf } from '../../../lib/enrolment/cpace.ts';
import { beginProvision, finishProvision } from '../../../lib/enrolment/provision.ts';
import { ackRequest, statusRequest } from '../../../lib/enrolment/status.ts';
import { beginUnion, finishUnion, proveUnion } from '../../../lib/enrolment/union.ts';
import type { InstitutionProfile } from '../../../lib/institutions/profile.ts';
import type { MockBank } from '../../mock-bank/start.ts';
import { utf8 } from '../../../lib/bytes.ts';
import { NOON, random } from '../vault/builders.ts';

export interface Recording {
  /** As they went over the line, in their order. */
  messages: string[];
}

type Body = Uint8Array<ArrayBuffer>;
type Ask = (path: string, body: Body) => Promise<Body>;

function recorder(bank: MockBank, { issuerOrigin }: InstitutionProfile): { ask: Ask; messages: string[] } {
  const messages: string[] = [];
  const ask: Ask = async (path, body) => {
    const request = new Request(issuerOrigin + path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    messages.push(await request.clone().text());
    const reply = await (await bank.fetch(request)).text();
    messages.push(reply);
    return utf8(reply);
  };
  return { ask, messages };
}

const from = { now: NOON, random, app: 'kagifuda', version: '0.1.0' };

async function confirm(ask: Ask, serial: string, device: Uint8Array): Promise<void> {
  await ask('/v1/status', statusRequest(device, { serial, nonce: random(16), t0: NOON }));
  await ask('/v1/ack', ackRequest(device, serial));
}

export interface UnionRun extends Recording {
  secrets: { password: string; ya: bigint; prk: Uint8Array; otp: Uint8Array; device: Uint8Array };
}

export async function recordUnion(bank: MockBank, profile: InstitutionProfile, password: string): Promise<UnionRun> {
  const { ask, messages } = recorder(bank, profile);
  const ids = await bank.issue(await bank.newCustomer({ institution: profile.code }), password);
  const drawn: Uint8Array[] = [];
  const noted = (length: number): Body => {
    const bytes = random(length);
    drawn.push(bytes.slice());
    return bytes;
  };
  const attempt = beginUnion(profile, { ...ids, password }, { ...from, random: noted });
  const pending = proveUnion(attempt, await ask('/v1/cu/start', attempt.request));
  const { token, secrets } = finishUnion(pending, profile, await ask('/v1/cu/finish', pending.request));
  await confirm(ask, token.serial, secrets.device);
  // What ya was sampled from: the only 32 bytes that were drawn.
  const ya = scalarOf(drawn.find(({ length }) => length === 32) ?? new Uint8Array());
  return { messages, secrets: { password, ya, prk: pending.prk, ...secrets } };
}

export interface ShinkinRun extends Recording {
  secrets: { z: Uint8Array; otp: Uint8Array; device: Uint8Array };
}

export async function recordShinkin(bank: MockBank, profile: InstitutionProfile): Promise<ShinkinRun> {
  const { ask, messages } = recorder(bank, profile);
  const pending = await beginProvision(profile, from);
  const { token, secrets } = finishProvision(pending, profile, await ask('/v1/sk/provision', pending.request));
  await confirm(ask, token.serial, secrets.device);
  return { messages, secrets: { z: pending.z, ...secrets } };
}

/** Does any message hold these bytes: as they are, as hexadecimal, base64 or base64url, whole or within longer base64? */
export function holds({ messages }: Recording, secret: Uint8Array): boolean {
  const bytes = Buffer.from(secret);
  const texts = [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')];
  return messages.some((message) => {
    if (texts.some((text) => message.includes(text)) || Buffer.from(message).includes(bytes)) return true;
    const encoded = message.match(/[A-Za-z0-9+/_-]{8,}/g) ?? [];
    return encoded.some((text) => Buffer.from(text, 'base64url').includes(bytes) || Buffer.from(text, 'hex').includes(bytes));
  });
}
