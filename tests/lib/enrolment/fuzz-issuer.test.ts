/** What a client, or somebody in its place, may ask: the issuer refuses what is wrong by the protocol's own words, commits nothing, and goes on working. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../../lib/bytes.ts';
import { beginProvision, finishProvision } from '../../../lib/enrolment/provision.ts';
import { ackRequest, readStatus, statusRequest } from '../../../lib/enrolment/status.ts';
import { beginUnion, finishUnion, proveUnion } from '../../../lib/enrolment/union.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { issueActivation } from '../../mock-bank/activations.ts';
import { openContract } from '../../mock-bank/customers.ts';
import { NOON, random } from '../vault/builders.ts';
import { changed, type Meaning, type Sample } from './fuzz-mutations.ts';
import { fuzzSeed, messagesOf, NO_ELEMENTS } from './fuzz-samples.ts';
import { chanceOf } from '../chance.ts';
import { type Issuer, newIssuer } from './model/issuer.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const akagi = profileOf('2143') ?? expect.unreachable();
const PASSWORD = '471108';
const clock = { now: NOON };
const from = () => ({ now: clock.now, random, app: 'kagifuda', version: '0.1.0' });
const FIFTEENTH = Math.ceil(messagesOf(45_000) / 15);

let issuer: Issuer;

beforeAll(async () => {
  issuer = await newIssuer({ origin: abukuma.issuerOrigin, now: () => clock.now, note: () => undefined, committed: async () => undefined });
}, 60_000);
afterAll(async () => await issuer.close());

async function send(path: string, body: Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<{ status: number; body: string }> {
  const request = new Request(abukuma.issuerOrigin + path, { method: 'POST', body, headers: { 'content-type': type } });
  return (await issuer.serve(request)) ?? expect.unreachable('no answer');
}

async function expectReply(path: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { status, body: reply } = await send(path, body);
  if (status !== 200) expect.unreachable(`${path} ${status} ${reply}`);
  return utf8(reply);
}

/** All that a request could have changed; how many asked in this hour is not of interest. */
async function content(...tables: string[]): Promise<string> {
  const rows = await Promise.all(tables.map(async (table) => [table, await issuer.tables.rows(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)]));
  return JSON.stringify(rows, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value));
}

const EVERYTHING = ['tokens', 'provisionings', 'attempts', 'activations'];
const MALFORMED = [400, 413];
const TEXT: Record<number, string> = { 400: 'malformed', 403: 'refused', 404: 'unknown', 409: 'conflict', 410: 'expired', 413: 'too-large', 415: 'content-type', 429: 'busy' };

interface Round {
  path: string;
  sample: Sample;
  number: number;
  /** The answers that are right for each meaning, besides those to what is malformed; without it that meaning is not sent. */
  answers: Partial<Record<Exclude<Meaning, 'malformed'>, number[]>>;
}

/** Every answer is a refusal of the protocol's own, and one that fits what was sent. */
async function expectRefusals({ path, sample, number, answers }: Round): Promise<void> {
  const seed = fuzzSeed();
  const chance = chanceOf(`${seed} ${path}`);
  const meanings: Meaning[] = ['malformed', 'malformed', 'malformed', ...(answers.other ? (['other', 'other'] as const) : []), ...(answers.same ? (['same'] as const) : [])];
  for (let n = 0; n < number; n++) {
    const meaning = meanings[n % meanings.length] ?? 'malformed';
    const { how, body } = changed(chance, sample, meaning);
    const { status, body: answer } = await send(path, body);
    const right = [...(meaning === 'same' ? [] : MALFORMED), ...(meaning === 'malformed' ? [] : (answers[meaning] ?? []))];
    const worded = status === 200 || answer === JSON.stringify({ v: 1, error: TEXT[status] });
    if (!right.includes(status) || !worded)
      expect.fail(`KAGIFUDA_FUZZ_SEED=${seed} ${path} ${meaning}, ${how}: ${status} ${answer} for ${new TextDecoder().decode(body.subarray(0, 500))}`);
  }
}

const sampleOf = (request: Uint8Array, more: Omit<Sample, 'json'> = {}): Sample => ({ json: fromUtf8(request), ...more });
const OTHER_IDS = { serviceId: () => 'IB99990001', userId: () => 'ZZZZZZZZZZ' };

async function newActivation(): Promise<{ serviceId: string; userId: string; password: string }> {
  const owner = await openContract(issuer.world, { institution: '2143' });
  const ids = await issuer.tables.transaction((tables) => issueActivation(issuer.world, tables, owner, { password: PASSWORD, mail: 'fuzz@mail.localhost' }));
  return { serviceId: ids.serviceId, userId: ids.userId, password: PASSWORD };
}

describe('an issuer that is asked', { timeout: 600_000 }, () => {
  it('for a token at a shinkin gives it for the right message only, and once', async () => {
    const path = '/v1/sk/provision';
    const pending = await beginProvision(abukuma, from());
    const sample = sampleOf(pending.request, { lengths: ['ct'], others: { keyId: (chance) => chance.one(['mock-2026-oh', 'mock-2026-2', 'mock-2026-1!', 'K'.repeat(32)]) } });
    const before = await content(...EVERYTHING);
    await expectRefusals({ path, sample, number: 4 * FIFTEENTH, answers: { other: [404] } });
    expect(await content(...EVERYTHING)).toBe(before);

    const reply = await expectReply(path, pending.request);
    const after = await content(...EVERYTHING);
    expect(after).not.toBe(before);
    await expectRefusals({ path, sample, number: FIFTEENTH, answers: { other: [404, 409], same: [409] } });
    expect(await content(...EVERYTHING)).toBe(after);
    expect(await expectReply(path, pending.request)).toEqual(reply);
    expect(finishProvision(pending, abukuma, reply).token.serial).toMatch(/^SKTS/);
  });

  it('for an attempt at a credit union tells nothing and makes nothing but attempts', async () => {
    const path = '/v1/cu/start';
    const activation = await newActivation();
    const attempt = beginUnion(akagi, activation, from());
    const sample = sampleOf(attempt.request, { wrong: { Ya: NO_ELEMENTS } });
    const before = await content(...EVERYTHING);
    await expectRefusals({ path, sample, number: 3 * FIFTEENTH, answers: {} });
    expect(await content(...EVERYTHING)).toBe(before);

    // Well-formed and somebody's own: each is an attempt, as far as there may be any. None is the right one, whatever is proven.
    const others = { ...OTHER_IDS, t0: () => 0, 'ADa.app': () => 'e\u0301', 'ADa.version': () => '\u202e' };
    const right = await expectReply(path, attempt.request);
    const kept = await content('tokens', 'provisionings', 'activations');
    await expectRefusals({ path, sample: { ...sample, others }, number: FIFTEENTH, answers: { other: [200, 409, 429], same: [409] } });
    expect(await content('tokens', 'provisionings', 'activations')).toBe(kept);
    expect(await expectReply(path, attempt.request)).toEqual(right);
    const pending = proveUnion(attempt, right);
    expect(finishUnion(pending, akagi, await expectReply('/v1/cu/finish', pending.request)).token.serial).toMatch(/^AKGS/);
  });

  it('to finish an attempt does so for the right proof only', async () => {
    const path = '/v1/cu/finish';
    const activation = await newActivation();
    const attempt = beginUnion(akagi, activation, from());
    const pending = proveUnion(attempt, await expectReply('/v1/cu/start', attempt.request));
    const sample = sampleOf(pending.request);
    const before = await content(...EVERYTHING);
    await expectRefusals({ path, sample, number: 2 * FIFTEENTH, answers: {} });
    expect(await content(...EVERYTHING)).toBe(before);

    const reply = await expectReply(path, pending.request);
    const after = await content(...EVERYTHING);
    await expectRefusals({ path, sample, number: FIFTEENTH, answers: { other: [404, 409], same: [409] } });
    expect(await content(...EVERYTHING)).toBe(after);
    expect(finishUnion(pending, akagi, reply).token.serial).toMatch(/^AKGS/);
  });

  it('to finish attempts with wrong proofs makes no token and locks the activation after five', async () => {
    const activation = await newActivation();
    const tokens = await content('tokens');
    for (let round = 0; round < 8; round++) {
      const attempt = beginUnion(akagi, activation, from());
      const pending = proveUnion(attempt, await expectReply('/v1/cu/start', attempt.request));
      const others = { Ta: () => Buffer.from(random(64)).toString('base64url') };
      await expectRefusals({ path: '/v1/cu/finish', sample: sampleOf(pending.request, { others }), number: Math.ceil(FIFTEENTH / 8), answers: { other: [403, 404, 409] } });
      expect((await send('/v1/cu/finish', pending.request)).status).toBe(409);
    }
    expect(await content('tokens')).toBe(tokens);
    const attempt = beginUnion(akagi, activation, from());
    const pending = proveUnion(attempt, await expectReply('/v1/cu/start', attempt.request));
    expect((await send('/v1/cu/finish', pending.request)).status).toBe(403);
  });

  it('about a token, or told that it has arrived, believes only who has its device key', async () => {
    const pending = await beginProvision(abukuma, from());
    const { token, secrets } = finishProvision(pending, abukuma, await expectReply('/v1/sk/provision', pending.request));
    const others = { serial: () => 'SKTS00000000', t0: () => 7 };
    const before = await content(...EVERYTHING);
    const ack = ackRequest(secrets.device, token.serial);
    await expectRefusals({ path: '/v1/ack', sample: sampleOf(ack, { others }), number: 2 * FIFTEENTH, answers: { other: [404] } });
    const question = { serial: token.serial, nonce: random(16), t0: clock.now };
    const ask = statusRequest(secrets.device, question);
    await expectRefusals({ path: '/v1/status', sample: sampleOf(ask, { others }), number: 2 * FIFTEENTH, answers: { other: [404], same: [200] } });
    expect(await content(...EVERYTHING)).toBe(before);
    expect(readStatus(secrets.device, question, await expectReply('/v1/status', ask)).state).toBe('UNBOUND');
    await expectReply('/v1/ack', ack);
    expect(await content(...EVERYTHING)).not.toBe(before);
  });

  it.each(['text/plain', 'application/json; charset=shift_jis', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])('in %j refuses all', async (type) => {
    const pending = await beginProvision(abukuma, from());
    expect(await send('/v1/sk/provision', pending.request, type)).toEqual({ status: 415, body: '{"v":1,"error":"content-type"}' });
  });
});
