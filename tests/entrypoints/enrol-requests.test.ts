/** Open pages hear of a token that was made, checked or dropped in another: a view beside the page looks again only when it is told. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../entrypoints/background/desk.ts';
import type { enrolRequests } from '../../entrypoints/background/enrol-requests.ts';
import { notes } from '../../entrypoints/background/notes.ts';
import { enrolment } from '../../lib/enrolment/enrol.ts';
import { issuerPost } from '../../lib/enrolment/issuer.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import { TOKENS_CHANGED } from '../../lib/messages/protocol.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { memoryArea, random, reasonOf } from '../lib/vault/builders.ts';
import { type MockBank, startBank } from '../mock-bank/start.ts';
import { openVaultAt } from './vault-at.ts';

const PAGE: OwnPage = { kind: 'own-page', windowId: 1 };
const SHINKIN = { institutionCode: '1188', termsAccepted: true, samePcAccepted: true };

const told = async (message: unknown): Promise<void> => {
  expect(message).toBe(TOKENS_CHANGED);
  seen.push({ states: (await vault.tokens()).map(({ state }) => state), pending: (await vault.pendings()).length });
};

let bank: MockBank;
let vault: Vault;
let requests: ReturnType<typeof enrolRequests>;
/** The issuer says that the attempt's time is over. */
let isOver: boolean;
/** What the browser itself says of a policy, when it does. */
let browserSays: PromiseWithResolvers<void>;
/** The states of the tokens, and how many attempts are pending, as pages find them whenever they are told to look. */
let seen: { states: string[]; pending: number }[];

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const runtime = { id: 'kagifuda', sendMessage: told };
  vi.stubGlobal('browser', { runtime, extension: { inIncognitoContext: false }, alarms: { create: async () => undefined, clear: async () => true } });
  bank = await startBank({ issuerOrigin: profileOf('1188')?.issuerOrigin ?? '', quiet: true });
});
afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await bank.close();
});

beforeEach(async () => {
  const opened = await openVaultAt(bank.now());
  ({ vault } = opened);
  seen = [];
  isOver = false;
  browserSays = Promise.withResolvers();
  browserSays.resolve();
  bank.fault(null);
  const post = issuerPost(async (input, init) =>
    isOver ? new Response('{"v":1,"error":"expired"}', { status: 410 }) : await bank.fetch(new Request(input, init)),
  );
  const client = enrolment({ vault, post, profileOf, random, now: () => opened.on.clock.now, monotonic: () => 0, version: '0.1.0' });
  const policy = { read: () => browserSays.promise };
  const desk: Desk = Object.assign(Object.create(null), { vault, enrolment: client, notes: notes(memoryArea()), policy, now: () => opened.on.clock.now, jumpedAt: () => null });
  // It takes the browser that is there when it is loaded.
  const loaded = await import('../../entrypoints/background/enrol-requests.ts');
  requests = loaded.enrolRequests(desk);
});

const made = async (): Promise<string> => (await requests.enrolShinkin(SHINKIN, PAGE)).tokenId;

/** A line that was cut before the answer: the attempt stays. */
async function cut(): Promise<string> {
  bank.fault({ path: '/v1/sk/provision', kind: 'down' });
  expect(await reasonOf(made())).toBe('issuer-unreachable');
  bank.fault(null);
  const [left] = await vault.pendings();
  return left?.id ?? expect.unreachable();
}

const UNBOUND = { states: ['UNBOUND'], pending: 0 };

describe('open pages are told to look again', () => {
  it('when a shinkin\'s token was made', async () => {
    await made();
    expect(seen).toEqual([UNBOUND]);
  });

  it('when a credit union\'s token was made', async () => {
    const ids = await bank.issue(await bank.newCustomer({ institution: '2143' }), '471108');
    await requests.enrolUnion({ institutionCode: '2143', ...ids, password: '471108', consented: true }, PAGE);
    expect(seen).toEqual([UNBOUND]);
  });

  it('when the line was cut, when the attempt was resumed, and when it was given up', async () => {
    const pendingId = await cut();
    expect(seen).toEqual([{ states: [], pending: 1 }]);
    await requests.resumePending({ pendingId }, PAGE);
    expect(seen.slice(1)).toEqual([UNBOUND]);
    await requests.dropPending({ pendingId: await cut() }, PAGE);
    expect(seen.slice(2)).toEqual([{ states: ['UNBOUND'], pending: 1 }, UNBOUND]);
  });

  it('when the issuer has ended the attempt that was resumed', async () => {
    const pendingId = await cut();
    isOver = true;
    expect(await reasonOf(Promise.resolve(requests.resumePending({ pendingId }, PAGE)))).toBe('pending-expired');
    expect(seen.slice(1)).toEqual([{ states: [], pending: 0 }]);
  });

  it('when a token was asked about, and when the issuer did not answer', async () => {
    const tokenId = await made();
    const [token] = await vault.tokens();
    await bank.deskSetsState(token?.serial ?? '', 'ACTIVE');
    expect(await requests.refreshStatus({ tokenId }, PAGE)).toEqual({ state: 'ACTIVE' });
    bank.fault({ path: '/v1/status', kind: 'down' });
    expect(await reasonOf(Promise.resolve(requests.refreshStatus({ tokenId }, PAGE)))).toBe('issuer-unreachable');
    const active = { states: ['ACTIVE'], pending: 0 };
    expect(seen.slice(1)).toEqual([active, active]);
  });
});

describe('while the browser has not said itself which policy holds', () => {
  it('nothing is asked of an issuer, whatever held last time', async () => {
    const pendingId = await cut();
    const unionIds = await bank.issue(await bank.newCustomer({ institution: '2143' }), '471108');
    browserSays = Promise.withResolvers();
    const asked = [
      Promise.resolve(requests.enrolShinkin(SHINKIN, PAGE)),
      Promise.resolve(requests.enrolUnion({ institutionCode: '2143', ...unionIds, password: '471108', consented: true }, PAGE)),
      Promise.resolve(requests.resumePending({ pendingId }, PAGE)),
    ];
    await vi.advanceTimersByTimeAsync(180_000);
    expect([await vault.tokens(), (await vault.pendings()).map(({ id }) => id)]).toEqual([[], [pendingId]]);
    browserSays.resolve();
    await Promise.all(asked);
    expect([(await vault.tokens()).length, await vault.pendings()]).toEqual([3, []]);
  });
});
