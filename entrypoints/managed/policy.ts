/** The policy of the organisation that manages this browser: read at the start of a process, and again when it changes. */
import { browser } from 'wxt/browser';
import { govern } from '../../lib/institutions/profiles.ts';
import { NO_POLICY, type Policy, readPolicy } from '../../lib/managed.ts';
import type { Send } from '../../lib/messages/client.ts';

export interface PolicyKeeper {
  /** The latest; by then it holds in this process. */
  read(): Promise<Policy>;
  /** The same for whoever waits at a screen: none, where the browser has not told it yet. `changed` runs when it has. */
  soon(): Promise<Policy>;
}

/** After its start Chromium takes seconds to say that nobody has written one, and up to three minutes where no page of it has been seen yet. Milliseconds. */
const PATIENCE = 100;

const pause = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));

async function stored(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    // Firefox refuses where nobody has written one: most people's browsers are their own.
    return {};
  }
}

async function taken(): Promise<Policy> {
  const policy = readPolicy(await stored());
  govern({ profiles: policy.issuer?.profiles ?? [], allowed: policy.institutions });
  return policy;
}

/** `changed` runs when another one holds. */
export function followPolicy(changed: () => void = () => undefined): PolicyKeeper {
  let latest = taken();
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== 'managed') return;
    // An older reading never comes after a later one.
    latest = latest.then(taken, taken);
    void latest.then(changed);
  });
  let awaited = false;
  const tellWhenKnown = (): void => {
    if (awaited) return;
    awaited = true;
    void latest.then(() => {
      awaited = false;
      changed();
    });
  };
  return {
    read: () => latest,
    soon: async () => {
      const known = await Promise.race([latest, pause()]);
      if (!known) tellWhenKnown();
      return known ?? NO_POLICY;
    },
  };
}

/** To the background, for a page that looks institutions up by itself: by its first answer it knows which there are. */
export function governedSend(): Send {
  const policy = followPolicy();
  return async (message) => {
    const [answer] = await Promise.all([browser.runtime.sendMessage(message), policy.read()]);
    return answer;
  };
}
