/** A line between client and issuer on which a message may be lost, doubled, delayed or overtaken, either way. */
import type { Issuer } from './issuer.ts';
import type { Chance } from '../../chance.ts';
import type { Tally } from './tally.ts';

export const FATES = [
  'delivered', 'request lost', 'reply lost', 'doubled, first reply', 'doubled, second reply',
  'delayed', 'delayed to the end', 'overtaken by its retry', 'retry overtaken by it', 'comes again later',
] as const;
export type Fate = (typeof FATES)[number];

interface Message {
  address: string;
  path: string;
  body: Uint8Array<ArrayBuffer>;
  /** How many further messages go first; of the same path only, when `ofPath`. */
  behind: number;
  ofPath: boolean;
}

export interface Network {
  fetch: typeof fetch;
  /** Nothing goes wrong any more; what is late stays late. */
  calm(): void;
  /** Resolves when nothing is being served. */
  idle(): Promise<void>;
  /** All that is still on its way arrives now; nobody hears the replies. How many they were. */
  deliverLate(): Promise<number>;
}

export interface NetworkOptions {
  issuer: Issuer;
  chance: Chance;
  tally: Tally;
  clock: { now: number };
  /** Told of each 403 and 410 that the client hears: nothing was made of this message, and nothing will be. */
  over: (body: Uint8Array) => void;
  /** What becomes of the next message on this path. */
  fateOf: (path: string, chance: Chance) => Fate;
}

/** What the wire takes; a client that waits in vain gives up after so long. Milliseconds. */
const TRANSIT = 20;
const PATIENCE = 15_000;

export function newNetwork({ issuer, chance, tally, clock, fateOf, over }: NetworkOptions): Network {
  let troubled = true;
  let count = 0;
  const late: Message[] = [];
  const underway = new Set<Promise<unknown>>();

  async function serve({ address, body }: Message): Promise<{ status: number; body: string } | null> {
    clock.now += TRANSIT;
    const request = new Request(address, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const answer = await issuer.serve(request);
    clock.now += TRANSIT;
    return answer;
  }

  async function heard(message: Message): Promise<Response> {
    const answer = await serve(message);
    if (!answer) throw new TypeError('the line was cut');
    if (answer.status === 403 || answer.status === 410) over(message.body);
    return new Response(answer.body, { status: answer.status });
  }

  function waitInVain(chosen: Chance): never {
    clock.now += PATIENCE;
    if (chosen.yes(0.5)) throw new DOMException('too long', 'TimeoutError');
    throw new TypeError('the line was cut');
  }

  function keep(message: Message, behind: number, ofPath = false): void {
    late.push({ ...message, behind, ofPath });
  }

  /** Those whose turn has come, before the next message of this path. */
  async function deliverDue(path: string): Promise<void> {
    const due: Message[] = [];
    for (const message of late) if ((!message.ofPath || message.path === path) && message.behind-- <= 0) due.push(message);
    for (const message of due) {
      late.splice(late.indexOf(message), 1);
      await serve(message);
    }
  }

  /** Two of them at once; the client hears one. */
  async function doubled(message: Message, which: 0 | 1): Promise<Response> {
    const both = await Promise.allSettled([heard(message), heard(message)]);
    const one = both[which];
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  }

  const meet: Record<Fate, (message: Message, chosen: Chance) => Promise<Response>> = {
    delivered: heard,
    'request lost': async (_message, chosen) => waitInVain(chosen),
    async 'reply lost'(message, chosen) {
      await serve(message);
      return waitInVain(chosen);
    },
    'doubled, first reply': (message) => doubled(message, 0),
    'doubled, second reply': (message) => doubled(message, 1),
    async delayed(message, chosen) {
      keep(message, chosen.below(4));
      return waitInVain(chosen);
    },
    async 'delayed to the end'(message, chosen) {
      keep(message, Infinity);
      return waitInVain(chosen);
    },
    async 'overtaken by its retry'(message, chosen) {
      keep(message, 1, true);
      return waitInVain(chosen);
    },
    async 'retry overtaken by it'(message, chosen) {
      keep(message, 0, true);
      return waitInVain(chosen);
    },
    async 'comes again later'(message, chosen) {
      keep(message, chosen.one([0, 1, 3, Infinity]));
      return await heard(message);
    },
  };

  async function send(message: Message): Promise<Response> {
    const chosen = chance.apart(`message ${count++}`);
    await deliverDue(message.path);
    if (!troubled) return await heard(message);
    const fate = fateOf(message.path, chosen);
    tally.count(`line: ${message.path}`, fate);
    return await meet[fate](message, chosen);
  }

  /** Kept until it is over, though the process that waits for it may be gone. */
  async function noted(work: Promise<Response>): Promise<Response> {
    const settled = work.catch(() => undefined);
    underway.add(settled);
    void settled.then(() => underway.delete(settled));
    return await work;
  }

  return {
    async fetch(input, init) {
      const { href: address, pathname: path } = new URL(input instanceof Request ? input.url : input);
      if (!(init?.body instanceof Uint8Array)) throw new TypeError('the client sends bytes');
      return await noted(send({ address, path, body: Uint8Array.from(init.body), behind: 0, ofPath: false }));
    },
    calm: () => void (troubled = false),
    async idle() {
      while (underway.size > 0) await Promise.all(underway);
    },
    async deliverLate() {
      const all = late.splice(0);
      for (const message of all) await serve(message);
      return all.length;
    },
  };
}
