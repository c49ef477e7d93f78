/** What stands in for the background behind a screen: an answer to each of its messages, as plain data. */
import type { Language } from '../../../components/language.ts';
import type { Answer, PopupRequests } from '../../../lib/messages/protocol.ts';
import type { Reason } from '../../../lib/refusal.ts';
import { damage, drafts, health, look, settings, ways, waysHere } from './looks.ts';

/** 'never': the screen is shown while it waits. */
type Reply<K extends keyof PopupRequests> = Answer<PopupRequests, K> | { refused: Reason } | 'never';
/** Several are given one after the other; the last one stays. */
export type Answers = { [K in keyof PopupRequests]?: Reply<K> | Reply<K>[] };

export const refused = (reason: Reason): { refused: Reason } => ({ refused: reason });

/** What every page may ask without being about it. */
export const ordinary: Answers = {
  look: look(),
  settings: settings(),
  changeSettings: settings(),
  ways: { ways: waysHere, opening: ways() },
  draftWays: drafts,
  lossKit: { lines: [], hidden: false },
  takeFound: { texts: [] },
  health: health(),
  damage: damage(),
  journal: { uses: [] },
};

export interface Given {
  answers: Answers;
  language: Language;
  /** The time that it always is, epoch milliseconds. */
  now: number;
  /** Whether the browser has passkeys. */
  passkeys: boolean;
}

/**
 * Runs in the page before its own scripts. The page's messages go no further than this; what nothing was given for is
 * noted, so that a screen can't be taken for another one. A passkey's dialog stays open.
 */
export function standIn({ answers, language, now, passkeys }: Given): void {
  const unanswered: string[] = [];
  const times: Record<string, number> = {};
  const replyTo = (message: unknown): unknown => {
    const name = String(Reflect.get(Object(message), 'name'));
    const given: unknown = Reflect.get(answers, name);
    if (given === undefined) unanswered.push(name);
    const all: unknown[] = Array.isArray(given) ? given : [given ?? { refused: 'internal' }];
    const time = (times[name] ?? -1) + 1;
    times[name] = time;
    const one = all[Math.min(time, all.length - 1)];
    const reason: unknown = Reflect.get(Object(one), 'refused');
    if (one === 'never') return one;
    return reason === undefined ? { ok: true, answer: one } : { ok: false, reason };
  };
  const sendMessage = (message: unknown, ...rest: unknown[]): Promise<unknown> => {
    const reply = replyTo(message);
    const callback = rest.findLast((one) => typeof one === 'function');
    if (reply === 'never') return new Promise(() => undefined);
    if (callback) queueMicrotask(() => Reflect.apply(callback, undefined, [reply]));
    return Promise.resolve(reply);
  };
  for (const name of ['chrome', 'browser']) {
    const runtime: unknown = Reflect.get(Object(Reflect.get(globalThis, name)), 'runtime');
    if (typeof runtime === 'object' && runtime !== null) Object.defineProperty(runtime, 'sendMessage', { value: sendMessage, configurable: true });
  }
  Reflect.set(globalThis, 'unansweredHere', unanswered);
  Date.now = () => now;
  Object.defineProperty(Navigator.prototype, 'language', { get: () => (language === 'ja' ? 'ja-JP' : 'en-GB') });
  Reflect.set(PublicKeyCredential, 'getClientCapabilities', async () => ({ 'extension:prf': passkeys }));
  CredentialsContainer.prototype.get = () => new Promise(() => undefined);
}
