/**
 * The policy of the organisation that manages this browser: asked of the browser at the start of a process, and again when it changes.
 * Chromium may take minutes to say it, so what it said last time holds until then.
 */
import { browser } from 'wxt/browser';
import { govern } from '../../lib/institutions/profiles.ts';
import { NO_POLICY, type Policy, readPolicy } from '../../lib/managed.ts';
import type { Send } from '../../lib/messages/client.ts';
import { within } from '../../lib/within.ts';

export interface PolicyKeeper {
  /** What the browser itself has said in this process: for what one of last time must not decide, as who issues. By then it holds. */
  read(): Promise<Policy>;
  /** The latest: what the browser said last time, until it says it anew. Waits where neither is known. By then it holds. */
  known(): Promise<Policy>;
  /** The same for whoever waits at a screen: none, where neither is known yet. */
  soon(): Promise<Policy>;
}

interface Following {
  /** Runs when another one holds than was told to somebody. */
  changed: () => void;
  /** Only one process writes down what the browser says. */
  keeps: boolean;
}

/** In `storage.local`: what the browser said last time, as JSON text. */
const SAID = 'policySaid';

/** After its start Chromium takes seconds to say even that nobody has written one, and up to three minutes where no page of it has been seen yet. Milliseconds. */
const PATIENCE = 100;

async function said(): Promise<string> {
  try {
    return JSON.stringify(await browser.storage.managed.get());
  } catch {
    // Firefox refuses where nobody has written one: most people's browsers are their own.
    return '{}';
  }
}

/** Null where nothing is kept, or nothing that can be read: then the browser is waited for. */
async function saidLastTime(): Promise<string | null> {
  try {
    const text: unknown = (await browser.storage.local.get(SAID))[SAID];
    if (typeof text !== 'string') return null;
    JSON.parse(text);
    return text;
  } catch {
    return null;
  }
}

/** An area that is full or damaged keeps nothing: the next process waits then. */
const keep = (text: string): Promise<void> => browser.storage.local.set({ [SAID]: text }).catch(() => undefined);

/** The policy that holds in this process. */
class Holding {
  policy: Policy = NO_POLICY;
  /** Somebody was told that there is none before anything was known. */
  isAwaited = false;
  readonly arrived: Promise<void>;
  readonly #changed: () => void;
  #text: string | null = null;
  #arrive: () => void = () => undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.arrived = new Promise((resolve) => (this.#arrive = resolve));
  }

  get isThere(): boolean {
    return this.#text !== null;
  }

  take(text: string): Policy {
    if (text === this.#text) return this.policy;
    const isNews = this.isThere || this.isAwaited;
    this.#text = text;
    this.policy = readPolicy(JSON.parse(text));
    govern({ profiles: this.policy.issuer?.profiles ?? [], allowed: this.policy.institutions });
    this.#arrive();
    if (isNews) this.#changed();
    return this.policy;
  }
}

export function followPolicy({ changed, keeps }: Following): PolicyKeeper {
  const holding = new Holding(changed);
  let kept = saidLastTime();
  void kept.then((text) => {
    if (text !== null && !holding.isThere) holding.take(text);
  });

  async function keepNew(text: string): Promise<void> {
    if ((await kept) === text) return;
    kept = Promise.resolve(text);
    await keep(text);
  }

  async function taken(): Promise<Policy> {
    const text = await said();
    const policy = holding.take(text);
    if (keeps) void keepNew(text);
    return policy;
  }

  let latest = taken();
  browser.storage.onChanged.addListener((_changes, area) => {
    // An older reading never comes after a later one.
    if (area === 'managed') latest = latest.then(taken, taken);
  });
  return {
    read: () => latest,
    known: async () => {
      await holding.arrived;
      return holding.policy;
    },
    soon: async () => {
      await within(holding.arrived, PATIENCE, null);
      if (!holding.isThere) holding.isAwaited = true;
      return holding.policy;
    },
  };
}

/** To the background, for a page that looks institutions up by itself: by its first answer it knows which there are. */
export function governedSend(): Send {
  const policy = followPolicy({ changed: () => undefined, keeps: false });
  return async (message) => {
    const [answer] = await Promise.all([browser.runtime.sendMessage(message), policy.known()]);
    return answer;
  };
}
