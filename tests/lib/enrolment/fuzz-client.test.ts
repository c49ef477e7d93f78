/** What an issuer, or somebody in its place, may answer: the client takes the right reply and refuses every other one, and nothing else happens. */
import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64url, utf8 } from '../../../lib/bytes.ts';
import { beginProvision, finishProvision } from '../../../lib/enrolment/provision.ts';
import { readStatus, statusRequest } from '../../../lib/enrolment/status.ts';
import { beginUnion, finishUnion, proveUnion } from '../../../lib/enrolment/union.ts';
import { readAckReply } from '../../../lib/enrolment/wire.ts';
import { profileOf } from '../../../lib/institutions/profiles.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { startBank } from '../../mock-bank/start.ts';
import { NOON, random } from '../vault/builders.ts';
import { type Changed, changed, type Meaning, type Sample } from './fuzz-mutations.ts';
import { fuzzSeed, messagesOf, NO_ELEMENTS, otherProfile } from './fuzz-samples.ts';
import { chanceOf } from '../chance.ts';

const abukuma = profileOf('1188') ?? expect.unreachable();
const akagi = profileOf('2143') ?? expect.unreachable();

/** A reply and the pure function that reads it. */
interface Reader {
  sample: Sample;
  /** What was understood, as text. Throws. */
  read: (body: Uint8Array<ArrayBuffer>) => string;
  /** Takes a well-formed other one too: then what was understood is another thing, which the next message shows the issuer. */
  provesLater?: boolean;
  /** Of all messages, in fifteenths. */
  share: number;
}

const show = (value: unknown): string => JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Uint8Array ? toBase64url(inner) : inner));

let readers: Record<string, Reader>;

beforeAll(async () => {
  const bank = await startBank({ issuerOrigin: abukuma.issuerOrigin, quiet: true, now: () => NOON });
  const from = { now: NOON, random, app: 'kagifuda', version: '0.1.0' };
  const ask = async (path: string, body: Uint8Array<ArrayBuffer>): Promise<string> => {
    const response = await bank.fetch(new Request(abukuma.issuerOrigin + path, { method: 'POST', body, headers: { 'content-type': 'application/json' } }));
    return response.ok ? await response.text() : expect.unreachable(await response.text());
  };
  const shinkin = await beginProvision(abukuma, from);
  const m2 = await ask('/v1/sk/provision', shinkin.request);
  const { token, secrets } = finishProvision(shinkin, abukuma, utf8(m2));
  const question = { serial: token.serial, nonce: random(16), t0: NOON };
  const status = await ask('/v1/status', statusRequest(secrets.device, question));

  const customer = await bank.newCustomer({ institution: '2143' });
  const ids = await bank.issue(customer, '471108');
  const attempt = beginUnion(akagi, { ...ids, password: '471108' }, from);
  const share = await ask('/v1/cu/start', attempt.request);
  const pending = proveUnion(attempt, utf8(share));
  const m4 = await ask('/v1/cu/finish', pending.request);
  await bank.close();

  readers = {
    'sk M2': { sample: { json: m2, others: otherProfile('SKTS') }, read: (body) => show(finishProvision(shinkin, abukuma, body)), share: 4 },
    'cu M2': {
      sample: { json: share, wrong: { Yb: NO_ELEMENTS } },
      read: (body) => show(proveUnion(attempt, body)), provesLater: true, share: 2,
    },
    'cu M4': { sample: { json: m4, others: otherProfile('AKGS') }, read: (body) => show(finishUnion(pending, akagi, body)), share: 4 },
    status: { sample: { json: status, others: { state: (chance) => chance.one(['ACTIVE', 'REVOKED', 'EXPIRED']), t1: (chance) => NOON + 1 + chance.below(1e6), t2: () => 0 } }, read: (body) => show(readStatus(secrets.device, question, body)), share: 3 },
    ack: { sample: { json: '{"v":1,"state":"CONFIRMED"}', others: { state: () => 'REVOKED' } }, read: (body) => show(readAckReply(body)), share: 2 },
  };
}, 60_000);

/** What was understood, or the refusal; anything else is a crash. */
function outcome({ read }: Reader, body: Uint8Array<ArrayBuffer>): { taken: string } | { refused: string } {
  try {
    return { taken: read(body) };
  } catch (failure) {
    if (failure instanceof Refusal) return { refused: failure.reason };
    throw failure;
  }
}

const REFUSALS = /^issuer-(garbled|unverified)$|^(serial|profile)-unexpected$/;

/** Whether a reply that was changed may be taken all the same. */
const taken = ({ provesLater = false }: Reader, meaning: Meaning, isOther: boolean): boolean => provesLater && meaning === 'other' && isOther;

function judge(name: string, reader: Reader, right: string, { meaning, how, body }: Changed): void {
  const found = outcome(reader, body);
  const kept = meaning === 'same' ? 'taken' in found && found.taken === right : 'refused' in found ? REFUSALS.test(found.refused) : taken(reader, meaning, found.taken !== right);
  if (!kept) expect.fail(`${name}, ${how}: ${JSON.stringify(found)} for ${new TextDecoder().decode(body.subarray(0, 500))}`);
}

describe('a client that is answered', () => {
  const all = messagesOf(60_000);
  const shares = 15;
  it.for(['sk M2', 'cu M2', 'cu M4', 'status', 'ack'])('%s takes it only as it is', { timeout: 600_000 }, (name) => {
    const seed = fuzzSeed();
    const reader = readers[name] ?? expect.unreachable();
    const chance = chanceOf(`${seed} ${name}`);
    const counts = { malformed: 0, other: 0, same: 0 };
    const right = reader.read(utf8(reader.sample.json));
    const number = Math.ceil((all * reader.share) / shares);
    for (let n = 0; n < number; n++) {
      const meaning = n % 40 === 0 ? 'same' : n % 4 === 0 ? 'other' : 'malformed';
      counts[meaning]++;
      judge(`KAGIFUDA_FUZZ_SEED=${seed} ${name}`, reader, right, changed(chance, reader.sample, meaning));
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(number / 50);
  });
});
