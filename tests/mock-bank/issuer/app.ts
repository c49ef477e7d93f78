/** The issuer's edge: limits, faults and the one place where refusals become answers. */
import { Hono } from 'hono';
import { answer, refuse, Refused } from './answers.ts';
import { provision } from './provision.ts';
import { acknowledge, status } from './status.ts';
import { admit } from './throttle.ts';
import { finish } from './union-finish.ts';
import { start } from './union-start.ts';
import { readBody } from './wire.ts';
import type { BankEvent, Fault, World } from '../world.ts';

/** What the server adapter knows of a request; nothing of it without a port. */
export interface Peer {
  address: string;
  /** Cuts the connection without an answer. */
  cut?: () => void;
}

const SLOW = 30_000;

/** The last character but one of the proof carries six full bits: another letter there is another proof. */
function spoilMac(body: string): string {
  return body.replace(/("(?:mac|Tb)":".*)(.)(.")/, (_all, before: string, letter: string, after: string) =>
    before + (letter === 'A' ? 'B' : 'A') + after);
}

/** A dead line: the connection is cut where there is one. */
function dropped(peer: Peer, code: 500 | 503): Response {
  peer.cut?.();
  return code === 503 ? refuse('unavailable') : new Response(null, { status: code });
}

async function underFault(world: World, fault: Fault | null, peer: Peer, work: () => Promise<Response>): Promise<Response> {
  if (fault?.kind === 'down') return dropped(peer, 503);
  if (fault?.kind === 'slow') await world.wait(fault.milliseconds ?? SLOW);
  if (fault?.kind === 'garbage') return new Response('<html>502 Bad Gateway', { headers: { 'content-type': 'application/json' } });
  const response = await work();
  if (fault?.kind === 'drop-reply') return dropped(peer, 500);
  if (fault?.kind === 'wrong-mac' && response.ok) return answer(spoilMac(await response.text()));
  return response;
}

/** The log hears a reason that the client does not: who asks must not learn why an activation refuses. */
async function toAnswer(world: World, kind: BankEvent['kind'], work: () => Promise<{ reply: string } & Refused['seen']>): Promise<Response> {
  try {
    const { reply, ...seen } = await work();
    world.note({ kind, outcome: 'accepted', ...seen });
    return answer(reply);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    world.note({ kind, outcome: 'refused', reason: error.refusal, ...error.seen });
    return refuse(error.refusal, error.seconds ?? undefined);
  }
}

async function union(world: World, body: Uint8Array, spoilt: { spoiltPrefix?: string }): Promise<{ reply: string } & Refused['seen']> {
  const { reply, seen, former } = await finish(world, body, spoilt);
  if (former !== null) world.note({ kind: 'supersede', outcome: 'accepted', ...seen, serial: former });
  return { reply, ...seen };
}

/** The prefix of no series. */
const spoiltBy = (fault: Fault | null): { spoiltPrefix?: string } => (fault?.kind === 'bad-serial' ? { spoiltPrefix: 'ZZZZ' } : {});

export function issuerApp(world: World): Hono<{ Bindings: { peer: Peer } }> {
  const app = new Hono<{ Bindings: { peer: Peer } }>();
  const faultAt = (path: Fault['path']): Fault | null => {
    const fault = world.fault();
    return fault?.path === path ? fault : null;
  };
  app.post('/v1/sk/provision', (c) => {
    const fault = faultAt('/v1/sk/provision');
    return underFault(world, fault, c.env.peer, () => toAnswer(world, 'provision', async () => {
      const { reply, serial } = await provision(world, await readBody(c.req.raw), { admit: () => admit(world, 'provision', c.env.peer.address), ...spoiltBy(fault) });
      return { reply, serial };
    }));
  });
  app.post('/v1/cu/start', (c) => underFault(world, faultAt('/v1/cu/start'), c.env.peer, () =>
    toAnswer(world, 'attempt', async () => start(world, await readBody(c.req.raw), () => admit(world, 'attempt', c.env.peer.address)))));
  app.post('/v1/cu/finish', (c) => {
    const fault = faultAt('/v1/cu/finish');
    return underFault(world, fault, c.env.peer, () => toAnswer(world, 'activate', async () => union(world, await readBody(c.req.raw), spoiltBy(fault))));
  });
  app.post('/v1/ack', (c) => underFault(world, faultAt('/v1/ack'), c.env.peer, () =>
    toAnswer(world, 'acknowledge', async () => acknowledge(world, await readBody(c.req.raw)))));
  app.post('/v1/status', (c) => underFault(world, faultAt('/v1/status'), c.env.peer, () =>
    toAnswer(world, 'status', async () => status(world, await readBody(c.req.raw)))));
  app.notFound(() => refuse('unknown'));
  app.onError((error) => {
    world.alarm(error);
    return refuse('unavailable');
  });
  return app;
}
